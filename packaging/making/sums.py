"""The SHA-256 sums of all that is made, in the form that `sha256sum --check` reads."""

import hashlib
from pathlib import Path

from making.steps import in_place


def make(dist: Path, target: Path) -> None:
    """Write the sums of the files that lie in `dist` to `target`; folders have none."""
    lines = [
        f"{digest(path)}  {path.name}\n"
        for path in sorted(dist.iterdir())
        if path.is_file() and path != target and not path.name.startswith(".")
    ]
    with in_place(target) as unfinished:
        unfinished.write_text("".join(lines), encoding="utf-8")


def digest(path: Path) -> str:
    """The SHA-256 sum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
