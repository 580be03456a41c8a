"""Reminders come once, at the chosen time by the wall clock, also after sleep and on odd clocks."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import InvalidValue
from planner.domain.reminders import Occasion, Reminder, Reminders, due, next_reminder

MONDAY = date(2027, 1, 4)
SEVEN = Reminders(study=True, study_at=19 * 60)
BOTH = Reminders(study=True, study_at=19 * 60, review=True, review_weekday=6, review_at=18 * 60)


def weekdays_only(day: date) -> bool:
    """A learner who studies from Monday to Friday."""
    return day.weekday() < 5


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """An instant on the wall clock."""
    return datetime.combine(day, time(hour, minute))


def on(days: int) -> date:
    """So many days after the Monday."""
    return MONDAY + timedelta(days=days)


def test_nothing_is_wanted_until_it_is_chosen() -> None:
    assert not Reminders().wanted
    assert next_reminder(Reminders(), at(MONDAY, 8), {}, weekdays_only) is None
    assert due(Reminders(), at(MONDAY, 8), at(MONDAY, 23), {}, weekdays_only) == ()


def test_the_next_is_today_before_its_time_and_tomorrow_after_it() -> None:
    first = next_reminder(SEVEN, at(MONDAY, 18, 59), {}, weekdays_only)
    assert first == Reminder(Occasion.STUDY, at(MONDAY, 19))
    after = next_reminder(SEVEN, at(MONDAY, 19), {}, weekdays_only)
    assert after == Reminder(Occasion.STUDY, at(on(1), 19))


def test_the_next_is_on_a_study_day_unless_every_day_is_wanted() -> None:
    friday_night = at(on(4), 20)
    found = next_reminder(SEVEN, friday_night, {}, weekdays_only)
    assert found is not None
    assert found.at.date() == on(7)
    every_day = Reminders(study=True, study_at=19 * 60, study_days_only=False)
    found = next_reminder(every_day, friday_night, {}, weekdays_only)
    assert found is not None
    assert found.at.date() == on(5)


def test_the_earlier_of_study_and_review_is_next() -> None:
    found = next_reminder(BOTH, at(on(4), 20), {}, weekdays_only)
    assert found == Reminder(Occasion.REVIEW, at(on(6), 18))


def test_who_has_no_study_day_is_left_alone() -> None:
    assert next_reminder(SEVEN, at(MONDAY, 8), {}, lambda _day: False) is None


def test_it_is_due_once_its_time_has_come_and_not_again_once_told() -> None:
    assert due(SEVEN, at(MONDAY, 18, 58), at(MONDAY, 18, 59), {}, weekdays_only) == ()
    assert due(SEVEN, at(MONDAY, 18, 59), at(MONDAY, 19), {}, weekdays_only) == (Occasion.STUDY,)
    told = {Occasion.STUDY: MONDAY}
    assert due(SEVEN, at(MONDAY, 18, 59), at(MONDAY, 19), told, weekdays_only) == ()


def test_what_passed_before_milepost_was_open_is_not_told() -> None:
    assert due(SEVEN, at(MONDAY, 20), at(MONDAY, 20, 1), {}, weekdays_only) == ()


def test_waking_tells_what_passed_today_and_lets_yesterday_go() -> None:
    asleep = at(MONDAY, 18)
    assert due(SEVEN, asleep, at(MONDAY, 22), {}, weekdays_only) == (Occasion.STUDY,)
    assert due(SEVEN, asleep, at(on(1), 9), {}, weekdays_only) == ()
    assert due(SEVEN, asleep, at(on(1), 21), {}, weekdays_only) == (Occasion.STUDY,)


def test_a_clock_set_back_and_on_again_tells_nothing_twice() -> None:
    told = {Occasion.STUDY: MONDAY}
    assert due(SEVEN, at(MONDAY, 19, 1), at(MONDAY, 17), told, weekdays_only) == ()
    assert due(SEVEN, at(MONDAY, 17), at(MONDAY, 19), told, weekdays_only) == ()


def test_a_clock_that_was_years_ahead_silences_nothing() -> None:
    told = {Occasion.STUDY: date(2035, 1, 1)}
    assert due(SEVEN, at(MONDAY, 18, 59), at(MONDAY, 19), told, weekdays_only) == (Occasion.STUDY,)


@pytest.mark.parametrize(
    ("zone", "night"),
    [
        ("Europe/Berlin", date(2027, 3, 28)),
        ("Europe/Berlin", date(2027, 10, 31)),
        ("America/New_York", date(2027, 3, 14)),
        ("America/New_York", date(2027, 11, 7)),
        ("Australia/Lord_Howe", date(2027, 10, 3)),
        ("Australia/Lord_Howe", date(2027, 4, 4)),
    ],
)
def test_an_hour_that_is_skipped_or_comes_twice_reminds_once(zone: str, night: date) -> None:
    half_past_two = Reminders(study=True, study_at=2 * 60 + 15, study_days_only=False)
    told: dict[Occasion, date] = {}
    instant = datetime(night.year, night.month, night.day, tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))
    since = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    times = 0
    for _ in range(20 * 60):
        instant += timedelta(minutes=1)
        now = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        for occasion in due(half_past_two, since, now, told, weekdays_only):
            told[occasion] = now.date()
            times += 1
        since = now
    assert times == 1


@given(
    minutes=st.lists(st.integers(min_value=-180, max_value=3 * 24 * 60), min_size=1, max_size=60),
    study_at=st.integers(min_value=0, max_value=24 * 60 - 1),
)
def test_any_clock_tells_each_day_at_most_once_and_never_early(minutes: list[int], study_at: int) -> None:
    reminders = Reminders(study=True, study_at=study_at)
    told: dict[Occasion, date] = {}
    days: list[date] = []
    since = at(on(7), 12)
    for step in minutes:
        now = since + timedelta(minutes=step)
        if due(reminders, since, now, told, weekdays_only):
            assert now.hour * 60 + now.minute >= study_at
            assert weekdays_only(now.date())
            told[Occasion.STUDY] = now.date()
            days.append(now.date())
        since = now
    assert all(earlier != later for earlier, later in pairwise(days))


@given(st.lists(st.integers(min_value=1, max_value=6 * 60), min_size=30, max_size=60))
def test_who_sleeps_at_most_six_hours_is_reminded_each_study_day(naps: list[int]) -> None:
    told: dict[Occasion, date] = {}
    days: list[date] = []
    first = since = at(MONDAY, 12)
    noon = Reminders(study=True, study_at=13 * 60)
    for nap in naps:
        now = since + timedelta(minutes=nap)
        if due(noon, since, now, told, weekdays_only):
            told[Occasion.STUDY] = now.date()
            days.append(now.date())
        since = now
    passed = [
        first.date() + timedelta(days=number) for number in range((since.date() - first.date()).days + 1)
    ]
    assert days == [each for each in passed if weekdays_only(each) and at(each, 13) <= since]


@pytest.mark.parametrize("wrong", [{"study_at": 1440}, {"review_at": -1}, {"review_weekday": 7}])
def test_times_that_no_clock_shows_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(InvalidValue):
        Reminders(**wrong)  # type: ignore[arg-type]
