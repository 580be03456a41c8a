"""Which activities to shorten for a target: 2 hours from Monday to Thursday and 4 on Saturday, 12 a week."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.driving import driving_work
from planner.domain.items import Activity, Dependency, Milestone, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.shortening import LEAST_LEFT, cuts_to_hold, shortened
from tests.helpers.networks import chain, days, goal, network, random_networks, wait, work

M = MilestoneId("M")


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def cuts(target: date, *items: Activity | Milestone | Dependency) -> dict[str, float]:
    """The hours to cut for M to land by a day, by activity."""
    return {str(each.activity): each.hours for each in cuts_to_hold(schedule(network(*items)), M, target)}


def test_a_target_in_time_needs_no_cut() -> None:
    assert cuts(jan(9), work("A", 12), goal("M"), *chain("A", "M")) == {}


def test_the_largest_activity_of_the_chain_gives_what_is_missing() -> None:
    # 18 hours end on Tuesday 12 January with 4 on Saturday the 9th; by then there are 12.
    assert cuts(jan(9), work("A", 4), work("B", 14), goal("M"), *chain("A", "B", "M")) == {"B": 6.0}


def test_a_second_activity_helps_where_half_of_the_first_is_not_enough() -> None:
    found = cuts(jan(6), work("A", 6), work("B", 6), goal("M"), *chain("A", "B", "M"))
    assert found == {"A": 3.0, "B": 3.0}


def test_more_than_two_activities_are_no_advice() -> None:
    items = [work(name, 6) for name in "ABCD"]
    assert cuts(jan(6), *items, goal("M"), *chain("A", "B", "C", "D", "M")) == {}


def test_an_activity_beside_the_driving_chain_is_left_alone() -> None:
    items = work("A", 12, share=0.5), work("B", 2, share=0.5), goal("M")
    assert cuts(jan(14), *items, wait("A", "M"), wait("B", "M")) == {"A": 2.0}


def test_an_hour_less_at_half_the_week_brings_the_landing_two_hours_nearer() -> None:
    done = schedule(network(work("A", 10, share=0.5), goal("M"), wait("A", "M")))
    assert driving_work(done, M) == {"A": 2.0}


def test_where_all_the_hours_before_it_decide_each_of_them_counts() -> None:
    # Side by side at full share they cannot be done at once: the sum of their hours decides.
    items = work("A", 12), work("B", 8), goal("M"), wait("A", "M"), wait("B", "M")
    assert driving_work(schedule(network(*items)), M) == {"A": 1.0, "B": 1.0}
    assert cuts(jan(12), *items) == {"A": 4.0}


def test_what_is_finished_gives_nothing() -> None:
    done = schedule(network(work("A", 12, finished=jan(9)), work("B", 8), goal("M"), *chain("A", "B", "M")))
    assert list(driving_work(done, M)) == ["B"]


@given(random_networks(), days(0, 30))
def test_cuts_hold_the_target_and_ask_no_activity_for_more_than_half(plan: Plan, target: date) -> None:
    done = schedule(plan)
    for milestone in plan.milestones:
        found = cuts_to_hold(done, milestone, target)
        shorter = plan
        for each in found:
            assert 0 < each.hours <= plan.activity(each.activity).remaining * LEAST_LEFT
            shorter = shortened(shorter, each.activity, each.hours)
        if found:
            assert len(found) <= 2
            assert done.lands(milestone) > target
            assert schedule(shorter).lands(milestone) <= target


@given(st.floats(0.25, 5.0))
def test_a_cut_is_taken_off_what_is_left(hours: float) -> None:
    plan = network(work("A", 20, left=10), work("B", 20))
    for name, left in (("A", 10), ("B", 20)):
        activity = next(each for each in plan.activities.values() if each.id == name)
        assert shortened(plan, activity.id, hours).activity(activity.id).remaining == left - hours
        assert replace(activity) == activity
