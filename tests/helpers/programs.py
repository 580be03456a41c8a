"""The whole program within a test, which leaves the application's look as it was."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from PySide6.QtWidgets import QApplication

from planner.app import Milepost
from planner.ui.settings import Settings


@contextmanager
def program_on(application: QApplication, settings: Settings, today: date) -> Iterator[Milepost]:
    """The program before it has opened anything; what it shows is closed at the end."""
    sheet, colours, font = application.styleSheet(), application.palette(), application.font()
    made = Milepost(application, settings, lambda: today)
    yield made
    if made.window is not None:
        made.window.close()
    made.deleteLater()
    application.setStyleSheet(sheet)
    application.setPalette(colours)
    application.setFont(font)
