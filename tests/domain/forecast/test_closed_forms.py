"""Forecasts of which everything is known beforehand."""

from datetime import date, timedelta
from math import erf, log, sqrt
from statistics import NormalDist

import numpy as np
import pytest

from planner.domain.forecast.forecast import Forecaster
from planner.domain.forecast.shapes import Shape
from planner.domain.items import Activity, Dependency, Milestone
from planner.domain.plan import Plan
from tests.helpers.forecasts import SURE, pace, with_ranges
from tests.helpers.networks import chain, goal, network, wait, work
from tests.helpers.plans import START

EVEN = (1.0,) * 7
"""An hour a day: the number of hours is the number of days."""


def even(*items: Activity | Milestone | Dependency) -> Plan:
    return network(*items, week=EVEN, finish="end")


def day_after(hours: float) -> date:
    """The day by whose end so many hours are done."""
    return START + timedelta(days=int(np.ceil(hours)) - 1)


def close(found: date, expected: date, days: int) -> bool:
    return abs((found - expected).days) <= days


def one_activity(likely: float = 200.0) -> Plan:
    return even(work("A", likely), goal("end"), wait("A", "end"))


def test_one_activity_has_the_quantiles_of_its_own_triangle() -> None:
    found = Forecaster(shape=Shape.TRIANGULAR).forecast(with_ranges(one_activity()), START, SURE)
    # From 100 over 200 to 400: a third of it lies below the likely value.
    low, high, mode = 100.0, 400.0, 1 / 3
    for part in (0.1, 0.3, 0.5, 0.8, 0.9, 0.99):
        spread = sqrt(part * mode) if part < mode else 1 - sqrt((1 - part) * (1 - mode))
        assert close(found.finish_at(part), day_after(low + (high - low) * spread), 4), part
    assert found.of("A") == found.finish  # type: ignore[arg-type]


def test_one_activity_of_pert_with_whole_exponents() -> None:
    # Likely at a quarter of the range: alpha 2, beta 4; P(x < part) is a polynomial, found by halving.
    plan = with_ranges(one_activity(200.0), low=0.5, high=2.5)
    found = Forecaster().forecast(plan, START, SURE)
    for part in (0.1, 0.5, 0.8, 0.9):
        low, high = 0.0, 1.0
        for _ in range(60):
            middle = (low + high) / 2
            below = 1 - (1 - middle) ** 5 - 5 * middle * (1 - middle) ** 4
            low, high = (middle, high) if below < part else (low, middle)
        assert close(found.finish_at(part), day_after(100 + 400 * low), 4), part


def test_a_chain_with_nothing_but_a_common_factor_is_lognormal() -> None:
    names = [f"A{number}" for number in range(10)]
    plan = even(*(work(each, 30) for each in names), goal("end"), *chain(*names, "end"))
    found = Forecaster().forecast(plan, START, pace(1.2, 0.8, sigma=0.3, kept_sigma=0.4))
    for part in (0.1, 0.5, 0.8, 0.9):
        hours = 300 * 1.2 / 0.8 * np.exp(0.5 * NormalDist().inv_cdf(part))
        assert abs(log((found.finish_at(part) - START).days / hours)) < 0.02, part


def test_the_sum_of_many_has_their_means_and_variances() -> None:
    names = [f"A{number}" for number in range(25)]
    plan = with_ranges(even(*(work(each, 20) for each in names), goal("end"), *chain(*names, "end")))
    found = Forecaster().forecast(plan, START, SURE)
    # Each from 10 over 20 to 40: PERT's mean is 130/6, its variance (mean - low) (high - mean) / 7.
    mean = 130 / 6
    whole, sigma = 25 * mean, sqrt(25 * (mean - 10) * (40 - mean) / 7)
    hours = found.hours_left.sum(axis=0)
    assert hours.mean() == pytest.approx(whole, abs=4 * sigma / 100)
    assert hours.std() == pytest.approx(sigma, rel=0.03)
    for part in (0.1, 0.5, 0.8, 0.9):
        assert close(found.finish_at(part), day_after(whole + sigma * NormalDist().inv_cdf(part)), 2), part


def test_the_later_of_two_that_know_nothing_of_each_other() -> None:
    plan = with_ranges(
        even(
            work("A", 200, share=0.5),
            work("B", 200, share=0.5),
            goal("end"),
            wait("A", "end"),
            wait("B", "end"),
        )
    )
    found = Forecaster().forecast(plan, START, SURE)
    # P(both by a day) is the product of P(one by it); half shares take twice as many days.
    one, day = found.chance("A", START + timedelta(days=450)), START + timedelta(days=450)  # type: ignore[arg-type]
    assert 0.3 < one < 0.9
    assert found.finish_chance(day) == pytest.approx(one**2, abs=0.02)
    assert found.drivers[0].share + found.drivers[1].share == pytest.approx(1.0, abs=0.001)
    assert found.drivers[0].share == pytest.approx(0.5, abs=0.02)


def test_who_is_slow_is_slow_in_everything_that_is_left() -> None:
    """The same spread of each activity by itself would average away: here it must not."""
    names = [f"A{number}" for number in range(25)]
    plan = even(*(work(each, 20) for each in names), goal("end"), *chain(*names, "end"))
    found = Forecaster().forecast(plan, START, pace(sigma=0.3))
    width = (found.finish.p90 - found.finish.p10).days
    common = 500 * (np.exp(0.3 * 1.2816) - np.exp(-0.3 * 1.2816))
    assert width == pytest.approx(common, rel=0.05)
    assert erf(1.2816 / sqrt(2)) == pytest.approx(0.8, abs=0.001)
