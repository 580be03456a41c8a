"""A week can be typed by its number or by any day in it."""

from datetime import date

import pytest

from planner.domain.errors import InvalidValue
from planner.domain.typed_weeks import read_week
from tests.helpers.plans import make_plan, small_plan

TODAY = date(2027, 1, 6)
BASE = date(2027, 2, 1)


@pytest.mark.parametrize(
    ("text", "first_day"),
    [
        ("1", date(2027, 1, 4)),
        ("3", date(2027, 1, 18)),
        (" Week 14 ", date(2027, 4, 5)),
        ("w2", date(2027, 1, 11)),
        ("14 Apr", date(2027, 4, 12)),
        ("next Monday", date(2027, 1, 11)),
        ("+2w", date(2027, 2, 15)),
        ("-1w", date(2027, 1, 25)),
        ("today", date(2027, 1, 4)),
    ],
)
def test_weeks_and_what_they_mean(text: str, first_day: date) -> None:
    assert read_week(small_plan(), text, today=TODAY, base=BASE) == first_day


def test_weeks_begin_where_the_plan_says() -> None:
    plan = make_plan(week_start=6)
    assert read_week(plan, "1", today=TODAY) == date(2027, 1, 3)
    assert read_week(plan, "6 Jan", today=TODAY) == date(2027, 1, 3)


@pytest.mark.parametrize("text", ["", "0", "5001", "99999", "some week", "week"])
def test_what_is_no_week_says_what_is_understood(text: str) -> None:
    with pytest.raises(InvalidValue, match=r"like|Try|counted"):
        read_week(small_plan(), text, today=TODAY)
