"""Days as a person types them, read on Wednesday 6 January 2027."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import InvalidValue
from planner.domain.typed_dates import read_day
from planner.domain.wording import day_text, long_day_text, weekday_text

TODAY = date(2027, 1, 6)
BASE = date(2028, 1, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2027-01-06"),
        ("Tomorrow", "2027-01-07"),
        ("yesterday", "2027-01-05"),
        ("day after tomorrow", "2027-01-08"),
        ("fri", "2027-01-08"),
        ("next fri", "2027-01-08"),
        ("next Monday", "2027-01-11"),
        ("  NEXT   monday ", "2027-01-11"),
        ("wed", "2027-01-06"),
        ("this wed", "2027-01-06"),
        ("next Wed", "2027-01-13"),
        ("last Wednesday", "2026-12-30"),
        ("next week", "2027-01-11"),
        ("end of week", "2027-01-10"),
        ("end of next month", "2027-02-28"),
        ("end of the month", "2027-01-31"),
        ("next month", "2027-02-01"),
        ("next year", "2028-01-01"),
        ("end of 2027", "2027-12-31"),
        ("End of March", "2027-03-31"),
        ("beginning of april 2028", "2028-04-01"),
        ("in 3 weeks", "2027-01-27"),
        ("in a week", "2027-01-13"),
        ("in 2 months", "2027-03-06"),
        ("ten days from now", "2027-01-16"),
        ("two weeks ago", "2026-12-23"),
        ("+10 days", "2027-01-16"),
        ("16 Jan", "2027-01-16"),
        ("5 Jan", "2028-01-05"),
        ("6 jan", "2027-01-06"),
        ("Jan 16", "2027-01-16"),
        ("January 16th, 2028", "2028-01-16"),
        ("16th of January", "2027-01-16"),
        ("the 16th", "2027-01-16"),
        ("3rd", "2027-02-03"),
        ("Sept 3", "2027-09-03"),
        ("16 Jan 2028", "2028-01-16"),
        ("16 jan 28", "2028-01-16"),
        ("Sun 16 Jan 2028", "2028-01-16"),
        ("29 Feb", "2028-02-29"),
        ("2028-01-16", "2028-01-16"),
        ("2028/1/16", "2028-01-16"),
        ("16.1.", "2027-01-16"),
        ("16.1", "2027-01-16"),
        ("16.1.28", "2028-01-16"),
        ("16.01.2028", "2028-01-16"),
        ("16. 1. 2028", "2028-01-16"),
    ],
)
def test_a_day_is_read_as_it_is_meant(text: str, day: str) -> None:
    assert read_day(text, today=TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("+2w", "2028-02-03"),
        ("- 3 d", "2028-01-17"),
        ("\u22123d", "2028-01-17"),
        ("+1m", "2028-02-20"),
        ("+1y", "2029-01-20"),
        ("+10", "2028-01-30"),
        ("-20", "2027-12-31"),
        ("+1w 2d", "2028-01-29"),
        ("2 weeks later", "2028-02-03"),
        ("a week earlier", "2028-01-13"),
        ("3d", "2028-01-23"),
    ],
)
def test_a_step_counts_from_the_day_an_item_has(text: str, day: str) -> None:
    assert read_day(text, today=TODAY, base=BASE) == date.fromisoformat(day)
    assert read_day(text, today=BASE) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [("in 2 weeks", "2027-01-20"), ("next Monday", "2027-01-11"), ("tomorrow", "2027-01-07")],
)
def test_what_one_says_from_today_counts_from_today(text: str, day: str) -> None:
    assert read_day(text, today=TODAY, base=BASE) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("16 Jan", "2028-01-16"),
        ("20 Dec", "2027-12-20"),
        ("5.2.", "2028-02-05"),
        ("end of March", "2028-03-31"),
    ],
)
def test_a_day_without_a_year_is_the_one_nearest_the_items_own(text: str, day: str) -> None:
    assert read_day(text, today=TODAY, base=BASE) == date.fromisoformat(day)


def test_no_year_is_taken_that_has_passed() -> None:
    assert read_day("16 Nov", today=date(2027, 11, 25), base=date(2027, 12, 1)) == date(2028, 11, 16)
    # An item that stands in the past already may be moved about there.
    assert read_day("23 Nov", today=date(2027, 11, 25), base=date(2027, 11, 20)) == date(2027, 11, 23)


def test_a_month_on_from_its_last_day_ends_with_the_next() -> None:
    assert read_day("+1m", today=date(2027, 1, 31)) == date(2027, 2, 28)
    assert read_day("-1m", today=date(2028, 1, 15)) == date(2027, 12, 15)
    assert read_day("-11m", today=date(2028, 1, 31)) == date(2027, 2, 28)


def test_a_week_ends_where_the_learner_ends_it() -> None:
    assert read_day("end of week", today=TODAY, week_start=6) == date(2027, 1, 9)
    assert read_day("next week", today=TODAY, week_start=6) == date(2027, 1, 10)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1/16", r"could be read day first or month first\. Write 16 Jan\."),
        ("3/4", r"Write 3 Apr or 4 Mar\."),
        ("3/4/2028", r"Write 3 Apr 2028 or 4 Mar 2028\."),
        ("5-6-28", r"Write 5 Jun 2028 or 6 May 2028\."),
        ("40/50", "not a day in the calendar"),
        ("30 Feb", "“30 Feb” is not a day in the calendar"),
        ("29 Feb 2027", "not a day in the calendar"),
        ("31.4.", "not a day in the calendar"),
        ("2028-13-01", "not a day in the calendar"),
        ("Mon 16 Jan 2028", "16 Jan 2028 is a Sunday"),
        ("16", "Try 16 Jan"),
        ("march", "Try 16 Jan"),
        ("soon", "“soon” is not a day I can read. Try 16 Jan"),
        ("", "Type a day"),
        ("   ", "Type a day"),
        ("+9999y", "too far away"),
        ("1.1.9999", "too far away"),
        ("0001-01-01", "too far away"),
        ("-900000d", "too far away"),
    ],
)
def test_what_is_not_clear_is_refused_with_what_is(text: str, sentence: str) -> None:
    with pytest.raises(InvalidValue, match=sentence):
        read_day(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5.11.", date(2026, 11, 5)),
        ("23 Nov", date(2026, 11, 23)),
        ("24 Nov", date(2025, 11, 24)),
        ("Dec 24", date(2025, 12, 24)),
        ("29 Feb", date(2024, 2, 29)),
        ("Monday", date(2026, 11, 23)),
        ("this Tuesday", date(2026, 11, 17)),
        ("last Monday", date(2026, 11, 16)),
        ("the 24th", date(2026, 10, 24)),
        ("the 23rd", date(2026, 11, 23)),
        ("end of March", date(2026, 3, 31)),
        ("yesterday", date(2026, 11, 22)),
        ("+1d", date(2026, 11, 11)),
        ("5.11.2027", date(2027, 11, 5)),
    ],
)
def test_what_is_asked_about_the_past_is_the_last_such_day(text: str, day: date) -> None:
    monday = date(2026, 11, 23)
    assert read_day(text, today=monday, base=date(2026, 11, 10), until=monday) == day


@given(st.dates(date(1901, 1, 1), date(8999, 12, 31)))
def test_every_day_milepost_writes_can_be_typed(day: date) -> None:
    for text in (day.isoformat(), day_text(day), long_day_text(day), weekday_text(day)):
        assert read_day(text, today=TODAY) == day


@given(st.integers(-4000, 4000), st.sampled_from(["d", " days"]))
def test_days_back_and_forth_are_days(days: int, unit: str) -> None:
    assert read_day(f"{days:+}{unit}", today=TODAY, base=BASE) == BASE + timedelta(days=days)


@given(st.text(max_size=40) | st.text("0123456789 .-/+dwmyjanfebinof", max_size=14))
def test_anything_typed_is_read_or_kindly_refused(text: str) -> None:
    try:
        said = day_text(read_day(text, today=TODAY, base=BASE))
    except InvalidValue as error:
        said = str(error)
    assert said.endswith(".") or said[-4:].isdigit()
