"""How fast the load is levelled: the real roadmap's plan in at most 50 ms, 10,000 activities in 3 s."""

import random
from dataclasses import replace
from datetime import date

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from planner.domain.levelling import level
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.domain.schedule import schedule
from planner.exchange.roadmap_toml import default_roadmap
from tests.bench.figures import START, measure
from tests.helpers.networks import network, wait, work

pytestmark = pytest.mark.bench

TODAY = date(2027, 1, 4)


def overfull(activities: int) -> Plan:
    """Activities of all lengths and shares, most waiting for one before, far more than the hours hold."""
    dice = random.Random(3)
    items = [
        work(f"A{number}", 1 + dice.randrange(60) / 4, share=dice.choice([1, 1, 0.5, 0.25, 0.7]))
        for number in range(activities)
    ]
    waits = [wait(f"A{number - dice.randrange(1, 200)}", f"A{number}") for number in range(200, activities)]
    return network(*items, *waits, week=(1.5, 1.5, 1.5, 1.5, 0, 4, 0))


def test_the_real_plan_with_half_its_dependencies(benchmark: BenchmarkFixture) -> None:
    plan = plan_from(default_roadmap(), Answers(start=START))
    plan = replace(plan, dependencies=dict(list(plan.dependencies.items())[::2]))
    current = schedule(plan)
    done = measure(benchmark, lambda: level(plan, TODAY, current), rounds=50, p95_ms=50)
    assert done.red_before
    assert not done.red_after


def test_10_000_activities(benchmark: BenchmarkFixture) -> None:
    plan = overfull(10_000)
    current = schedule(plan)
    done = measure(benchmark, lambda: level(plan, TODAY, current), rounds=3, median_ms=3000)
    assert done.red_before
    assert not done.red_after
