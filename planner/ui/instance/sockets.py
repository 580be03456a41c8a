"""Meeting through a local socket, on every system but Windows. Needs nothing of Qt.

A lock on a file says who is the first. The system lets go of it with the process, however that ends, so a
socket without a holder of the lock is a crashed one's and is replaced.
"""

import fcntl
import os
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planner.ui.instance.meeting import TAKEN, Meeting, Outcome
from planner.ui.instance.place import place
from planner.ui.instance.request import Request

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from planner.ui.instance.hearing import Hearing

WAITING = 16
"""Starts that may wait at once for the first to listen; more of them come in vain."""

_PAUSE_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class SocketEar:
    """The first one's socket, and the lock that makes it the first."""

    listener: socket.socket
    path: Path
    lock: int
    """A file's descriptor, which is never closed."""

    def hear(self, settings: Path, parent: "QObject") -> "Hearing":
        """See `meeting.Ear`."""
        from planner.ui.instance.hearing import SocketHearing

        return SocketHearing(self, settings, parent)

    def close(self) -> None:
        """Let nobody in any more; the lock stays until the process ends, and its plan is closed by then."""
        if self.listener.fileno() >= 0:
            self.path.unlink(missing_ok=True)
            self.listener.close()


# Type checkers that look as on Windows stop here: it has none of what follows.
assert sys.platform != "win32"


def meet(settings: Path, request: Request, patience: float) -> Meeting:
    """See `meeting.meet`."""
    alone = Meeting(Outcome.FIRST, settings)
    path = place(settings, os.environ, os.getuid())
    if path is None:
        return alone
    until = time.monotonic() + patience
    while True:
        try:
            lock = _take(path.with_suffix(".lock"))
        except OSError:  # a full disk, a file system without locks: nothing to keep a plan closed for
            return alone
        if lock is not None:
            return Meeting(Outcome.FIRST, settings, _listen(path, lock))
        if _tell(path, request.line(settings), until):
            return Meeting(Outcome.TAKEN, settings)
        if time.monotonic() >= until:
            return Meeting(Outcome.UNANSWERED, settings)
        time.sleep(_PAUSE_SECONDS)


def _take(path: Path) -> int | None:
    """The lock, held; None where another process holds it."""
    lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    return lock


def _listen(path: Path, lock: int) -> SocketEar | None:
    """Listen; whoever speaks waits until this one has time. None where the system refuses a socket."""
    path.unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX)
    try:
        listener.bind(str(path))
        path.chmod(0o600)
        listener.listen(WAITING)
    except OSError:
        listener.close()
        os.close(lock)
        return None
    listener.setblocking(False)
    return SocketEar(listener, path, lock)


def _tell(path: Path, line: bytes, until: float) -> bool:
    """Whether the one that listens took the message."""
    with socket.socket(socket.AF_UNIX) as speaker:
        speaker.settimeout(max(until - time.monotonic(), _PAUSE_SECONDS))
        try:
            speaker.connect(str(path))
            speaker.sendall(line)
            return speaker.recv(len(TAKEN), socket.MSG_WAITALL) == TAKEN
        except OSError:
            return False
