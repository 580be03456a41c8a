"""Minutes can be typed the way people write them."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.ui.week.minutes_field import MinutesField, parse_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90", 90),
        (" 45 min ", 45),
        ("1:30", 90),
        ("1 h 30", 90),
        ("1h30", 90),
        ("2 h", 120),
        ("1,5 h", 90),
        ("0", 0),
        ("", 0),
        ("1440", 1440),
        ("1441", None),
        ("25 h", None),
        ("soon", None),
        ("-5", None),
    ],
)
def test_texts_and_their_minutes(text: str, minutes: int | None) -> None:
    assert parse_minutes(text) == minutes


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
