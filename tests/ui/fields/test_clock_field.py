"""A time is typed over after a click, stepped with the arrows, and runs on past midnight."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from planner.ui.fields.clock_field import ClockField
from planner.ui.theme_controller import ThemeController


@pytest.fixture
def field(qtbot: QtBot, look: ThemeController) -> ClockField:
    """A field at 19:00, on show."""
    field = ClockField("Begin", 19 * 60)
    qtbot.addWidget(field)
    field.show()
    return field


def test_it_tells_minutes_after_midnight_and_its_name(field: ClockField) -> None:
    assert field.minutes == 19 * 60
    assert field.text() == "19:00"
    assert field.accessibleName() == "Begin"
    field.set_minutes(6 * 60 + 5)
    assert field.text() == "06:05"


@pytest.mark.parametrize(("before", "typed", "minutes"), [("1", "06", 6 * 60), ("19:0", "45", 19 * 60 + 45)])
def test_what_was_clicked_is_typed_over(
    qtbot: QtBot, field: ClockField, before: str, typed: str, minutes: int
) -> None:
    line = field.lineEdit()
    x = line.fontMetrics().horizontalAdvance(before) + 1
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(x, line.height() // 2))
    qtbot.waitUntil(line.hasSelectedText)
    qtbot.keyClicks(line, typed)
    assert field.minutes == minutes


def test_arrows_step_past_midnight(qtbot: QtBot, field: ClockField) -> None:
    field.set_minutes(23 * 60)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.minutes == 0
