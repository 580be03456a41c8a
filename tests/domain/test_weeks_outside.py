"""Weeks before the start and after the finish are told before they are printed."""

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
        (7, 1, ""),
        (8, 1, "this week lies after it"),
        (999, 1, "this week lies after it"),
    ],
)
def test_weeks_after_the_finish_are_counted(first_week: int, count: int, told: str) -> None:
    plan = small_plan()
    dates = schedule(plan)
    assert dates.finish == FINISH
    first_day = START + timedelta(days=7 * (first_week - 1) + 2)
    sentence = outside_text(plan, dates, first_day, count)
    assert sentence == (told and f"Your path finishes on 20 Feb 2027: {told}, with nothing planned.")


@pytest.mark.parametrize(
    ("first_week", "count", "told"),
    [
        (0, 1, "this week lies before it"),
        (-350, 1, "this week lies before it"),
        (-3, 4, "all of these 4 weeks lie before it"),
        (-3, 5, "4 of these 5 weeks lie before it"),
        (0, 2, "1 of these 2 weeks lies before it"),
    ],
)
def test_weeks_before_the_start_are_counted(first_week: int, count: int, told: str) -> None:
    plan = small_plan()
    first_day = START + timedelta(days=7 * (first_week - 1) + 2)
    sentence = outside_text(plan, schedule(plan), first_day, count)
    assert sentence == f"Your path begins on 4 Jan 2027: {told}, with nothing planned."


def test_weeks_on_both_sides_are_said_in_two_sentences() -> None:
    plan = small_plan()
    sentence = outside_text(plan, schedule(plan), START - timedelta(days=7), 10)
    assert sentence == (
        "Your path begins on 4 Jan 2027: 1 of these 10 weeks lies before it, with nothing planned."
        " Your path finishes on 20 Feb 2027: 2 of these 10 weeks lie after it, with nothing planned."
    )
