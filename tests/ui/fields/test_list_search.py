"""Typing searches, and the keys that mean nothing in one line go to the list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from planner.ui.fields.list_search import ListSearch


def test_arrows_and_pages_are_the_list_s_and_letters_stay(qtbot: QtBot) -> None:
    field = ListSearch()
    qtbot.addWidget(field)
    passed: list[int] = []

    def note(event: QKeyEvent) -> None:
        passed.append(event.key())

    field.moved.connect(note)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Left):
        qtbot.keyClick(field, key)
    qtbot.keyClicks(field, "ab")
    assert passed == [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp]
    assert field.text() == "ab"
