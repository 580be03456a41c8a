"""Using the buffer: targets stay, and the days to spare before them take what is late."""

from dataclasses import replace
from datetime import date

from planner.domain.catching_up.absorb import absorb, buffer_sentences, buffers
from planner.domain.items import MilestoneId, MonthRange, Provenance
from planner.domain.plan import Plan
from tests.helpers.networks import chain, goal, network, work


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def plan_with(target: date | None, window: float | None = None) -> Plan:
    """A until Sat 9 and B until Sat 16 January, then M; with a window of so many months to finish in."""
    plan = network(work("A", 12), work("B", 12), goal("M", target), *chain("A", "B", "M"))
    months = None if window is None else MonthRange(low=window, high=window, provenance=Provenance.SOURCE)
    return replace(plan, facts=replace(plan.facts, window=months))


def test_the_target_stays_and_half_of_its_margin_is_used() -> None:
    proposal = absorb(plan_with(jan(30)), jan(11))
    assert proposal.plan.milestone(MilestoneId("M")).target == jan(30)
    (use,) = buffers(proposal)
    # M landed 14 days before its target; a week later it lands on Sat 23.
    assert (use.before, use.after, use.used, use.enough) == (14, 7, 7, True)
    assert buffer_sentences(proposal) == ("Uses 7 days of the 14 before “M”, 30 Jan 2027; 7 days remain.",)
    assert proposal.text == "Catch up to 11 Jan 2027 with the buffer"


def test_what_the_buffer_does_not_hold_is_said() -> None:
    proposal = absorb(plan_with(jan(20)), jan(11))
    assert buffer_sentences(proposal) == (
        "Needs 7 days, and there are 4 days of buffer before “M”, 20 Jan 2027: it would be 3 days past it.",
    )
    assert [each.title for each in proposal.late_targets] == ["M"]
    assert buffers(proposal)[0].used == 4


def test_without_a_target_the_window_s_end_is_the_buffer() -> None:
    # One month from 4 January ends on 4 February.
    (use,) = buffers(absorb(plan_with(None, window=1), jan(11)))
    assert (use.milestone, use.until, use.before, use.after) == (None, date(2027, 2, 4), 19, 12)


def test_without_either_there_is_none_and_with_both_the_target_comes_first() -> None:
    assert buffer_sentences(absorb(plan_with(None), jan(11))) == (
        "There is no target and no window to finish in, so there is no buffer to use.",
    )
    uses = buffers(absorb(plan_with(jan(30), window=1), jan(11)))
    assert [each.title for each in uses] == ["M", "the window's end"]


def test_a_buffer_that_is_used_up_already_and_one_that_is_not_needed() -> None:
    used_up = buffer_sentences(absorb(plan_with(jan(10)), jan(11)))
    assert used_up == ("There is no buffer before “M”, 10 Jan 2027: it would be 13 days past it.",)
    on_time = buffer_sentences(absorb(plan_with(jan(30)), jan(4)))
    assert on_time == ("Takes no buffer: 14 days remain before “M”, 30 Jan 2027.",)


def test_a_target_that_holds_takes_it_all_so_that_what_follows_stays() -> None:
    plan = network(
        work("A", 12),
        goal("M", jan(24), holds=True),
        work("B", 12),
        goal("End"),
        *chain("A", "M", "B", "End"),
    )
    proposal = absorb(plan, jan(11))
    # M lands a week later, on Sat 16, and still holds B to Mon 25.
    assert proposal.finish_before == proposal.finish_after == jan(30)
    assert proposal.moved == ("A", "M")
