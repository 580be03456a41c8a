"""A baseline keeps the dates as they stood, whatever moves afterwards."""

from datetime import date, timedelta

import pytest

from planner.domain import edits
from planner.domain.archive import archive
from planner.domain.baselines import AS_MADE, as_made, remove_baseline, take_baseline
from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.items import ActivityId, BaselineDays, BaselineId, MilestoneId
from planner.domain.schedule import schedule
from tests.helpers.catching_up import catch_up
from tests.helpers.plans import START, small_plan

MADE = BaselineId("made")
LATER = START + timedelta(days=28)


def test_it_has_the_days_of_every_bar_and_every_diamond() -> None:
    target = date(2027, 4, 1)
    plan = edits.retarget(small_plan(), MilestoneId("core-proven"), target)
    taken = take_baseline(plan, MADE, START, "Before the holidays")
    done, found = schedule(plan), {each.node: each for each in taken.baselines[MADE].days}
    assert set(found) == {*plan.activities, *plan.milestones}
    regression = ActivityId("regression-course")
    assert found[regression].start == done.start_day(regression) == START
    assert found[regression].finish == done.finish_day(regression)
    # A diamond stands on its target, not where its work lands.
    assert found["core-proven"] == BaselineDays(node="core-proven", start=target, finish=target)


def test_it_stays_when_the_plan_moves_and_goes_when_it_is_removed() -> None:
    taken = take_baseline(small_plan(), MADE, START, "First")
    moved = edits.move_activity(taken, ActivityId("regression-course"), LATER)
    assert moved.baselines == taken.baselines
    assert remove_baseline(taken, MADE) == small_plan()


def test_what_is_archived_has_no_days_in_it() -> None:
    plan = archive(small_plan(), ActivityId("write-up"), START)
    days = take_baseline(plan, MADE, START, "First").baselines[MADE].days
    assert "write-up" not in {each.node for each in days}


def test_a_plan_that_is_made_has_its_dates_as_made() -> None:
    (baseline,) = as_made(small_plan(), START).baselines.values()
    assert (baseline.reason, baseline.taken_on) == (AS_MADE, START)


def test_catching_up_keeps_the_dates_from_before_it() -> None:
    plan = small_plan()
    caught_up = catch_up(plan, LATER, BaselineId("before"))
    assert caught_up.facts.status_date == LATER
    (baseline,) = caught_up.baselines.values()
    assert baseline.reason == "Before catching up to 1 Feb 2027"
    assert baseline.days == take_baseline(plan, MADE, START, "Now").baselines[MADE].days


def test_catching_up_to_where_the_plan_is_settled_changes_nothing() -> None:
    assert catch_up(small_plan(), START, BaselineId("before")) == small_plan()


def test_what_cannot_be_is_said() -> None:
    taken = take_baseline(small_plan(), MADE, START, "First")
    with pytest.raises(InvalidValue, match="“First”"):
        take_baseline(taken, MADE, START, "Second")
    with pytest.raises(InvalidValue, match="cannot be empty"):
        take_baseline(small_plan(), MADE, START, "  ")
    with pytest.raises(UnknownItem, match="no baseline “made”"):
        remove_baseline(small_plan(), MADE)
