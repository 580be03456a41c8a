"""Qt's application, which macOS tells of double-clicked plans by an event in place of an argument."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from planner.ui.instance.request import Request, Wish


class Application(QApplication):
    """The application; what it is asked to open is passed on."""

    asked = Signal(object)
    """A `Request` to open a plan."""

    def event(self, event: QEvent) -> bool:
        """Pass on a plan that the system asks to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked.emit(Request(wish=Wish.OPEN, plan=Path(event.file()).absolute()))
            return True
        return super().event(event)
