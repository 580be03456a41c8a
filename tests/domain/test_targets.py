"""How many hours a week hold a target: 12 hours a week from Monday 4 January 2027 unless said otherwise."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.domain.calendar import WeeklyHours
from planner.domain.errors import InvalidValue
from planner.domain.frame import set_weekly_hours
from planner.domain.items import Activity, Dependency, Milestone, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.targets import (
    HoldAdvice,
    Obstacle,
    ObstacleKind,
    hold_target,
    hours_to_hold,
    least_hours_to_hold,
)
from tests.helpers.networks import (
    FS,
    MONDAY,
    SS,
    WEEK,
    chain,
    days_off,
    goal,
    network,
    random_networks,
    wait,
    work,
)


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def asked(
    *items: Activity | Milestone | Dependency, target: date, today: date = MONDAY, **facts: object
) -> HoldAdvice:
    """What a milestone M after A asks for, to land by the target."""
    plan = network(work("A", 12), goal("M", target), wait("A", "M"), *items, **facts)  # type: ignore[arg-type]
    return hours_to_hold(plan, MilestoneId("M"), today)


def test_a_target_already_held_needs_no_more_than_today() -> None:
    advice = asked(target=jan(9))
    assert (advice.hours, advice.current_hours, advice.in_time, advice.obstacle) == (12, 12, True, None)
    assert advice.sentence == "In time with the 12 h a week you have."


def test_every_study_day_grows_by_one_factor() -> None:
    advice = asked(work("A", 18), target=jan(9))
    assert advice.hours == 18
    assert not advice.in_time
    assert advice.sentence == "18 h a week from today would hold 9 Jan 2027 (now 12 h)."


@pytest.mark.parametrize(
    ("effort", "hours"), [(16.0, 16), (16.1, 16.5), (16.25, 16.5), (16.5, 16.5), (16.51, 17)]
)
def test_hours_are_rounded_up_to_the_half_hour(effort: float, hours: float) -> None:
    assert asked(work("A", effort), target=jan(9)).hours == hours


def test_days_before_today_keep_their_hours() -> None:
    # 4 hours on Monday and Tuesday; the other 12 of 16 in the 8 from Wednesday on: half as much again.
    assert asked(work("A", 16), target=jan(9), today=jan(6)).hours == 18


def test_exceptions_keep_their_hours() -> None:
    # One hour on Saturday, whatever the week: 8 hours must become 16.
    advice = asked(work("A", 17), target=jan(9), exceptions=[days_off(jan(9), hours=1)])
    assert advice.hours == 24


def test_sets_of_hours_that_begin_later_grow_along() -> None:
    # 12 hours and then 6 become 27: half as much again in both weeks.
    advice = asked(work("A", 27), target=jan(16), later_weeks=[(jan(11), (1, 1, 1, 1, 0, 2, 0))])
    assert advice.hours == 18


def test_in_a_week_of_rest_the_hours_meant_are_those_after_it() -> None:
    advice = asked(work("A", 18), target=jan(16), week=(0,) * 7, later_weeks=[(jan(11), WEEK)])
    assert (advice.current_hours, advice.hours) == (12, 18)


def test_the_hours_found_hold_the_target_and_grow_later_sets_along() -> None:
    later = [(jan(11), (1.0, 1.0, 1.0, 1.0, 0.0, 2.0, 0.0))]
    plan = network(work("A", 27), goal("M", jan(16)), wait("A", "M"), later_weeks=later)
    held = hold_target(plan, MilestoneId("M"), 18, MONDAY)
    assert schedule(held).lands(MilestoneId("M")) == jan(16)
    assert [each.total for each in held.calendar.weekly] == [18, 9]
    assert all((4 * hours).is_integer() for week in held.calendar.weekly for hours in week.hours)


def test_where_quarter_hours_come_too_late_the_exact_hours_are_taken() -> None:
    # 12.5 hours are 12.5/12 of each day: 4 h 10 by Tuesday, of which whole quarters give 4 only.
    plan = network(work("A", 4.1), goal("M", jan(5)), wait("A", "M"))
    assert hours_to_hold(plan, MilestoneId("M"), MONDAY).hours == 12.5
    held = hold_target(plan, MilestoneId("M"), 12.5, MONDAY)
    assert schedule(held).lands(MilestoneId("M")) == jan(5)


def test_hours_that_begin_after_the_plan_does_hold_before_today_too() -> None:
    plan = network(work("A", 16), goal("M", jan(9)), wait("A", "M"))
    calendar = replace(plan.calendar, weekly=(WeeklyHours(valid_from=jan(30), hours=WEEK),))
    assert hours_to_hold(replace(plan, calendar=calendar), MilestoneId("M"), jan(6)).hours == 18


def test_more_than_the_learner_can_give_is_said_with_what_it_would_take() -> None:
    advice = asked(work("A", 30), target=jan(9), most_hours=20)
    assert advice.hours is None
    assert not advice.in_time
    assert advice.obstacle == Obstacle(kind=ObstacleKind.TOO_LITTLE_TIME, needed_hours=30)
    assert advice.sentence == "9 Jan 2027 would take 30 h a week; the most you can give is 20 h."


def test_no_day_has_more_than_24_hours() -> None:
    # Only Saturdays, 4 hours; 30 hours cannot all be done on the first.
    advice = asked(work("A", 30), target=jan(9), week=(0, 0, 0, 0, 0, 4, 0))
    assert advice.obstacle == Obstacle(kind=ObstacleKind.TOO_LITTLE_TIME)
    assert advice.sentence == "There are too few study days left before 9 Jan 2027, whatever the hours."


def test_a_day_that_has_passed_is_held_by_no_hours() -> None:
    advice = asked(target=jan(12), today=jan(20), status=jan(20))
    assert advice.hours is None
    assert advice.sentence == "12 Jan 2027 has passed. Choose a later target."


def test_a_start_date_of_its_own_stands_in_the_way() -> None:
    advice = asked(work("A", 4, not_before=jan(11)), target=jan(9))
    assert advice.obstacle == Obstacle(kind=ObstacleKind.NOT_BEFORE, node=work("A", 4).id)
    assert advice.sentence == "No hours hold 9 Jan 2027: “A” has a start date of its own."


def test_a_start_date_stands_in_the_way_when_the_most_hours_would_do_without_it() -> None:
    # From the 11th even 18 hours are fewer than 20; from the 4th there are 36.
    advice = asked(work("A", 20, not_before=jan(11)), target=jan(16), most_hours=18)
    assert advice.obstacle is not None
    assert advice.obstacle.kind is ObstacleKind.NOT_BEFORE


def test_waiting_days_stand_in_the_way() -> None:
    advice = asked(work("A", 2), work("B", 2), wait("A", "B", lag=10), wait("B", "M"), target=jan(9))
    assert advice.obstacle == Obstacle(kind=ObstacleKind.LAG, node=work("B", 2).id)
    assert advice.sentence == "No hours hold 9 Jan 2027: “B” has waiting days before it."


def test_a_date_that_is_held_stands_in_the_way() -> None:
    advice = asked(
        work("A", 2),
        goal("Exam", jan(20), holds=True, fixed=True),
        work("B", 2),
        *chain("A", "Exam", "B", "M"),
        target=jan(16),
    )
    assert advice.obstacle == Obstacle(kind=ObstacleKind.HELD_DATE, node=goal("Exam").id)
    assert advice.sentence == "No hours hold 16 Jan 2027: what follows “Exam” waits for its date."


def test_of_two_dates_that_both_stand_in_the_way_one_is_named() -> None:
    advice = asked(
        work("A", 2, not_before=jan(20)),
        work("B", 2, not_before=jan(21)),
        wait("A", "B"),
        wait("B", "M"),
        target=jan(9),
    )
    assert advice.obstacle is not None
    assert (advice.obstacle.kind, advice.obstacle.node) == (ObstacleKind.NOT_BEFORE, "B")


def test_a_milestone_reached_late_stays_late() -> None:
    plan = network(work("A", 2, finished=jan(12)), goal("M", jan(9), reached=jan(12)), wait("A", "M"))
    advice = hours_to_hold(plan, MilestoneId("M"), jan(13))
    assert advice.hours is None
    assert advice.sentence == "Reached on 12 Jan 2027."


def test_without_a_target_there_is_nothing_to_hold() -> None:
    with pytest.raises(InvalidValue, match="“M” has no target to hold"):
        hours_to_hold(network(goal("M")), MilestoneId("M"), MONDAY)


@given(random_networks(kinds=(FS, SS)), st.integers(0, 20))
def test_the_hours_advised_hold_and_half_an_hour_less_does_not(plan: Plan, today: int) -> None:
    day = jan(4 + today)
    for milestone in plan.milestones.values():
        if milestone.target is None:
            continue
        advice = hours_to_hold(plan, milestone.id, day)
        assert (advice.hours is None) == (advice.obstacle is not None)
        if advice.hours is None or advice.in_time:
            continue
        # Said again through the verb that a learner would use; it speaks of one set of hours.
        assume(all(each.valid_from <= day for each in plan.calendar.weekly))
        assert _lands_with(plan, milestone.id, advice.hours, day) <= milestone.target
        if advice.hours - 0.5 > advice.current_hours:
            assert _lands_with(plan, milestone.id, advice.hours - 0.5, day) > milestone.target


def _lands_with(plan: Plan, milestone: MilestoneId, hours: float, day: date) -> date:
    week = plan.calendar.weekly_on(day)
    monday, tuesday, wednesday, thursday, friday, saturday, sunday = (
        each * hours / week.total for each in week.hours
    )
    scaled = (monday, tuesday, wednesday, thursday, friday, saturday, sunday)
    return schedule(set_weekly_hours(plan, scaled, day)).lands(milestone)


def test_a_target_held_with_hours_to_spare_says_how_few_would_do() -> None:
    plan = network(work("A", 12), goal("M", jan(16)), wait("A", "M"))
    assert least_hours_to_hold(plan, MilestoneId("M"), MONDAY) == 6
    late = network(work("A", 30), goal("M", jan(9)), wait("A", "M"))
    assert least_hours_to_hold(late, MilestoneId("M"), MONDAY) is None


def test_a_target_centuries_away_needs_the_least_there_is() -> None:
    plan = network(work("A", 12), goal("M", date(2900, 1, 1)), wait("A", "M"))
    assert least_hours_to_hold(plan, MilestoneId("M"), MONDAY) == 0.5
