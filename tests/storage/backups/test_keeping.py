"""When a backup of an open plan is made, and what is removed for it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from planner.domain import edits
from planner.domain.errors import PlanDamaged
from planner.domain.items import ActivityId
from planner.storage.backups.keeping import make_backup, thin_backups
from planner.storage.backups.kept import Backup, Reason, list_backups
from planner.storage.document import Document
from tests.helpers.plans import small_plan

MORNING = datetime(2027, 5, 3, 6, tzinfo=UTC)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """A plan that is open."""
    with Document.create(tmp_path / "study.milepost", small_plan()) as opened:
        yield opened


def rename(document: Document, title: str) -> None:
    document.apply("Rename", edits.rename, ActivityId("serve-model"), title)


def backups_of(document: Document, root: Path) -> list[Backup]:
    return list_backups(document.path, document.plan.facts.id, root)


def test_nothing_new_makes_no_backup(document: Document, tmp_path: Path) -> None:
    first = make_backup(document, Reason.OPENED, root=tmp_path / "b", now=MORNING)
    assert first is not None
    assert make_backup(document, Reason.EDITED, root=tmp_path / "b") is None
    rename(document, "Serve it")
    second = make_backup(document, Reason.EDITED, root=tmp_path / "b", now=MORNING)
    assert second is not None
    assert [each.number for each in backups_of(document, tmp_path / "b")] == [2, 1]
    document.undo()
    assert make_backup(document, Reason.EDITED, root=tmp_path / "b") is not None


def test_one_that_stays_longer_is_made_once_besides(document: Document, tmp_path: Path) -> None:
    make_backup(document, Reason.OPENED, root=tmp_path / "b", now=MORNING)
    assert make_backup(document, Reason.BEFORE_CHANGE, root=tmp_path / "b") is not None
    assert make_backup(document, Reason.BY_HAND, root=tmp_path / "b") is None


def test_a_damaged_newest_is_made_again(document: Document, tmp_path: Path) -> None:
    first = make_backup(document, Reason.OPENED, root=tmp_path / "b", now=MORNING)
    assert first is not None
    first.path.write_bytes(first.path.read_bytes()[:-100])
    assert make_backup(document, Reason.OPENED, root=tmp_path / "b") is not None


def test_a_clock_set_back_leaves_the_order_as_it_was(document: Document, tmp_path: Path) -> None:
    make_backup(document, Reason.OPENED, root=tmp_path / "b", now=MORNING)
    rename(document, "Serve it")
    make_backup(document, Reason.EDITED, root=tmp_path / "b", now=MORNING - timedelta(days=4000))
    newest, oldest = backups_of(document, tmp_path / "b")
    assert newest.made < oldest.made
    assert thin_backups(document, root=tmp_path / "b") == []


def test_only_the_last_of_a_day_stays(document: Document, tmp_path: Path) -> None:
    made = []
    for hour in range(5):
        rename(document, f"Serve {hour}")
        made.append(make_backup(document, Reason.EDITED, root=tmp_path / "b", now=MORNING))
    assert thin_backups(document, root=tmp_path / "b") == made[3::-1]
    assert backups_of(document, tmp_path / "b") == [made[4]]
    sums = list((tmp_path / "b").rglob("*.sha256"))
    assert len(sums) == 1


def test_nothing_is_removed_while_the_newest_cannot_be_read(document: Document, tmp_path: Path) -> None:
    for hour in range(3):
        rename(document, f"Serve {hour}")
        make_backup(document, Reason.EDITED, root=tmp_path / "b", now=MORNING)
    newest = backups_of(document, tmp_path / "b")[0].path
    newest.write_bytes(newest.read_bytes()[:-1])
    with pytest.raises(PlanDamaged):
        thin_backups(document, root=tmp_path / "b")
    assert len(backups_of(document, tmp_path / "b")) == 3


def test_a_plan_that_is_gone_or_was_renamed_finds_its_backups(document: Document, tmp_path: Path) -> None:
    root = tmp_path / "b"
    make_backup(document, Reason.OPENED, root=root, now=MORNING)
    rename(document, "Serve it")
    document.close()
    document.path.unlink()
    assert [each.number for each in list_backups(document.path, None, root)] == [1]
    assert list_backups(tmp_path / "other.milepost", None, root) == []
    # The same name elsewhere, where no folder knows the place: a stick that is mounted under another name.
    assert len(list_backups(tmp_path / "stick" / "study.milepost", None, root)) == 1


def test_a_renamed_plan_goes_on_counting(document: Document, tmp_path: Path) -> None:
    root = tmp_path / "b"
    make_backup(document, Reason.OPENED, root=root, now=MORNING)
    document.close()
    renamed = document.path.rename(tmp_path / "job.milepost")
    with Document.open(renamed) as again:
        made = make_backup(again, Reason.OPENED, root=root, now=MORNING)
        assert made is not None
        assert made.number == 2
        assert len(backups_of(again, root)) == 2
    assert len(list_backups(renamed, None, root)) == 2


def test_what_a_person_put_there_is_listed_and_stays(document: Document, tmp_path: Path) -> None:
    root = tmp_path / "b"
    made = make_backup(document, Reason.OPENED, root=root, now=MORNING)
    assert made is not None
    mine = made.path.with_name("before the holidays.milepost")
    mine.write_bytes(made.path.read_bytes())
    odd = made.path.with_name("0001 2027-02-31 120507Z opened 58-items 12-sessions 3fa4c0d1.milepost")
    odd.write_bytes(b"")
    found = {each.path: each.reason for each in backups_of(document, root)}
    assert found == {made.path: Reason.OPENED, mine: Reason.UNKNOWN, odd: Reason.UNKNOWN}
    assert thin_backups(document, root=root) == []
