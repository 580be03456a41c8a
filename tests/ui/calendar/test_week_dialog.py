"""The hours of one week by the keyboard."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.frame import add_exception, set_most_hours, set_weekly_hours
from planner.ui.calendar.week_dialog import WeekHoursDialog, week_to_ask
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from tests.helpers.networks import days_off
from tests.ui.conftest import TODAY


@pytest.fixture
def dialog(editor: Editor, look: ThemeController, qtbot: QtBot) -> Iterator[WeekHoursDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = WeekHoursDialog(editor, look, date(2027, 4, 21), window)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    yield dialog
    window.close()


def test_it_gives_one_week_other_hours_from_the_keyboard(dialog: WeekHoursDialog, editor: Editor) -> None:
    assert dialog.week.words == "19–25 April 2027"
    assert dialog.hours.value() == 10
    assert dialog.hours.hasFocus()

    QTest.keyClicks(dialog.hours, "14")
    QTest.keyClick(dialog.hours, Qt.Key.Key_Return)

    assert float(editor.plan.calendar.daily_hours(date(2027, 4, 19), 7).sum()) == 14
    assert float(editor.plan.calendar.daily_hours(date(2027, 4, 26), 7).sum()) == 10
    assert editor.undo_text == "Give the week of 19 Apr 2027 14 h"


def test_from_this_week_on_from_the_keyboard(dialog: WeekHoursDialog, editor: Editor) -> None:
    assert dialog.only.isChecked()
    dialog.only.setFocus()
    QTest.keyClick(dialog.only, Qt.Key.Key_Down)
    assert dialog.onward.isChecked()
    dialog.hours.setFocus()
    dialog.hours.selectAll()
    QTest.keyClicks(dialog.hours, "14")
    QTest.keyClick(dialog.hours, Qt.Key.Key_Return)

    weeks = [date(2027, 4, 12), date(2027, 4, 19), date(2027, 4, 26), date(2028, 5, 1)]
    hours = [float(editor.plan.calendar.daily_hours(each, 7).sum()) for each in weeks]
    assert hours == [10, 14, 14, 14]
    assert editor.undo_text == "Give each week from 19 Apr 2027 on 14 h"
    editor.undo()
    assert editor.undo_text == ""


def test_hours_that_were_not_changed_are_those_of_the_choice(dialog: WeekHoursDialog, editor: Editor) -> None:
    editor.apply("Holiday", add_exception, days_off(date(2027, 4, 24)))
    dialog.day.show_day(date(2027, 4, 20))
    dialog.day.day_chosen.emit(date(2027, 4, 20))
    assert dialog.hours.value() == 6
    dialog.onward.click()
    assert (dialog.hours.value(), dialog.outcome.words) == (10, "10 h, as now")
    dialog.hours.setValue(12)
    dialog.only.click()
    assert dialog.hours.value() == 12


def test_it_says_when_other_hours_planned_for_later_go(dialog: WeekHoursDialog, editor: Editor) -> None:
    editor.apply("Less", set_weekly_hours, (1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.0), date(2027, 6, 7))
    dialog.hours.setValue(14)
    assert not dialog.note.isVisible()
    dialog.onward.click()
    assert dialog.note.words == "Other hours you planned for later weeks go"


def test_it_shows_what_moves_before_it_is_taken(dialog: WeekHoursDialog, editor: Editor) -> None:
    assert dialog.outcome.words == "10 h, as now"
    dialog.hours.setValue(14)
    assert dialog.outcome.words.startswith("10 h → 14 h · Moves ")
    assert "Finish 17 Aug → " in dialog.outcome.words
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert editor.undo_text == ""


def test_it_grows_with_what_it_has_to_say(dialog: WeekHoursDialog, editor: Editor) -> None:
    editor.apply("Most", set_most_hours, 12.0)
    dialog.hours.setValue(24)
    for field in (dialog.day, dialog.hours, dialog.outcome, dialog.note):
        assert field.height() >= field.minimumSizeHint().height()
    assert dialog.day.edit.height() >= dialog.day.edit.sizeHint().height()


def test_another_week_is_chosen_by_one_of_its_days(dialog: WeekHoursDialog, editor: Editor) -> None:
    dialog.day.edit.setFocus()
    dialog.day.edit.selectAll()
    QTest.keyClicks(dialog.day.edit, "12 May 2027")
    QTest.keyClick(dialog.day.edit, Qt.Key.Key_Tab)
    assert dialog.week.words == "10–16 May 2027"
    dialog.hours.setValue(0)
    dialog.accept_button.click()
    assert editor.plan.calendar.hours_on(date(2027, 5, 12)) == 0


def test_a_week_that_is_over_is_not_taken(dialog: WeekHoursDialog, editor: Editor) -> None:
    dialog.day.edit.setFocus()
    dialog.day.edit.selectAll()
    QTest.keyClicks(dialog.day.edit, "1 Apr 2027")
    QTest.keyClick(dialog.day.edit, Qt.Key.Key_Tab)
    assert dialog.day.problem == "Choose 5 Apr 2027 or a later day."
    dialog.accept_button.click()
    assert editor.undo_text == ""


def test_more_than_the_most_is_said_kindly(dialog: WeekHoursDialog, editor: Editor) -> None:
    editor.apply("Most", set_most_hours, 12.0)
    dialog.hours.setValue(13)
    assert dialog.note.words == "More than the 12 h a week you said you could give"
    assert dialog.accept_button.isEnabled()


def test_it_asks_for_the_week_of_the_selected_item_from_today_on(editor: Editor) -> None:
    later = editor.schedule.start_day(editor.plan.activity(list(editor.plan.activities)[-1]).id)
    assert week_to_ask(editor, list(editor.plan.activities)[-1]) == later > TODAY
    assert week_to_ask(editor, next(iter(editor.plan.activities))) == TODAY
    assert week_to_ask(editor, None) == TODAY
    assert week_to_ask(editor, "phase-1") == TODAY
    milestone = list(editor.plan.milestones)[-1]
    assert week_to_ask(editor, milestone) == editor.schedule.shown_day(milestone)


def test_more_hours_than_a_week_has_are_not_taken(dialog: WeekHoursDialog, editor: Editor) -> None:
    assert dialog.outcome.words == "10 h, as now"
    QTest.keyClicks(dialog.hours, "200")
    assert dialog.problem.words == "Hours in this week: 200 is too many, the most is 168 h."
    assert dialog.outcome.words == ""
    QTest.keyClick(dialog.hours, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.hours.text() == "200 h"
    assert editor.undo_text == ""


def test_the_outcome_follows_each_key(dialog: WeekHoursDialog, editor: Editor) -> None:
    QTest.keyClicks(dialog.hours, "12,5")
    assert dialog.outcome.words.startswith("10 h → 12.5 h · ")
    assert editor.undo_text == ""
