"""What happens when something unforeseen happens: one rotating log, told once a run, never a traceback.

The log lies in the log folder, readable by its owner only. It names places in the program, and holds no
titles, no notes and no names of files; see `wording`.
"""

import faulthandler
import logging
import os
import sys
import threading
from collections import Counter
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO, cast

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from planner.ui.crash.marker import RunningMarker
from planner.ui.crash.wording import last_words, named, without_content
from planner.version import milepost_version

LOG_NAME = "milepost.log"
LOG_BYTES = 500_000
LOG_FILES = 3
"""Older logs that are kept, beside the one that is written."""

MOST_KINDS = 1000
"""Different entries that are counted."""

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_SCREEN_GONE = ("connection broke", "connection experienced a fatal error")
"""What Qt says before it ends the process because the X server or Wayland's compositor is gone: a logout."""


class CrashLog(QObject):
    """Catches what nobody caught and writes it down; `surprised` is told once a run."""

    surprised = Signal(object)
    """The path of the log. Connect it queued: it may come from any thread, and in the midst of painting."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.path = folder / LOG_NAME
        self._told = False
        self._versions_told = False
        self._counts: Counter[str] = Counter()
        self._running = RunningMarker(folder)
        self._log = logging.getLogger("milepost")
        self._log.setLevel(logging.INFO)
        self._log.propagate = False
        handler = _handler(self.path)
        handler.setFormatter(logging.Formatter("%(asctime)s [%(process)d] %(levelname)s %(message)s"))
        self._log.addHandler(handler)

    def install(self) -> None:
        """Take over every place where something uncaught ends up."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda found: self._on_exception(
            found.exc_type, found.exc_value, found.exc_traceback
        )
        sys.unraisablehook = lambda found: self._on_exception(
            found.exc_type, found.exc_value, found.exc_traceback
        )
        qInstallMessageHandler(self._on_qt_message)

    def begin(self) -> bool:
        """Mark that this Milepost runs, once every signal's handler is there.

        Returns whether one before it did not end in order; the log then says where it stood.
        """
        left = self._running.begin()
        for words in left:
            self._tell_versions()
            self._write(
                logging.WARNING,
                "\n".join(["a Milepost before this one did not end in order", *last_words(words)]),
            )
        if self._running.file is not None:
            faulthandler.enable(self._running.file)
        return bool(left)

    def end(self) -> None:
        """Milepost ends in order."""
        faulthandler.disable()
        self._running.end()

    def _on_exception(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        self._tell_versions()
        self._write(logging.ERROR, named(kind, error, trace))
        if not self._told:
            self._told = True
            self.surprised.emit(self.path)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        self._write(_LEVELS[kind], f"Qt {context.category or ''}: {without_content(message)}")
        if any(words in message for words in _SCREEN_GONE):
            self.end()

    def _tell_versions(self) -> None:
        """Once, before what may be reported; a mere message of Qt's at the start does not ask for them."""
        if not self._versions_told:
            self._versions_told = True
            versions = f"Python {sys.version.split()[0]}, Qt {qVersion()}, {sys.platform}"
            self._log.info("Milepost %s, %s", milepost_version(), versions)

    def _write(self, level: int, entry: str) -> None:
        """Write an entry, and again after 10, 100, 1000 … times: what fails in every paint fills no disk."""
        if level < logging.INFO:
            return
        if len(self._counts) > MOST_KINDS:
            self._counts.clear()
        self._counts[entry] += 1
        count = self._counts[entry]
        if count == 1:
            self._log.log(level, "%s", entry)
        elif str(count).strip("0") == "1":
            self._log.log(level, "%s (%d times by now)", entry, count)


def _handler(path: Path) -> logging.Handler:
    """The rotating log; where none can be kept Milepost runs without one rather than not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return _PrivateLog(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
    except OSError:
        return logging.NullHandler()


class _PrivateLog(RotatingFileHandler):
    """A rotating log only its owner can read."""

    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk takes no more entries: there is nowhere left to say so, and the program goes on."""

    def _open(self) -> TextIO:  # type: ignore[override]
        def opener(name: str, flags: int) -> int:
            handle = os.open(name, flags, 0o600)
            with suppress(OSError):
                Path(name).chmod(0o600)  # one that was there before
            return handle

        return cast(TextIO, open(self.baseFilename, "a", encoding="utf-8", opener=opener))
