"""A day can be typed in the ways people write one, or left out."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.ui.fields.day_field import CalendarPopup, DayField
from planner.ui.theme_controller import ThemeController
from tests.helpers.looks import wait_until_freed


def on_a_monday() -> date:
    return date(2027, 4, 5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("16 January 2028", date(2028, 1, 16)),
        ("2028-01-16", date(2028, 1, 16)),
        ("16.01.2028", date(2028, 1, 16)),
        (" 16. Jan, 2028 ", date(2028, 1, 16)),
        ("+2w", date(2028, 1, 26)),
        ("next monday", date(2027, 4, 12)),
        ("tomorrow", date(2027, 4, 6)),
    ],
)
def test_a_day_is_understood_as_it_is_said(qtbot: QtBot, look: ThemeController, text: str, day: date) -> None:
    field = DayField("Target", look, today=on_a_monday)
    qtbot.addWidget(field)
    field.show_day(date(2028, 1, 12))
    field.edit.selectAll()
    QTest.keyClicks(field.edit, text)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.day == day


@pytest.mark.parametrize("text", ["soon", "31 Feb 2028", "2028-13-01", "1/2/2028", "16 Foo 2028"])
def test_what_means_no_day_is_not_taken(qtbot: QtBot, look: ThemeController, text: str) -> None:
    field = DayField("Target", look, today=on_a_monday)
    qtbot.addWidget(field)
    QTest.keyClicks(field.edit, text)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.day is None
    assert field.problem


def test_typing_a_day_tells_of_it_once(qtbot: QtBot, look: ThemeController) -> None:
    field = DayField("Target", look, today=on_a_monday)
    qtbot.addWidget(field)
    told: list[date | None] = []
    field.day_chosen.connect(told.append)
    QTest.keyClicks(field.edit, "2028-01-16")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert told == [date(2028, 1, 16)]
    assert field.edit.text() == "16 Jan 2028"
    QTest.mouseClick(field.clear, Qt.MouseButton.LeftButton)
    assert told == [date(2028, 1, 16), None]
    assert field.edit.text() == ""


def test_what_is_no_day_is_said_beside_the_field_and_not_taken(qtbot: QtBot, look: ThemeController) -> None:
    field = DayField("Target", look, today=on_a_monday)
    qtbot.addWidget(field)
    field.show_day(date(2028, 1, 16))
    field.edit.selectAll()
    QTest.keyClicks(field.edit, "soon")
    with qtbot.assertNotEmitted(field.day_chosen):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.problem.startswith("“soon” is not a day I can read. Try 16 Jan")
    assert field.day == date(2028, 1, 16)


def test_days_outside_the_limits_are_refused_kindly(qtbot: QtBot, look: ThemeController) -> None:
    field = DayField("Done on", look, today=on_a_monday)
    qtbot.addWidget(field)
    field.set_limits(None, date(2027, 4, 5))
    QTest.keyClicks(field.edit, "6 Apr 2027")
    with qtbot.assertNotEmitted(field.day_chosen):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.problem == "6 Apr 2027 is still to come. Choose today or a day before."


@pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
def test_a_day_is_picked_from_a_calendar_that_frees_itself(qtbot: QtBot, look: ThemeController) -> None:
    field = DayField("Target", look, today=on_a_monday, week_start=6)
    qtbot.addWidget(field)
    field.show()
    field.show_day(date(2028, 1, 16))
    field.pick.click()
    popup = field.findChild(CalendarPopup)
    assert popup is not None
    assert popup.calendar.firstDayOfWeek() is Qt.DayOfWeek.Sunday
    popup.calendar.setSelectedDate(QDate(2028, 1, 17))
    with qtbot.waitSignal(field.day_chosen):
        popup.calendar.activated.emit(popup.calendar.selectedDate())
    wait_until_freed(qtbot, popup)
    assert field.day == date(2028, 1, 17)


@pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
def test_without_a_day_the_calendar_opens_where_one_is_likely(qtbot: QtBot, look: ThemeController) -> None:
    field = DayField("Target", look, today=on_a_monday)
    qtbot.addWidget(field)
    field.show()
    field.suggest(date(2028, 2, 6))
    field.pick.click()
    popup = field.findChild(CalendarPopup)
    assert popup is not None
    assert popup.calendar.selectedDate() == QDate(2028, 2, 6)
    popup.close()
