"""Meeting and hearing through Qt's local server, for Windows: there it is a named pipe.

The other systems have sockets, which cost less: Qt's network part takes 5 ms and 4 MB, and needs Kerberos.
"""

import sys
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from planner.ui.instance.hearing import PATIENCE_MS, Hearing
from planner.ui.instance.meeting import TAKEN, Meeting, Outcome
from planner.ui.instance.request import LIMIT, Request, read_line

_PAUSE_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class PipeEar:
    """The name to listen by, and the lock that makes this one the first."""

    name: str
    lock: QLockFile

    def hear(self, settings: Path, parent: QObject) -> Hearing:
        """See `meeting.Ear`."""
        return PipeHearing(self, settings, parent)


class PipeHearing(Hearing):
    """Hears through a pipe."""

    def __init__(self, ear: PipeEar, settings: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._ear = ear
        self._settings = settings
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._let_in)
        QLocalServer.removeServer(ear.name)
        self._server.listen(ear.name)

    def close(self) -> None:
        """Hear nothing any more."""
        self._server.close()

    def _let_in(self) -> None:
        while (speaker := self._server.nextPendingConnection()) is not None:
            speaker.readyRead.connect(lambda speaker=speaker: self._listen(speaker))
            speaker.disconnected.connect(speaker.deleteLater)
            QTimer.singleShot(PATIENCE_MS, speaker, speaker.abort)
            self._listen(speaker)

    def _listen(self, speaker: QLocalSocket) -> None:
        if speaker.canReadLine():
            request = read_line(bytes(speaker.readLine().data()), self._settings)
            if request is not None:
                speaker.write(TAKEN)
                speaker.flush()
                # Later, as what is asked for may open a dialog that is waited for.
                QTimer.singleShot(0, self, lambda: self.asked.emit(request))
            speaker.disconnectFromServer()
        elif speaker.bytesAvailable() > LIMIT:
            speaker.abort()


def meet(settings: Path, request: Request, patience: float) -> Meeting:
    """See `meeting.meet`."""
    name = f"milepost-{zlib.crc32(str(settings).encode(errors='surrogatepass')):08x}"
    settings.parent.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(settings.with_suffix(".lock")))
    # Only the end of its process ends a lock, however long that runs.
    lock.setStaleLockTime(0)
    until = time.monotonic() + patience
    while True:
        if lock.tryLock(0):
            return Meeting(Outcome.FIRST, settings, PipeEar(name, lock))
        if lock.error() != QLockFile.LockError.LockFailedError:
            return Meeting(Outcome.FIRST, settings)
        if _tell(name, request.line(settings), until):
            return Meeting(Outcome.TAKEN, settings)
        if time.monotonic() >= until:
            return Meeting(Outcome.UNANSWERED, settings)
        time.sleep(_PAUSE_SECONDS)


def _tell(name: str, line: bytes, until: float) -> bool:
    """Whether the one that listens took the message."""
    if sys.platform == "win32":
        import ctypes

        # Windows lets the process that the learner just started say who may come to the front.
        ctypes.windll.user32.AllowSetForegroundWindow(-1)
    speaker = QLocalSocket()
    speaker.connectToServer(name)
    heard = b""
    if speaker.waitForConnected(_left_ms(until)):
        speaker.write(line)
        while len(heard) < len(TAKEN) and speaker.waitForReadyRead(_left_ms(until)):
            heard += bytes(speaker.readAll().data())
    speaker.abort()
    return heard == TAKEN


def _left_ms(until: float) -> int:
    return max(int((until - time.monotonic()) * 1000), 1)
