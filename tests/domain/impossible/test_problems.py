"""What cannot be is said, and nothing else is."""

from datetime import date

from hypothesis import given, settings

from planner.domain.impossible.problems import ProblemKind, busiest_schedule, most_hours, problems
from planner.domain.items import MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.targets import hours_to_hold
from tests.helpers.networks import MONDAY, chain, days, goal, network, random_networks, work


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def said(plan: Plan, today: date = MONDAY) -> list[str]:
    return [each.sentence for each in problems(plan, schedule(plan), today)]


def test_a_plan_that_holds_says_nothing() -> None:
    assert said(network(work("A", 12), goal("M", jan(9)), *chain("A", "M"))) == []
    assert said(network()) == []


def test_a_target_that_more_hours_would_hold_is_late_and_no_problem() -> None:
    # Twenty-four hours by the end of the first week: 24 h a week, which the learner can give.
    plan = network(work("A", 24), goal("M", jan(9)), *chain("A", "M"), most_hours=24)
    assert said(plan) == []


def test_a_target_before_the_fastest_finish_says_when_the_most_hours_land_it() -> None:
    plan = network(work("A", 24), goal("M", jan(9)), *chain("A", "M"), most_hours=20)
    assert said(plan) == [
        "“M” cannot land by 9 Jan 2027: even 20 h a week, the most you can give, would have it land on "
        "12 Jan 2027."
    ]


def test_a_date_that_has_passed_is_told_as_such() -> None:
    plan = network(work("A", 24), goal("M", jan(9)), *chain("A", "M"))
    assert said(plan, jan(11)) == [
        "The date of “M”, 9 Jan 2027, has passed; its work would be done on 16 Jan 2027."
    ]


def test_an_exam_before_its_preparation_ends_is_told_whatever_the_hours() -> None:
    plan = network(work("A", 24), goal("Exam", jan(9), fixed=True), *chain("A", "Exam"))
    assert said(plan) == [
        "The preparation for “Exam” ends on 16 Jan 2027, 7 days after its fixed date, 9 Jan 2027."
    ]


def test_an_exam_that_nothing_leads_to_cannot_come_too_soon() -> None:
    assert said(network(work("A", 24), goal("Exam", jan(4), fixed=True))) == []


def test_a_milestone_that_is_reached_is_past_all_that() -> None:
    plan = network(work("A", 24), goal("M", jan(5), reached=jan(8)), *chain("A", "M"), most_hours=12)
    assert said(plan) == []


def test_weeks_that_are_asked_for_too_much_are_told_in_one_sentence() -> None:
    assert said(network(work("A", 12), work("B", 12))) == [
        "The week of 4 Jan 2027 asks for 24 h and has 12 h."
    ]
    assert said(network(work("A", 24), work("B", 24))) == [
        "2 weeks ask for more hours than they have. The first is that of 4 Jan 2027: it asks for 24 h and "
        "has 12 h."
    ]


def test_weeks_that_are_over_are_let_be() -> None:
    assert said(network(work("A", 12), work("B", 12)), jan(11)) == []


def test_the_most_hours_are_half_hours_and_no_day_is_above_a_day() -> None:
    assert most_hours(network(most_hours=20.3), MONDAY) == 20
    # Saturday's four hours reach twenty-four at six times the week.
    assert most_hours(network(most_hours=168), MONDAY) == 72
    assert most_hours(network(most_hours=3), MONDAY) == 12


def test_exams_come_first_then_targets_then_weeks() -> None:
    plan = network(
        work("A", 24),
        work("B", 24),
        goal("Wish", jan(5)),
        goal("Exam", jan(5), fixed=True),
        *chain("A", "Wish"),
        *chain("B", "Exam"),
        most_hours=12,
    )
    assert [each.kind for each in problems(plan, schedule(plan), MONDAY)] == [
        ProblemKind.EXAM_TOO_SOON,
        ProblemKind.TARGET_TOO_SOON,
        ProblemKind.TOO_MUCH_AT_ONCE,
    ]


@settings(max_examples=40)
@given(random_networks(), days(0, 60))
def test_a_target_is_a_problem_just_where_no_hours_a_week_hold_it(plan: Plan, today: date) -> None:
    laid_out = schedule(plan)
    told = {each.milestone for each in problems(plan, laid_out, today)}
    for key, milestone in plan.milestones.items():
        late = milestone.reached_on is None and (laid_out.margin_days(key) or 0) < 0
        if late:
            assert (key in told) == (hours_to_hold(plan, key, today).hours is None)
        else:
            assert key not in told


def test_the_busiest_schedule_is_never_later() -> None:
    plan = network(work("A", 48), goal("M"), *chain("A", "M"), most_hours=24)
    laid_out = schedule(plan)
    busiest = busiest_schedule(laid_out, MONDAY)
    assert (laid_out.lands(MilestoneId("M")), busiest.lands(MilestoneId("M"))) == (jan(30), jan(16))
