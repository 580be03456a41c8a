"""An activity in the inspector: finished, grown, given its own figures."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from planner.domain import edits, frame, proof
from planner.domain.items import ActivityId, Provenance
from planner.domain.splitting import split
from planner.domain.wording import days_text
from planner.ui.editor import Editor
from planner.ui.fields.icon_button import Popover
from planner.ui.fields.text import TextLabel
from planner.ui.inspector.ask import AskDay, AskHours
from planner.ui.inspector.inspector import Inspector
from planner.ui.timeline.columns import Column, Dates, cell_text
from planner.ui.timeline.rows import rows_of
from planner.ui.timeline.tooltip import description
from tests.helpers.looks import wait_until_freed
from tests.ui.conftest import TODAY

COURSE = ActivityId("structuring-ml-projects")
UNKNOWN = ActivityId("production-ml-systems")


def test_its_head_says_what_it_is(inspector: Inspector) -> None:
    inspector.show_node(COURSE)
    assert inspector.activity.head.title.words == "Structuring ML Projects"
    assert inspector.activity.head.line.words == "Course · Coursera · Phase 1"


def test_marking_it_finished_asks_for_the_day_and_sets_the_dates(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    inspector.show_node(COURSE)
    inspector.activity.verbs.finish.click()
    ask = inspector.findChild(AskDay)
    assert ask is not None
    assert ask.field.day == TODAY
    ask.field.edit.selectAll()
    QTest.keyClicks(ask.field.edit, "20 Mar 2027")
    QTest.keyClick(ask.field.edit, Qt.Key.Key_Return)
    found = editor.plan.activity(COURSE)
    assert found.finished_on == date(2027, 3, 20)
    assert editor.undo_text == "Mark Structuring ML Projects finished"
    wait_until_freed(qtbot, ask)
    page = inspector.activity
    assert page.progress.words == "100 % · finished on 20 Mar 2027"
    assert page.verbs.finish.isHidden()
    page.verbs.reopen.click()
    assert editor.plan.activity(COURSE).finished_on is None
    assert page.verbs.finish.isVisible()


def test_what_is_left_can_be_said_once_work_has_begun(inspector: Inspector, editor: Editor) -> None:
    inspector.show_node(COURSE)
    page = inspector.activity
    assert not page.left.isVisible()
    editor.apply("Log", proof.log_session, COURSE, TODAY, 300)
    assert page.left.isVisible()
    assert page.left.value() == 15
    page.left.setValue(9)
    assert page.progress.words == "36 % · 5 h logged · 9 h left of 14 h"
    assert editor.undo_text == "Say 9 h of Structuring ML Projects are left"
    editor.apply("Catch up", frame.settle, TODAY)
    assert editor.plan.activity(COURSE).remaining_hours == 9
    page.left.setValue(12)
    assert editor.plan.activity(COURSE).remaining_hours == 12
    editor.apply("Finish", edits.mark_finished, COURSE, TODAY)
    assert not page.left.isVisible()


def test_that_nothing_is_left_is_refused_before_any_hour(inspector: Inspector, editor: Editor) -> None:
    editor.apply("Start", edits.mark_started, COURSE, TODAY)
    inspector.show_node(COURSE)
    said: list[str] = []
    editor.failed.connect(said.append)
    inspector.activity.left.setValue(0)
    assert said == ["Say how many hours are left, or mark it finished."]
    assert inspector.activity.left.value() == 20


def test_it_cannot_be_finished_tomorrow(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    inspector.show_node(COURSE)
    inspector.activity.verbs.finish.click()
    ask = inspector.findChild(AskDay)
    assert ask is not None
    ask.field.edit.selectAll()
    QTest.keyClicks(ask.field.edit, "6 Apr 2027")
    ask.accept_button.click()
    assert ask.isVisible()
    assert editor.plan.activity(COURSE).finished_on is None
    ask.reject()
    wait_until_freed(qtbot, ask)


def test_it_can_need_more_hours(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    before = editor.plan.activity(COURSE).effort.likely
    inspector.show_node(COURSE)
    inspector.activity.verbs.more_hours.click()
    ask = inspector.findChild(AskHours)
    assert ask is not None
    ask.field.setValue(7)
    ask.accept_button.click()
    assert editor.plan.activity(COURSE).effort.likely == before + 7
    assert editor.undo_text == "Give Structuring ML Projects 7 h more"
    wait_until_freed(qtbot, ask)


def test_the_day_it_started_can_be_said_and_taken_back(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    inspector.show_node(COURSE)
    inspector.activity.verbs.started.click()
    ask = inspector.findChild(AskDay)
    assert ask is not None
    ask.accept()
    assert editor.plan.activity(COURSE).started_on == TODAY
    assert inspector.activity.verbs.started.text() == "Started 5 Apr 2027…"
    wait_until_freed(qtbot, ask)
    inspector.activity.verbs.started.click()
    ask = inspector.findChild(AskDay)
    assert ask is not None
    next(each for each in ask.buttons.buttons() if each.text() == "Not started yet").click()
    assert editor.plan.activity(COURSE).started_on is None
    wait_until_freed(qtbot, ask)


def test_effort_typed_is_the_learners_own(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    inspector.show_node(UNKNOWN)
    page = inspector.activity
    assert page.unknown.headline.words == "Length not found"
    low = editor.plan.activity(UNKNOWN).effort.low
    page.effort.likely.selectAll()
    QTest.keyClicks(page.effort.likely, "40")
    QTest.keyClick(page.effort.likely, Qt.Key.Key_Return)
    effort = editor.plan.activity(UNKNOWN).effort
    assert (effort.low, effort.likely, effort.provenance) == (low, 40, Provenance.LEARNER)
    assert effort.high >= 40
    assert editor.undo_text == "Change effort of Production ML Systems to 40 h"
    assert page.unknown.isHidden()
    assert page.effort_origin.words == "These hours: set by you."


def test_low_above_likely_takes_it_along(inspector: Inspector, editor: Editor) -> None:
    inspector.show_node(COURSE)
    inspector.activity.effort.low.setValue(90)
    effort = editor.plan.activity(COURSE).effort
    assert (effort.low, effort.likely, effort.high) == (90, 90, 90)
    assert inspector.activity.effort.high.value() == 90
    inspector.activity.effort.high.setValue(30)
    effort = editor.plan.activity(COURSE).effort
    assert (effort.low, effort.likely, effort.high) == (30, 30, 30)


def test_share_and_own_start_are_edited(inspector: Inspector, editor: Editor) -> None:
    inspector.show_node(COURSE)
    inspector.activity.share.setValue(50)
    assert editor.plan.activity(COURSE).share == 0.5
    assert editor.undo_text == "Change share of Structuring ML Projects to 50 %"
    inspector.activity.not_before.day_chosen.emit(date(2027, 6, 1))
    assert editor.plan.activity(COURSE).not_before == date(2027, 6, 1)
    assert editor.undo_text == "Start Structuring ML Projects not before 1 Jun 2027"
    assert editor.schedule.start_day(COURSE) == date(2027, 6, 1)


def test_steps_fill_the_bar(inspector: Inspector, editor: Editor) -> None:
    inspector.show_node(COURSE)
    first = editor.plan.activity(COURSE).steps[0]
    inspector.activity.steps.box(first.id).click()
    assert editor.plan.activity(COURSE).steps[0].done
    assert inspector.activity.bar.value() == 50


def test_logged_hours_are_said(inspector: Inspector, editor: Editor) -> None:
    inspector.show_node(COURSE)
    editor.apply("Log", proof.log_session, COURSE, date(2027, 4, 2), 150)
    assert "2.5 h logged" in inspector.activity.progress.words


def test_its_link_is_checked_before_it_is_kept(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    inspector.show_node(COURSE)
    line = inspector.activity.link.line
    before = editor.plan.activity(COURSE).link
    line.selectAll()
    QTest.keyClicks(line, "ftp://example.org")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert editor.plan.activity(COURSE).link == before
    line.selectAll()
    QTest.keyClicks(line, "example.org/course")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert editor.plan.activity(COURSE).link == "https://example.org/course"


@pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
def test_every_figure_can_be_asked(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.show_node(UNKNOWN)
    page = inspector.activity
    for info in (page.dates.info, page.slack.info, page.effort_info):
        assert info.isVisible()
        assert info.accessibleDescription()
    page.effort_info.click()
    popover = page.effort_info.findChild(Popover)
    assert popover is not None
    assert "Phase 3" in popover.accessibleName()
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    wait_until_freed(qtbot, popover)


def test_what_is_being_typed_stays_when_something_else_changes(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    inspector.show_node(COURSE)
    box = inspector.activity.effort.likely
    inspector.activateWindow()
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "33")
    editor.apply("Rename", edits.rename, COURSE, "Strategy")
    assert inspector.activity.head.title.words == "Strategy"
    assert box.text().startswith("33")


def test_its_dialogs_are_freed(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.show_node(COURSE)
    for button in (
        inspector.activity.verbs.finish,
        inspector.activity.verbs.started,
        inspector.activity.verbs.more_hours,
    ):
        button.click()
        dialog = inspector.findChild(QDialog)
        assert dialog is not None
        dialog.reject()
        wait_until_freed(qtbot, dialog)
    assert inspector.findChildren(QDialog) == []


def test_hours_are_said_the_same_in_boxes_line_column_pointer_and_undo(
    inspector: Inspector, editor: Editor
) -> None:
    editor.apply("Grow", edits.set_effort_range, COURSE, 9.3, 29.583, 49.71)
    inspector.show_node(COURSE)
    page, plan = inspector.activity, editor.plan
    boxes = [each.text() for each in (page.effort.low, page.effort.likely, page.effort.high)]
    assert boxes == ["9.25 h", "29.5 h", "49.75 h"]
    assert page.progress.words == "0 % · 29.5 h left of 29.5 h"
    dates, rows = Dates(plan, editor.schedule, TODAY), rows_of(plan)
    assert cell_text(dates, plan.activity(COURSE), Column.HOURS) == "29.5 h (9.25–49.75)"
    told = description(plan, editor.schedule, rows.rows[rows.index[COURSE]])
    assert any(line.startswith("29.5 h (9.25–49.75 h)") for line in told)


def test_hours_typed_finer_than_a_quarter_are_kept_to_the_quarter(
    inspector: Inspector, editor: Editor
) -> None:
    inspector.show_node(COURSE)
    box = inspector.activity.effort.likely
    box.selectAll()
    QTest.keyClicks(box, "11.3")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "11.25 h"
    assert editor.plan.activity(COURSE).effort.likely == 11.25


def test_a_pause_is_listed_with_a_press_that_closes_its_gap(inspector: Inspector, editor: Editor) -> None:
    days = editor.schedule.start_day(COURSE)
    inspector.show_node(COURSE)
    page = inspector.activity
    assert not page.pauses.isVisible()
    first = days + timedelta(days=1)
    editor.apply("Pause", split, COURSE, first, first)
    assert page.pauses.isVisible()
    (link,) = page.pauses.links
    link.click()
    assert editor.plan.activity(COURSE).pauses == ()
    assert editor.undo_text == f"Close the gap of Structuring ML Projects on {days_text(first, first)}"
    assert not page.pauses.isVisible()


def test_hours_that_do_not_fit_change_nothing_and_say_why(inspector: Inspector, editor: Editor) -> None:
    inspector.show_node(COURSE)
    likely = inspector.activity.effort.likely
    was = likely.value()
    likely.setFocus()
    likely.selectAll()
    QTest.keyClicks(likely, "1e9")
    QTest.keyClick(likely, Qt.Key.Key_Return)
    sentence = "Likely hours: “1e9” is no plain number. Type one like 2 or 2.5."
    labels = inspector.activity.effort.findChildren(TextLabel)
    assert sentence in [each.words for each in labels if each.isVisible()]
    assert editor.undo_text == ""
    assert editor.plan.activity(COURSE).effort.likely == was
    inspector.show_node(UNKNOWN)
    assert likely.problem == ""
    assert sentence not in [each.words for each in labels]
