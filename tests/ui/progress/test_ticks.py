"""Marks of axes at round values."""

from datetime import date

from planner.ui.progress.plot import DateAxis, HoursAxis, WeeksAxis
from planner.ui.progress.ticks import date_ticks, hours_ticks, week_ticks


def measure(text: str) -> float:
    """Seven pixels a letter."""
    return 7.0 * len(text)


def test_hours_end_at_a_round_value_above_the_most() -> None:
    assert [each.text for each in hours_ticks(HoursAxis(840), 210, 34)] == [
        "0 h",
        "200 h",
        "400 h",
        "600 h",
        "800 h",
        "1000 h",
    ]
    assert [each.text for each in hours_ticks(HoursAxis(10), 210, 34)][-1] == "10 h"
    assert hours_ticks(HoursAxis(0), 210, 34)[-1].at == 1


def test_dates_have_days_weeks_months_or_years_by_the_room_there_is() -> None:
    start = date(2027, 1, 4)
    days = date_ticks(DateAxis(start, date(2027, 1, 12)), 900, 60)
    assert [each.text for each in days][:2] == ["4 Jan", "5 Jan"]
    weeks = date_ticks(DateAxis(start, date(2027, 2, 28)), 600, 60)
    assert [each.text for each in weeks][:2] == ["4 Jan", "11 Jan"]
    months = date_ticks(DateAxis(start, date(2028, 8, 20)), 900, 60)
    assert [each.text for each in months] == [
        "Mar 2027",
        "May",
        "Jul",
        "Sep",
        "Nov",
        "Jan 2028",
        "Mar",
        "May",
        "Jul",
    ]
    years = date_ticks(DateAxis(start, date(2060, 1, 1)), 400, 60)
    assert [each.text for each in years][:2] == ["2030", "2035"]


def test_dates_at_the_calendars_end_are_no_trouble() -> None:
    ticks = date_ticks(DateAxis(date(9000, 1, 1), date.max), 400, 60)
    assert ticks[-1].at <= date.max.toordinal()


def test_this_week_always_has_its_words() -> None:
    axis = WeeksAxis(tuple(f"{each} Jan" for each in range(1, 18)), 12)
    ticks = week_ticks(axis, 300, measure)
    assert ticks[12].text == "13 Jan"
    assert sum(bool(each.text) for each in ticks) < 8
    assert week_ticks(WeeksAxis(()), 300, measure) == ()
