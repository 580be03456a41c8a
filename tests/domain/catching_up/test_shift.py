"""Catching up proposes where everything falls when the plan is settled up to today."""

from datetime import date

import pytest

from planner.domain.catching_up.proposal import overfull_weeks
from planner.domain.catching_up.shift import shift
from planner.domain.edits import mark_finished
from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from tests.helpers.networks import chain, goal, network, work
from tests.helpers.plans import START, small_plan


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


PLAN = network(
    work("A", 4, finished=jan(5)),
    work("B", 8),
    goal("Exam", jan(13), holds=True, fixed=True),
    work("C", 12),
    goal("M", jan(30)),
    *chain("A", "B", "Exam", "C", "M"),
)
"""B runs from Wed 6 to Sat 9, the exam holds what follows to Wed 13, C runs from Thu 14 to Wed 20."""


def test_what_is_left_moves_behind_today() -> None:
    proposal = shift(PLAN, jan(20))
    # B: 2 on Wed 20, 2 on Thu 21, 4 on Sat 23; C: 12 hours of the week from Mon 25 to Sat 30.
    assert proposal.schedule.start_day(ActivityId("B")) == jan(20)
    assert proposal.schedule.finish_day(ActivityId("B")) == jan(23)
    assert proposal.finish_before == jan(20)
    assert proposal.finish_after == jan(30)
    assert proposal.moved == ("B", "C", "Exam", "M")


def test_fixed_dates_and_finished_work_stay() -> None:
    proposal = shift(PLAN, jan(20))
    assert proposal.plan.milestone(MilestoneId("Exam")).target == jan(13)
    assert proposal.plan.activities == PLAN.activities
    assert proposal.schedule.finish_day(ActivityId("A")) == jan(5)
    assert proposal.schedule.shown_day(MilestoneId("Exam")) == jan(13)
    assert proposal.schedule.margin_days(MilestoneId("Exam")) == -10


def test_a_milestone_whose_work_is_done_stays_where_it_landed() -> None:
    plan = network(
        work("A", 4, finished=jan(5)), goal("Ready"), work("B", 8), goal("M"), *chain("A", "Ready", "B", "M")
    )
    proposal = shift(plan, jan(20))
    assert proposal.schedule.lands(MilestoneId("Ready")) == jan(5)
    assert proposal.moved == ("B", "M")


def test_a_target_moves_along_with_the_work_before_it() -> None:
    proposal = shift(PLAN, jan(20))
    # M landed on Wed 20, ten days before its target, and would land on Sat 30.
    assert proposal.plan.milestone(MilestoneId("M")).target == date(2027, 2, 9)
    assert proposal.schedule.margin_days(MilestoneId("M")) == 10


def test_nothing_moves_until_it_is_taken() -> None:
    before = schedule(PLAN)
    shift(PLAN, jan(20), before)
    assert PLAN.facts.status_date == jan(4)
    assert before.finish == jan(20)


def test_hours_logged_shorten_what_is_left() -> None:
    logged = log_session(PLAN, ActivityId("B"), jan(6), 6 * 60)
    proposal = shift(logged, jan(7))
    # Two hours of B are left for Thu 7; the exam still holds C.
    assert proposal.schedule.start_day(ActivityId("B")) == jan(6)
    assert proposal.schedule.finish_day(ActivityId("B")) == jan(7)
    assert proposal.finish_before == proposal.finish_after
    assert proposal.plan.activity(ActivityId("B")).remaining_hours == 2


def test_more_done_than_planned_brings_the_finish_forward() -> None:
    plan = network(work("A", 12), work("B", 12), goal("M"), *chain("A", "B", "M"))
    ahead = log_session(plan, ActivityId("A"), jan(4), 8 * 60)
    proposal = shift(ahead, jan(5))
    # 4 hours of A and 12 of B from Tue 5: hour 18 ends with Wed 13 instead of hour 24 with Sat 16.
    assert (proposal.finish_before, proposal.finish_after) == (jan(16), jan(13))
    assert (proposal.text, proposal.ahead) == ("Bring forward to 5 Jan 2027", True)
    assert proposal.reason == "Before bringing forward to 5 Jan 2027"


def test_a_target_is_not_brought_forward() -> None:
    plan = network(work("A", 12), work("B", 12), goal("M", jan(20)), *chain("A", "B", "M"))
    ahead = log_session(plan, ActivityId("A"), jan(4), 8 * 60)
    assert shift(ahead, jan(5)).plan.milestone(MilestoneId("M")).target == jan(20)


def test_a_target_that_holds_followers_moves_them_along() -> None:
    plan = network(
        work("A", 12),
        goal("M", jan(17), holds=True),
        work("B", 12),
        goal("End", jan(30)),
        *chain("A", "M", "B", "End"),
        finish="End",
    )
    after = shift(plan, jan(11)).schedule
    # A ends a week later, so M holds B a week longer, until Sun 24, and End has its margin of 7 days still.
    assert after.plan.milestone(MilestoneId("M")).target == jan(24)
    assert (after.start_day(ActivityId("B")), after.finish) == (jan(25), jan(30))
    assert after.plan.milestone(MilestoneId("End")).target == date(2027, 2, 6)


def test_a_plan_is_never_settled_back() -> None:
    with pytest.raises(InvalidValue, match="settled up to a later day"):
        shift(shift(PLAN, jan(20)).plan, jan(19))


def test_weeks_that_ask_for_more_than_there_is_are_counted() -> None:
    plan = small_plan()
    assert overfull_weeks(schedule(plan), START) == 0
    jumped = mark_finished(plan, ActivityId("clustering-course"), START)
    assert overfull_weeks(schedule(jumped), START) > 0
