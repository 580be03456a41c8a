"""How long a calendar file of two years takes, with the real roadmap's plan."""

from datetime import UTC, date, datetime

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.domain.schedule import schedule
from planner.exchange.calendar_events import Wanted, calendar_events
from planner.exchange.calendar_ics import calendar_file, read_calendar_file
from planner.exchange.roadmap_toml import default_roadmap
from tests.bench.figures import START, measure

pytestmark = pytest.mark.bench


def test_24_months_as_ics(benchmark: BenchmarkFixture) -> None:
    plan = plan_from(default_roadmap(), Answers(start=START))
    found = schedule(plan)
    wanted = Wanted(first=START, last=date(2029, 1, 3), remind_at=9 * 60)

    def write() -> bytes:
        events = calendar_events(plan, found, wanted, START)
        return calendar_file(events, name=plan.facts.title, sequence=1, stamp=datetime.now(UTC))

    data: bytes = measure(benchmark, write, rounds=10, median_ms=300)
    assert len(read_calendar_file(data)) > 500
