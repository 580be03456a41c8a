"""Days, hours and months in words."""

from datetime import date
from itertools import pairwise

import pytest

from planner.domain.wording import (
    add_months,
    clock_span_text,
    clock_text,
    day_text,
    days_text,
    effort_text,
    hours_text,
    isolated,
    long_day_text,
    minutes_text,
    months_between,
    number_text,
    range_text,
    span_text,
    unturned,
    weekday_text,
)

DAY = date(2028, 1, 16)


def test_a_day() -> None:
    assert day_text(DAY) == "16 Jan 2028"
    assert long_day_text(DAY) == "16 January 2028"
    assert weekday_text(DAY) == "Sun 16 Jan 2028"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2027, 4, 5), date(2027, 4, 11), "5–11 April 2027"),
        (date(2027, 4, 5), date(2027, 4, 5), "5 April 2027"),
        (date(2027, 4, 26), date(2027, 5, 2), "26 April – 2 May 2027"),
        (date(2027, 12, 27), date(2028, 1, 2), "27 December 2027 – 2 January 2028"),
    ],
)
def test_a_stretch_of_days_says_nothing_twice(first: date, last: date, text: str) -> None:
    assert days_text(first, last) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "0 min"), (45, "45 min"), (60, "1 h"), (90, "1 h 30"), (65, "1 h 05"), (240, "4 h")],
)
def test_minutes(minutes: int, text: str) -> None:
    assert minutes_text(minutes) == text


def test_hours_of_a_day_as_they_are_typed() -> None:
    assert [hours_text(each) for each in (1.5, 1.2, 1.999, 10, 0)] == ["1.5 h", "1.2 h", "2 h", "10 h", "0 h"]


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        (29.5, "29.5 h"),
        (10.083, "10 h"),
        (39.583, "39.5 h"),
        (13.63, "13.75 h"),
        (0.01, "0.25 h"),
        (0, "0 h"),
    ],
)
def test_hours_of_work_are_no_finer_than_a_quarter(hours: float, text: str) -> None:
    assert effort_text(hours) == text


def test_numbers_and_ranges() -> None:
    assert [number_text(each) for each in (10, 12.5, 12.04, 0)] == ["10", "12.5", "12", "0"]
    assert range_text(18, 24) == "18–24"
    assert range_text(3, 3) == "3"
    assert range_text(2, 2.5) == "2–2.5"


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (-3, "3 days"),
        (13, "13 days"),
        (14, "2 weeks"),
        (35, "5 weeks"),
        (90, "13 weeks"),
        (91, "3 months"),
        (122, "4 months"),
        (730, "24 months"),
    ],
)
def test_a_length_of_time_is_said_in_the_unit_one_would_use(days: int, text: str) -> None:
    assert span_text(days) == text


def test_what_is_longer_never_says_less() -> None:
    words = [span_text(days).split() for days in range(1, 800)]
    long = {"day": 1.0, "week": 7.0, "month": 30.4375}
    said = [int(number) * long[unit.removesuffix("s")] for number, unit in words]
    assert all(later >= earlier - 0.1 for earlier, later in pairwise(said))
    assert span_text(200, in_weeks=True) == "29 weeks"


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 1, 4), 0, date(2027, 1, 4)),
        (date(2027, 1, 4), 18, date(2028, 7, 4)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 10, 15), 2, date(2027, 12, 15)),
        (date(2027, 12, 1), 1, date(2028, 1, 1)),
        (date(2027, 1, 4), 1.5, date(2027, 2, 19)),
    ],
)
def test_months_later(day: date, months: float, expected: date) -> None:
    assert add_months(day, months) == expected


def test_months_between_days() -> None:
    assert months_between(date(2027, 1, 1), date(2028, 1, 1)) == pytest.approx(12, abs=0.02)
    assert months_between(date(2028, 1, 1), date(2027, 1, 1)) == pytest.approx(-12, abs=0.02)


def test_only_titles_from_right_to_left_are_set_apart_from_figures() -> None:
    assert isolated("Trip 20–10") == "Trip 20–10"
    assert isolated("Größe – Ωmega 数") == "Größe – Ωmega 数"
    assert isolated("Trip עת") == "\u2068Trip עת\u2069"
    assert isolated("رحلة") == "\u2068رحلة\u2069"


def test_times_of_the_day_and_how_long_they_last() -> None:
    assert [clock_text(each) for each in (0, 545, 1140, 1439, 1440)] == [
        "0:00",
        "9:05",
        "19:00",
        "23:59",
        "24:00",
    ]
    assert clock_span_text(1140, 90) == "19:00–20:30"
    assert clock_span_text(1410, 60) == "23:30–0:30"


def test_a_title_turns_nothing_but_itself() -> None:
    """Signs that reverse what follows are left out; they could end the isolation, too."""
    assert isolated("invoice\u202efdp.exe") == "invoicefdp.exe"
    assert isolated("one\u2069\u202etwo") == "onetwo"
    assert isolated("\u202eשלום") == "\u2068שלום\u2069"
    assert unturned("plain") == "plain"
    assert unturned("left\u200e and right\u200f marks stay") == "left\u200e and right\u200f marks stay"
