"""Worked examples by hand: ten hours a week, Monday to Thursday 1 h 30 and Saturday 4 h."""

from dataclasses import dataclass
from datetime import date

from planner.domain.edits import mark_finished
from planner.domain.items import ActivityId, BaselineId
from planner.domain.plan import Plan
from planner.domain.progress_figures.burn_up import Point, burn_up, hours_at
from planner.domain.schedule import schedule
from tests.helpers.catching_up import catch_up
from tests.helpers.plans import activity, chain_plan, dependency, make_plan, milestone, session

MONDAY = date(2027, 1, 4)
TUESDAY_OF_WEEK_3 = date(2027, 1, 19)


@dataclass(frozen=True)
class Range:
    """A forecast's range, said outright."""

    p10: date = date(2027, 2, 6)
    p50: date = date(2027, 2, 13)
    p80: date = date(2027, 2, 20)
    p90: date = date(2027, 2, 27)


def thirty_hours() -> Plan:
    """Three weeks of work, the first 14 h of it studied in the first two weeks."""
    return make_plan(
        activity("a", 20),
        activity("b", 10, position=2),
        milestone("end"),
        dependency("a", "b"),
        dependency("b", "end"),
        session("one", "a", date(2027, 1, 4), 480),
        session("two", "a", date(2027, 1, 12), 360),
        finish="end",
    )


def test_the_plan_rises_by_the_hours_of_each_week() -> None:
    plan = thirty_hours()
    found = burn_up(plan, schedule(plan), MONDAY)
    assert found.planned == (
        Point(date(2027, 1, 3), 0.0),
        Point(date(2027, 1, 10), 10.0),
        Point(date(2027, 1, 17), 20.0),
        Point(date(2027, 1, 23), 30.0),
    )
    assert found.asked_before == ()


def test_what_is_studied_stands_beside_what_was_planned_by_today() -> None:
    plan = thirty_hours()
    found = burn_up(plan, schedule(plan), TUESDAY_OF_WEEK_3)
    assert (found.studied, found.due, found.total) == (14.0, 23.0, 30.0)
    assert found.logged == (
        Point(date(2027, 1, 3), 0.0),
        Point(date(2027, 1, 4), 8.0),
        Point(date(2027, 1, 12), 14.0),
        Point(date(2027, 1, 19), 14.0),
    )


def test_hours_logged_for_days_to_come_are_not_studied_yet() -> None:
    plan = thirty_hours()
    found = burn_up(plan, schedule(plan), MONDAY)
    assert (found.studied, found.due) == (8.0, 1.5)
    assert found.logged[-1] == Point(MONDAY, 8.0)


def test_the_fan_runs_from_today_to_all_the_hours_on_each_day_of_the_range() -> None:
    plan = thirty_hours()
    fan = burn_up(plan, schedule(plan), TUESDAY_OF_WEEK_3, Range()).fan
    assert fan is not None
    for line, day in ((fan.p10, Range.p10), (fan.p50, Range.p50), (fan.p80, Range.p80), (fan.p90, Range.p90)):
        assert line[0] == Point(TUESDAY_OF_WEEK_3, 14.0)
        assert line[-1] == Point(day, 30.0)
    # From Wednesday 20 January to Saturday 6 February lie 7 + 10 + 10 study hours: 7 of 27 by Sunday.
    assert hours_at(fan.p10, date(2027, 1, 24)) == 14 + 16 * 7 / 27


def test_there_is_no_fan_once_the_work_is_done_or_the_range_has_passed() -> None:
    plan = thirty_hours()
    assert burn_up(plan, schedule(plan), date(2027, 3, 1), Range()).fan is None
    for key in ("a", "b"):
        plan = mark_finished(plan, ActivityId(key), TUESDAY_OF_WEEK_3)
    assert burn_up(plan, schedule(plan), TUESDAY_OF_WEEK_3, Range()).fan is None


def test_after_catching_up_the_plan_goes_on_from_what_was_studied() -> None:
    plan = catch_up(thirty_hours(), TUESDAY_OF_WEEK_3, BaselineId("caught-up"))
    found = burn_up(plan, schedule(plan), TUESDAY_OF_WEEK_3)
    assert found.planned[0] == Point(date(2027, 1, 18), 14.0)
    assert found.planned[-1].hours == 30.0
    # Two weeks of 10 h, and Monday's 1.5 of the third.
    assert found.asked_before == (
        Point(date(2027, 1, 3), 0.0),
        Point(date(2027, 1, 10), 10.0),
        Point(date(2027, 1, 17), 20.0),
        Point(date(2027, 1, 18), 21.5),
    )
    # Tuesday's hour and a half is planned by today's end.
    assert (found.studied, found.due) == (14.0, 15.5)


def test_a_line_is_read_between_its_points_and_not_beyond() -> None:
    line = (Point(date(2027, 1, 3), 0.0), Point(date(2027, 1, 7), 8.0))
    assert hours_at(line, date(2027, 1, 4)) == 2.0
    assert hours_at(line, date(2027, 1, 7)) == 8.0
    assert hours_at(line, date(2027, 1, 8)) is None
    assert hours_at((), MONDAY) is None


def test_a_path_of_decades_has_no_more_points_than_a_chart_can_show() -> None:
    plan = chain_plan(5000)
    found = burn_up(plan, schedule(plan), MONDAY)
    assert 80 < len(found.planned) <= 163
    assert found.planned[-1].hours == 10_000
