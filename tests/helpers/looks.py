"""The program's look for one test, and what a test of widgets needs beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController


@contextmanager
def dressed(app: QApplication, folder: Path) -> Iterator[ThemeController]:
    """The light look, with its settings in a folder."""
    sheet, colours, font = app.styleSheet(), app.palette(), app.font()
    settings = Settings(folder / "milepost.ini")
    settings.theme = "light"
    controller = ThemeController(app, settings)
    try:
        yield controller
    finally:
        controller.setParent(None)
        controller.deleteLater()
        # Without a running loop Qt frees nothing, and the next style sheet would dress all widgets so far.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app.setStyleSheet(sheet)
        app.setPalette(colours)
        app.setFont(font)


def wait_until_freed(qtbot: QtBot, widget: QObject) -> None:
    """Wait until Qt has freed an object; fails when it is kept."""
    qtbot.waitUntil(lambda: not isValid(widget))
