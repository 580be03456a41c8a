"""The keyboard's equals of dragging: both ends of a bar, its range tail, and many items at once."""

from datetime import date, timedelta

import pytest

from planner.domain.edits import mark_finished, mark_started, move_activity, set_effort_range
from planner.domain.items import ActivityId, MilestoneId
from planner.ui.editor import Editor
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.selection import ClickMode

REGRESSION, CLUSTERING = ActivityId("regression-course"), ActivityId("clustering-course")
SERVE, CORE = ActivityId("serve-model"), MilestoneId("core-proven")


@pytest.fixture
def told(page: TimelinePage) -> list[str]:
    sentences: list[str] = []
    page.message.connect(sentences.append)
    return sentences


def select(page: TimelinePage, *items: str) -> None:
    """Select the first, then add the others; the last one is current."""
    page.select(items[0])
    for each in items[1:]:
        page.view.item_clicked.emit(each, ClickMode.TOGGLE)


def test_a_bar_starts_a_day_later_and_keeps_its_finish(page: TimelinePage, editor: Editor) -> None:
    select(page, "serve-model")
    start, finish = editor.schedule.start_day(SERVE), editor.schedule.finish_day(SERVE)

    page.move_starts_by(1)

    assert editor.schedule.start_day(SERVE) == start + timedelta(days=1)
    assert editor.schedule.finish_day(SERVE) == finish
    assert editor.plan.activity(SERVE).effort.likely == 13.5
    assert editor.undo_text == "Start Serve model on 9 Feb 2027, 13.5 h"


def test_a_bar_that_starts_as_early_as_it_can_says_so(
    page: TimelinePage, editor: Editor, told: list[str]
) -> None:
    select(page, "serve-model")
    page.move_starts_by(-1)
    assert told == ["“Serve model” starts as early as what it waits for allows."]
    assert editor.undo_text == ""


def test_a_step_back_goes_on_over_days_without_study_hours(page: TimelinePage, editor: Editor) -> None:
    editor.apply("Wait", move_activity, CLUSTERING, date(2027, 2, 1))
    select(page, "clustering-course")

    page.move_starts_by(-1)

    # Sunday has no hours, so it is Saturday.
    assert editor.schedule.start_day(CLUSTERING) == date(2027, 1, 30)


def test_the_high_estimate_goes_up_and_down_by_the_tail(page: TimelinePage, editor: Editor) -> None:
    select(page, "regression-course")
    before = editor.schedule.finish_day(REGRESSION)

    page.stretch_by(1)
    assert editor.plan.activity(REGRESSION).effort.high > 30
    assert editor.undo_text.startswith("Give Regression course at most ")
    page.stretch_by(-1)
    page.stretch_by(-1)
    assert editor.plan.activity(REGRESSION).effort.high < 30
    assert editor.schedule.finish_day(REGRESSION) == before


def test_a_bar_without_a_tail_gets_one_and_says_when_it_has_none(
    page: TimelinePage, editor: Editor, told: list[str]
) -> None:
    select(page, "write-up")
    page.stretch_by(-1)
    assert told == ["The high estimate of “Write up” is its likely one already."]
    page.stretch_by(1)
    assert editor.plan.activity(ActivityId("write-up")).effort.high > 5


def test_several_items_are_nudged_in_one_step_and_keep_their_links(
    page: TimelinePage, editor: Editor
) -> None:
    before = editor.schedule
    select(page, "regression-course", "serve-model")

    page.nudge(7)

    for item in (REGRESSION, SERVE):
        assert editor.schedule.start_day(item) == before.start_day(item) + timedelta(days=7)
    assert editor.undo_text == "Move 2 items 7 days later"
    assert page.selection == ("regression-course", "serve-model")


def test_what_stays_of_several_is_said(page: TimelinePage, editor: Editor, told: list[str]) -> None:
    editor.apply("Start", mark_started, REGRESSION, date(2027, 1, 4))
    select(page, "regression-course", "clustering-course")

    page.nudge(1)

    assert told == ["“Regression course” has started, so it stays."]
    assert editor.plan.activity(CLUSTERING).not_before is not None


def test_the_ends_of_several_bars_are_moved_in_one_step(page: TimelinePage, editor: Editor) -> None:
    before = editor.schedule
    select(page, "regression-course", "clustering-course", "core-proven")

    page.resize_by(7)

    assert editor.plan.activity(REGRESSION).effort.likely == 30
    assert editor.plan.activity(CLUSTERING).effort.likely == 40
    assert editor.undo_text == "Change the hours of 2 activities"
    editor.undo()
    assert editor.schedule.finish_day(CLUSTERING) == before.finish_day(CLUSTERING)


def test_of_several_bars_the_finished_one_is_named_and_the_others_change(
    page: TimelinePage, editor: Editor, told: list[str]
) -> None:
    editor.apply("Finish", mark_finished, REGRESSION, date(2027, 1, 16))
    select(page, "regression-course", "clustering-course")

    page.stretch_by(7)

    assert editor.plan.activity(CLUSTERING).effort.high > 30
    assert told[0].startswith("“Regression course” is finished")


def test_high_estimates_and_starts_of_several_bars_change_at_once(page: TimelinePage, editor: Editor) -> None:
    editor.apply("Wait", move_activity, CLUSTERING, date(2027, 2, 1))
    editor.apply("Range", set_effort_range, SERVE, 10, 15, 20)
    select(page, "clustering-course", "serve-model")

    page.stretch_by(7)
    assert editor.undo_text == "Change the high estimates of 2 activities"
    page.move_starts_by(1)
    assert editor.undo_text == "Change start and hours of 2 activities"


def test_a_group_is_nudged_with_all_it_holds_and_has_no_ends(
    page: TimelinePage, editor: Editor, told: list[str]
) -> None:
    select(page, "learning")
    page.nudge(7)
    assert editor.schedule.start_day(REGRESSION) == date(2027, 1, 11)
    assert editor.undo_text == "Move 3 items 7 days later"

    page.resize_by(1)
    assert told == ["“Learning” is as long as what it holds: change one of its activities."]


def test_with_nothing_selected_it_is_said_what_to_do(page: TimelinePage, told: list[str]) -> None:
    page.select(None)
    page.move_starts_by(1)
    assert told == ["Select an activity or a milestone first."]


def test_a_milestone_has_no_ends(page: TimelinePage, told: list[str]) -> None:
    select(page, "core-proven")
    page.stretch_by(1)
    page.move_starts_by(1)
    assert told == ["“Core proven” is a milestone and has no length: move it instead."] * 2


def test_a_group_that_can_go_no_earlier_says_what_it_waits_for(
    page: TimelinePage, editor: Editor, told: list[str]
) -> None:
    select(page, "production")
    page.nudge(-1)
    assert told == [
        "“Production” stays as it was. It waits for “Core proven”, so it starts no earlier than 8 Feb 2027."
    ]
    assert editor.undo_text == ""


def test_a_group_nudged_farther_back_than_it_can_go_counts_the_days_it_went(
    page: TimelinePage, editor: Editor
) -> None:
    editor.apply("Wait", move_activity, SERVE, date(2027, 2, 10))
    select(page, "production")
    page.nudge(-7)
    assert editor.schedule.start_day(SERVE) == date(2027, 2, 8)
    assert editor.undo_text == "Move 3 items 2 days earlier"


def test_a_bar_is_said_to_move_to_the_day_it_really_starts_on(page: TimelinePage, editor: Editor) -> None:
    editor.apply("Wait", move_activity, SERVE, date(2027, 2, 11))
    select(page, "serve-model")
    page.nudge(1)
    # Friday has no hours.
    assert editor.schedule.start_day(SERVE) == date(2027, 2, 13)
    assert editor.undo_text == "Move Serve model to 13 Feb 2027"


def test_a_deadline_missed_says_how_late_it_is_and_the_hours_it_needs(
    page: TimelinePage, editor: Editor
) -> None:
    said: list[str] = []
    editor.followed.connect(said.append)
    select(page, "endpoint-live")
    page.nudge(-1)
    assert said == ["Move Endpoint live to 19 Feb 2027 · lands 1 day late; caught up it needs 16.5 h a week"]
