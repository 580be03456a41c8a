"""A bar is split around a pause, and the gap closed again."""

from datetime import date

import pytest

from planner.domain.archive import archive
from planner.domain.edits import mark_finished
from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.items import ActivityId, Pause
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.splitting import close_gap, split
from tests.helpers.networks import network, work

A = ActivityId("A")


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def plan() -> Plan:
    """One activity from Mon 4 to Sat 16."""
    return network(work("A", 24))


def pauses(plan: Plan) -> list[tuple[int, int]]:
    return [(each.first.day, each.last.day) for each in plan.activity(A).pauses]


def test_the_bar_ends_later_by_the_hours_of_the_pause() -> None:
    paused = split(plan(), A, jan(6), jan(7))
    # 4 hours of pause go on Mon 18 and Tue 19.
    assert schedule(paused).finish_day(A) == jan(19)
    assert close_gap(paused, A, Pause(first=jan(6), last=jan(7))) == plan()


@pytest.mark.parametrize(
    ("first", "last", "then"),
    [
        (11, 12, [(6, 7), (11, 12)]),
        (4, 4, [(4, 4), (6, 7)]),
        (8, 9, [(6, 9)]),
        (5, 5, [(5, 7)]),
        (7, 11, [(6, 11)]),
        (5, 12, [(5, 12)]),
        (6, 6, [(6, 7)]),
    ],
)
def test_pauses_that_touch_become_one(first: int, last: int, then: list[tuple[int, int]]) -> None:
    paused = split(plan(), A, jan(6), jan(7))
    assert pauses(split(paused, A, jan(first), jan(last))) == then


def test_a_pause_between_two_joins_them() -> None:
    paused = split(split(plan(), A, jan(6), jan(7)), A, jan(11), jan(12))
    assert pauses(split(paused, A, jan(8), jan(10))) == [(6, 12)]


def test_a_pause_from_the_first_day_on_starts_the_bar_later() -> None:
    assert schedule(split(plan(), A, jan(1), jan(6))).start_day(A) == jan(7)


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (jan(18), jan(19), "A pause of “A” lies within its days, 4–16 January 2027."),
        (date(2026, 12, 1), date(2026, 12, 2), "lies within its days"),
        (jan(7), jan(6), "cannot end before it begins"),
    ],
)
def test_days_that_make_no_pause_are_refused(first: date, last: date, sentence: str) -> None:
    with pytest.raises(InvalidValue, match=sentence):
        split(plan(), A, first, last)


def test_what_is_finished_or_archived_has_no_pauses_to_set() -> None:
    with pytest.raises(InvalidValue, match="finished already"):
        split(mark_finished(plan(), A, jan(9)), A, jan(6), jan(7))
    with pytest.raises(InvalidValue, match="archived"):
        split(archive(plan(), A, jan(9)), A, jan(6), jan(7))


def test_only_a_pause_there_is_can_be_closed() -> None:
    with pytest.raises(InvalidValue, match="no pause on 6–7 January 2027"):
        close_gap(plan(), A, Pause(first=jan(6), last=jan(7)))
    with pytest.raises(UnknownItem):
        close_gap(plan(), ActivityId("B"), Pause(first=jan(6), last=jan(7)))
