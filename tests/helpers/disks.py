"""Small disks for one test, full on demand and taken out, and folders closed to everybody.

Only root on Linux can make them: elsewhere the test is skipped.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

_STEP = 4096


class SmallDisk:
    """A file system in memory, mounted at `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self) -> None:
        """Leave not a single page free."""
        with self._filler.open("ab", buffering=0) as filler, suppress(OSError):
            while True:
                filler.write(bytes(_STEP))
        assert os.statvfs(self.folder).f_bavail == 0

    def make_room(self) -> None:
        """Take the filler away."""
        self._filler.unlink()

    def take_out(self) -> None:
        """Let its folder be empty, as where a stick was; programs that have a file open go on with it."""
        _run("umount", "--lazy", str(self.folder))


@contextmanager
def small_disk(folder: Path, *, megabytes: int = 2) -> Iterator[SmallDisk]:
    """A disk at `folder`, which is made; skips the test where none can be mounted."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root on Linux may mount a disk")
    folder.mkdir(exist_ok=True)
    size = f"size={megabytes}m"
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", size, "milepost-test", str(folder)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.decode(errors='replace').strip()}")
    try:
        yield SmallDisk(folder)
    finally:
        if os.path.ismount(folder):
            _run("umount", "--lazy", str(folder))


@contextmanager
def closed_folder(folder: Path) -> Iterator[None]:
    """Nobody can make or remove anything in a folder meanwhile; skips the test where that cannot be."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root on Linux can close a folder to everybody")
    if subprocess.run(["chattr", "+i", str(folder)], capture_output=True, check=False).returncode:
        pytest.skip("this file system has no immutable mark")
    try:
        yield
    finally:
        _run("chattr", "-i", str(folder))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
