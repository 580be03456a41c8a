"""When activities were open, from what happened."""

from datetime import date, timedelta

import numpy as np

from planner.domain.graph import compile_graph
from planner.domain.items import Pause
from planner.domain.pace.open_spans import open_spans, shares_of
from planner.domain.plan import Plan
from tests.helpers.networks import FS, MONDAY, SS, chain, goal, network, wait, work

TODAY = MONDAY + timedelta(days=30)


def day(number: int) -> date:
    """So many days after the first Monday."""
    return MONDAY + timedelta(days=number)


def spans(plan: Plan) -> dict[str, tuple[int, int]]:
    """First day and the day after the last, as days after the first Monday."""
    first = MONDAY.toordinal()
    found = open_spans(plan, compile_graph(plan), TODAY)
    return {key: (each.first - first, each.stop - first) for key, each in found.items()}


def test_what_follows_is_open_from_the_day_after_what_it_waits_for() -> None:
    plan = network(work("A", 10, finished=day(9)), goal("M"), work("B", 10), *chain("A", "M", "B"))
    assert spans(plan) == {"A": (0, 10), "B": (10, 30)}


def test_what_waits_for_something_unfinished_is_not_open() -> None:
    assert spans(network(work("A", 10), work("B", 10), *chain("A", "B"))) == {"A": (0, 30)}


def test_a_look_ahead_opens_it_from_the_day_it_was_begun() -> None:
    plan = network(work("A", 10, finished=day(20)), work("B", 10, started=day(5)), *chain("A", "B"))
    assert spans(plan) == {"A": (0, 21), "B": (5, 30)}


def test_own_start_dates_lags_and_held_targets_keep_it_shut() -> None:
    done = work("A", 10, finished=day(4))
    held = network(done, goal("M", day(11), holds=True), work("B", 10), *chain("A", "M", "B"))
    assert spans(held)["B"] == (12, 30)
    reached = network(done, goal("M", day(11), holds=True, reached=day(6)), work("B", 10), *chain("M", "B"))
    assert spans(reached)["B"] == (0, 30)
    lagging = network(done, work("B", 10), wait("A", "B", FS, 3))
    assert spans(lagging)["B"] == (8, 30)
    beside = network(work("A", 10), work("B", 10), wait("A", "B", SS, 3))
    assert spans(beside)["B"] == (3, 30)
    waiting = network(work("A", 10, not_before=day(14)))
    assert spans(waiting)["A"] == (14, 30)


def test_the_last_day_there_is_can_be_waited_for() -> None:
    held = network(work("A", 10), goal("M", date.max, holds=True), work("B", 10), *chain("M", "B"))
    assert spans(held) == {"A": (0, 30)}


def test_what_was_finished_before_the_plan_was_never_open() -> None:
    assert spans(network(work("A", 10, finished=day(-3)))) == {}


def test_shares_add_up_and_leave_out_pauses() -> None:
    pause = Pause(first=day(2), last=day(3))
    plan = network(work("A", 10, share=0.6, pauses=[pause]), work("B", 10, share=0.4, finished=day(2)))
    found = list(open_spans(plan, compile_graph(plan), TODAY).values())
    first = MONDAY.toordinal()
    assert np.allclose(shares_of(found, first, first + 6), [1.0, 1.0, 0.4, 0.0, 0.6, 0.6])
