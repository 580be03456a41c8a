"""How long a backup of a large plan takes, and to look into one: 5 MB of plan and years of edits."""

from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from planner.domain import edits
from planner.domain.items import ActivityId
from planner.storage.backups.keeping import make_backup, thin_backups
from planner.storage.backups.kept import Reason, list_backups
from planner.storage.backups.restoring import verify
from planner.storage.document import Document
from tests.bench.figures import measure
from tests.helpers.big_plans import study_plan
from tests.helpers.long_histories import write_long_history

pytestmark = pytest.mark.bench

EDITS = 4_600
LEAST_BYTES = 5_000_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan of 5 MB: a thousand activities, and what was done to them in two years."""
    plan = tmp_path / "study.milepost"
    write_long_history(plan, study_plan(1_000), EDITS)
    assert LEAST_BYTES < plan.stat().st_size < 1.2 * LEAST_BYTES
    return plan


def test_a_backup_is_made_with_every_check(benchmark: BenchmarkFixture, path: Path, tmp_path: Path) -> None:
    """Copied, checked, summed and on the disk."""
    with Document.open(path) as document:

        def back_up() -> None:
            assert make_backup(document, Reason.BY_HAND, root=tmp_path / f"b{next(numbers)}") is not None

        numbers = count()
        measure(benchmark, back_up, rounds=20, p95_ms=200)


def test_a_backup_is_made_and_the_last_of_the_day_removed(
    benchmark: BenchmarkFixture, path: Path, tmp_path: Path
) -> None:
    """What runs beside the window after edits: before one is removed, the new one is read as a plan."""
    with Document.open(path) as document:

        def edit() -> tuple[tuple[()], dict[str, object]]:
            document.apply("Rename", edits.rename, ActivityId("a7"), f"Title {next(numbers)}")
            return (), {}

        def back_up() -> None:
            assert make_backup(document, Reason.EDITED, root=tmp_path / "b") is not None
            thin_backups(document, root=tmp_path / "b")

        numbers = count()
        measure(benchmark, back_up, rounds=10, prepare=edit)
        assert len(list_backups(path, document.plan.facts.id, tmp_path / "b")) == 1


def test_a_backup_is_verified(benchmark: BenchmarkFixture, path: Path, tmp_path: Path) -> None:
    with Document.open(path) as document:
        backup = make_backup(document, Reason.BY_HAND, root=tmp_path / "b")
    assert backup is not None
    measure(benchmark, lambda: verify(backup), rounds=10)
