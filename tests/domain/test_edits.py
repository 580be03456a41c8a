"""The verbs on activities and milestones: what each changes, and what it refuses."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from planner.domain import edits
from planner.domain.changes import difference
from planner.domain.errors import InvalidValue, PlanError, UnknownItem
from planner.domain.frame import settle
from planner.domain.items import (
    ActivityId,
    MilestoneId,
    Provenance,
    StepId,
)
from planner.domain.plan import Plan
from planner.domain.progress import hours_left
from planner.domain.proof import log_session
from planner.domain.schedule import Schedule, schedule
from tests.helpers.plans import chain_plan, small_plan

PLAN = small_plan()
DAY = date(2027, 1, 20)
COURSE = ActivityId("regression-course")
SERVE = ActivityId("serve-model")
PROVEN = MilestoneId("core-proven")


def january(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def only(plan: Plan, other: Plan = PLAN) -> Any:
    """The one fact that differs, as it is now."""
    (change,) = difference(other, plan)
    return change.after


def test_an_activity_gets_a_start_date_of_its_own_and_loses_it() -> None:
    moved = edits.move_activity(PLAN, SERVE, DAY)
    assert only(moved).not_before == DAY
    assert edits.move_activity(moved, SERVE, None) == PLAN


def test_a_target_holds_followers_only_when_asked_to() -> None:
    assert only(edits.retarget(PLAN, PROVEN, DAY)).holds is False
    held = edits.retarget(PLAN, PROVEN, DAY, holds=True)
    assert (only(held).target, only(held).holds) == (DAY, True)
    assert edits.retarget(held, PROVEN, None, holds=True) == PLAN


def test_a_hold_is_let_go_with_one_press() -> None:
    held = edits.retarget(PLAN, PROVEN, DAY, holds=True)
    free = edits.hold_followers(held, PROVEN, False)
    assert (free.milestone(PROVEN).target, free.milestone(PROVEN).holds) == (DAY, False)
    with pytest.raises(InvalidValue, match="Only a target date can hold"):
        edits.hold_followers(PLAN, PROVEN, True)


def test_a_fixed_date_is_moved_by_no_drag() -> None:
    fixed = edits.fix_date(PLAN, PROVEN, DAY)
    assert (only(fixed).target, only(fixed).fixed) == (DAY, True)
    with pytest.raises(InvalidValue, match="“Core proven” has a fixed date"):
        edits.retarget(fixed, PROVEN, None)
    movable = edits.fix_date(fixed, PROVEN, None)
    assert movable.milestone(PROVEN).target == DAY
    assert edits.retarget(movable, PROVEN, None) == PLAN


def test_likely_hours_take_low_and_high_along() -> None:
    # 15, 20, 30 times a half.
    effort = only(edits.set_effort(PLAN, COURSE, 10)).effort
    assert (effort.low, effort.likely, effort.high) == (7.5, 10, 15)
    assert effort.provenance is Provenance.LEARNER


def test_hours_that_were_equal_stay_so_whatever_rounding_says() -> None:
    equal = edits.set_effort_range(PLAN, COURSE, 10.25, 10.25, 10.25)
    for quarters in range(1, 200):
        effort = edits.set_effort(equal, COURSE, quarters / 4).activity(COURSE).effort
        assert effort.low == pytest.approx(effort.likely) == pytest.approx(effort.high)


@pytest.mark.parametrize("hours", [0, -1, float("nan"), 200_000])
def test_hours_no_activity_can_take_are_refused(hours: float) -> None:
    with pytest.raises(InvalidValue):
        edits.set_effort(PLAN, COURSE, hours)


def test_what_is_left_grows_and_shrinks_with_the_effort() -> None:
    half_done = edits.put_activity(PLAN, replace(PLAN.activity(COURSE), remaining_hours=8.0))
    assert edits.set_effort(half_done, COURSE, 25).activity(COURSE).remaining_hours == 13
    assert edits.set_effort(half_done, COURSE, 5).activity(COURSE).remaining_hours == 0
    assert edits.need_more_hours(half_done, COURSE, 2).activity(COURSE).remaining_hours == 10
    assert edits.set_effort(PLAN, COURSE, 25).activity(COURSE).remaining_hours is None


def test_all_three_estimates_can_be_said() -> None:
    effort = only(edits.set_effort_range(PLAN, COURSE, 1, 2, 3)).effort
    assert (effort.low, effort.likely, effort.high) == (1, 2, 3)
    with pytest.raises(InvalidValue, match="rise from low"):
        edits.set_effort_range(PLAN, COURSE, 3, 2, 1)


def test_what_the_learner_says_is_left_makes_the_effort_with_the_hours_logged() -> None:
    logged = log_session(PLAN, COURSE, january(5), 180)
    for hours in (0, 7, 30):
        said = edits.set_remaining(logged, COURSE, hours)
        assert hours_left(said, said.activity(COURSE)) == hours
        assert only(said, logged).effort.likely == 3 + hours
        assert only(said, logged).effort.provenance is Provenance.LEARNER


def test_what_is_left_outlives_catching_up() -> None:
    settled = settle(log_session(PLAN, COURSE, january(5), 180), january(11))
    later = log_session(settled, COURSE, january(12), 60)
    said = edits.set_remaining(later, COURSE, 2)
    # An hour was studied since the plan was settled: three were left then, two are left at the next settling.
    assert said.activity(COURSE).remaining_hours == pytest.approx(3)
    assert settle(said, january(18)).activity(COURSE).remaining_hours == pytest.approx(2)


def test_nothing_left_is_said_by_finishing() -> None:
    with pytest.raises(InvalidValue, match="mark it finished"):
        edits.set_remaining(PLAN, COURSE, 0)
    with pytest.raises(InvalidValue, match="mark it finished"):
        edits.set_remaining(PLAN, COURSE, -1)
    finished = edits.mark_finished(PLAN, COURSE, january(8))
    with pytest.raises(InvalidValue, match="Reopen it first"):
        edits.set_remaining(finished, COURSE, 3)


def test_more_hours_are_added_to_the_likely_ones() -> None:
    assert only(edits.need_more_hours(PLAN, COURSE, 5)).effort.likely == 25
    # Beyond the high estimate that grows too.
    assert only(edits.need_more_hours(PLAN, COURSE, 15)).effort.high == 35
    with pytest.raises(InvalidValue, match="how many hours more"):
        edits.need_more_hours(PLAN, COURSE, 0)


def test_a_length_nobody_knew_is_known_once_the_learner_says_it() -> None:
    unknown = edits.put_activity(PLAN, replace(PLAN.activity(COURSE), length_unknown=True))
    assert not edits.set_effort(unknown, COURSE, 20).activity(COURSE).length_unknown


def test_a_share_of_the_week() -> None:
    assert only(edits.set_share(PLAN, COURSE, 0.5)).share == 0.5
    with pytest.raises(InvalidValue, match="above 0 and at most 1"):
        edits.set_share(PLAN, COURSE, 1.5)


def test_started_can_be_said_and_taken_back() -> None:
    started = edits.mark_started(PLAN, COURSE, DAY)
    assert only(started).started_on == DAY
    assert edits.mark_started(started, COURSE, None) == PLAN


def test_what_is_finished_started_no_later() -> None:
    finished = only(edits.mark_finished(PLAN, COURSE, DAY))
    assert (finished.started_on, finished.finished_on) == (PLAN.facts.start, DAY)
    assert all(each.done for each in finished.steps)
    later = edits.mark_started(PLAN, COURSE, date(2027, 1, 25))
    assert edits.mark_finished(later, COURSE, DAY).activity(COURSE).started_on == DAY
    earlier = edits.mark_started(PLAN, COURSE, date(2027, 1, 5))
    assert edits.mark_finished(earlier, COURSE, DAY).activity(COURSE).started_on == date(2027, 1, 5)


def test_what_was_logged_says_when_it_started() -> None:
    logged = log_session(log_session(PLAN, COURSE, date(2027, 1, 9), 60), COURSE, date(2027, 1, 6), 60)
    assert edits.mark_finished(logged, COURSE, DAY).activity(COURSE).started_on == date(2027, 1, 6)


def test_finished_can_be_taken_back() -> None:
    finished = edits.mark_finished(PLAN, COURSE, DAY)
    with pytest.raises(InvalidValue, match="is finished already"):
        edits.mark_started(finished, COURSE, DAY)
    again = edits.reopen(finished, COURSE).activity(COURSE)
    assert again.finished_on is None
    assert again.remaining == 20


def test_a_step_is_ticked_and_unticked() -> None:
    ticked = edits.tick_step(PLAN, COURSE, StepId("week-2"), True)
    assert [each.done for each in only(ticked).steps] == [False, True]
    assert edits.tick_step(ticked, COURSE, StepId("week-2"), False) == PLAN
    with pytest.raises(UnknownItem, match="no step “week-9”"):
        edits.tick_step(PLAN, COURSE, StepId("week-9"), True)


@pytest.mark.parametrize("node", [COURSE, PROVEN])
def test_titles_and_notes_of_either_kind(node: Any) -> None:
    assert only(edits.rename(PLAN, node, "  A better name ")).title == "A better name"
    assert only(edits.set_note(PLAN, node, "my note")).note == "my note"
    with pytest.raises(InvalidValue, match="title cannot be empty"):
        edits.rename(PLAN, node, "   ")


def test_a_link_leads_to_the_web_or_nowhere() -> None:
    assert only(edits.set_link(PLAN, COURSE, "https://example.org/new")).link == "https://example.org/new"
    assert only(edits.set_link(PLAN, COURSE, "")).link == ""
    with pytest.raises(InvalidValue, match="http:// or https://"):
        edits.set_link(PLAN, COURSE, "file:///home")


NOWHERE: Any = "nowhere"
UNKNOWN: list[Callable[[], Plan]] = [
    lambda: edits.move_activity(PLAN, NOWHERE, DAY),
    lambda: edits.retarget(PLAN, NOWHERE, DAY),
    lambda: edits.set_effort(PLAN, NOWHERE, 5),
    lambda: edits.mark_finished(PLAN, NOWHERE, DAY),
    lambda: edits.rename(PLAN, NOWHERE, "A"),
]


@pytest.mark.parametrize("verb", UNKNOWN)
def test_what_the_plan_does_not_hold_is_said_plainly(verb: Callable[[], Plan]) -> None:
    with pytest.raises(PlanError, match=r"This plan has no .* “nowhere”"):
        verb()


def test_finishing_keeps_the_day_the_plan_had_for_the_start() -> None:
    clustering, plan = ActivityId("clustering-course"), small_plan()
    begins = schedule(plan).start_day(clustering)
    late, early = begins + timedelta(days=60), begins - timedelta(days=10)
    assert edits.mark_finished(plan, clustering, late).activity(clustering).started_on == begins
    assert edits.mark_finished(plan, clustering, early).activity(clustering).started_on == early


def test_finishing_a_thousand_activities_computes_their_days_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A random hand selected everything and finished it: the window stood still for minutes."""
    plan = chain_plan(1000)
    computed: list[Plan] = []

    def counted(each: Plan) -> Schedule:
        computed.append(each)
        return schedule(each)

    monkeypatch.setattr(edits, "schedule", counted)
    finished = edits.finish_all(plan, list(plan.activities), date(2027, 2, 1))
    assert all(each.finished_on == date(2027, 2, 1) for each in finished.activities.values())
    assert computed == [plan]


def test_what_is_optional_is_required_again_at_a_word() -> None:
    optional = edits.set_required(PLAN, COURSE, False)
    assert not optional.activity(COURSE).required
    assert schedule(optional).finish == schedule(PLAN).finish
    assert edits.set_required(optional, COURSE, True) == PLAN
