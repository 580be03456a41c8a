"""How fast *What if* follows a slider and a plan is judged: `.venv/bin/pytest tests/bench --benchmark-only`.

A step of the slider, from what is tried to the comparison line by line, takes at most 5 ms for the real
roadmap's plan, so that it follows the hand; judging that plan at rest at most 3 ms, and 60 ms with 10,000
items. Trying out all levers of one problem takes at most 60 ms.
"""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from planner.domain.edits import fix_date, retarget
from planner.domain.impossible.levers import levers
from planner.domain.impossible.problems import Problem, problems
from planner.domain.items import MilestoneId
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.domain.schedule import schedule
from planner.domain.what_if.comparison import Comparison, compare
from planner.domain.what_if.what_if import Break, WhatIf, with_what_if
from planner.exchange.roadmap_toml import default_roadmap
from tests.bench.figures import START, measure
from tests.helpers.big_plans import study_plan

pytestmark = pytest.mark.bench

TODAY = START + timedelta(days=91)


def real_plan() -> Plan:
    """The plan of all defaults, with a target that no hours hold, an exam too soon and weeks too full."""
    plan = plan_from(default_roadmap(), Answers(start=START))
    plan = retarget(plan, MilestoneId("endpoint-live"), START + timedelta(days=120))
    plan = fix_date(plan, MilestoneId("certified"), START + timedelta(days=300))
    whole = {key: replace(each, share=1.0) for key, each in plan.activities.items()}
    return replace(plan, activities=whole)


def test_a_step_of_the_slider(benchmark: BenchmarkFixture) -> None:
    plan = real_plan()
    now = schedule(plan)
    tried = WhatIf(hours=12.5, pause=Break(first=TODAY, weeks=2))

    def step() -> Comparison:
        return compare(now, schedule(with_what_if(plan, tried, TODAY), now.graph), TODAY)

    assert measure(benchmark, step, rounds=50, median_ms=5).moved


def test_judging_the_real_plan(benchmark: BenchmarkFixture) -> None:
    plan = real_plan()
    now = schedule(plan)
    assert len(measure(benchmark, lambda: problems(plan, now, TODAY), rounds=50, median_ms=3)) == 3


def test_judging_10_000_items(benchmark: BenchmarkFixture) -> None:
    plan = study_plan(10_000)
    plan = retarget(plan, list(plan.milestones)[-1], plan.facts.start + timedelta(days=20))
    now, today = schedule(plan), plan.facts.start
    assert measure(benchmark, lambda: problems(plan, now, today), rounds=20, median_ms=60)


@pytest.mark.parametrize("number", [0, 1, 2], ids=["exam", "target", "weeks"])
def test_trying_out_the_levers_of_a_problem(benchmark: BenchmarkFixture, number: int) -> None:
    plan = real_plan()
    now = schedule(plan)
    problem: Problem = problems(plan, now, TODAY)[number]
    assert measure(benchmark, lambda: levers(plan, now, TODAY, problem), rounds=20, median_ms=60)
