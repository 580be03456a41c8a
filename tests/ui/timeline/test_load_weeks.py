"""Hours a week against the hours there are, as the strip shows them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.frame import set_weekly_hours
from planner.domain.items import DependencyId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.structure import unlink
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.load_weeks import Weeks, weeks_of
from tests.helpers.networks import days_off, network, work
from tests.helpers.plans import START, session, small_plan

SCALE = DateScale(START.toordinal(), 4.0, 600.0)


def weeks(plan: Plan, today: date = START) -> Weeks:
    return weeks_of(plan, schedule(plan), today)


def side_by_side() -> Plan:
    return unlink(small_plan(), DependencyId("regression-course>clustering-course"))


def test_a_week_asks_for_the_hours_planned_in_it() -> None:
    found = weeks(small_plan())

    assert found.first == START
    assert found.asked[:4].tolist() == pytest.approx([10, 10, 10, 10])
    assert found.available[:4].tolist() == pytest.approx([10, 10, 10, 10])
    assert found.logged.sum() == 0
    assert found.over(0) == 0


def test_logged_hours_count_in_their_week() -> None:
    logged = session("s", "regression-course", START + timedelta(days=1), 90)
    plan = replace(small_plan(), sessions={logged.id: logged})
    assert weeks(plan).logged[:2].tolist() == [1.5, 0]


def test_the_hours_there_are_step_down_with_days_off_and_with_the_weeks_hours() -> None:
    calendar = replace(small_plan().calendar, exceptions=(days_off(START + timedelta(days=5)),))
    plan = set_weekly_hours(
        replace(small_plan(), calendar=calendar), (1, 1, 1, 1, 0, 1, 0), START + timedelta(weeks=2)
    )
    assert weeks(plan).available[:3].tolist() == pytest.approx([6, 10, 5])


def test_days_before_the_plan_begins_give_it_nothing() -> None:
    plan = network(work("A", 12), start=date(2027, 1, 6))
    assert weeks(plan).available[0] == pytest.approx(8)


def test_the_height_of_the_bars_stays_while_scrolling() -> None:
    assert weeks(side_by_side()).full == pytest.approx(20)
    assert weeks(small_plan()).full == pytest.approx(13.5)


def test_columns_are_the_weeks_in_view() -> None:
    found = weeks(side_by_side(), START + timedelta(weeks=2)).columns(SCALE)

    assert [(each.x, each.width) for each in found[:2]] == [(0, 28), (28, 28)]
    assert [each.over for each in found[:3]] == [True, True, False]
    assert [each.past for each in found[:3]] == [True, True, False]
    later = replace(SCALE, left=SCALE.left + 10)
    assert weeks(side_by_side()).columns(later)[0].x == -12
    assert weeks(side_by_side()).columns(replace(SCALE, left=SCALE.left - 900)) == []
    assert weeks(side_by_side()).columns(replace(SCALE, left=SCALE.left + 900)) == []


def test_where_weeks_are_thinner_than_a_pixel_the_tightest_of_a_column_is_shown() -> None:
    plan = network(*(work(f"A{number}", 12) for number in range(3)), work("B", 1200))
    thin = DateScale(START.toordinal(), 0.05, 600.0)

    columns = weeks(plan).columns(thin)

    # Six weeks of 0.35 pixels make a column of two; the first week is asked for four times what it has.
    assert columns[0].width == pytest.approx(2.1)
    assert columns[0].asked == pytest.approx(48)
    assert [each.over for each in columns[:2]] == [True, False]
    assert len(columns) == 17
    shifted = weeks(plan).columns(replace(thin, left=thin.left + 10))
    assert [each.x for each in shifted] == pytest.approx([each.x - 0.5 for each in columns])


def test_the_week_at_a_pixel() -> None:
    found = weeks(small_plan())
    assert found.number_at(SCALE, 30) == 1
    assert found.number_at(SCALE, -1) is None
    assert found.number_at(SCALE, 590) is None
    assert found.day_of(1) == START + timedelta(weeks=1)
