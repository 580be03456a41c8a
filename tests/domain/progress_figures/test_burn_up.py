"""Worked examples by hand: ten hours a week, Monday to Thursday 1 h 30 and Saturday 4 h."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.edits import mark_finished, move_activity
from planner.domain.forecast.forecast import Forecast, forecast
from planner.domain.items import ActivityId, BaselineId
from planner.domain.pace.pace import Factor, Pace
from planner.domain.plan import Plan
from planner.domain.progress_figures.burn_up import Point, burn_up, hours_at, logged_by
from planner.domain.schedule import schedule
from tests.helpers.catching_up import catch_up
from tests.helpers.plans import activity, chain_plan, dependency, make_plan, milestone, session

MONDAY = date(2027, 1, 4)
TUESDAY_OF_WEEK_3 = date(2027, 1, 19)


NO_DOUBT = Pace(
    effort=Factor(median=1.0, sigma=0.0),
    kept=Factor(median=1.0, sigma=0.0),
    factor=Factor(median=1.0, sigma=0.0),
    finished=9,
    weeks=9,
    enough=True,
    sentence="",
)


def foreseen(plan: Plan, today: date, sigma: float = 0.0) -> Forecast:
    """A forecast whose pace is known up to so wide a doubt; efforts have no range."""
    pace = replace(NO_DOUBT, factor=Factor(median=1.0, sigma=sigma))
    return forecast(plan, schedule(plan), pace, today, samples=1000)


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


def test_without_doubt_every_line_of_the_fan_is_the_work_that_is_left() -> None:
    plan = thirty_hours()
    fan = burn_up(plan, schedule(plan), TUESDAY_OF_WEEK_3, foreseen(plan, TUESDAY_OF_WEEK_3)).fan
    assert fan is not None
    # 16 h are left: 8.5 from Tuesday to Saturday, and 7.5 of the week after, which ends on its Saturday.
    expected = (
        Point(TUESDAY_OF_WEEK_3, 14.0),
        Point(date(2027, 1, 24), 22.5),
        Point(date(2027, 1, 30), 30.0),
    )
    for line in (fan.p10, fan.p50, fan.p80, fan.p90):
        assert [each.day for each in line] == [each.day for each in expected]
        assert [each.hours for each in line] == pytest.approx([each.hours for each in expected])


def test_the_fan_opens_from_today_to_the_days_of_the_finish() -> None:
    plan = thirty_hours()
    found = foreseen(plan, TUESDAY_OF_WEEK_3, sigma=0.5)
    fan = burn_up(plan, schedule(plan), TUESDAY_OF_WEEK_3, found).fan
    assert fan is not None
    finish = found.finish
    lines = (fan.p10, fan.p50, fan.p80, fan.p90)
    for line, day in zip(lines, (finish.p10, finish.p50, finish.p80, finish.p90), strict=True):
        assert line[0] == Point(TUESDAY_OF_WEEK_3, 14.0)
        assert line[-1].day == day
        assert line[-1].hours == pytest.approx(30.0)
    on_sunday = [hours_at(line, date(2027, 1, 24)) or 30.0 for line in lines]
    assert on_sunday == sorted(on_sunday, reverse=True)
    assert on_sunday[0] > on_sunday[-1] + 3


def test_the_fan_opens_too_where_only_the_hours_that_work_takes_are_in_doubt() -> None:
    plan = thirty_hours()
    doubt = Factor(median=1.2, sigma=0.4)
    found = forecast(
        plan, schedule(plan), replace(NO_DOUBT, effort=doubt, factor=doubt), TUESDAY_OF_WEEK_3, samples=2000
    )
    fan = burn_up(plan, schedule(plan), TUESDAY_OF_WEEK_3, found).fan
    assert fan is not None
    lines = (fan.p10, fan.p50, fan.p80, fan.p90)
    assert {line[-1].hours for line in lines} == {fan.p50[-1].hours}
    assert fan.p50[-1].hours > 30.0
    on_sunday = [hours_at(line, date(2027, 1, 24)) or fan.p50[-1].hours for line in lines]
    assert on_sunday == sorted(on_sunday, reverse=True)
    assert on_sunday[0] > on_sunday[-1] + 3


def test_where_work_waits_the_fan_is_level() -> None:
    plan = thirty_hours()
    plan = move_activity(plan, ActivityId("b"), date(2027, 3, 1))
    fan = burn_up(plan, schedule(plan), TUESDAY_OF_WEEK_3, foreseen(plan, TUESDAY_OF_WEEK_3)).fan
    assert fan is not None
    waiting = [hours_at(fan.p50, day) for day in (date(2027, 2, 7), date(2027, 2, 28))]
    assert waiting == pytest.approx([20.0, 20.0])


def test_the_fan_of_a_plan_still_to_begin_opens_where_it_begins() -> None:
    plan = thirty_hours()
    weeks_before = plan.facts.start - timedelta(days=40)
    fan = burn_up(plan, schedule(plan), weeks_before, foreseen(plan, weeks_before)).fan
    assert fan is not None
    assert fan.p50[0] == fan.p10[0] == Point(plan.facts.start - timedelta(days=1), 0.0)


def test_there_is_no_fan_once_the_work_is_done() -> None:
    plan = thirty_hours()
    for key in ("a", "b"):
        plan = mark_finished(plan, ActivityId(key), TUESDAY_OF_WEEK_3)
    today = date(2027, 3, 1)
    assert burn_up(plan, schedule(plan), today, foreseen(plan, today)).fan is None


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


def test_between_two_days_with_hours_nothing_is_studied() -> None:
    plan = thirty_hours()
    found = burn_up(plan, schedule(plan), TUESDAY_OF_WEEK_3).logged
    told = [
        logged_by(found, date(2027, 1, day)) for day in range(3, 20)
    ]  # 8 h on Monday 4, 6 h on Tuesday 12
    assert told == [0.0, *[8.0] * 8, *[14.0] * 8]
    assert (logged_by(found, date(2027, 1, 2)), logged_by(found, date(2027, 1, 20))) == (None, None)
    assert logged_by((), MONDAY) is None
