"""A disk that is full but for a few bytes: a small file system in memory, or a limit on the size of files."""

import os
import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOM = (0, 4096, 12_288, 32_768, 131_072)
"""Bytes left; memory is given out in pages of 4 KiB."""

LIMITS = (0, 1000, 6000, 30_000, 120_000)
"""Bytes that a file may have."""


@dataclass(frozen=True, slots=True)
class Disk:
    """Where to write, and what makes it full but for so many bytes, for the length of a block."""

    name: str
    place: Path
    levels: tuple[int, ...]
    full: Callable[[int], AbstractContextManager[None]]


def memory_disk(mounted: Path) -> Disk:
    """A mounted file system of its own that is filled up."""

    @contextmanager
    def full(left: int) -> Iterator[None]:
        filler = mounted / "filler"
        with filler.open("xb") as file:
            free = os.statvfs(mounted)
            os.posix_fallocate(file.fileno(), 0, free.f_bavail * free.f_frsize - left)
        try:
            yield
        finally:
            filler.unlink()

    return Disk("tmpfs", mounted / "room", ROOM, full)


def limited_disk(place: Path) -> Disk:
    """An ordinary folder, and no file may grow beyond a limit (`RLIMIT_FSIZE`): no root is needed."""

    @contextmanager
    def full(left: int) -> Iterator[None]:
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (left, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
            signal.signal(signal.SIGXFSZ, ignored)

    return Disk("limit", place, LIMITS, full)
