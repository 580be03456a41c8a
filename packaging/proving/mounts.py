"""Mounts that no other process sees, so that none can be left behind, whatever ends the proofs."""

import ctypes
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from proving.report import NotRun

_NEW_MOUNT_NAMESPACE = 0x00020000
"""`CLONE_NEWNS` of Linux's sched.h; Python has `os.unshare` from 3.12 on."""

MOUNTS = Path("/proc/self/mountinfo")


def enter_private_mounts() -> None:
    """From here on, what this process and those it starts mount is theirs alone, and gone with the last.

    Raises NotRun where that is not allowed: without root, and in most containers.
    """
    if os.geteuid() != 0:
        raise NotRun("only root may; run it with sudo")
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_NEW_MOUNT_NAMESPACE) != 0:
        raise NotRun(f"this system lets nobody mount here: {os.strerror(ctypes.get_errno())}")
    _mount("--make-rprivate", "/")


@contextmanager
def mounted(*words: str, at: Path) -> Iterator[None]:
    """A mount for as long as this lasts; `words` are what `mount` wants to know before the place.

    Raises NotRun.
    """
    _mount(*words, str(at))
    try:
        yield
    finally:
        # A file that somebody else replaced is no place of a mount any more.
        if str(at) in mounts_below(at, MOUNTS.read_text()):
            # Lazily: a process that still ends there keeps its view, and nobody waits for it.
            subprocess.run(["umount", "--lazy", str(at)], check=True)


def _mount(*words: str) -> None:
    """Call `mount`. Raises NotRun with its words where this system refuses, as some containers do."""
    done = subprocess.run(["mount", *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise NotRun(f"this system lets nobody mount here: {done.stderr.strip()}")


def mounts_below(folder: Path, known: str) -> list[str]:
    """The places below a folder, or the folder itself, where something is mounted.

    `known` is the text of a mountinfo file (proc(5)): the place is the fifth word, spaces written as `\\040`.
    """
    places = [_unescaped(line.split()[4]) for line in known.splitlines()]
    return [place for place in places if Path(place).is_relative_to(folder)]


def remove_tree(folder: Path, known: str | None = None) -> None:
    """Remove a folder with all that is in it, on its own file system alone.

    Raises RuntimeError, and removes nothing, where something is mounted in it.
    """
    places = mounts_below(folder.resolve(), MOUNTS.read_text() if known is None else known)
    if places:
        raise RuntimeError(f"{folder} is kept, as something is mounted there: {', '.join(places)}")
    subprocess.run(["rm", "--recursive", "--force", "--one-file-system", str(folder)], check=True)


def _unescaped(place: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), place)
