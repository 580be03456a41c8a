"""Milepost's icons in the files that Windows and macOS take: .ico and .icns, both boxes of PNG pictures.

The drawings are those of packaging/icons.py. Only PyInstaller's recipe asks for these files, on the systems
that use them.
"""

import struct
from collections.abc import Callable, Iterable
from pathlib import Path

from icons import APPLICATION_DRAWING, DOCUMENT_DRAWING, png

ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Pixels: what Windows shows at 100 to 200 %, in lists, on the task bar and as a tile."""

ICNS_KINDS = {
    "ic11": 32,
    "ic12": 64,
    "ic07": 128,
    "ic13": 256,
    "ic08": 256,
    "ic14": 512,
    "ic09": 512,
    "ic10": 1024,
}
"""macOS's names for sizes in pixels: 16 to 512 points, most of them also (or only) for two pixels a point."""


def write_ico(folder: Path) -> tuple[Path, Path]:
    """Write milepost.ico and plan.ico into `folder`, which is made; where they are, the program's first."""
    return _write(folder, ".ico", ICO_SIZES, ico)


def write_icns(folder: Path) -> tuple[Path, Path]:
    """Write milepost.icns and plan.icns into `folder`, which is made; where they are, the program's first."""
    return _write(folder, ".icns", ICNS_KINDS.values(), icns)


def ico(pictures: dict[int, bytes]) -> bytes:
    """The .ico file of PNG pictures by their size in pixels (at most 256)."""
    entries, content = [], b""
    for pixels, picture in sorted(pictures.items()):
        # A byte holds up to 255: 256 is written as 0. One plane, 32 bits a pixel.
        side = pixels % 256
        offset = 6 + 16 * len(pictures) + len(content)
        entries.append(struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset))
        content += picture
    return struct.pack("<HHH", 0, 1, len(entries)) + b"".join(entries) + content


def icns(pictures: dict[int, bytes]) -> bytes:
    """The .icns file of PNG pictures by their size in pixels, which are those of ICNS_KINDS."""
    parts = b"".join(
        kind.encode("ascii") + struct.pack(">I", 8 + len(pictures[pixels])) + pictures[pixels]
        for kind, pixels in ICNS_KINDS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def _write(
    folder: Path, suffix: str, sizes: Iterable[int], box: Callable[[dict[int, bytes]], bytes]
) -> tuple[Path, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    program, plan = folder / f"milepost{suffix}", folder / f"plan{suffix}"
    wanted = tuple(dict.fromkeys(sizes))
    for path, drawing in ((program, APPLICATION_DRAWING), (plan, DOCUMENT_DRAWING)):
        path.write_bytes(box({pixels: png(drawing, pixels) for pixels in wanted}))
    return program, plan
