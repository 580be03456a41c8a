"""How fast plans are laid out, against the figures held to: `.venv/bin/pytest tests/bench --benchmark-only`.

A schedule of 300 activities on a compiled graph takes at most 1 ms, of 10,000 at most 10 ms and 30 ms with
compiling; the hours to hold a target, for 50 activities, at most 3 ms, as a drag asks for them at each step.
The figures are recorded with each run and not asserted: a busy machine is no defect.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from planner.domain.cascade import cascade
from planner.domain.edits import move_activity, retarget
from planner.domain.graph import compile_graph
from planner.domain.items import Activity, ActivityId, Dependency, Milestone, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.targets import hours_to_hold
from tests.helpers.networks import chain, goal, network, work

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
def test_schedule_on_a_compiled_graph(benchmark: Any, activities: int, most_ms: int) -> None:
    plan = long_path(activities)
    graph = compile_graph(plan)
    benchmark.extra_info["most_ms"] = most_ms
    assert benchmark(schedule, plan, graph).finish > plan.facts.start


def test_compile_and_schedule_10_000(benchmark: Any) -> None:
    plan = long_path(10_000)
    benchmark.extra_info["most_ms"] = 30
    assert benchmark(schedule, plan).finish > plan.facts.start


def test_days_of_10_000(benchmark: Any) -> None:
    plan = long_path(10_000)
    days = benchmark.pedantic(lambda done: done.finish_indices, setup=fresh(plan), rounds=30)
    assert len(days) == len(plan.activities) + len(plan.milestones)


def test_float_of_10_000(benchmark: Any) -> None:
    plan = long_path(10_000)
    slack = benchmark.pedantic(lambda done: done.total_float_hours, setup=fresh(plan), rounds=30)
    assert max(slack) < 1e-6


def test_what_moves_among_10_000(benchmark: Any) -> None:
    plan = long_path(10_000)
    later = move_activity(plan, ActivityId("A0"), plan.facts.start + timedelta(days=30))
    graph = compile_graph(plan)
    before, after = schedule(plan, graph), schedule(later, graph)
    assert len(before.finish_indices) == len(after.finish_indices)
    assert len(benchmark(cascade, before, after).moved) == len(graph.nodes)


@pytest.mark.parametrize("possible", [True, False], ids=["possible", "in the way"])
def test_hours_to_hold_among_50(benchmark: Any, possible: bool) -> None:
    # 235 hours of work before it, 10 a week: it lands after 24 weeks. 14 weeks ask for 17, two for far more.
    plan = retarget(long_path(50), MilestoneId("M29"), plan_day(weeks=14 if possible else 2))
    graph = compile_graph(plan)
    benchmark.extra_info["most_ms"] = 3
    advice = benchmark(hours_to_hold, plan, MilestoneId("M29"), plan.facts.start, graph)
    assert (advice.hours is not None) == possible
    assert not advice.in_time


def plan_day(weeks: int) -> date:
    """So many weeks after the plans of this file begin."""
    return date(2027, 1, 4) + timedelta(weeks=weeks)
