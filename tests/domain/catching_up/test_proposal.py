"""What is said of a proposal, and how it is taken."""

from datetime import date

import pytest

from planner.domain.catching_up.absorb import absorb
from planner.domain.catching_up.compress import compress
from planner.domain.catching_up.proposal import take
from planner.domain.catching_up.ranges import FinishRanges
from planner.domain.catching_up.shift import shift
from planner.domain.catching_up.words import finish_words, hours_words, moves_words, range_words, remarks
from planner.domain.edits import rename
from planner.domain.errors import InvalidValue
from planner.domain.forecast.forecast import Quantiles, forecast
from planner.domain.items import ActivityId, BaselineId
from planner.domain.pace.pace import pace_of
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from tests.helpers.networks import chain, goal, network, wait, work

BASELINE = BaselineId("before")


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


PLAN = network(
    work("A", 12),
    goal("Exam", jan(12), fixed=True),
    work("B", 12),
    goal("M", jan(20)),
    *chain("A", "Exam", "B", "M"),
    finish="M",
)
"""A until Sat 9 January, B until Sat 16 January, 12 hours a week."""


def test_it_lists_what_moves_by_day_with_targets() -> None:
    moves = shift(PLAN, jan(11)).moves
    assert [each.title for each in moves] == ["A", "Exam", "B", "M"]
    first, exam, _, last = moves
    assert (first.start_before, first.start_after) == (jan(4), jan(11))
    assert (first.finish_before, first.finish_after, first.days) == (jan(9), jan(16), 7)
    assert (exam.target_before, exam.target_after) == (jan(12), jan(12))
    assert (last.target_before, last.target_after) == (jan(20), jan(27))


def test_its_words_say_finish_hours_moves_and_what_to_know() -> None:
    proposal = absorb(PLAN, jan(11))
    assert finish_words(proposal) == "16 Jan → 23 Jan 2027, 7 days later"
    assert hours_words(proposal) == "12 h, as now"
    assert moves_words(proposal) == "4 items, by 7 days at most"
    assert remarks(proposal) == (
        "“Exam” stays on 12 Jan 2027, 4 days before its preparation would end (16 Jan 2027).",
        "“M” would land on 23 Jan 2027, 3 days after its target, 20 Jan 2027.",
    )
    assert hours_words(compress(PLAN, jan(11), 18)) == "12 h → 18 h"
    on_time = shift(log_session(PLAN, ActivityId("A"), jan(4), 2 * 60), jan(5))
    assert finish_words(on_time) == "16 Jan 2027, as now"


def test_weeks_that_were_full_before_are_counted_and_said() -> None:
    plan = network(work("A", 24), work("B", 24), work("C", 4), wait("A", "C"))
    assert "2 weeks ask for more hours than there are" in remarks(shift(plan, jan(11)))[0]


def test_taking_it_keeps_the_dates_from_before() -> None:
    proposal = shift(PLAN, jan(11))
    taken = take(PLAN, proposal, BASELINE)
    baseline = taken.baselines[BASELINE]
    assert (baseline.taken_on, baseline.reason) == (jan(11), "Before catching up to 11 Jan 2027")
    assert {each.node: each.finish for each in baseline.days}["B"] == jan(16)
    assert schedule(taken).finish == proposal.finish_after


def test_what_changes_nothing_takes_no_baseline() -> None:
    assert take(PLAN, shift(PLAN, jan(4)), BASELINE) is PLAN


def test_it_is_of_one_plan_alone() -> None:
    with pytest.raises(InvalidValue, match="The plan has changed since this was worked out"):
        take(rename(PLAN, ActivityId("A"), "Other"), shift(PLAN, jan(11)), BASELINE)


def test_its_range_is_the_forecast_of_the_plan_it_proposes() -> None:
    plan = network(work("A", 12, high=40), work("B", 12, high=30), goal("M"), *chain("A", "B", "M"))
    ranges = FinishRanges(jan(11))
    shifted, compressed = shift(plan, jan(11)), compress(plan, jan(11), 24)
    for each in (shifted, compressed):
        pace = pace_of(each.plan, each.schedule, jan(11))
        assert ranges.of(each.schedule) == forecast(each.plan, each.schedule, pace, jan(11)).finish
    # The forecast begins today in any case; only more hours change it.
    assert ranges.of(shifted.schedule) == ranges.of(shifted.before)
    assert ranges.of(compressed.schedule).p90 < ranges.of(shifted.schedule).p90
    assert range_words(Quantiles(jan(2), jan(3), jan(4), jan(30))) == "2 Jan – 30 Jan 2027"
