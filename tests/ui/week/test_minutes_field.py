"""A small box takes minutes the way people write them."""

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


def test_nonsense_gives_way_to_what_stood_there(qtbot: QtBot) -> None:
    field = MinutesField("actual")
    qtbot.addWidget(field)
    field.show_minutes(45)
    told: list[int] = []
    field.typed.connect(told.append)
    field.selectAll()
    qtbot.keyClicks(field, "a lot")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == []
    assert field.text() == "45 min"
