"""Folders of files that shall be the same whoever builds them: plain modes, one time, one order."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path


def every(folder: Path) -> Iterator[Path]:
    """Everything below a folder, in one order on every machine."""
    yield from sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).parts)


def size(path: Path) -> int:
    """The bytes of a file, or of all files below a folder; links count as what they are."""
    if not path.is_dir():
        return path.lstat().st_size
    return sum(entry.lstat().st_size for entry in path.rglob("*") if entry.is_symlink() or not entry.is_dir())


def settle(folder: Path, epoch: int) -> None:
    """Give everything below a folder, and itself, the same modes and the time `epoch` on every machine."""
    for path in (*every(folder), folder):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def copy(source: Path, target: Path) -> None:
    """Copy a folder as it is, links as links; folders on the way are made."""
    shutil.copytree(source, target, symlinks=True, dirs_exist_ok=True)
