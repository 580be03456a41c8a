"""What hovering says of state, float and drift."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.baselines import take_baseline
from planner.domain.edits import mark_finished, move_activity, retarget
from planner.domain.items import ActivityId, BaselineId, MilestoneId
from planner.domain.schedule import schedule
from planner.domain.wording import span_text
from planner.ui.timeline.options import PLAIN, ColourBy, ViewOptions
from planner.ui.timeline.seen_words import drift_text, seen_lines
from tests.helpers.networks import goal, network, wait, work
from tests.helpers.plans import START

LONG, SHORT, GOAL = ActivityId("long"), ActivityId("short"), MilestoneId("goal")
PLAN = network(work("long", 24), work("short", 4), goal("goal"), wait("long", "goal"))
FLOAT = ViewOptions(float_bars=True)
MADE = BaselineId("made")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (12, "12 days later than on 4 Jan 2027"),
        (1, "1 day later than on 4 Jan 2027"),
        (0, "unchanged since 4 Jan 2027"),
        (-1, "1 day earlier than on 4 Jan 2027"),
        (-40, "40 days earlier than on 4 Jan 2027"),
    ],
)
def test_drift_is_counted_in_days(days: int, words: str) -> None:
    was = date(2027, 3, 1)

    assert drift_text(was + timedelta(days=days), was, START) == words


def test_what_came_later_has_no_drift() -> None:
    kept = take_baseline(network(work("long", 24)), MADE, START, "As it was made").baselines
    plan = replace(network(work("long", 24), work("new", 2)), baselines=kept)

    lines = seen_lines(plan, schedule(plan), ActivityId("new"), ViewOptions(baseline=MADE), START)

    assert lines == ("not in the plan on 4 Jan 2027",)


def test_float_is_counted_in_days_and_critical_items_are_named_so() -> None:
    current = schedule(PLAN)

    assert seen_lines(PLAN, current, SHORT, FLOAT, START) == (
        f"float: {span_text(current.float_days(SHORT))}",
    )
    assert seen_lines(PLAN, current, LONG, FLOAT, START) == ("critical: any delay moves the finish",)


def test_what_is_done_has_no_float() -> None:
    plan = mark_finished(PLAN, SHORT, START)

    assert seen_lines(plan, schedule(plan), SHORT, FLOAT, START) == ()


def test_nothing_is_said_of_what_is_not_shown() -> None:
    assert seen_lines(PLAN, schedule(PLAN), LONG, PLAIN, START) == ()


def test_an_activity_drifts_by_its_end_and_a_milestone_by_its_diamond() -> None:
    plan = take_baseline(PLAN, MADE, START, "As it was made")
    before = schedule(plan)
    moved = move_activity(plan, LONG, START + timedelta(days=14))
    moved = retarget(moved, GOAL, before.shown_day(GOAL) + timedelta(days=3))
    after = schedule(moved)
    options = ViewOptions(baseline=MADE)

    late = (after.finish_day(LONG) - before.finish_day(LONG)).days
    assert seen_lines(moved, after, LONG, options, START) == (f"{late} days later than on 4 Jan 2027",)
    assert seen_lines(moved, after, GOAL, options, START) == ("3 days later than on 4 Jan 2027",)


def test_the_state_is_said_where_colours_mean_it() -> None:
    by_state = ViewOptions(colour_by=ColourBy.STATE)

    assert seen_lines(PLAN, schedule(PLAN), LONG, by_state, START) == ("ready to start",)
    assert seen_lines(PLAN, schedule(PLAN), GOAL, by_state, START) == ("waiting",)
