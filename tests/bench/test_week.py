"""How long the model of any week takes, which the page, the sheet and the calendar all draw on.

Measured with the real roadmap's plan and with 2,000 activities, and with sessions moved in every week.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from planner.domain.items import PlacementId, new_id
from planner.domain.placing import move_session, set_clock_times
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.domain.schedule import Schedule, schedule
from planner.domain.week import week_plan
from planner.exchange.roadmap_toml import default_roadmap
from tests.bench.figures import START, measure
from tests.helpers.big_plans import study_plan

pytestmark = pytest.mark.bench

TODAY = date(2027, 10, 6)
WEEKS = 80


def lived_in(plan: Plan, laid_out: Schedule) -> Plan:
    """The plan with clock times and, in each week, one session put into the next one and one within it."""
    plan = set_clock_times(plan, (19 * 60,) * 7)
    for number in range(WEEKS):
        first_day = START + timedelta(days=7 * number)
        for place, by in ((0, 7), (1, 3)):
            days = [each for each in week_plan(plan, laid_out, first_day, TODAY).days if each.sessions]
            if place < len(days):
                day, key = days[place], PlacementId(new_id())
                plan = move_session(plan, day.sessions[0], day.day, day.day + timedelta(days=by), key)
    return plan


def plan_of(activities: int) -> Plan:
    """The plan of an engineer with the defaults, or one of so many activities; with moved sessions."""
    plan = study_plan(activities) if activities else plan_from(default_roadmap(), Answers(start=START))
    return lived_in(plan, schedule(plan))


def turning() -> Iterator[date]:
    """Days all over the plan, again and again."""
    return cycle(START + timedelta(days=7 * (number * 31 % WEEKS)) for number in range(WEEKS))


@pytest.mark.parametrize(("activities", "most_ms"), [(0, 5), (2_000, 10)])
def test_the_model_of_any_week(benchmark: BenchmarkFixture, activities: int, most_ms: float) -> None:
    plan = plan_of(activities)
    laid_out, days = schedule(plan), turning()

    week = measure(
        benchmark, lambda: week_plan(plan, laid_out, next(days), TODAY), rounds=WEEKS, p95_ms=most_ms
    )

    assert week.sessions
    assert len(plan.placements) > WEEKS
