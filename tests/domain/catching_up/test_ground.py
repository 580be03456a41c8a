"""A promise made today is about what is really left, not about weeks gone by as if they were done."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.catching_up.absorb import absorb
from planner.domain.catching_up.compress import Goal, compress, hours_for
from planner.domain.catching_up.ground import (
    catch_up_and,
    catch_up_and_hold,
    caught_up,
    hold_advice,
    open_hours,
)
from planner.domain.edits import retarget
from planner.domain.frame import scale_weekly_hours
from planner.domain.items import BaselineId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.targets import hours_to_hold
from tests.helpers.networks import chain, goal, network, work

M, KEPT = MilestoneId("M"), BaselineId("kept")


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def plan_with(target: date) -> Plan:
    """A until Sat 9, B until Sat 23 January, then M; 12 hours a week, nothing logged."""
    return network(work("A", 12), work("B", 24), goal("M", target), *chain("A", "B", "M"))


@pytest.mark.parametrize(("today", "hours"), [(4, 0), (9, 0), (10, 12), (11, 12), (18, 24)])
def test_a_week_that_was_planned_and_not_done_is_open(today: int, hours: float) -> None:
    """Some hours of the week that runs are nothing to speak of."""
    laid_out = schedule(plan_with(jan(30)))
    assert open_hours(laid_out, jan(today)) == hours
    assert (caught_up(laid_out, jan(today)) is laid_out) is (hours == 0)


def test_what_is_finished_is_not_open() -> None:
    plan = plan_with(jan(30))
    done = replace(plan.activities[next(iter(plan.activities))], finished_on=jan(9))
    plan = replace(plan, activities={**plan.activities, done.id: done})
    assert not open_hours(schedule(plan), jan(11))


def test_the_hours_that_hold_a_target_are_those_that_catching_up_asks_for() -> None:
    plan, today = plan_with(jan(21)), jan(18)
    laid_out = schedule(plan)
    assert hours_to_hold(plan, M, today).hours is not None
    advice = hold_advice(laid_out, M, today)
    wanted = hours_for(plan, Goal(milestone=M, title="M", day=jan(21), is_target=True), today)
    assert (advice.hours, advice.catches_up) == (wanted.hours, True)
    # 36 hours are left, and from Mon 18 to Thu 21 lie 8 of 12 a week.
    assert advice.hours == 54
    held = catch_up_and_hold(plan, M, 54, today, KEPT)
    assert schedule(held).lands(M) == jan(21)
    assert (held.facts.status_date, list(held.baselines)) == (today, [KEPT])


def test_a_plan_without_open_hours_is_asked_as_it_is() -> None:
    plan = plan_with(jan(16))
    advice = hold_advice(schedule(plan), M, jan(4))
    assert advice == hours_to_hold(plan, M, jan(4))
    assert not advice.catches_up


def test_it_catches_up_and_then_does_what_is_asked() -> None:
    plan, today = plan_with(jan(30)), jan(18)
    changed = catch_up_and(plan, lambda each: retarget(each, M, jan(31)), today, KEPT)
    assert (changed.facts.status_date, changed.milestone(M).target) == (today, jan(31))
    assert changed.baselines[KEPT].reason == "Before catching up to 18 Jan 2027"
    # More hours a week do what catching up by compressing does with them.
    longer = catch_up_and(
        plan, lambda each: scale_weekly_hours(each, 24, today, in_quarters=True), today, KEPT
    )
    assert schedule(longer).lands(M) == compress(plan, today, 24).schedule.lands(M)


def test_nothing_open_is_no_catching_up() -> None:
    plan = plan_with(jan(30))
    changed = catch_up_and(plan, lambda each: retarget(each, M, jan(31)), jan(6), KEPT)
    assert changed == retarget(plan, M, jan(31))


def test_what_is_looked_at_has_the_days_that_catching_up_leads_to() -> None:
    plan, today = plan_with(jan(30)), jan(18)
    laid_out, taken = schedule(plan), absorb(plan, today).schedule
    looked_at = caught_up(laid_out, today)
    assert looked_at.finish == taken.finish
    assert all(looked_at.finish_day(key) == taken.finish_day(key) for key in plan.activities)
