"""Study hours by day, the axis of work hours, and sensible weeks."""

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.calendar import (
    CalendarException,
    StudyCalendar,
    WeeklyHours,
    WorkAxis,
    spread_week,
    week_of,
)
from planner.domain.errors import InvalidValue, PlanTooLong
from planner.domain.plan import Plan
from tests.helpers.networks import MONDAY, WEEK, Week, days, days_off, random_networks

USUAL = StudyCalendar(weekly=(WeeklyHours(valid_from=MONDAY, hours=WEEK),))


def week(*hours: float) -> WeeklyHours:
    """A set of weekly hours from the first Monday on."""
    return WeeklyHours(valid_from=MONDAY, hours=hours)  # type: ignore[arg-type]


def test_a_day_has_the_hours_of_its_weekday() -> None:
    assert [USUAL.hours_on(MONDAY + timedelta(days=number)) for number in range(8)] == [
        2,
        2,
        2,
        2,
        0,
        4,
        0,
        2,
    ]
    assert USUAL.weekly[0].total == 12


def test_the_first_set_holds_before_it_begins_and_the_last_for_ever() -> None:
    assert USUAL.hours_on(date(2020, 1, 6)) == 2
    assert USUAL.hours_on(date(2090, 1, 7)) == 4  # a Saturday


def test_a_set_holds_from_its_day_on() -> None:
    later = WeeklyHours(valid_from=date(2027, 1, 6), hours=(1,) * 7)
    calendar = StudyCalendar(weekly=(week(*WEEK), later))
    assert [calendar.hours_on(date(2027, 1, day)) for day in (5, 6, 8)] == [2, 1, 1]
    assert calendar.weekly_on(date(2027, 1, 5)).hours == WEEK
    assert calendar.weekly_on(date(2027, 1, 6)) is later


def test_what_holds_before_a_day_is_kept_when_hours_change_on_it() -> None:
    later = WeeklyHours(valid_from=date(2027, 1, 18), hours=(1,) * 7)
    calendar = StudyCalendar(weekly=(week(*WEEK), later))
    assert calendar.weekly_before(date(2027, 1, 18), MONDAY) == (week(*WEEK),)
    assert calendar.weekly_before(MONDAY, MONDAY) == ()
    earlier = MONDAY - timedelta(days=30)
    assert calendar.weekly_before(MONDAY, earlier) == (WeeklyHours(valid_from=earlier, hours=WEEK),)


@given(random_networks(), days(-10, 90))
def test_many_days_at_once_are_the_days_one_by_one(plan: Plan, first: date) -> None:
    calendar = plan.calendar
    expected = [calendar.hours_on(first + timedelta(days=number)) for number in range(40)]
    assert list(calendar.daily_hours(first, 40)) == expected


def test_sets_and_days_off_beyond_the_days_asked_for_do_not_count() -> None:
    later = WeeklyHours(valid_from=date(2027, 3, 1), hours=(1,) * 7)
    calendar = StudyCalendar(weekly=(week(*WEEK), later), exceptions=(days_off(date(2027, 3, 3)),))
    assert list(calendar.daily_hours(MONDAY, 7)) == list(WEEK)


def test_exceptions_that_touch_some_days_are_found() -> None:
    early, late = days_off(date(2027, 1, 4), date(2027, 1, 6)), days_off(date(2027, 1, 20))
    calendar = StudyCalendar(weekly=(week(*WEEK),), exceptions=(early, late))
    assert calendar.exceptions_between(date(2027, 1, 6), date(2027, 1, 19)) == (early,)
    assert calendar.exceptions_between(date(2027, 1, 7), date(2027, 1, 20)) == (late,)
    assert calendar.exceptions_between(date(2027, 1, 7), date(2027, 1, 19)) == ()


@pytest.mark.parametrize("hours", [(25, 0, 0, 0, 0, 0, 0), (-1, 0, 0, 0, 0, 0, 0), (float("nan"),) * 7])
def test_a_day_has_0_to_24_hours(hours: Week) -> None:
    with pytest.raises(InvalidValue):
        week(*hours)
    with pytest.raises(InvalidValue):
        days_off(MONDAY, hours=hours[0])


def test_days_off_end_no_earlier_than_they_begin() -> None:
    with pytest.raises(InvalidValue):
        CalendarException(first=MONDAY, last=MONDAY - timedelta(days=1))


@pytest.mark.parametrize(
    "weekly",
    [
        (),
        (week(*[0] * 7),),
        (week(*WEEK), WeeklyHours(valid_from=date(2027, 2, 1), hours=(0,) * 7)),
        (week(*WEEK), week(*WEEK)),
        (week(*WEEK), WeeklyHours(valid_from=date(2026, 1, 5), hours=WEEK)),
    ],
    ids=["none", "all zero", "zero at last", "twice the same day", "out of order"],
)
def test_a_calendar_in_which_nothing_could_ever_finish_is_refused(weekly: tuple[WeeklyHours, ...]) -> None:
    with pytest.raises(InvalidValue):
        StudyCalendar(weekly=weekly)


def test_instants_and_days() -> None:
    axis = USUAL.axis(MONDAY)
    assert axis.begin(date(2027, 1, 6)) == 4
    assert axis.end(date(2027, 1, 6)) == 6
    assert axis.begin(MONDAY - timedelta(days=400)) == axis.end(MONDAY - timedelta(days=1)) == 0
    # Hour 8 ends Thursday; the next work after it is on Saturday.
    assert axis.finish_day(8) == date(2027, 1, 7)
    assert axis.start_day(8) == date(2027, 1, 9)
    assert axis.finish_day(8.5) == axis.start_day(8.5) == date(2027, 1, 9)
    assert axis.start_day(0) == axis.finish_day(0) == MONDAY
    assert USUAL.axis(MONDAY) is axis


def test_sums_of_hours_that_are_off_by_a_rounding_error_fall_on_the_same_day() -> None:
    axis = USUAL.axis(MONDAY)
    thirds = sum([2 / 3] * 12)  # 8 hours, nearly
    assert axis.finish_day(thirds) == axis.finish_day(8 + 1e-9) == date(2027, 1, 7)
    assert axis.start_day(8 - 1e-9) == date(2027, 1, 9)


def test_the_axis_grows_as_far_as_it_is_asked() -> None:
    axis = USUAL.axis(MONDAY)
    # 12 hours a week: 52,000 weeks are nearly a thousand years.
    assert axis.finish_day(12.0 * 52_000) == MONDAY + timedelta(weeks=52_000, days=-2)
    assert WorkAxis(USUAL, MONDAY).begin(MONDAY + timedelta(weeks=52_000)) == 12.0 * 52_000
    far = np.array([0, 7 * 52_000])
    assert list(WorkAxis(USUAL, MONDAY).begins(far)) == [0, 12.0 * 52_000]


def test_an_axis_that_knows_as_many_days_as_another_answers_as_before() -> None:
    known, axis = WorkAxis(USUAL, MONDAY), WorkAxis(USUAL, MONDAY)
    known.finish_day(12.0 * 5_000)
    axis.grow_like(known)
    assert axis.finish_day(12.0 * 5_000) == known.finish_day(12.0 * 5_000)
    assert axis.begin(MONDAY + timedelta(weeks=9_000)) == 12.0 * 9_000
    # It never forgets days, and ends where dates do.
    axis.grow_like(WorkAxis(USUAL, MONDAY))
    assert axis.finish_day(12.0 * 5_000) == known.finish_day(12.0 * 5_000)
    late = WorkAxis(USUAL, date(9990, 1, 1))
    late.grow_like(known)
    assert late.begin_of(7) == 12.0


@given(st.lists(st.floats(0, 5000), max_size=20), random_networks())
def test_many_instants_at_once_are_the_instants_one_by_one(instants: list[float], plan: Plan) -> None:
    axis = plan.calendar.axis(MONDAY)
    assert list(axis.start_indices(instants)) == [axis.start_index(each) for each in instants]
    assert list(axis.finish_indices(instants)) == [axis.finish_index(each) for each in instants]


def test_dates_past_the_year_9999_are_said_to_be_too_long() -> None:
    with pytest.raises(PlanTooLong, match="9999"):
        USUAL.axis(MONDAY).finish_day(1e7)
    with pytest.raises(PlanTooLong):
        WorkAxis(USUAL, MONDAY).end(date.max)
    with pytest.raises(PlanTooLong):
        WorkAxis(USUAL, MONDAY).begins(np.array([10**7]))
    assert WorkAxis(USUAL, MONDAY).begin(date.max) > 4_900_000


def test_a_plan_may_begin_in_the_last_years_there_are() -> None:
    axis = WorkAxis(USUAL, date(9999, 12, 1))
    assert axis.finish_day(6) == date(9999, 12, 4)  # Wed 1 to Sat 4: 2 + 2 + 0 + 2
    with pytest.raises(PlanTooLong):
        axis.finish_day(100)


QUARTERS = [number / 4 for number in range(1, 401)]


def test_a_sensible_week_sums_to_its_hours() -> None:
    assert [sum(spread_week(hours)) for hours in QUARTERS] == QUARTERS
    assert spread_week(10) == (1.5, 1.5, 1.5, 1.5, 0, 4, 0)


def test_more_hours_a_week_take_none_from_any_day() -> None:
    weeks = [spread_week(hours) for hours in QUARTERS]
    for less, more in pairwise(weeks):
        assert all(after >= before for before, after in zip(less, more, strict=True))


def test_every_sensible_week_is_a_week_one_can_study() -> None:
    for hours in QUARTERS:
        found = spread_week(hours)
        assert found[6] == 0, "Sunday stays free"
        assert all(day * 4 == int(day * 4) for day in found), "to the quarter hour"
        assert max(found) <= 24


@pytest.mark.parametrize("hours", [0, -1, 100.5, float("nan")])
def test_weeks_nobody_could_study_are_refused(hours: float) -> None:
    with pytest.raises(InvalidValue):
        spread_week(hours)


@pytest.mark.parametrize(("week_start", "first"), [(0, 4), (6, 10), (3, 7), (2, 6)])
def test_the_week_that_holds_a_day(week_start: int, first: int) -> None:
    assert week_of(date(2027, 1, 10), week_start) == date(2027, 1, first)


def test_the_axis_reaches_instants_behind_years_with_hardly_any_hours() -> None:
    later = MONDAY + timedelta(weeks=500)
    quiet = (0.25, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    found = StudyCalendar(
        weekly=(
            WeeklyHours(valid_from=MONDAY, hours=quiet),
            WeeklyHours(valid_from=later, hours=(10.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)),
        )
    )
    axis = found.axis(MONDAY)
    assert axis.finish_day(125 + 10_000) == later + timedelta(weeks=999)
    assert axis.start_day(125) == later
