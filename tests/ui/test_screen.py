"""Windows fit their screen, and asking for it never costs it."""

import gc
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.ui.screen import resize_within_screen, screen_room

PLANNER = Path(__file__).parents[2] / "planner"


@pytest.mark.usefixtures("qapp")
def test_a_window_is_no_larger_than_its_screen() -> None:
    window = QWidget()
    resize_within_screen(window, 400, 300)
    assert (window.width(), window.height()) == (400, 300)
    resize_within_screen(window, 20_000, 20_000)
    room = screen_room(window)
    assert window.width() < room.width()
    assert window.height() < room.height()


def test_a_dialog_has_the_room_of_the_screen_its_window_is_on(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert screen_room(QDialog(window)) == QGuiApplication.primaryScreen().availableGeometry()


def test_the_screen_outlives_a_window_that_python_frees(qapp: QApplication) -> None:
    screen = qapp.primaryScreen()
    window = QWidget()
    resize_within_screen(window, 400, 300)
    del window
    gc.collect()
    assert isValid(screen)


def test_no_widget_is_asked_for_its_screen() -> None:
    asked = [
        each.name for each in PLANNER.rglob("*.py") if re.search(r"\w\.screen\(\)", each.read_text("utf-8"))
    ]
    assert asked == []
