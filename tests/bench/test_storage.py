"""How long an edit takes to be on the disk, and a plan to be opened with every check."""

from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from planner.domain import edits
from planner.domain.items import ActivityId
from planner.storage.document import Document
from tests.bench.figures import measure
from tests.helpers.plans import chain_plan

pytestmark = pytest.mark.bench


def test_an_edit_is_on_the_disk(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """From the verb to the returned commit, in a plan of 300 activities."""
    numbers = count()
    with Document.create(tmp_path / "study.milepost", chain_plan(300)) as document:

        def edit() -> None:
            document.apply("Rename", edits.rename, ActivityId("activity-7"), f"Title {next(numbers)}")

        measure(benchmark, edit, rounds=300)


@pytest.mark.parametrize("activities", [300, 10_000])
def test_a_plan_is_opened_with_every_check(
    benchmark: BenchmarkFixture, tmp_path: Path, activities: int
) -> None:
    path = tmp_path / "study.milepost"
    Document.create(path, chain_plan(activities)).close()

    measure(benchmark, lambda: Document.open(path).close(), rounds=10)
