"""How long a week takes on its way to the PDF, with the real roadmap's plan."""

from datetime import date

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.domain.schedule import Schedule, schedule
from planner.exchange.roadmap_toml import default_roadmap
from planner.ui.printing.page_setup import PageSetup
from planner.ui.printing.pdf import WeekPages, weeks_from
from tests.bench.figures import START, measure

pytestmark = pytest.mark.bench

TODAY = date(2027, 4, 5)


@pytest.fixture
def plan() -> Plan:
    """The plan of an engineer with the defaults."""
    return plan_from(default_roadmap(), Answers(start=START))


def weeks_as_pdf(plan: Plan, found: Schedule, first_day: date, count: int) -> bytes:
    """So many weeks as the command line and the window make them."""
    weeks = weeks_from(plan, found, first_day, count, TODAY)
    return WeekPages(plan, weeks, PageSetup(), printed=TODAY, revision=1).pdf()


def test_one_week_to_pdf(qtbot: QtBot, benchmark: BenchmarkFixture, plan: Plan) -> None:
    found = schedule(plan)

    def print_it() -> bytes:
        return weeks_as_pdf(plan, found, TODAY, 1)

    data = measure(benchmark, print_it, rounds=20, median_ms=60)
    assert len(data) <= 60_000


def test_two_years_of_weeks_to_pdf(qtbot: QtBot, benchmark: BenchmarkFixture, plan: Plan) -> None:
    found = schedule(plan)

    def print_them() -> bytes:
        return weeks_as_pdf(plan, found, START, 104)

    data = measure(benchmark, print_them, rounds=3, median_ms=4_000)
    assert len(data) <= 2_000_000
