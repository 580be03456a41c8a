"""The table that a build ends with: what was made, how large it is, and what was allowed."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from making import files


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was made, and the most it may weigh; sizes are in MB (10^6 bytes)."""

    path: Path
    unpacked: int | None = None
    """Its size once installed, in bytes, where that is another."""
    most: float | None = None
    most_unpacked: float | None = None

    def over(self) -> list[str]:
        """What is larger than allowed, in a sentence each."""
        named = (("", files.size(self.path), self.most), (" installed", self.unpacked, self.most_unpacked))
        return [
            f"{self.path.name} is {size / 1e6:.1f} MB{where}; {most:g} MB are allowed."
            for where, size, most in named
            if size is not None and most is not None and size > most * 1e6
        ]


def table(rows: Iterable[Row]) -> str:
    """The rows as text, in columns."""
    lines = [("", "MB", "at most", "installed", "at most")]
    for row in rows:
        name = f"{row.path.name}/" if row.path.is_dir() else row.path.name
        lines.append(
            (name, _mb(files.size(row.path)), _limit(row.most), _mb(row.unpacked), _limit(row.most_unpacked))
        )
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    return "\n".join(
        "  ".join(
            [line[0].ljust(widths[0]), *(line[column].rjust(widths[column]) for column in range(1, 5))]
        ).rstrip()
        for line in lines
    )


def _mb(size: int | None) -> str:
    return "" if size is None else f"{size / 1e6:.1f}"


def _limit(most: float | None) -> str:
    return "" if most is None else f"{most:g}"
