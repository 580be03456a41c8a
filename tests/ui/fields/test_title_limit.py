"""A title that meets its limit says so, by typing and by pasting."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.fields.title_limit import LONGEST_TITLE, TitleLimit


def test_the_limit_is_told_once_letters_are_left_out(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    field = QLineEdit(holder)
    limit = TitleLimit(field, holder)
    field.insert("x" * (LONGEST_TITLE - 1))
    QTest.keyClicks(field, "y")
    assert limit.words == ""
    QTest.keyClicks(field, "z")
    assert limit.words == "Here is room for 500 letters; what came after them was left out."
    assert field.text() == "x" * 499 + "y"
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert limit.words == ""


def test_pasting_too_much_is_told(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    field = QLineEdit(holder)
    limit = TitleLimit(field, holder, most=10)
    field.insert("More than ten letters")
    assert field.text() == "More than "
    assert limit.words == "Here is room for 10 letters; what came after them was left out."
