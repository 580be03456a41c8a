"""Midnights where the learner lives: on days of 23 and 25 hours too, and where midnight itself is skipped."""

import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.local_time import LocalTime

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",  # half an hour of DST
    "America/Sao_Paulo",  # skipped midnight itself until 2018
    "Asia/Kathmandu",  # 5:45, no DST
    "Pacific/Apia",  # skipped a whole day in 2011
)


@pytest.mark.parametrize("name", ZONES)
@given(day=st.dates(date(2009, 1, 1), date(2032, 12, 31)))
def test_a_day_ends_where_the_next_begins(name: str, day: date) -> None:
    local = LocalTime(ZoneInfo(name))
    midnight = local.midnight_after(day)
    assert local.day(midnight - 1) <= day
    assert local.day(midnight) > day


@pytest.mark.parametrize(
    ("name", "day", "hours"),
    [
        ("Europe/Berlin", date(2027, 3, 28), 23),
        ("Europe/Berlin", date(2027, 10, 31), 25),
        ("America/New_York", date(2027, 11, 7), 25),
        ("Australia/Lord_Howe", date(2027, 4, 4), 24.5),
        ("America/Sao_Paulo", date(2018, 11, 4), 23),
        ("Asia/Kathmandu", date(2027, 3, 28), 24),
    ],
)
def test_the_length_of_a_day(name: str, day: date, hours: float) -> None:
    local = LocalTime(ZoneInfo(name))
    seconds = local.midnight_after(day) - local.midnight_after(day - timedelta(days=1))
    assert seconds == hours * 3600


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows takes its zone from the system alone")
@pytest.mark.parametrize("name", ZONES)
def test_the_systems_own_zone_is_as_good_as_a_named_one(name: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", name)
        time.tzset()
        named, own = LocalTime(ZoneInfo(name)), LocalTime()
        for number in range(20 * 366):
            day = date(2010, 1, 1) + timedelta(days=number)
            assert own.midnight_after(day) == named.midnight_after(day)
            noon = named.midnight_after(day) - 43_200
            assert (own.day(noon), own.clock(noon)) == (named.day(noon), named.clock(noon))
    time.tzset()


def test_a_clock_time_is_the_walls() -> None:
    instant = datetime(2027, 1, 4, 13, 5, tzinfo=UTC).timestamp()
    assert LocalTime(ZoneInfo("Europe/Berlin")).clock(instant) == "14:05"
    assert LocalTime(ZoneInfo("Asia/Kathmandu")).clock(instant) == "18:50"
