"""A time is typed over in one go, stays as it was typed when it is none, and is stepped past midnight."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.fields.clock_field import ClockField, ClockProblem
from planner.ui.theme_controller import ThemeController

Key = Qt.Key


@pytest.fixture
def field(qtbot: QtBot, look: ThemeController) -> Iterator[ClockField]:
    """A field at 19:00, on show between two others and with its sentence."""
    window = QWidget()
    column = QVBoxLayout(window)
    before, field = ClockField("Before", 0, window), ClockField("Begin", 19 * 60, window)
    for each in (before, field, ClockField("After", 60, window), ClockProblem((field,), window)):
        column.addWidget(each)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    before.setFocus()
    yield field
    window.close()


def sentence(field: ClockField) -> str:
    (problem,) = field.window().findChildren(ClockProblem)
    return problem.words


def test_it_tells_minutes_after_midnight_and_its_name(field: ClockField) -> None:
    assert field.minutes == 19 * 60
    assert field.text() == "19:00"
    assert field.accessibleName() == "Begin"
    field.set_minutes(6 * 60 + 5)
    assert field.text() == "6:05"


@pytest.mark.parametrize(
    ("typed", "minutes", "shown"),
    [("23:30", 1410, "23:30"), ("6:30", 390, "6:30"), ("7 pm", 1140, "19:00"), ("0745", 465, "7:45")],
)
def test_what_is_typed_replaces_all_of_it(
    qtbot: QtBot, field: ClockField, typed: str, minutes: int, shown: str
) -> None:
    field.setFocus()
    qtbot.keyClick(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, typed)
    assert field.minutes == minutes
    qtbot.keyClick(field, Key.Key_Tab)
    assert field.text() == shown


def test_the_click_that_comes_here_chooses_all_of_it(qtbot: QtBot, field: ClockField) -> None:
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(20, field.height() // 2))
    qtbot.keyClicks(field, "8.15")
    assert field.minutes == 8 * 60 + 15
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(20, field.height() // 2))
    assert not field.hasSelectedText()


def test_each_field_takes_one_tab(qtbot: QtBot, field: ClockField) -> None:
    field.setFocus()
    qtbot.keyClick(field, Key.Key_Tab)
    after = field.window().focusWidget()
    assert after is not None
    assert after.accessibleName() == "After"
    qtbot.keyClick(after, Key.Key_Backtab)
    assert field.hasFocus()
    assert field.selectedText() == "19:00"


def test_what_is_no_time_stays_and_is_said(qtbot: QtBot, field: ClockField) -> None:
    field.setFocus()
    qtbot.keyClicks(field, "7:75")
    qtbot.keyClick(field, Key.Key_Tab)
    assert field.text() == "7:75"
    assert sentence(field) == "Begin: “7:75” is no time of the day. Type one like 19:30, 7 or 7 pm."
    assert field.accessibleDescription() == sentence(field)
    field.clear()
    field.setFocus()
    qtbot.keyClick(field, Key.Key_Backspace)
    qtbot.keyClicks(field, "7")
    assert field.minutes == 420
    assert not sentence(field)


def test_a_field_that_is_off_holds_nothing_up(qtbot: QtBot, field: ClockField) -> None:
    qtbot.keyClicks(field, "x")
    (problem,) = field.window().findChildren(ClockProblem)
    assert problem.found
    field.setEnabled(False)
    assert not problem.found


@pytest.mark.parametrize(
    ("key", "minutes"),
    [
        (Key.Key_Up, 23 * 60 + 45),
        (Key.Key_Down, 23 * 60 + 30),
        (Key.Key_PageUp, 0),
        (Key.Key_PageDown, 23 * 60),
    ],
)
def test_arrows_step_past_midnight(qtbot: QtBot, field: ClockField, key: Qt.Key, minutes: int) -> None:
    field.set_minutes(23 * 60 + 40)
    field.setFocus()
    qtbot.keyClick(field, key)
    assert field.minutes == minutes
    field.set_minutes(5)
    qtbot.keyClick(field, Key.Key_Down)
    qtbot.keyClick(field, Key.Key_Down)
    assert field.minutes == 23 * 60 + 45
