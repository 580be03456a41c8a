"""A pause is days without study hours; coming back from one catches up in the same step."""

from datetime import date

import pytest

from planner.domain.calendar import CalendarException
from planner.domain.catching_up.pause import days_away, pause, propose_pause, propose_return
from planner.domain.catching_up.proposal import take
from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, BaselineId, MilestoneId
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from tests.helpers.networks import chain, goal, network, work


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


PLAN = network(work("A", 12), work("B", 12), goal("M", jan(20)), *chain("A", "B", "M"))
"""A until Sat 9 and B until Sat 16 January, then M; 12 hours a week."""

LOGGED = log_session(PLAN, ActivityId("A"), jan(6), 6 * 60)


def test_a_pause_ahead_moves_what_comes_after_it() -> None:
    proposal = propose_pause(PLAN, jan(11), jan(17), "Illness", jan(6))
    assert (proposal.finish_before, proposal.finish_after) == (jan(16), jan(23))
    assert proposal.plan.calendar.exceptions == (
        CalendarException(first=jan(11), last=jan(17), name="Illness"),
    )
    assert proposal.plan.facts.status_date == jan(4)
    assert proposal.plan.milestone(MilestoneId("M")).target == jan(20)
    assert [each.title for each in proposal.late_targets] == ["M"]
    assert proposal.text == "Pause studying on 11–17 January 2027"
    assert proposal.reason == "Before the pause of 11–17 January 2027 (Illness)"


def test_a_pause_without_a_name_has_one() -> None:
    assert pause(PLAN, jan(11), jan(11), "  ").calendar.exceptions[0].name == "Pause"


def test_days_that_are_settled_or_turned_around_are_refused() -> None:
    with pytest.raises(InvalidValue, match="begins on 4 Jan 2027"):
        pause(PLAN, jan(1), jan(3))
    with pytest.raises(InvalidValue, match="cannot come before the first"):
        pause(PLAN, jan(12), jan(11))
    settled = propose_return(LOGGED, jan(7), jan(10), "", jan(11)).plan
    with pytest.raises(InvalidValue, match="settled up to 11 Jan 2027"):
        pause(settled, jan(7), jan(8))


def test_the_days_since_something_was_logged_until_yesterday() -> None:
    assert days_away(LOGGED, jan(25)) == (jan(7), jan(24))
    assert days_away(PLAN, jan(25)) == (jan(4), jan(24))
    assert days_away(LOGGED, jan(7)) is None
    assert days_away(PLAN, jan(4)) is None


def test_coming_back_pauses_the_days_gone_by_and_goes_on_today() -> None:
    proposal = propose_return(LOGGED, jan(7), jan(24), "Illness", jan(25))
    # 6 hours of A until Wed 27, then 12 of B: 2 on Thu 28, 4 on Sat 30, 2 each from Mon 1 to Wed 3.
    assert proposal.schedule.finish_day(ActivityId("A")) == jan(27)
    assert proposal.finish_after == date(2027, 2, 3)
    # The work landed 18 days later, and so does the target.
    assert proposal.plan.milestone(MilestoneId("M")).target == date(2027, 2, 7)
    assert proposal.plan.facts.status_date == jan(25)
    after = take(LOGGED, proposal, BaselineId("b"))
    (baseline,) = after.baselines.values()
    assert baseline.reason == "Before going on from 25 Jan 2027 after 7–24 January 2027 (Illness)"


def test_nothing_was_planned_on_the_days_away() -> None:
    weeks = propose_return(LOGGED, jan(7), jan(24), "Illness", jan(25)).plan.weeks
    # Of the first week Monday to Wednesday, 2 h each; the two weeks away asked for nothing.
    assert {key: each.planned_minutes for key, each in weeks.items()} == {"2027-01-04": 360}


def test_days_that_are_not_over_are_no_days_away() -> None:
    with pytest.raises(InvalidValue, match="For days to come, pause them"):
        propose_return(PLAN, jan(7), jan(11), "", jan(11))


def test_a_pause_that_pushes_work_into_a_later_start_does_not_stack_it() -> None:
    plan = network(work("A", 12), work("B", 4, not_before=jan(11)))
    proposal = propose_pause(plan, jan(4), jan(10), "Holiday", jan(4))
    # A would run from Mon 11 to Sat 16, so that B waits for Mon 18.
    assert proposal.waits == ("B",)
    assert proposal.schedule.start_day(ActivityId("B")) == jan(18)
    assert schedule(proposal.plan).start_day(ActivityId("A")) == jan(11)
