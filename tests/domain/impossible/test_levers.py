"""Levers keep what they promise: whatever is pressed, its problem is gone."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.edits import retarget
from planner.domain.impossible.lever import Lever, LeverKind
from planner.domain.impossible.levers import MOST_ITEMS, levers
from planner.domain.impossible.problems import Problem, ProblemKind, problems
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.what_if.what_if import WhatIf, with_what_if
from tests.helpers.big_plans import study_plan
from tests.helpers.networks import MONDAY, chain, days, goal, network, random_networks, wait, work


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def only_problem(plan: Plan, today: date = MONDAY) -> Problem:
    (found,) = problems(plan, schedule(plan), today)
    return found


def offered(plan: Plan, today: date = MONDAY) -> dict[LeverKind, Lever]:
    return {each.kind: each for each in levers(plan, schedule(plan), today, only_problem(plan, today))}


def test_an_exam_before_its_preparation_ends_says_which_hours_would_hold_it() -> None:
    # Twenty-four hours of preparation take two weeks; until Thursday of the second there are one and two
    # thirds of a week's hours.
    plan = network(work("A", 24), goal("Exam", jan(14), fixed=True), *chain("A", "Exam"), most_hours=20)

    found = offered(plan)

    hold = found[LeverKind.MORE_HOURS]
    assert hold.words == "Study 14.5 h a week to hold Exam"
    assert hold.effect == "“Exam” lands on 14 Jan 2027, the finish goes from 16 Jan 2027 to 14 Jan 2027."
    assert hold.tried is None
    assert schedule(hold.verb(plan)).lands(MilestoneId("Exam")) == jan(14)


def test_a_fixed_date_is_never_moved_without_being_looked_at_first() -> None:
    plan = network(work("A", 24), goal("Exam", jan(14), fixed=True), *chain("A", "Exam"))

    later = offered(plan)[LeverKind.LATER_DATE]

    assert later.words == "Try a later date, 16 Jan 2027"
    assert later.tried == WhatIf(targets={MilestoneId("Exam"): jan(16)})
    assert later.verb(plan).milestone(MilestoneId("Exam")).fixed


def test_a_target_that_no_hours_hold_can_move_or_move_less_with_the_most_hours() -> None:
    plan = network(work("A", 48), goal("M", jan(9)), *chain("A", "M"), most_hours=24)

    found = offered(plan)

    assert found.keys() == {LeverKind.LATER_DATE, LeverKind.MORE_HOURS_AND_LATER_DATE}
    assert found[LeverKind.LATER_DATE].words == "Move M to 30 Jan 2027"
    assert found[LeverKind.MORE_HOURS_AND_LATER_DATE].words == "Try 24 h a week and 16 Jan 2027"
    assert found[LeverKind.MORE_HOURS_AND_LATER_DATE].tried == WhatIf(
        hours=24, targets={MilestoneId("M"): jan(16)}
    )


def test_letting_go_of_the_start_date_in_the_way_is_offered() -> None:
    plan = network(work("A", 12, not_before=jan(25)), goal("M", jan(16)), *chain("A", "M"))

    earlier = offered(plan)[LeverKind.START_EARLIER]

    assert earlier.words == "Let A start as soon as it can"
    assert earlier.verb(plan).activity(ActivityId("A")).not_before is None
    assert schedule(earlier.verb(plan)).lands(MilestoneId("M")) == jan(9)


def test_two_start_dates_in_the_way_go_together() -> None:
    plan = network(
        work("A", 12, not_before=jan(18)),
        work("B", 12, not_before=jan(25)),
        goal("M", jan(16)),
        *chain("A", "B", "M"),
    )

    earlier = offered(plan)[LeverKind.START_EARLIER]

    assert earlier.words == "Let go of 2 dates in the way"
    assert schedule(earlier.verb(plan)).lands(MilestoneId("M")) == jan(16)


def test_dropping_takes_the_least_optional_work_that_is_enough() -> None:
    plan = network(
        work("A", 12),
        replace(work("Small", 2), required=False),
        replace(work("Large", 36), required=False),
        goal("M", jan(16)),
        *chain("A", "Small", "Large", "M"),
        most_hours=12,
    )

    drop = offered(plan)[LeverKind.DROP]

    assert drop.words == "Drop Large"
    assert drop.tried == WhatIf(dropped=frozenset([ActivityId("Large")]))


def test_what_does_not_help_is_not_offered() -> None:
    # The optional activity comes after the milestone, and nothing has a date of its own.
    plan = network(
        work("A", 48),
        replace(work("B", 5), required=False),
        goal("M", jan(9)),
        *chain("A", "M", "B"),
        most_hours=12,
    )

    assert offered(plan).keys() == {LeverKind.LATER_DATE}


def test_two_at_a_time_can_be_levelled_or_share_the_week() -> None:
    plan = network(work("A", 12), work("B", 12), most_hours=20)

    found = offered(plan)

    assert found.keys() == {LeverKind.LEVEL, LeverKind.SMALLER_SHARE}
    assert found[LeverKind.LEVEL].words == "Level the load: 1 activity later"
    assert found[LeverKind.LEVEL].effect == "The finish goes from 9 Jan 2027 to 16 Jan 2027."
    shared = found[LeverKind.SMALLER_SHARE]
    assert shared.words == "Smaller shares: A 50 %, B 50 %"
    assert schedule(shared.verb(plan)).finish == jan(16)


def test_the_share_that_was_made_too_large_goes_back_to_what_fits() -> None:
    # The exam asks for all hours, of which the course needs six tenths.
    plan = network(
        work("Exam", 24, share=1.0),
        work("Course", 36, share=0.6),
        work("Project", 24),
        *chain("Course", "Project"),
        most_hours=12,
    )

    shared = offered(plan)[LeverKind.SMALLER_SHARE]

    assert shared.words == "Smaller shares: Exam 40 %"
    assert schedule(shared.verb(plan)).finish == schedule(plan).finish


def test_what_makes_room_is_ordered_by_the_finish_it_leads_to() -> None:
    plan = network(
        work("A", 12), work("B", 12), replace(work("C", 6, not_before=jan(18)), required=False), most_hours=20
    )
    found = levers(plan, schedule(plan), MONDAY, only_problem(plan))
    finishes = [schedule(each.verb(plan)).finish for each in found]
    assert len(finishes) > 1
    assert finishes == sorted(finishes)


def test_more_hours_are_offered_where_work_then_ends_before_other_work_begins() -> None:
    plan = network(work("A", 18), work("B", 12, not_before=jan(11)), most_hours=30)

    hours = offered(plan)[LeverKind.MORE_HOURS]

    # The three hours of A that are left in the second week, and B's twelve.
    assert hours.words == "Study 15 h a week from today"


def test_dropping_one_of_two_that_overlap_is_offered() -> None:
    plan = network(work("A", 12), replace(work("B", 12), required=False))

    assert offered(plan)[LeverKind.DROP].words == "Drop B"


def test_a_way_out_that_brings_another_problem_is_not_offered() -> None:
    # Levelled, B ends after the exam; side by side both end before it.
    plan = network(
        work("A", 12),
        work("B", 6),
        goal("One", jan(9), fixed=True),
        goal("Two", jan(9), fixed=True),
        *chain("A", "One"),
        *chain("B", "Two"),
        most_hours=12,
    )

    found = levers(plan, schedule(plan), MONDAY, only_problem(plan))

    assert only_problem(plan).kind is ProblemKind.TOO_MUCH_AT_ONCE
    assert LeverKind.LEVEL not in {each.kind for each in found}


@st.composite
def tight_plans(draw: st.DrawFn) -> Plan:
    """A few activities, some optional, some with start dates, before milestones with near dates."""
    names = [f"A{number}" for number in range(draw(st.integers(1, 5)))]
    activities = [
        replace(
            work(
                name,
                draw(st.integers(1, 120)) / 4,
                share=draw(st.sampled_from([1.0, 1.0, 0.5])),
                not_before=draw(st.none() | days(0, 20)),
            ),
            required=draw(st.booleans()),
        )
        for name in names
    ]
    milestones = [
        goal(f"M{number}", draw(days(1, 30)), fixed=draw(st.booleans()), holds=draw(st.booleans()))
        for number in range(draw(st.integers(0, 2)))
    ]
    before = [(name, str(each.id)) for each in milestones for name in draw(st.sets(st.sampled_from(names)))]
    follows = [pair for pair in pairwise(names) if draw(st.booleans())]
    waits = [wait(*pair) for pair in (*before, *follows)]
    most = draw(st.sampled_from([12.0, 20.0, 40.0]))
    return network(*activities, *milestones, *waits, most_hours=most)


@st.composite
def strange_plans(draw: st.DrawFn) -> Plan:
    """Plans of every sort, with optional work and fixed dates."""
    plan = draw(random_networks())
    optional = draw(st.sets(st.sampled_from(sorted(plan.activities))))
    activities = {key: replace(each, required=key not in optional) for key, each in plan.activities.items()}
    milestones = {
        key: replace(each, fixed=each.target is not None and draw(st.booleans()))
        for key, each in plan.milestones.items()
    }
    most = draw(st.sampled_from([4.0, 12.0, 25.0, 60.0]))
    return replace(
        plan,
        facts=replace(plan.facts, most_hours_a_week=most),
        activities=activities,
        milestones=milestones,
    )


@given(tight_plans() | strange_plans(), days(0, 12))
def test_pressing_a_lever_makes_its_problem_vanish_and_brings_no_other(plan: Plan, today: date) -> None:
    laid_out = schedule(plan)
    found = problems(plan, laid_out, today)
    for problem in found:
        for lever in levers(plan, laid_out, today, problem):
            pressed = lever.verb(plan)
            after = schedule(pressed)
            left = {each.key for each in problems(pressed, after, today)}
            assert problem.key not in left
            assert left < {each.key for each in found}
            if lever.tried is not None:
                tried = schedule(with_what_if(plan, lever.tried, today))
                assert (tried.starts, tried.finishes) == (after.starts, after.finishes)
            for key, milestone in plan.milestones.items():
                if milestone.fixed and lever.tried is None:
                    assert pressed.milestone(key) == milestone


@given(tight_plans(), days(0, 30))
def test_a_late_date_can_always_be_a_later_one(plan: Plan, today: date) -> None:
    laid_out = schedule(plan)
    for problem in problems(plan, laid_out, today):
        if problem.kind is ProblemKind.TARGET_TOO_SOON:
            assert problem.milestone is not None
            later = laid_out.lands(problem.milestone)
            moved = with_what_if(plan, WhatIf(targets={problem.milestone: max(later, today)}), today)
            assert (schedule(moved).margin_days(problem.milestone) or 0) >= 0


def test_in_a_very_large_plan_only_later_dates_are_tried() -> None:
    plan = study_plan(MOST_ITEMS + 50)
    last = list(plan.milestones)[-1]
    plan = retarget(plan, last, plan.facts.start + timedelta(days=20))
    laid_out, today = schedule(plan), plan.facts.start

    target, weeks = problems(plan, laid_out, today)

    kinds = [each.kind for each in levers(plan, laid_out, today, target)]
    assert kinds == [LeverKind.LATER_DATE, LeverKind.MORE_HOURS_AND_LATER_DATE]
    assert levers(plan, laid_out, today, weeks) == ()


def test_today_decides_what_hours_can_still_do() -> None:
    plan = network(work("A", 24), goal("Exam", jan(14), fixed=True), *chain("A", "Exam"), most_hours=20)
    assert LeverKind.MORE_HOURS not in offered(plan, MONDAY + timedelta(days=9))


@pytest.mark.parametrize("most", [12.0, 13.0, 40.0])
def test_no_lever_asks_for_more_than_the_learner_can_give(most: float) -> None:
    plan = network(work("A", 48), goal("Exam", jan(16), fixed=True), *chain("A", "Exam"), most_hours=most)
    for lever in offered(plan).values():
        assert lever.verb(plan).facts.most_hours_a_week == most
