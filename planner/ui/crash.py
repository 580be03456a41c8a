"""What happens when something unforeseen happens: one rotating log, at most one dialog, never a traceback.

The log lies in the log folder (readable by its owner only) and holds no titles and no notes: tracebacks name
code, and Qt's messages name Qt's own objects.
"""

import faulthandler
import logging
import os
import sys
import threading
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO, cast

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

LOG_BYTES = 500_000
LOG_FILES = 3

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashLog(QObject):
    """Catches what nobody caught and writes it down; `surprised` is told once a run."""

    surprised = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.path = folder / "milepost.log"
        self._told = False
        self._log = logging.getLogger("milepost")
        self._log.setLevel(logging.INFO)
        handler = _handler(self.path)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._log.addHandler(handler)

    def install(self) -> None:
        """Take over every place where something uncaught ends up."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda found: self._on_exception(
            found.exc_type, found.exc_value or found.exc_type(), found.exc_traceback
        )
        sys.unraisablehook = lambda found: self._on_exception(
            found.exc_type, found.exc_value or found.exc_type(), found.exc_traceback
        )
        qInstallMessageHandler(self._on_qt_message)
        with suppress(OSError):
            # The file stays open for the whole run: a crash has no time to open one.
            self._last_words = _open_private(str(self.path.with_suffix(".crash")), "w")
            faulthandler.enable(self._last_words)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        places = []
        while traceback is not None:
            code = traceback.tb_frame.f_code
            places.append(f"{Path(code.co_filename).name}:{traceback.tb_lineno} {code.co_name}")
            traceback = traceback.tb_next
        self._log.error("%s at %s", kind.__name__, " < ".join(reversed(places)))
        if not self._told:
            self._told = True
            self.surprised.emit()

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        self._log.log(_LEVELS[kind], "Qt %s: %s", context.category or "", message)


def _handler(path: Path) -> logging.Handler:
    """The rotating log; where none can be kept Milepost runs without one rather than not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return _PrivateLog(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
    except OSError:
        return logging.NullHandler()


class _PrivateLog(RotatingFileHandler):
    """A rotating log only its owner can read."""

    def _open(self) -> TextIO:  # type: ignore[override]
        return _open_private(self.baseFilename, "a")


def _open_private(path: str, mode: str) -> TextIO:
    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, 0o600)

    return cast(TextIO, open(path, mode, encoding="utf-8", opener=opener))
