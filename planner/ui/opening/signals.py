"""Signals of the system that end the program in order."""

import signal
import socket

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

ENDING = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)
"""SIGHUP comes with the end of a terminal or a session, and `nohup` has it ignored; Windows has SIGBREAK."""


class SignalWatch(QObject):
    """SIGTERM, SIGINT and SIGHUP close the program as its own *Quit* does.

    Python runs a signal's handler between any two of its instructions, in the midst of painting too; closing
    there takes away what is painted on, and the program dies of it. So the handlers do nothing: the
    interpreter's wake-up socket tells Qt's loop, which closes once all that was going on is done.
    """

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        signal.set_wakeup_fd(self._writing.fileno())
        for number in ENDING:
            if number != getattr(signal, "SIGHUP", None) or signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, lambda *_: None)
        application.aboutToQuit.connect(self._stop)

    def _on_woken(self) -> None:
        if set(self._reading.recv(64)).intersection(ENDING):
            self._application.quit()

    def _stop(self) -> None:
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
