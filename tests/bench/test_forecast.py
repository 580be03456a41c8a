"""How fast forecasts are made, against the figures held to: `.venv/bin/pytest tests/bench --benchmark-only`.

10,000 samples of the plan of `milepost new` take at most 30 ms with every milestone's quantiles when no
effort has changed, and 250 ms cold; 1,000, as at each step of a drag, at most 2.5 ms at p95. A plan of 300
activities gets its 6,535 samples in at most 60 ms and 1,000 in 6 ms, one of 10,000 activities its 200 in at
most 400 ms, and cold in 2 s.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from planner.domain.edits import retarget
from planner.domain.forecast.forecast import DRAG_SAMPLES, SAMPLES, Forecast, Forecaster, samples_for
from planner.domain.forecast.shapes import pert
from planner.domain.graph import compile_graph
from planner.domain.items import Activity, ActivityId, MilestoneId, Session, SessionId
from planner.domain.pace.pace import UNKNOWN
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.exchange.roadmap_toml import default_roadmap
from tests.bench.figures import START, measure
from tests.helpers.big_plans import study_plan

pytestmark = pytest.mark.bench


def real_plan() -> Plan:
    return plan_from(default_roadmap(), Answers(start=START, plan_id="real"))


def begun(plan: Plan) -> Plan:
    """The plan with a week logged for its first activity."""
    first = next(iter(plan.activities))
    days = [START + timedelta(days=number) for number in range(7)]
    logged = [
        Session(id=SessionId(f"s{day}"), activity=ActivityId(first), day=day, minutes=90) for day in days
    ]
    return replace(plan, sessions={each.id: each for each in logged})


def all_quantiles(forecaster: Forecaster, plan: Plan, **options: object) -> Forecast:
    """What the window asks for: the finish and every milestone."""
    found = forecaster.forecast(plan, START, UNKNOWN, **options)  # type: ignore[arg-type]
    assert found.finish.p10 < found.finish.p90
    for each in plan.milestones:
        found.of(each)
    return found


@pytest.mark.parametrize("plan", [real_plan(), begun(real_plan())], ids=["new", "begun"])
def test_again_with_efforts_as_they_were(benchmark: BenchmarkFixture, plan: Plan) -> None:
    graph, forecaster = compile_graph(plan), Forecaster()
    found = measure(benchmark, lambda: all_quantiles(forecaster, plan, graph=graph), rounds=100, median_ms=30)
    assert found.samples == SAMPLES


def test_cold(benchmark: BenchmarkFixture) -> None:
    plan = begun(real_plan())

    def cold() -> Forecast:
        pert.cache_clear()
        return all_quantiles(Forecaster(), plan)

    assert measure(benchmark, cold, rounds=30, median_ms=250).samples == SAMPLES


def test_after_one_effort_changed(benchmark: BenchmarkFixture) -> None:
    plan, forecaster = real_plan(), Forecaster()
    first = ActivityId("mathematics")
    efforts = iter(range(1, 1000))

    def changed() -> tuple[tuple[Forecaster, Plan], dict[str, object]]:
        found = plan.activities[first]
        effort = replace(found.effort, high=found.effort.high + next(efforts) / 10)
        activities: dict[ActivityId, Activity] = {**plan.activities, first: replace(found, effort=effort)}
        return (forecaster, replace(plan, activities=activities)), {}

    measure(benchmark, all_quantiles, prepare=changed, rounds=100, median_ms=30)


def test_a_step_of_a_drag(benchmark: BenchmarkFixture) -> None:
    plan, forecaster = begun(real_plan()), Forecaster(DRAG_SAMPLES)
    graph, days = compile_graph(plan), iter(range(1, 1000))

    def dragged() -> tuple[tuple[Forecaster, Plan], dict[str, object]]:
        day = date(2028, 1, 1) + timedelta(days=next(days) % 200)
        moved = retarget(plan, MilestoneId("endpoint-live"), day)
        return (forecaster, moved), {"graph": graph}

    all_quantiles(forecaster, plan)
    found = measure(benchmark, all_quantiles, prepare=dragged, rounds=200, p95_ms=2.5)
    assert found.samples == DRAG_SAMPLES


def test_what_drives_the_finish(benchmark: BenchmarkFixture) -> None:
    plan, forecaster = real_plan(), Forecaster()
    found = measure(
        benchmark,
        lambda fresh: fresh.drivers,
        prepare=lambda: ((forecaster.forecast(plan, START, UNKNOWN),), {}),
        rounds=30,
        median_ms=30,
    )
    assert found[0].share == 1.0


@pytest.mark.parametrize(
    ("activities", "samples", "most_ms"),
    [(300, SAMPLES, 60), (300, DRAG_SAMPLES, 6), (10_000, SAMPLES, 400)],
)
def test_large_plans(benchmark: BenchmarkFixture, activities: int, samples: int, most_ms: float) -> None:
    plan, forecaster = study_plan(activities), Forecaster(samples)
    graph = compile_graph(plan)
    all_quantiles(forecaster, plan, graph=graph)
    found = measure(
        benchmark, lambda: all_quantiles(forecaster, plan, graph=graph), rounds=10, median_ms=most_ms
    )
    assert found.samples == samples_for(len(graph.nodes), samples)


def test_cold_with_10_000_activities(benchmark: BenchmarkFixture) -> None:
    plan = study_plan(10_000)
    graph = compile_graph(plan)
    measure(benchmark, lambda: all_quantiles(Forecaster(), plan, graph=graph), rounds=3, median_ms=2000)
