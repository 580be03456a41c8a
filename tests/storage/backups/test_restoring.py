"""Getting a backup back, in a damaged plan's place and beside it; nothing is ever deleted."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.domain import edits
from planner.domain.errors import FileError, FileExists, PlanDamaged, PlanLocked
from planner.domain.items import ActivityId
from planner.storage.backups.keeping import make_backup
from planner.storage.backups.kept import Backup, Reason
from planner.storage.backups.restoring import put_in_place, read_backup, save_as, verify
from planner.storage.document import Document
from tests.helpers.plans import small_plan

NOW = datetime(2027, 5, 3, 6, tzinfo=UTC)
SERVE = ActivityId("serve-model")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "study.milepost"


@pytest.fixture
def backup(path: Path, tmp_path: Path) -> Backup:
    """A backup with one edit; the plan has one more since."""
    with Document.create(path, small_plan()) as document:
        document.apply("Rename", edits.rename, SERVE, "Serve it")
        made = make_backup(document, Reason.OPENED, root=tmp_path / "b", now=NOW)
        assert made is not None
        document.apply("Rename", edits.rename, SERVE, "Serve it well")
    return made


def test_a_backup_is_read_with_its_revision_and_stays_as_it_was(backup: Backup) -> None:
    before = backup.path.read_bytes()
    found = read_backup(backup)
    assert found.schedule.plan.activity(SERVE).title == "Serve it"
    assert found.revision == 1
    assert backup.path.read_bytes() == before
    assert len(list(backup.path.parent.iterdir())) == 3


def test_a_damaged_plan_makes_room_and_is_kept(backup: Backup, path: Path) -> None:
    path.write_bytes(b"damaged")
    journal = path.with_name("study.milepost-journal")
    journal.write_bytes(b"half an edit")
    kept = put_in_place(backup, path, NOW)
    assert kept is not None
    assert "(replaced 2027-05-03" in kept.name
    assert kept.read_bytes() == b"damaged"
    assert kept.with_name(f"{kept.name}-journal").read_bytes() == b"half an edit"
    assert not journal.exists()
    with Document.open(path) as document:
        assert document.plan.activity(SERVE).title == "Serve it"
        assert document.undo_text == "Rename"
    again = put_in_place(backup, path, NOW)
    assert again is not None
    assert again != kept
    assert kept.read_bytes() == b"damaged"


def test_a_plan_that_is_gone_comes_back(backup: Backup, path: Path) -> None:
    path.unlink()
    assert put_in_place(backup, path, NOW) is None
    assert path.read_bytes() == backup.path.read_bytes()
    assert {each.name for each in path.parent.iterdir()} == {"study.milepost", "b"}


def test_a_plan_that_is_open_is_left_alone(backup: Backup, path: Path) -> None:
    with Document.open(path) as document:
        with pytest.raises(PlanLocked):
            put_in_place(backup, path, NOW)
        assert document.plan.activity(SERVE).title == "Serve it well"
    assert {each.name for each in path.parent.iterdir()} == {"study.milepost", "b"}


def test_a_damaged_backup_takes_nobodys_place(backup: Backup, path: Path) -> None:
    before = path.read_bytes()
    content = bytearray(backup.path.read_bytes())
    content[-20] ^= 1
    backup.path.write_bytes(content)
    for restore in (verify, lambda each: put_in_place(each, path, NOW), lambda each: save_as(each, path)):
        with pytest.raises(PlanDamaged):
            restore(backup)
    assert path.read_bytes() == before


def test_a_backup_without_its_sum_is_checked_by_what_it_holds(backup: Backup) -> None:
    backup.sum_file.unlink()
    verify(backup)
    backup.path.write_bytes(b"no plan")
    with pytest.raises(FileError):
        verify(backup)
    backup.path.unlink()
    with pytest.raises(FileError):
        verify(backup)


def test_a_backup_becomes_a_plan_of_its_own(backup: Backup, path: Path) -> None:
    new = path.with_name("again.milepost")
    save_as(backup, new)
    with Document.open(new) as document:
        assert document.plan.activity(SERVE).title == "Serve it"
    before = path.read_bytes()
    with pytest.raises(FileExists):
        save_as(backup, path)
    assert path.read_bytes() == before


def test_a_folder_in_its_place_is_left_as_it_is(backup: Backup, path: Path) -> None:
    path.unlink()
    path.mkdir()
    with pytest.raises(FileError):
        put_in_place(backup, path, NOW)
    assert path.is_dir()
