"""Which dates a landing hangs on: 2 hours from Monday to Thursday and 4 on Saturday, from 4 January 2027."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import given

from planner.domain.driving import driving_dates, hours_that_decide
from planner.domain.items import Activity, ActivityId, Dependency, Milestone, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from tests.helpers.networks import chain, goal, network, random_networks, wait, work


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def on_the_way(*items: Activity | Milestone | Dependency) -> list[str]:
    """The ids of what has a date that milestone M's landing hangs on."""
    return [str(each.id) for each in driving_dates(schedule(network(*items)), MilestoneId("M"))]


def test_a_landing_hangs_on_the_start_date_that_comes_last() -> None:
    first, last = work("A", 2, not_before=jan(5)), work("B", 2, not_before=jan(14))
    assert on_the_way(first, last, goal("M"), *chain("A", "B", "M")) == ["B"]


def test_a_start_date_that_is_waited_past_is_not_in_the_way() -> None:
    first, last = work("A", 12), work("B", 2, not_before=jan(5))
    assert on_the_way(first, last, goal("M"), *chain("A", "B", "M")) == []


def test_waiting_days_and_the_held_date_before_them_are_both_on_the_way() -> None:
    lag = wait("H", "B", lag=3)
    found = on_the_way(
        work("A", 2),
        goal("H", jan(9), holds=True),
        work("B", 2),
        goal("M"),
        lag,
        *chain("A", "H"),
        wait("B", "M"),
    )
    assert found == [lag.id, "H"]


def test_a_landing_that_all_the_work_before_it_fills_hangs_on_no_date() -> None:
    side, late = work("A", 30), work("B", 2, not_before=jan(6))
    assert on_the_way(side, late, goal("M"), wait("A", "M"), wait("B", "M")) == []


def test_hours_decide_where_work_side_by_side_shares_them() -> None:
    side, late, after = work("A", 30), work("B", 2), goal("M")
    done = schedule(network(side, late, after, wait("A", "M"), wait("B", "M")))
    assert hours_that_decide(done, MilestoneId("M")) == 32
    assert done.lands(MilestoneId("M")) > max(done.finish_day(ActivityId(each)) for each in "AB")


def test_what_a_landing_waits_for_decides_where_work_follows_work() -> None:
    done = schedule(network(work("A", 4), work("B", 2), goal("M"), *chain("A", "B", "M")))
    assert hours_that_decide(done, MilestoneId("M")) is None


def test_no_hours_decide_a_milestone_that_is_reached() -> None:
    reached = replace(goal("M"), reached_on=jan(4))
    done = schedule(network(work("A", 4), work("B", 2), reached, wait("A", "M"), wait("B", "M")))
    assert hours_that_decide(done, MilestoneId("M")) is None


@given(random_networks())
def test_leaving_out_any_other_date_brings_no_landing_nearer(plan: Plan) -> None:
    done = schedule(plan)
    for milestone in plan.milestones:
        driving = driving_dates(done, milestone)
        for fact, freed in each_date_left_out(plan):
            if schedule(freed).lands(milestone) < done.lands(milestone):
                assert fact in driving


def each_date_left_out(plan: Plan) -> Iterator[tuple[Activity | Milestone | Dependency, Plan]]:
    """Every not-before, held target and lag, with the plan as it would be without it."""
    for key, activity in plan.activities.items():
        if activity.not_before is not None:
            yield (
                activity,
                replace(plan, activities={**plan.activities, key: replace(activity, not_before=None)}),
            )
    for name, held in plan.milestones.items():
        if held.holds:
            yield held, replace(plan, milestones={**plan.milestones, name: replace(held, holds=False)})
    for link, each in plan.dependencies.items():
        if each.lag_days > 0:
            yield each, replace(plan, dependencies={**plan.dependencies, link: replace(each, lag_days=0)})
