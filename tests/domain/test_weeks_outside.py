"""Weeks after the finish are told before they are printed."""

from datetime import date, timedelta

import pytest

from planner.domain.schedule import schedule
from planner.domain.weeks_outside import outside_text
from tests.helpers.plans import START, small_plan

FINISH = date(2027, 2, 20)
"""The small plan's: a Saturday in its seventh week."""


@pytest.mark.parametrize(
    ("first_week", "count", "told"),
    [
        (1, 7, ""),
        (1, 8, "1 of these 8 weeks lies after it"),
        (7, 10, "9 of these 10 weeks lie after it"),
        (9, 3, "all of these 3 weeks lie after it"),
        (9, 1, ""),
        (-3, 4, ""),
    ],
)
def test_weeks_after_the_finish_are_counted(first_week: int, count: int, told: str) -> None:
    plan = small_plan()
    dates = schedule(plan)
    assert dates.finish == FINISH
    first_day = START + timedelta(days=7 * (first_week - 1) + 2)
    sentence = outside_text(plan, dates, first_day, count)
    assert sentence == (told and f"Your path finishes on 20 Feb 2027: {told}, with nothing planned.")
