"""A file for each running Milepost, by which the next start knows whether one ended in order.

The process holds its file for as long as it lives, and removes it at an orderly end. A file that nobody holds
was left by a crash, a kill or a power cut: the system lets go of it with the process, however that ends, so
neither a process id that is used again nor a start that still goes on is mistaken for one. What the process
wrote there last (see `faulthandler`) says where it stood. Needs nothing of Qt.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO
from uuid import uuid4

_NAME = "running-{}.txt"
_LONGEST_WORDS = 64_000
"""Characters read of what a crashed Milepost left."""


class RunningMarker:
    """This process's own file in a folder; where none can be kept, Milepost runs without."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path: Path | None = None
        self.file: TextIO | None = None
        """Open for writing from `begin` to `end`; anything written there is read by the next start."""

    def begin(self) -> list[str]:
        """Mark that this process runs; returns what each Milepost before it left that was cut off."""
        left: list[str] = []
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for path in sorted(self._folder.glob(_NAME.format("*"))):
                with suppress(OSError):
                    if (words := _taken_from_the_dead(path)) is not None:
                        left.append(words)
            path = self._folder / _NAME.format(uuid4().hex)
            self.file = _held(path)
            self._path = path
        return left

    def end(self) -> None:
        """The process ends in order. More than once is as good as once; `file` must not be used any more."""
        if self._path is None or self.file is None:
            return
        if sys.platform == "win32":  # which removes no file that is open
            self.file.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        self.file.close()
        self._path = self.file = None


if sys.platform == "win32":

    def _held(path: Path) -> TextIO:
        # Windows lets nobody remove a file that is open: that alone says that its process lives.
        return path.open("x", encoding="utf-8")

    def _taken_from_the_dead(path: Path) -> str | None:
        """What a file holds that no process holds, and removes it; None where its process lives."""
        with path.open(encoding="utf-8", errors="replace") as file:
            words = file.read(_LONGEST_WORDS)
        try:
            path.unlink()
        except OSError:
            return None
        return words

else:
    import fcntl

    def _held(path: Path) -> TextIO:
        # Held before it gets the name by which others look for it.
        made = path.with_name(f".{path.name}")
        file = os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            made.rename(path)
        except OSError:  # a file system without locks
            file.close()
            made.unlink(missing_ok=True)
            raise
        return file

    def _taken_from_the_dead(path: Path) -> str | None:
        """What a file holds that no process holds, and removes it; None where its process lives."""
        with path.open(encoding="utf-8", errors="replace") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return None
            words = file.read(_LONGEST_WORDS)
            try:
                path.unlink()
            except FileNotFoundError:  # another start was faster, and tells of it
                return None
            return words
