"""How long an edit takes to be on the disk, and a plan to be opened with every check.

The figures are those of a plan file of 5 MB: years of edits on a thousand activities, or certificates kept
in it. A slow disk makes them slower, and the machine's own is what they are measured on.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from planner.domain import edits
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.storage.document import Document, get_ready_to_write
from tests.bench.figures import measure
from tests.helpers.big_plans import study_plan
from tests.helpers.five_megabytes import write_certificates, write_years_of_edits
from tests.helpers.plans import chain_plan

pytestmark = pytest.mark.bench

COMMIT_MS, OPEN_MS = 50, 300
FIRST = ActivityId("a7")

Writer = Callable[[Path], None]
of_five_megabytes = pytest.mark.parametrize(
    "write", [write_years_of_edits, write_certificates], ids=["edits", "certificates"]
)


def test_an_edit_is_on_the_disk(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """From the verb to the returned commit, in a plan of 300 activities."""
    numbers = count()
    with Document.create(tmp_path / "study.milepost", chain_plan(300)) as document:

        def edit() -> None:
            document.apply("Rename", edits.rename, ActivityId("activity-7"), f"Title {next(numbers)}")

        measure(benchmark, edit, rounds=300, p99_ms=COMMIT_MS)


@of_five_megabytes
def test_an_edit_of_five_megabytes_is_on_the_disk(
    benchmark: BenchmarkFixture, tmp_path: Path, write: Writer
) -> None:
    """In turn a title, and a day that moves everything after it; each with its undo."""
    numbers = count()
    path = tmp_path / "study.milepost"
    write(path)
    with Document.open(path) as document:

        def edit() -> None:
            number = next(numbers)
            if number % 4 in (1, 3):
                document.undo()
            elif number % 4 == 0:
                document.apply("Rename", edits.rename, FIRST, f"Title {number}")
            else:
                document.apply("Estimate", edits.set_effort, FIRST, 2.0 + number)

        measure(benchmark, edit, rounds=400, p99_ms=COMMIT_MS)


@of_five_megabytes
def test_the_first_edit_after_opening_is_on_the_disk(
    benchmark: BenchmarkFixture, tmp_path: Path, write: Writer
) -> None:
    """What is put off until something is written is in it."""
    numbers = count()
    path = tmp_path / "study.milepost"
    write(path)
    get_ready_to_write()
    opened: list[Document] = []

    def open_anew() -> tuple[tuple[()], dict[str, object]]:
        while opened:
            opened.pop().close()
        opened.append(Document.open(path))
        return (), {}

    def edit() -> None:
        opened[0].apply("Rename", edits.rename, FIRST, f"Title {next(numbers)}")

    measure(benchmark, edit, prepare=open_anew, rounds=30, p99_ms=COMMIT_MS)
    open_anew()
    opened.pop().close()


def test_an_edit_of_all_activities_is_on_the_disk(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """A thousand rows in one edit, as when all of them are moved at once."""
    numbers = count()

    def note_all(plan: Plan) -> Plan:
        note = f"Note {next(numbers)}"
        return replace(
            plan, activities={key: replace(each, note=note) for key, each in plan.activities.items()}
        )

    with Document.create(tmp_path / "study.milepost", study_plan(1_000)) as document:
        measure(benchmark, lambda: document.apply("Note", note_all), rounds=10)


@pytest.mark.parametrize("activities", [300, 10_000])
def test_a_plan_is_opened_with_every_check(
    benchmark: BenchmarkFixture, tmp_path: Path, activities: int
) -> None:
    path = tmp_path / "study.milepost"
    Document.create(path, chain_plan(activities)).close()

    measure(benchmark, lambda: Document.open(path).close(), rounds=10)


@of_five_megabytes
def test_five_megabytes_are_opened_with_every_check(
    benchmark: BenchmarkFixture, tmp_path: Path, write: Writer
) -> None:
    path = tmp_path / "study.milepost"
    write(path)

    measure(benchmark, lambda: Document.open(path).close(), rounds=30, p95_ms=OPEN_MS)
