"""What is done: parts of the whole from hours, steps and ticks."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain import progress
from planner.domain.arrange import add_group, move_rows
from planner.domain.edits import mark_finished, put_activity, tick_step
from planner.domain.items import ActivityId, ChecklistItemId, MilestoneId, PhaseId, StepId
from planner.domain.plan import Plan
from planner.domain.proof import log_session, tick
from tests.helpers.plans import make_plan, phase, small_plan

PLAN = small_plan()
COURSE, LEARNING = ActivityId("regression-course"), PhaseId("learning")
PROVEN, LIVE = MilestoneId("core-proven"), MilestoneId("endpoint-live")


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def done(plan: Plan) -> float:
    """How much of the 20 hours' course is done."""
    return progress.done_share(plan, plan.activity(COURSE))


def test_nothing_is_done_at_first() -> None:
    assert done(PLAN) == 0
    assert progress.logged_hours(PLAN, PLAN.activity(COURSE)) == 0


def test_logged_hours_fill_a_bar() -> None:
    logged = log_session(log_session(PLAN, COURSE, jan(5), 120), COURSE, jan(6), 180)
    assert progress.logged_hours(logged, logged.activity(COURSE)) == 5
    assert done(logged) == 0.25


def test_steps_fill_it_by_their_parts() -> None:
    # The second of two weeks is twice as large.
    assert done(tick_step(PLAN, COURSE, StepId("week-2"), True)) == pytest.approx(2 / 3)


def test_the_larger_of_steps_and_hours_counts() -> None:
    logged = log_session(PLAN, COURSE, jan(5), 10 * 60)
    assert done(tick_step(logged, COURSE, StepId("week-1"), True)) == 0.5
    assert done(tick_step(logged, COURSE, StepId("week-2"), True)) == pytest.approx(2 / 3)


def test_what_is_left_says_what_is_done() -> None:
    assert done(put_activity(PLAN, replace(PLAN.activity(COURSE), remaining_hours=5.0))) == 0.75
    assert done(put_activity(PLAN, replace(PLAN.activity(COURSE), remaining_hours=30.0))) == 0


def test_only_finished_is_the_whole() -> None:
    assert done(log_session(PLAN, COURSE, jan(5), 24 * 60)) == 0.99
    ticked = tick_step(tick_step(PLAN, COURSE, StepId("week-1"), True), COURSE, StepId("week-2"), True)
    assert done(ticked) == 0.99
    assert done(mark_finished(PLAN, COURSE, jan(20))) == 1


def test_a_phase_counts_its_activities_by_their_hours() -> None:
    # 20 of 50 hours.
    assert progress.phase_done_share(mark_finished(PLAN, COURSE, jan(20)), LEARNING) == pytest.approx(0.4)
    assert progress.phase_done_share(make_plan(phase("empty")), PhaseId("empty")) == 0


def test_a_phase_counts_what_lies_in_groups_within_it_too() -> None:
    grouped = add_group(PLAN, PhaseId("inner"), "Inner", LEARNING)
    grouped = move_rows(grouped, [COURSE], PhaseId("inner"), None)
    finished = mark_finished(grouped, COURSE, jan(20))
    assert progress.phase_done_share(finished, LEARNING) == pytest.approx(0.4)
    assert progress.phase_done_share(finished, PhaseId("inner")) == 1


def test_checklists_are_counted() -> None:
    ticked = tick(PLAN, ChecklistItemId("extra-load-test"), jan(5))
    assert progress.checklist_count(ticked, LIVE) == progress.Count(1, 3)
    assert progress.required_left(ticked, LIVE) == 2
    assert progress.plan_count(ticked) == progress.Count(1, 5)
    assert progress.required_left(tick(ticked, ChecklistItemId("course-done"), jan(5)), LIVE) == 1


def test_hours_logged_in_a_week_are_those_of_its_seven_days() -> None:
    plan = PLAN
    for day, minutes in ((3, 1), (4, 60), (10, 30), (11, 1)):
        plan = log_session(plan, COURSE, jan(day), minutes)
    assert progress.week_logged_hours(plan, jan(4)) == 1.5
    assert progress.logged_hours_between(plan, jan(10), jan(10)) == 0.5
