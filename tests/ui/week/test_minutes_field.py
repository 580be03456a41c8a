"""A small box takes minutes the way people write them."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.ui.week.minutes_field import MinutesField


def test_typing_tells_of_new_minutes_once(qtbot: QtBot) -> None:
    field = MinutesField("actual")
    qtbot.addWidget(field)
    told: list[int] = []
    field.typed.connect(told.append)
    qtbot.keyClicks(field, "1:20")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == [80]
    assert field.text() == "1 h 20"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("a lot", "“a lot” is no time I can read. Type minutes like 90, or hours like 1:30 or 1 h 30."),
        ("2000", "“2000” is more than a day. Type minutes like 90, or hours like 1:30."),
    ],
)
def test_what_cannot_be_read_stays_and_says_what_is(qtbot: QtBot, typed: str, problem: str) -> None:
    field = MinutesField("actual")
    qtbot.addWidget(field)
    field.show_minutes(45)
    told: list[int] = []
    refused: list[str] = []
    field.typed.connect(told.append)
    field.refused.connect(refused.append)
    field.selectAll()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.show_minutes(45)
    assert (field.text(), field.minutes, field.problem) == (typed, 45, problem)
    assert (told, refused) == ([], [problem])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.problem) == ("45 min", "")


def test_it_is_mended_by_typing_on(qtbot: QtBot) -> None:
    field = MinutesField("actual")
    qtbot.addWidget(field)
    told: list[int] = []
    field.typed.connect(told.append)
    qtbot.keyClicks(field, "9o")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.problem == ""
    qtbot.keyClicks(field, "0")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == [90]
