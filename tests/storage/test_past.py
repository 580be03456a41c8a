"""The journal to look at; and one with a harmed page, which opening does not read: no edit goes into it."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.domain import edits
from planner.domain.errors import PlanDamaged
from planner.domain.items import ActivityId
from planner.storage.document import Document
from planner.storage.journal import EditKind
from planner.storage.journal_lines import time_from
from tests.helpers.long_histories import write_long_history
from tests.helpers.plans import small_plan

SERVE = ActivityId("serve-model")


def harm_the_oldest_edits(path: Path) -> None:
    """Overwrite the head of the page that holds the journal's first rows."""
    with sqlite3.connect(path) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'journal'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    page = (root - 1) * size
    while content[page] == 5:  # an inner page: its first cell names the page with the lowest numbers
        cell = page + int.from_bytes(content[page + 12 : page + 14])
        page = (int.from_bytes(content[cell : cell + 4]) - 1) * size
    content[page : page + 8] = b"\xff" * 8
    path.write_bytes(content)


def test_the_lines_say_what_was_done_and_when_the_newest_first(tmp_path: Path) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    with Document.create(tmp_path / "study.milepost", small_plan()) as document:
        changes = document.apply("Rename", edits.rename, SERVE, "One")
        document.undo()
        document.redo()
        lines = document.past.lines()
        assert [(each.number, each.kind, each.text) for each in lines] == [
            (3, EditKind.REDO, "Rename"),
            (2, EditKind.UNDO, "Rename"),
            (1, EditKind.DO, "Rename"),
        ]
        assert all(each.at is not None and each.at >= before for each in lines)
        assert document.past.changes(1, 1) == {1: changes}
        assert list(document.past.changes(2, 9)) == [2, 3]


@pytest.mark.parametrize(
    "text", [None, 7, "", "yesterday", "2027-01-04", "2027-01-04T10:00:00", "0001-01-01T00:00:00+00:00"]
)
def test_what_is_no_time_is_none(text: object) -> None:
    assert time_from(text) is None


def test_a_line_of_no_known_kind_is_damage(tmp_path: Path) -> None:
    with Document.create(tmp_path / "study.milepost", small_plan()) as document:
        document.apply("Rename", edits.rename, SERVE, "One")
        document._opened.database.raw.execute("UPDATE journal SET kind = 'guess'").close()
        with pytest.raises(PlanDamaged):
            document.past.lines()


def test_nothing_is_written_to_a_plan_whose_journal_is_harmed(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    write_long_history(path, small_plan(), 400)
    with Document.open(path) as document:
        plan = document.plan
    harm_the_oldest_edits(path)
    before = path.read_bytes()
    with Document.open(path) as document:
        assert document.plan == plan
        with pytest.raises(PlanDamaged):
            document.apply("Rename", edits.rename, SERVE, "One")
        with pytest.raises(PlanDamaged):
            document.undo()
        with pytest.raises(PlanDamaged):
            document.plan_at(0)
        assert document.plan == plan
    assert path.read_bytes() == before
