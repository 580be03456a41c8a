"""The line at the bottom: what is true of the plan, and what was just done."""

from datetime import date

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.domain.arrange import duplicate
from planner.domain.edits import move_activity
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.domain.wording import day_text
from planner.ui.editor import Editor
from planner.ui.status import LEAST_MESSAGE, MESSAGE_MS, StatusLine
from planner.ui.theme_controller import ThemeController


def words(line: StatusLine) -> list[str]:
    return [each.text() for each in line.findChildren(QLabel) if each.text()]


def test_it_says_hours_finish_and_origin(editor: Editor, qtbot: QtBot) -> None:
    line = StatusLine(editor)
    qtbot.addWidget(line)
    assert {"Saved", "This week 0 min of 10 h · 10 h open from last week", "Finish 17 Aug 2028"} <= set(
        words(line)
    )
    editor.apply("Log", log_session, ActivityId("gradient-descent"), date(2027, 4, 6), 90)
    line.refresh()
    assert "This week 1 h 30 of 10 h · 10 h open from last week" in words(line)


def test_the_finish_does_not_hide_work_that_ends_after_it(editor: Editor, qtbot: QtBot) -> None:
    line = StatusLine(editor)
    qtbot.addWidget(line)
    editor.apply("Copy", duplicate, ["gradient-descent"], {"gradient-descent": "copy"})
    editor.apply("Far out", move_activity, ActivityId("copy"), date(2028, 9, 4))
    line.refresh()
    ends = day_text(editor.schedule.finish_day(ActivityId("copy")))
    finish = f"Finish 17 Aug 2028 · work until {ends}"
    assert finish in words(line)
    label = next(each for each in line.findChildren(QLabel) if each.text() == finish)
    qtbot.waitUntil(lambda: bool(label.toolTip()))
    title = editor.plan.activity(ActivityId("copy")).title
    assert f"“{title}” ends after the finish, on {ends}." in label.accessibleDescription()


def test_what_is_said_in_one_go_stands_together_and_hides_nothing(editor: Editor, qtbot: QtBot) -> None:
    line = StatusLine(editor)
    qtbot.addWidget(line)
    line.tell("Tick Endpoint answers")
    line.tell("Endpoint live reached.")
    assert "Tick Endpoint answers · Endpoint live reached." in words(line)
    assert "Finish 17 Aug 2028" in words(line)


def test_every_figure_answers_where_it_comes_from(editor: Editor, qtbot: QtBot) -> None:
    line = StatusLine(editor)
    qtbot.addWidget(line)
    qtbot.waitUntil(lambda: any(each.toolTip() for each in line.findChildren(QLabel)))
    answers = {each.text(): each.accessibleDescription() for each in line.findChildren(QLabel)}
    assert (
        "your 10 h a week, in force from 4 Jan 2027"
        in answers["This week 0 min of 10 h · 10 h open from last week"]
    )
    assert "8.6 rest on the source's own lengths" in answers["Finish 17 Aug 2028"]
    assert "Its months are read as 10 h a week." in answers["Roadmap v1 · started 4 Jan 2027"]
    for each in line.findChildren(QLabel):
        assert bool(each.toolTip()) == bool(each.accessibleDescription())


def test_a_message_is_read_in_a_narrow_window_and_the_figures_come_back(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    line = StatusLine(editor)
    qtbot.addWidget(line)
    line.resize(900, 30)
    line.show()
    message = (
        "Move Tracking, registry, feature stores to 16 Jan 2028 · Moves 31 others · finish 17 Aug → 9 Oct"
    )
    line.tell(message)
    label = next(each for each in line.findChildren(QLabel) if each.text() == message)
    qtbot.waitUntil(lambda: label.width() >= LEAST_MESSAGE)
    week = "This week 0 min of 10 h · 10 h open from last week"

    def shown() -> list[str]:
        return [each.text() for each in line.findChildren(QLabel) if each.isVisible() and each.text()]

    assert shown() == ["Saved", week, "Finish 17 Aug 2028", message], "the figures stay where they were"
    assert "Moves 31 others" in label.toolTip()
    line.resize(520, 30)
    assert week not in shown()
    qtbot.waitUntil(lambda: label.width() >= LEAST_MESSAGE)
    line.resize(1900, 30)
    qtbot.waitUntil(lambda: label.width() >= label.fontMetrics().horizontalAdvance(message))
    assert len([each for each in line.findChildren(QLabel) if each.isVisible()]) == 5
    line.resize(900, 30)
    passing = next(each for each in line.findChildren(QTimer) if each.interval() == MESSAGE_MS)
    passing.setInterval(1)
    line.tell("Saved a copy.")
    qtbot.waitUntil(lambda: not label.text())
    assert len([each for each in line.findChildren(QLabel) if each.isVisible()]) == 5


def test_the_finish_follows_a_drag_in_progress(editor: Editor, look: ThemeController, qtbot: QtBot) -> None:
    line = StatusLine(editor)
    qtbot.addWidget(line)
    later = editor.preview(move_activity, ActivityId("gradient-descent"), date(2028, 8, 1))
    before = editor.schedule.finish
    line.show_proposed(later)
    qtbot.waitUntil(lambda: f"Finish {day_text(later.finish)}" in words(line))
    assert later.finish != before
    line.show_proposed(None)
    assert f"Finish {day_text(before)}" in words(line)


def test_what_waits_for_a_calendar_is_said_while_it_waits(editor: Editor, qtbot: QtBot) -> None:
    line = StatusLine(editor)
    qtbot.addWidget(line)
    line.show()
    line.show_calendar("Calendar: not sent", "Nothing answers.")
    label = next(each for each in line.findChildren(QLabel) if each.text() == "Calendar: not sent")
    assert label.isVisible()
    assert "Nothing answers." in label.toolTip()
    line.show_calendar("", "All is well.")
    assert not label.isVisible()


def test_saved_is_said_only_once_it_is_and_a_slow_disk_is_said_to_be_at_work(
    editor: Editor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = StatusLine(editor)
    qtbot.addWidget(line)
    editor.changed.connect(lambda _changes: line.refresh())
    monkeypatch.setattr("planner.ui.editor.SLOW_SECONDS", 0.0)
    label = next(each for each in line.findChildren(QLabel) if each.text() == "Saved")
    said: list[str] = []

    def later(plan: Plan) -> Plan:
        said.append(label.text())
        return move_activity(plan, ActivityId("gradient-descent"), date(2027, 5, 3 + len(said)))

    assert editor.apply("Once", later)
    assert editor.apply("Twice", later)
    assert said == ["Saved", "Saving…"]
    assert label.text() == "Saved"
    editor.apply("Not at all", lambda plan: plan)
    assert label.text() == "Saved"


def test_what_was_said_before_goes_when_the_plan_changes_otherwise(editor: Editor, qtbot: QtBot) -> None:
    line = StatusLine(editor)
    qtbot.addWidget(line)
    line.tell("Rename “Endpoint live”")
    qtbot.wait(1)
    assert "Rename “Endpoint live”" in words(line)
    line.tell("Tick Endpoint answers")
    editor.changed.emit(())
    assert "Tick Endpoint answers" in words(line), "what is said in the same go stays"
    qtbot.wait(1)
    editor.changed.emit(())
    assert "Tick Endpoint answers" not in words(line)
    assert not [
        each for each in line.findChildren(QLabel) if "Tick" in each.toolTip() + each.accessibleName()
    ]


def test_what_is_found_out_a_moment_later_joins_the_message_that_stands(editor: Editor, qtbot: QtBot) -> None:
    line = StatusLine(editor)
    qtbot.addWidget(line)
    line.tell("Moved")
    qtbot.wait(1)
    line.add("It cannot land by then.", "It cannot land by then: even 20 h a week are too few.")
    assert "Moved · It cannot land by then." in words(line)
    label = next(each for each in line.findChildren(QLabel) if each.text().startswith("Moved"))
    assert "even 20 h a week are too few" in label.toolTip().replace("\u00a0", " ")
