"""The editor: one way in, one way out, and nothing shown that is not in the file."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.domain.changes import Table
from planner.domain.edits import move_activity, retarget, set_effort
from planner.domain.errors import DependencyCycle, InvalidValue
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.structure import link
from planner.storage.document import Document
from planner.ui.editor import Editor

ENDPOINT = MilestoneId("endpoint-live")
REGRESSION = ActivityId("regression-course")
TARGET = date(2028, 1, 16)


def test_an_edit_is_in_the_file_before_the_window_hears_of_it(editor: Editor, qtbot: QtBot) -> None:
    seen = []

    def read_file(_changes: object) -> None:
        with Document.open(editor.document.path, read_only=True) as other:
            seen.append(other.plan.milestone(ENDPOINT).target)

    editor.changed.connect(read_file)
    with qtbot.waitSignal(editor.changed) as told:
        assert editor.apply("Move Endpoint live", retarget, ENDPOINT, TARGET, holds=True)
    assert seen == [TARGET]
    assert [(each.table, each.key) for each in told.args[0]] == [(Table.MILESTONES, ENDPOINT)]


def test_undo_and_redo_name_what_they_do(editor: Editor) -> None:
    assert (editor.undo_text, editor.redo_text) == ("", "")
    editor.apply("Move Endpoint live", retarget, ENDPOINT, TARGET)
    assert editor.undo_text == "Move Endpoint live"
    assert editor.undo()
    assert editor.plan.milestone(ENDPOINT).target is None
    assert (editor.undo_text, editor.redo_text) == ("", "Move Endpoint live")
    assert editor.redo()
    assert editor.plan.milestone(ENDPOINT).target == TARGET


def test_what_is_refused_is_said_and_changes_nothing(editor: Editor, qtbot: QtBot) -> None:
    before = editor.plan
    with qtbot.waitSignal(editor.failed) as told, qtbot.assertNotEmitted(editor.changed):
        assert not editor.apply("Give nothing", set_effort, REGRESSION, 0.0)
    assert told.args == ["An activity needs more than 0 hours."]
    assert editor.plan is before
    assert editor.undo_text == ""


def test_a_preview_keeps_nothing(editor: Editor) -> None:
    before = editor.plan
    later = editor.schedule.start_day(REGRESSION) + timedelta(days=28)
    proposed = editor.preview(move_activity, REGRESSION, later)
    assert proposed.finish > editor.schedule.finish
    assert editor.plan is before
    with pytest.raises(DependencyCycle):
        editor.preview(link, ENDPOINT, REGRESSION)


def test_today_moves_on_when_the_day_does(tmp_path: Path, editor: Editor, qtbot: QtBot) -> None:
    days = [date(2027, 4, 5)]
    other = Editor(editor.document, lambda: days[-1])
    with qtbot.assertNotEmitted(other.today_changed):
        other.check_today()
    days.append(date(2027, 4, 6))
    with qtbot.waitSignal(other.today_changed) as told:
        other.check_today()
    assert told.args == [date(2027, 4, 6)]
    assert other.today == date(2027, 4, 6)


def test_a_document_for_reading_takes_no_edits(tmp_path: Path, editor: Editor, qtbot: QtBot) -> None:
    with Document.open(editor.document.path, read_only=True) as document:
        reader = Editor(document, lambda: date(2027, 4, 5))
        with qtbot.waitSignal(reader.failed) as told:
            assert not reader.apply("Move it", retarget, ENDPOINT, TARGET)
        assert "reading only" in told.args[0]
        assert document.plan.milestone(ENDPOINT).target is None
        with pytest.raises(InvalidValue):
            reader.preview(set_effort, REGRESSION, -1.0)


def test_what_would_hold_a_target_is_worked_out_once_for_each_state_of_the_plan(editor: Editor) -> None:
    milestone = next(iter(editor.plan.milestones))
    early = editor.plan.facts.start
    assert editor.apply("Aim", retarget, milestone, early)
    first = editor.hold_advice(milestone)
    assert editor.hold_advice(milestone) is first
    assert editor.apply("Aim later", retarget, milestone, early + timedelta(days=4000))
    assert editor.hold_advice(milestone).hours != first.hours
