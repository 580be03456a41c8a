"""How fast plans are laid out, against the figures held to: `.venv/bin/pytest tests/bench --benchmark-only`.

A schedule of 300 activities on a compiled graph takes at most 1 ms, of 10,000 at most 10 ms and 30 ms with
compiling; the hours to hold a target at most 3 ms for 50 activities, as a drag asks for them at each step,
and 50 ms for 3,000 with hundreds of dates in the way.
"""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from planner.domain.cascade import moved
from planner.domain.edits import move_activity, retarget
from planner.domain.graph import compile_graph
from planner.domain.items import Activity, ActivityId, Dependency, Milestone, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.targets import hours_to_hold
from tests.bench.figures import START, measure
from tests.helpers.networks import chain, goal, network, wait, work

pytestmark = pytest.mark.bench


def long_path(activities: int) -> Plan:
    """One path of activities with a milestone after every thirty, at 10 hours a week."""
    items: list[Activity | Milestone | Dependency] = []
    for number in range(activities):
        items.append(work(f"A{number}", 5 + number % 7))
        if number % 30 == 29:
            items.append(goal(f"M{number}"))
    names = [str(each.id) for each in items if not isinstance(each, Dependency)]
    return network(*items, *chain(*names), week=(1.5, 1.5, 1.5, 1.5, 0, 4, 0))


def fresh(plan: Plan) -> Callable[[], tuple[tuple[Schedule], dict[str, Any]]]:
    """A schedule whose days and float were not asked for yet."""
    graph = compile_graph(plan)
    return lambda: ((schedule(plan, graph),), {})


@pytest.mark.parametrize(("activities", "most_ms"), [(300, 1), (10_000, 10)])
def test_schedule_on_a_compiled_graph(benchmark: BenchmarkFixture, activities: int, most_ms: int) -> None:
    plan = long_path(activities)
    graph = compile_graph(plan)
    done = measure(benchmark, lambda: schedule(plan, graph), rounds=50, median_ms=most_ms)
    assert done.finish > plan.facts.start


def test_compile_and_schedule_10_000(benchmark: BenchmarkFixture) -> None:
    plan = long_path(10_000)
    done = measure(benchmark, lambda: schedule(plan), rounds=30, median_ms=30)
    assert done.finish > plan.facts.start


def test_days_of_10_000(benchmark: BenchmarkFixture) -> None:
    plan = long_path(10_000)
    days = measure(benchmark, lambda done: done.finish_indices, prepare=fresh(plan), rounds=30)
    assert len(days) == len(plan.activities) + len(plan.milestones)


def test_float_of_10_000(benchmark: BenchmarkFixture) -> None:
    plan = long_path(10_000)
    slack = measure(benchmark, lambda done: done.total_float_hours, prepare=fresh(plan), rounds=30)
    assert max(slack) < 1e-6


def test_what_moves_among_10_000(benchmark: BenchmarkFixture) -> None:
    plan = long_path(10_000)
    later = move_activity(plan, ActivityId("A0"), plan.facts.start + timedelta(days=30))
    graph = compile_graph(plan)
    before, after = schedule(plan, graph), schedule(later, graph)
    assert len(before.finish_indices) == len(after.finish_indices)
    found = measure(benchmark, lambda: moved(before, after), rounds=30)
    assert len(found) == len(graph.nodes)


@pytest.mark.parametrize("possible", [True, False], ids=["possible", "in the way"])
def test_hours_to_hold_among_50(benchmark: BenchmarkFixture, possible: bool) -> None:
    # 235 hours of work before it, 10 a week: it lands after 24 weeks. 14 weeks ask for 17, two for far more.
    plan = retarget(long_path(50), MilestoneId("M29"), plan_day(weeks=14 if possible else 2))
    graph = compile_graph(plan)
    milestone, today = MilestoneId("M29"), plan.facts.start
    advice = measure(benchmark, lambda: hours_to_hold(plan, milestone, today, graph), rounds=100, median_ms=3)
    assert (advice.hours is not None) == possible
    assert not advice.in_time


@pytest.mark.parametrize("lag", [0, 3], ids=["start dates", "start dates and waiting days"])
def test_hours_to_hold_among_3000_with_dates_in_the_way(benchmark: BenchmarkFixture, lag: int) -> None:
    dated = [
        work(f"A{number}", 5, not_before=plan_day(weeks=number // 10) if number % 10 == 0 else None)
        for number in range(3000)
    ]
    names = [*(str(each.id) for each in dated), "M"]
    waits = [
        wait(before, after, lag=lag if number % 10 == 5 else 0)
        for number, (before, after) in enumerate(pairwise(names))
    ]
    plan = network(*dated, goal("M", plan_day(weeks=3)), *waits)
    graph = compile_graph(plan)
    milestone, today = MilestoneId("M"), plan.facts.start
    advice = measure(benchmark, lambda: hours_to_hold(plan, milestone, today, graph), rounds=20, median_ms=50)
    assert advice.hours is None


def plan_day(weeks: int) -> date:
    """So many weeks after the plans of this file begin."""
    return START + timedelta(weeks=weeks)
