"""What people type at a prompt is understood, or refused by name."""

from datetime import date

import pytest

from planner.domain.calendar import spread_week
from planner.domain.errors import InvalidValue
from planner.exchange.typed_values import (
    day_typed,
    path_typed,
    time_typed,
    title_typed,
    week_typed,
    weeks_typed,
)


def test_a_day_is_year_month_day() -> None:
    assert day_typed("2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("4.1.2027", "“4.1.2027” is not a date. Write it like 2027-01-04"),
        ("20270104", "not a date"),
        ("2027-W01-1", "not a date"),
        ("2027-02-29", "“2027-02-29” is not a day in the calendar"),
        ("", "not a date"),
        ("٢٠٢٧-٠١-٠٤", "not a date"),
        ("0001-01-01", "too far away"),
        ("9999-12-31", "too far away"),
    ],
)
def test_what_is_no_day_is_named(typed: str, said: str) -> None:
    with pytest.raises(InvalidValue, match=said):
        day_typed(typed)


@pytest.mark.parametrize(
    ("typed", "week"),
    [
        ("10", spread_week(10)),
        ("12.5", spread_week(12.5)),
        ("mon=1.5,sat=4", (1.5, 0, 0, 0, 0, 4, 0)),
        ("Saturday=4, Sun=2", (0, 0, 0, 0, 0, 4, 2)),
        ("mon=0,thu=.5", (0, 0, 0, 0.5, 0, 0, 0)),
    ],
)
def test_hours_are_for_the_week_or_by_weekday(typed: str, week: tuple[float, ...]) -> None:
    assert week_typed(typed) == week


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ten", "“ten” is neither hours a week"),
        ("nan", "neither hours a week"),
        ("inf", "neither hours a week"),
        ("", "neither hours a week"),
        ("0", "from a quarter of an hour to 100"),
        ("-5", "from a quarter of an hour to 100"),
        ("200", "from a quarter of an hour to 100"),
        ("mon=1,sat", "neither hours a week"),
        ("mon=1,5,sat=4", "names “5”, which is no weekday"),
        ("mo=1", "names “mo”, which is no weekday"),
        ("mon=1,monday=2", "gives Monday twice"),
        ("mon=25", "0 to 24 hours"),
        ("mon=-1", "0 to 24 hours"),
        ("mon=0", "no day of the week any hours"),
    ],
)
def test_what_are_no_hours_is_named(typed: str, said: str) -> None:
    with pytest.raises(InvalidValue, match=said):
        week_typed(typed)


def test_a_title_is_text_without_spaces_around_it() -> None:
    assert title_typed("  My path ") == "My path"


@pytest.mark.parametrize("typed", ["", "   ", "x" * 501, "bytes \udcff"])
def test_what_is_no_title_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValue):
        title_typed(typed)


def test_weeks_are_1_to_520() -> None:
    assert [weeks_typed("1"), weeks_typed("520")] == [1, 520]
    for typed in ("0", "521", "-1", "2.5", "many", ""):
        with pytest.raises(InvalidValue, match="1 to 520"):
            weeks_typed(typed)


def test_a_file_has_a_name() -> None:
    with pytest.raises(InvalidValue):
        path_typed("")


def test_a_time_is_hours_and_minutes() -> None:
    assert time_typed("9:05") == 9 * 60 + 5
    assert time_typed("23:59") == 23 * 60 + 59


@pytest.mark.parametrize("typed", ["", "9", "24:00", "12:60", "9.30", "9:5", "٩:٠٥"])
def test_what_is_no_time_is_named(typed: str) -> None:
    with pytest.raises(InvalidValue, match="is not a time of the day like 09:00"):
        time_typed(typed)
