"""How backups are written and restored, to be tried on a full disk; see `writings.py`."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from planner.domain import edits
from planner.paths import backup_folder
from planner.storage.backups.keeping import make_backup
from planner.storage.backups.kept import Reason
from planner.storage.backups.making import is_as_written
from planner.storage.backups.restoring import put_in_place, save_as
from planner.storage.document import Document
from tests.faults.writings import WRITE_UP, Maker, Writing, plan_file, plan_in


def a_backup(folder: Path) -> Iterator[Writing]:
    """A backup of the plan that is open."""
    with Document.open(plan_file(folder)) as document:
        document.apply("Rename", edits.rename, WRITE_UP, "Renamed")
        made = []

        def write() -> str:
            made.append(make_backup(document, Reason.BY_HAND))
            return ""

        def whole() -> bool:
            (backup,) = made
            return backup is not None and is_as_written(backup) and plan_in(backup.path) == document.plan

        yield Writing(backup_folder(), write, whole, same=_no_backup)


def a_restored_plan(folder: Path) -> Iterator[Writing]:
    """A backup that takes the place of a damaged plan."""
    path = plan_file(folder)
    with Document.open(path) as document:
        kept, plan = make_backup(document, Reason.BY_HAND), document.plan
    assert kept is not None
    damaged = b"damaged" + path.read_bytes()
    path.write_bytes(damaged)

    def write() -> str:
        put_in_place(kept, path, datetime.now(UTC))
        return ""

    yield Writing(path, write, lambda: plan_in(path) == plan)


def a_backup_as_a_plan(folder: Path) -> Iterator[Writing]:
    """A backup that becomes a plan of its own."""
    target = folder / "again.milepost"
    with Document.open(plan_file(folder)) as document:
        kept, plan = make_backup(document, Reason.BY_HAND), document.plan
    assert kept is not None

    def write() -> str:
        save_as(kept, target)
        return ""

    yield Writing(target, write, lambda: plan_in(target) == plan)


BACKUP_WRITINGS: dict[str, Maker] = {
    "backup": a_backup,
    "restore": a_restored_plan,
    "restore as a plan": a_backup_as_a_plan,
}


def _no_backup() -> bool:
    return not any(each.suffix == ".milepost" for each in backup_folder().rglob("*"))
