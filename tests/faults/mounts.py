"""File systems of this process alone, on which faults are made: they are gone with it, however it ends."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.program import CannotBeMade

_CLONE_NEWNS = 0x00020000


def keep_mounts_to_oneself() -> None:
    """Let no other process see what is mounted from here on; raises `CannotBeMade`."""
    if sys.platform != "linux":
        raise CannotBeMade("it takes Linux")
    if os.geteuid() != 0:
        raise CannotBeMade("it takes root to mount a file system")
    if ctypes.CDLL(None, use_errno=True).unshare(_CLONE_NEWNS) != 0:
        raise CannotBeMade(f"mounts cannot be kept to oneself: {os.strerror(ctypes.get_errno())}")
    _do("mount", "--make-rprivate", "/")


def make_file_system(image: Path, size: int) -> None:
    """An ext4 file system of so many bytes in a file; raises `CannotBeMade`."""
    with image.open("xb") as file:
        file.truncate(size)
    _do("mkfs.ext4", "-q", "-F", str(image))


@contextmanager
def mounted(place: Path, what: str, kind: str, options: str) -> Iterator[Path]:
    """A file system at a new folder, for the length of the block; raises `CannotBeMade`."""
    place.mkdir(exist_ok=True)
    _do("mount", "-t", kind, "-o", options, what, str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _do(*command: str) -> None:
    if shutil.which(command[0]) is None:
        raise CannotBeMade(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        first_line = (done.stderr.strip().splitlines() or ["it said nothing"])[0]
        raise CannotBeMade(f"{' '.join(command[:3])} was refused: {first_line}")
