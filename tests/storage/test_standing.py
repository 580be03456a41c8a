"""How the file of an open plan stands: there, touched, changed, replaced, gone; and the ways back."""

import os
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest

from planner.domain import edits
from planner.domain.errors import FileExists, PlanDamaged, PlanGone, PlanNotFound, PlanReplaced
from planner.domain.items import ActivityId
from planner.storage.database import Standing
from planner.storage.document import Document
from planner.storage.lock import lock_file
from tests.helpers.plans import small_plan

WRITE_UP = ActivityId("write-up")

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows keeps a file that is open in its place"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "study.milepost"
    with Document.create(path, small_plan()) as document:
        document.apply("Rename", edits.rename, WRITE_UP, "One")
    return path


def title(document: Document) -> str:
    return document.plan.activity(WRITE_UP).title


def test_what_only_looks_new_is_the_same(path: Path) -> None:
    with Document.open(path) as document:
        assert document.standing() is Standing.SAME
        document.apply("Rename", edits.rename, WRITE_UP, "Two")
        assert document.standing() is Standing.SAME
        os.utime(path, (1, 1))
        assert document.standing() is Standing.SAME
        document.undo()
        assert title(document) == "One"


def test_another_files_content_in_the_same_file_is_noticed_and_read_on_demand(path: Path) -> None:
    other = path.with_name("other.milepost")
    shutil.copyfile(path, other)
    with Document.open(other) as elsewhere:
        elsewhere.apply("Rename", edits.rename, WRITE_UP, "Theirs")
    with Document.open(path) as document:
        path.write_bytes(other.read_bytes())
        assert document.standing() is Standing.CHANGED
        with pytest.raises(PlanReplaced):
            document.apply("Rename", edits.rename, WRITE_UP, "Mine")
        assert title(document) == "One"
        assert document.reload()
        assert title(document) == "Theirs"
        assert document.standing() is Standing.SAME
        document.apply("Rename", edits.rename, WRITE_UP, "Mine")
    with Document.open(path) as again:
        assert title(again) == "Mine"
        assert again.revision == 3


def test_as_many_edits_of_another_history_are_not_taken_for_ours(path: Path) -> None:
    other = path.with_name("other.milepost")
    shutil.copyfile(path, other)
    with Document.open(other) as elsewhere:
        elsewhere.apply("Rename", edits.rename, WRITE_UP, "Theirs")
    with Document.open(path) as document:
        document.apply("Rename", edits.rename, WRITE_UP, "Mine")
        path.write_bytes(other.read_bytes())
        assert document.standing() is Standing.CHANGED
        with pytest.raises(PlanReplaced):
            document.undo()
    with Document.open(path) as again:
        assert title(again) == "Theirs"


def test_a_copy_put_in_its_place_is_told_from_another_plan(path: Path) -> None:
    copy = path.with_name("copy")
    with Document.open(path) as document:
        shutil.copyfile(path, copy)
        copy.replace(path)
        assert document.standing() is Standing.REPLACED
        assert document.holds_the_same()
        assert document.reload() == ()
        document.apply("Rename", edits.rename, WRITE_UP, "Two")
        shutil.copyfile(path, copy)
        with Document.open(copy) as elsewhere:
            elsewhere.apply("Rename", edits.rename, WRITE_UP, "Theirs")
        copy.replace(path)
        assert not document.holds_the_same()
    with Document.open(path) as again:
        assert title(again) == "Theirs"
    assert not lock_file(path).exists()


def test_a_plan_that_is_gone_can_be_put_back(path: Path) -> None:
    with Document.open(path) as document:
        path.unlink()
        assert document.standing() is Standing.GONE
        with pytest.raises(PlanGone):
            document.apply("Rename", edits.rename, WRITE_UP, "Two")
        with pytest.raises(PlanNotFound):
            document.reload()
        document.put_back()
        assert document.standing() is Standing.SAME
        assert document.undo_text == "Rename"
        document.apply("Rename", edits.rename, WRITE_UP, "Two")
    with Document.open(path) as again:
        assert title(again) == "Two"


def test_nothing_is_put_back_over_a_file(path: Path) -> None:
    with Document.open(path) as document:
        path.rename(path.with_name("moved.milepost"))
        path.write_text("somebody else's")
        assert document.standing() is Standing.REPLACED
        with pytest.raises(FileExists):
            document.put_back()
    assert path.read_text() == "somebody else's"


def test_a_folder_that_went_and_came_back_is_locked_again(path: Path) -> None:
    away = path.parent.parent / "away"
    with Document.open(path) as document:
        shutil.copytree(path.parent, away)
        shutil.rmtree(path.parent)
        assert document.standing() is Standing.GONE
        shutil.copytree(away, path.parent)
        lock_file(path).unlink()
        assert document.holds_the_same()
        document.reload()
        assert lock_file(path).exists()
        document.apply("Rename", edits.rename, WRITE_UP, "Two")
    assert not lock_file(path).exists()


def test_a_plan_damaged_underneath_stays_on_the_screen(path: Path) -> None:
    with Document.open(path) as document:
        data = bytearray(path.read_bytes())
        data[100:] = bytes(len(data) - 100)
        path.write_bytes(data)
        assert document.standing() is Standing.DAMAGED
        with pytest.raises(PlanDamaged):
            document.reload()
        assert title(document) == "One"
        kept = path.with_name("kept.milepost")
        document.save_copy(kept)
        assert path.read_bytes() == data
    with Document.open(kept) as copy:
        assert copy.plan == document.plan


def test_when_a_plan_was_changed_last_is_told_by_its_newest_row(path: Path) -> None:
    with Document.open(path) as document:
        first = document.newest_at
        document.apply("Rename", edits.rename, WRITE_UP, "Two")
        assert first is not None
        assert document.newest_at is not None
        assert document.newest_at >= first
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE journal SET at = 'yesterday'")
    connection.close()
    with Document.open(path) as document:
        assert document.newest_at is None
        assert document.undo_text == "Rename"


@pytest.mark.parametrize("sign", ["計", "ß", "📅"], ids=["three bytes", "two bytes", "four bytes"])
def test_a_name_as_long_as_a_name_can_be_opens_to_be_changed(tmp_path: Path, sign: str) -> None:
    """SQLite's own journal adds eight bytes to the name, of which a file system takes 255."""
    room = 255 - len("-journal") - len(".milepost")
    path = tmp_path / f"{sign * (room // len(sign.encode()))}.milepost"
    Document.create(path, small_plan()).close()
    lock_file(path).write_text("left behind")
    with Document.open(path, break_lock=True) as document:
        assert document.read_only_reason == ""
        document.apply("Rename", edits.rename, WRITE_UP, "Two")
    with Document.open(path) as again:
        assert title(again) == "Two"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
