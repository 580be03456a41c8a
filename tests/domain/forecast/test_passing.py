"""All samples at once fall where the plan's own schedule puts them one by one."""

from datetime import date
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.forecast.forecast import Forecast, Forecaster, Quantiles
from planner.domain.frame import settle
from planner.domain.items import MilestoneId
from planner.domain.landings import workless_milestones
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from tests.helpers.forecasts import pace, slow_schedules, with_ranges
from tests.helpers.networks import (
    FF,
    FS,
    SF,
    SS,
    chain,
    days,
    days_off,
    goal,
    network,
    pause,
    random_networks,
    wait,
    work,
)
from tests.helpers.plans import START

SAMPLES = 4


def shown(plan: Plan, laid_out: Schedule, node: str) -> date:
    """The day a schedule gives an item, a milestone without work the day it stands on."""
    if laid_out.graph.index[node] in workless_milestones(plan, laid_out.graph):  # type: ignore[index]
        return laid_out.shown_day(MilestoneId(node))
    return laid_out.finish_day(node)  # type: ignore[arg-type]


def agrees(found: Forecast, slow: list[Schedule]) -> None:
    for node in slow[0].graph.nodes:
        expected = sorted(shown(found.plan, each, node) for each in slow)
        parts = [(number + 1) / len(slow) for number in range(len(slow))]
        assert [found.day_at(node, part) for part in parts] == expected, node
        for day in expected:
            landed = fmean(each <= day for each in expected)
            assert found.chance(node, day) == pytest.approx(landed), node


@given(random_networks(), days(0, 40), st.integers(0, 99), st.booleans())
def test_every_sample_falls_where_the_schedule_puts_it(
    plan: Plan, today: date, seed: int, ranges: bool
) -> None:
    """Without ranges and at a pace that is known, instants are quarters of an hour: they meet days' ends."""
    plan = with_ranges(plan) if ranges else plan
    found = Forecaster(SAMPLES, seed).forecast(plan, today, pace(1.1, 0.9, sigma=0.4) if ranges else pace())
    agrees(found, slow_schedules(plan, today, found))


def test_without_ranges_the_forecast_is_the_plan_from_today_on() -> None:
    plan = network(
        work("A", 5),
        work("B", 7),
        goal("end"),
        *chain("A", "B", "end"),
        exceptions=[days_off(date(2027, 1, 6))],
    )
    today = date(2027, 1, 12)
    found, laid_out = Forecaster(2).forecast(plan, today, pace()), schedule(settle(plan, today))
    for node in laid_out.graph.nodes:
        assert found.of(node) == Quantiles(*[laid_out.finish_day(node)] * 4)


@pytest.mark.parametrize("kind", [FS, SS, FF, SF])
@pytest.mark.parametrize("lag", [0, 4, -3])
def test_each_kind_of_dependency_past_a_holding_target_and_a_pause(kind: object, lag: int) -> None:
    plan = with_ranges(
        network(
            work("A", 10),
            goal("M", date(2027, 1, 16), holds=True),
            work("B", 9, share=0.5, pauses=[pause(date(2027, 1, 18), date(2027, 1, 21))]),
            work("C", 6),
            goal("end"),
            wait("A", "M"),
            wait("M", "B", kind, lag),  # type: ignore[arg-type]
            wait("B", "C", kind, lag),  # type: ignore[arg-type]
            wait("C", "end"),
            wait("A", "end", FF, 2),
        )
    )
    found = Forecaster(40).forecast(plan, START, pace(sigma=0.3))
    agrees(found, slow_schedules(plan, START, found))


def test_the_finish_is_that_of_the_schedule() -> None:
    plan = with_ranges(
        network(work("A", 10), work("B", 12), goal("M"), goal("N"), wait("A", "M"), wait("B", "N"))
    )
    found = Forecaster(50).forecast(plan, START, pace(sigma=0.2))
    expected = sorted(each.finish for each in slow_schedules(plan, START, found))
    assert [found.finish_at((number + 1) / 50) for number in range(50)] == expected
    assert found.finish_chance(expected[9]) == pytest.approx(fmean(each <= expected[9] for each in expected))
