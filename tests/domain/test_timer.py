"""A timer counts what was studied, on the day it was studied, through pauses, sleep, midnight and DST."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, StepId
from planner.domain.local_time import LocalTime
from planner.domain.timer import (
    DayTime,
    Timer,
    at_midnight,
    beaten,
    day_is_over,
    minutes_of,
    paused,
    resumed,
    seconds_at,
    sessions_of,
    silent,
    started,
    stopped_at_beat,
    without_silence,
)
from tests.domain.test_local_time import ZONES

KEY = "6d1f8f2e-1c1b-4f7e-9a52-0d2b8f0d7c11"
BERLIN = LocalTime(ZoneInfo("Europe/Berlin"))
MINUTE, HOUR = 60.0, 3600.0


def instant(zone: str, *moment: int) -> float:
    return datetime(*moment, tzinfo=ZoneInfo(zone)).timestamp()  # type: ignore[arg-type, misc]


def begun(now: float, local: LocalTime = BERLIN) -> Timer:
    return started(KEY, ActivityId("regression-course"), "Regression course", now, local, StepId("week-1"))


TWO = instant("Europe/Berlin", 2027, 1, 4, 14)
"""Two in the afternoon of a Monday."""


def test_it_counts_while_it_runs_and_not_while_it_is_paused() -> None:
    timer = begun(TWO)
    timer = paused(timer, TWO + 25 * MINUTE)
    assert seconds_at(timer, TWO + 2 * HOUR) == 25 * MINUTE
    timer = resumed(timer, TWO + 2 * HOUR)
    assert seconds_at(timer, TWO + 2 * HOUR + 10 * MINUTE) == 35 * MINUTE


def test_pausing_twice_and_resuming_twice_changes_nothing() -> None:
    timer = paused(begun(TWO), TWO + MINUTE)
    assert paused(timer, TWO + HOUR) == timer
    timer = resumed(timer, TWO + HOUR)
    assert resumed(timer, TWO + 2 * HOUR) == timer


def test_beats_change_nothing_that_is_counted() -> None:
    often = quiet = begun(TWO)
    for second in range(1, 61):
        often = beaten(often, TWO + second)
    assert seconds_at(often, TWO + 90) == seconds_at(quiet, TWO + 90) == 90


def test_a_clock_that_is_set_back_takes_nothing_away() -> None:
    timer = beaten(begun(TWO), TWO + 20 * MINUTE)
    assert seconds_at(timer, TWO - HOUR) == 20 * MINUTE
    timer = beaten(timer, TWO - HOUR)
    assert seconds_at(timer, TWO - HOUR + 5 * MINUTE) == 25 * MINUTE


def test_only_a_running_timer_falls_silent_and_only_after_a_while() -> None:
    timer = begun(TWO)
    assert not silent(timer, TWO + 90)
    assert silent(timer, TWO + 91)
    assert not silent(paused(timer, TWO + 5), TWO + 8 * HOUR)


def test_a_silence_can_be_left_out_or_end_the_counting() -> None:
    timer = beaten(begun(TWO), TWO + 35 * MINUTE)
    woken = TWO + 3 * HOUR
    assert seconds_at(without_silence(timer, woken), woken + MINUTE) == 36 * MINUTE
    assert seconds_at(stopped_at_beat(timer), woken + HOUR) == 35 * MINUTE


def test_at_midnight_each_day_gets_what_belongs_to_it() -> None:
    timer = begun(instant("Europe/Berlin", 2027, 1, 4, 23, 15))
    now = instant("Europe/Berlin", 2027, 1, 5, 0, 10)
    assert day_is_over(timer, now, BERLIN)
    ended, rest = at_midnight(timer, now, BERLIN)
    assert ended == (DayTime(date(2027, 1, 4), 45 * MINUTE),)
    assert (rest.day, rest.seconds, rest.running) == (date(2027, 1, 5), 10 * MINUTE, True)


def test_a_paused_timer_ends_with_its_day_and_counts_nothing_of_the_next() -> None:
    timer = paused(
        begun(instant("Europe/Berlin", 2027, 1, 4, 22)), instant("Europe/Berlin", 2027, 1, 4, 22, 40)
    )
    ended, rest = at_midnight(timer, instant("Europe/Berlin", 2027, 1, 6, 9), BERLIN)
    assert ended[0] == DayTime(date(2027, 1, 4), 40 * MINUTE)
    assert sum(each.seconds for each in ended[1:]) == 0
    assert (rest.day, rest.seconds) == (date(2027, 1, 6), 0)


def test_who_studies_through_two_midnights_gets_all_three_days() -> None:
    timer = begun(instant("Europe/Berlin", 2027, 1, 4, 23))
    ended, rest = at_midnight(timer, instant("Europe/Berlin", 2027, 1, 6, 1), BERLIN)
    assert [(each.day.day, each.seconds / HOUR) for each in ended] == [(4, 1), (5, 24)]
    assert (rest.day.day, rest.seconds / HOUR) == (6, 1)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Berlin", date(2027, 3, 28), 23),
        ("Europe/Berlin", date(2027, 10, 31), 25),
        ("America/New_York", date(2027, 3, 14), 23),
        ("America/New_York", date(2027, 11, 7), 25),
        ("Australia/Lord_Howe", date(2027, 4, 4), 24.5),
        ("Australia/Lord_Howe", date(2027, 10, 3), 23.5),
        ("America/Sao_Paulo", date(2018, 11, 4), 23),
        ("Asia/Kathmandu", date(2027, 3, 28), 24),
        ("Asia/Tokyo", date(2027, 10, 31), 24),
    ],
)
def test_a_day_counts_the_hours_it_really_has(zone: str, day: date, hours: float) -> None:
    local = LocalTime(ZoneInfo(zone))
    dawn = local.midnight_after(day - timedelta(days=1))
    ended, rest = at_midnight(begun(dawn, local), local.midnight_after(day), local)
    assert ended == (DayTime(day, hours * HOUR),)
    assert (rest.day, rest.seconds) == (day + timedelta(days=1), 0)


@pytest.mark.parametrize("zone", ZONES)
@given(data=st.data())
def test_no_second_is_lost_or_doubled_however_days_are_cut(zone: str, data: st.DataObject) -> None:
    local = LocalTime(ZoneInfo(zone))
    begin = float(data.draw(st.integers(1_230_000_000, 1_960_000_000)))
    now = begin + data.draw(st.integers(0, 4 * 86_400))
    ended, rest = at_midnight(begun(begin, local), now, local)
    assert sum(each.seconds for each in ended) + rest.seconds == now - begin
    assert rest.day == local.day(now)
    assert [each.day for each in ended] == sorted({each.day for each in ended})


def test_minutes_are_the_nearest_and_at_most_a_day() -> None:
    assert [minutes_of(each) for each in (0, 29.9, 30, 89, 91, 25 * HOUR)] == [0, 0, 1, 1, 2, 1440]


def test_what_is_logged_names_activity_step_day_and_minutes_once() -> None:
    timer = begun(TWO)
    times = (DayTime(date(2027, 1, 4), 40 * MINUTE), DayTime(date(2027, 1, 5), 20.0))
    (session,) = sessions_of(timer, times)
    assert (session.activity, session.step, session.day, session.minutes) == (
        "regression-course",
        "week-1",
        date(2027, 1, 4),
        40,
    )
    assert sessions_of(timer, times)[0].id == session.id
    other_day = sessions_of(timer, (DayTime(date(2027, 1, 5), 40 * MINUTE),))
    assert other_day[0].id != session.id


@pytest.mark.parametrize(
    "wrong",
    [
        {"seconds": float("nan")},
        {"seconds": -1.0},
        {"beat": float("inf")},
        {"beat": -5.0},
        {"day": date(1, 1, 1)},
        {"id": "../../etc"},
    ],
)
def test_damage_is_no_timer(wrong: dict[str, object]) -> None:
    good: dict[str, object] = {
        "id": KEY,
        "activity": "a",
        "title": "A",
        "day": date(2027, 1, 4),
        "seconds": 1.0,
        "beat": TWO,
        "running": True,
    }
    assert Timer(**good).seconds == 1.0  # type: ignore[arg-type]
    with pytest.raises(InvalidValue):
        Timer(**{**good, **wrong})  # type: ignore[arg-type]


def test_the_systems_own_zone_is_asked_each_time() -> None:
    now = datetime(2027, 1, 4, 12, tzinfo=UTC).timestamp()
    local = LocalTime()
    assert local.day(local.midnight_after(local.day(now)) - 1) == local.day(now)
