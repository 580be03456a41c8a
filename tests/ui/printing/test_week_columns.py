"""Five, six or seven columns: days off go first, and no day with anything on it is lost."""

from dataclasses import replace

import pytest

from planner.domain.schedule import schedule
from planner.domain.week import WeekDay, week_plan
from planner.ui.printing.week_columns import columns_of
from tests.helpers.plans import START, small_plan


def week_days(hours: str) -> list[WeekDay]:
    """Days from Monday on; one with a dash has no hours."""
    plan = small_plan()
    days = week_plan(plan, schedule(plan), START, START).days
    return [
        replace(day, available_minutes=0 if sign == "-" else 60, sessions=())
        for day, sign in zip(days, hours, strict=True)
    ]


def named(days: list[WeekDay], count: int) -> str:
    """The columns by the days' first letters, like “M T WT”."""
    return " ".join("".join("MTWTFSS"[day.day.weekday()] for day in each) for each in columns_of(days, count))


@pytest.mark.parametrize(
    ("hours", "count", "expected"),
    [
        ("####-#-", 7, "M T W T F S S"),
        ("####-#-", 6, "M T W T F S"),
        ("####-#-", 5, "M T W T S"),
        ("#######", 6, "M T W T F SS"),
        ("#######", 5, "M T W TF SS"),
        ("#####-#", 5, "M T W T FS"),
        ("-------", 5, "M T W T F"),
    ],
)
def test_days_share_the_columns(hours: str, count: int, expected: str) -> None:
    assert named(week_days(hours), count) == expected


def test_a_day_off_with_something_on_it_stays() -> None:
    plan = small_plan()
    days = list(week_plan(plan, schedule(plan), START, START).days)
    days[6] = replace(days[6], sessions=days[0].sessions)
    assert days[6].rest
    assert named(days, 5) == "M T W T SS"
    assert named(days, 6) == "M T W T S S"
