"""Hearing, in the running Milepost, what later starts ask for; here on every system but Windows."""

import socket
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from planner.ui.instance.meeting import TAKEN
from planner.ui.instance.request import LIMIT, read_line

if TYPE_CHECKING:
    from planner.ui.instance.sockets import SocketEar

PATIENCE_MS = 2000
"""How long a start may take to say all of its message."""

_PIECE = 4096


class Hearing(QObject):
    """Answers each start that speaks, and passes on what it asks for."""

    asked = Signal(object)
    """The `Request` of a start that has its answer already."""

    def close(self) -> None:
        """Hear nothing any more."""
        raise NotImplementedError


class SocketHearing(Hearing):
    """Hears through a socket."""

    def __init__(self, ear: "SocketEar", settings: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._ear = ear
        self._settings = settings
        self._come = QSocketNotifier(ear.listener.fileno(), QSocketNotifier.Type.Read, self)
        self._come.activated.connect(self._let_in)

    def close(self) -> None:
        """Hear nothing any more."""
        self._come.setEnabled(False)
        self._ear.close()

    def hear(self, line: bytes, speaker: socket.socket) -> None:
        """Answer a whole message; what is none gets no answer."""
        request = read_line(line, self._settings)
        if request is None:
            return
        try:
            speaker.sendall(TAKEN)
        except OSError:  # it lost its patience, and works by itself
            return
        # Later, as what is asked for may open a dialog that is waited for.
        QTimer.singleShot(0, self, lambda: self.asked.emit(request))

    def _let_in(self) -> None:
        try:
            speaker, _ = self._ear.listener.accept()
        except OSError:  # gone again
            return
        speaker.setblocking(False)
        _Speaker(speaker, self)


class _Speaker(QObject):
    """One start that speaks, until its line is whole, too long or too late."""

    def __init__(self, speaker: socket.socket, hearing: SocketHearing) -> None:
        super().__init__(hearing)
        self._speaker = speaker
        self._hearing = hearing
        self._heard = b""
        self._said = QSocketNotifier(speaker.fileno(), QSocketNotifier.Type.Read, self)
        self._said.activated.connect(self._listen)
        QTimer.singleShot(PATIENCE_MS, self, self._end)

    def _listen(self) -> None:
        try:
            piece = self._speaker.recv(_PIECE)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        self._heard += piece
        line, whole, _ = self._heard.partition(b"\n")
        if whole:
            self._hearing.hear(line, self._speaker)
        if whole or not piece or len(self._heard) > LIMIT:
            self._end()

    def _end(self) -> None:
        if self._speaker.fileno() >= 0:
            self._said.setEnabled(False)
            self._speaker.close()
            self.deleteLater()
