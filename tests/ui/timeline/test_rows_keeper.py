"""Which rows are shown: folding, filters and order, and what is kept of them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from planner.domain.edits import rename, retarget
from planner.domain.items import ActivityId, MilestoneId
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.timeline.columns import Column
from planner.ui.timeline.row_filter import Quick
from planner.ui.timeline.row_order import Sort
from planner.ui.timeline.rows_keeper import RowsKeeper
from tests.helpers.plans import small_plan


@pytest.fixture
def keeper(editor: Editor) -> RowsKeeper:
    keeper = RowsKeeper(editor)
    editor.changed.connect(keeper.on_changed)
    return keeper


def test_what_is_folded_comes_back_after_a_filter(keeper: RowsKeeper) -> None:
    keeper.fold("production", True)

    keeper.show_words("course")
    assert keeper.rows.ids[-2:] == ("production", "endpoint-live")
    keeper.fold("learning", True)
    assert "regression-course" not in keeper.rows.index
    keeper.show_words("cours")
    assert "regression-course" in keeper.rows.index
    keeper.clear_filter()

    assert keeper.rows.collapsed == frozenset({"production"})
    assert "regression-course" in keeper.rows.index


def test_an_edit_can_bring_a_row_into_the_filter(keeper: RowsKeeper, editor: Editor) -> None:
    keeper.show_words("endpoint")
    assert keeper.rows.found == frozenset({"endpoint-live"})

    editor.apply("Rename", rename, ActivityId("write-up"), "Write the endpoint up")

    assert keeper.rows.found == frozenset({"endpoint-live", "write-up"})


def test_dates_alone_leave_the_rows_as_they_are(keeper: RowsKeeper, editor: Editor) -> None:
    rows = keeper.rows

    editor.apply("Aim", retarget, MilestoneId("core-proven"), date(2027, 3, 1))

    assert keeper.rows is rows


def test_what_is_late_changes_with_the_day(tmp_path: Path, qapp: QApplication) -> None:
    days = [date(2027, 1, 5)]
    with Document.create(tmp_path / "late.milepost", small_plan()) as document:
        editor = Editor(document, lambda: days[0])
        keeper = RowsKeeper(editor)
        editor.today_changed.connect(keeper.on_today_changed)
        keeper.show_quick(frozenset({Quick.LATE}))
        assert not keeper.rows.ids

        days[0] = date(2027, 1, 30)
        editor.check_today()

        assert keeper.rows.ids == ("learning", "regression-course")


def test_a_row_that_a_filter_hides_can_be_uncovered(keeper: RowsKeeper) -> None:
    keeper.fold("production", True)
    keeper.show_words("regression")

    keeper.uncover("write-up")

    assert "write-up" in keeper.rows.index
    assert not keeper.choice.filtered
    keeper.uncover("no such row")
    assert "write-up" in keeper.rows.index


def test_all_of_it_is_kept(keeper: RowsKeeper, editor: Editor) -> None:
    keeper.fold("learning", True)
    keeper.sort_by(Column.HOURS)
    keeper.sort_by(Column.HOURS)
    keeper.show_words("course")
    keeper.show_quick(frozenset({Quick.OPEN, Quick.MILESTONES}))
    state = json.loads(json.dumps(keeper.state))

    again = RowsKeeper(editor)
    again.restore(state)

    assert again.choice == keeper.choice
    assert again.choice.sort == Sort(Column.HOURS, descending=True)
    again.clear_filter()
    assert again.rows.collapsed == frozenset({"learning"})


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"collapsed": 3, "words": 7, "quick": ["soon", 4], "sort": "finish"},
        {"collapsed": ["gone"], "quick": "late", "sort": ["colour", True]},
        {"sort": ["finish", "down"]},
    ],
)
def test_what_makes_no_sense_is_left_aside(keeper: RowsKeeper, state: dict[str, Any]) -> None:
    keeper.restore(state)

    assert len(keeper.rows) == 8
    assert keeper.choice.sort is None
