"""Hears everything that a running program says unasked: exceptions, Qt's messages and Python's warnings."""

import sys
import threading
import traceback
import warnings

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

EXPECTED = (
    "This plugin does not support",  # the offscreen platform has no window manager
    "occurs outside target window",  # QTest, of a pointer that leaves the window in mid-drag
)


class Witness:
    """Counts exceptions and unexpected lines, and writes each to standard error."""

    def __init__(self) -> None:
        self.exceptions = 0
        self.lines = 0
        sys.excepthook = lambda _kind, error, _trace: self._hear(error)
        threading.excepthook = lambda found: self._hear(found.exc_value)
        sys.unraisablehook = lambda found: self._hear(found.exc_value)
        qInstallMessageHandler(self._on_qt_message)
        warnings.simplefilter("always")
        warnings.showwarning = lambda message, kind, file, line, *_: self.tell(
            f"{kind.__name__}: {message} ({file}:{line})"
        )

    def tell(self, line: str) -> None:
        """Count a line that should not have been said."""
        self.lines += 1
        sys.stderr.write(f"UNEXPECTED {line}\n")

    def _hear(self, error: BaseException | None) -> None:
        self.exceptions += 1
        sys.stderr.write("EXCEPTION\n")
        traceback.print_exception(error)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(each in message for each in EXPECTED):
            self.tell(f"Qt {context.category}: {message}")
