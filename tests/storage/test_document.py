"""A plan comes back from its file as it was, with everything that can be undone and done again."""

import os
import stat
from datetime import date
from pathlib import Path

import pytest

from planner.domain import edits, frame, proof, structure
from planner.domain.calendar import CalendarException
from planner.domain.checklist_facts import Evidence, EvidenceKind
from planner.domain.errors import FileExists, InvalidValue, PlanReadOnly, PlanTooLong
from planner.domain.items import (
    ActivityId,
    ChecklistItemId,
    MilestoneId,
    PhaseId,
)
from planner.domain.plan import Plan
from planner.storage.document import Document
from tests.helpers.plans import make_plan, small_plan

WRITE_UP = ActivityId("write-up")
ENDPOINT = MilestoneId("endpoint-live")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "study.milepost"


def rename(document: Document, title: str) -> None:
    document.apply(f"Rename to {title}", edits.rename, WRITE_UP, title)


def same_with_order(one: Plan, other: Plan) -> bool:
    tables = ("phases", "activities", "milestones", "checklist", "dependencies", "sessions", "baselines")
    return one == other and all(list(getattr(one, each)) == list(getattr(other, each)) for each in tables)


def test_a_plan_comes_back_as_it_was_created(path: Path) -> None:
    Document.create(path, small_plan()).close()

    with Document.open(path) as document:
        assert same_with_order(document.plan, small_plan())
        assert (document.revision, document.undo_text, document.redo_text) == (0, "", "")
        assert not document.read_only


def test_every_kind_of_edit_comes_back(path: Path) -> None:
    with Document.create(path, small_plan()) as document:
        item = ChecklistItemId("endpoint-answers")
        evidence = (Evidence(kind=EvidenceKind.LINK, text="https://example.org/ünïcode"),)
        document.apply("Hold", edits.retarget, ENDPOINT, date(2028, 2, 29), True)
        document.apply("Tick", proof.tick, item, date(2027, 3, 1))
        document.apply("Show", proof.set_evidence, item, evidence)
        document.apply("Log", proof.log_session, WRITE_UP, date(2027, 2, 1), 90)
        document.apply("Settle", frame.settle, date(2027, 2, 2))
        holiday = CalendarException(first=date(2027, 12, 24), last=date(2027, 12, 31), name="Holiday")
        document.apply("Days off", frame.add_exception, holiday)
        document.apply("Hours", frame.set_weekly_hours, (0, 0, 0, 0, 0, 2.5, 2.5), date(2027, 6, 1))
        document.apply("Remove", structure.remove_items, ["serve-model"], date(2027, 1, 4))
        saved = document.plan

    with Document.open(path) as again:
        assert same_with_order(again.plan, saved)
        assert again.undo_text == "Remove"
        assert again.revision == 8


def test_the_schedule_follows_each_edit_and_keeps_its_graph(path: Path) -> None:
    with Document.create(path, small_plan()) as document:
        before, graph = document.schedule.finish, document.schedule.graph

        document.apply("Longer", edits.set_effort, WRITE_UP, 50.0)

        assert document.schedule.finish > before
        assert document.schedule.graph is graph


def test_undo_and_redo_go_on_after_a_restart(path: Path) -> None:
    with Document.create(path, small_plan()) as document:
        for title in ("One", "Two", "Three"):
            rename(document, title)
        document.undo()
        document.undo()

    with Document.open(path) as document:
        assert (document.undo_text, document.redo_text) == ("Rename to One", "Rename to Two")
        document.redo()
        assert document.plan.activity(WRITE_UP).title == "Two"

    with Document.open(path) as document:
        assert (document.undo_text, document.redo_text) == ("Rename to Two", "Rename to Three")
        document.redo()
        assert document.redo_text == ""
        while document.undo_text:
            document.undo()
        assert document.plan == small_plan()
        assert document.undo() == ()


def test_an_edit_after_undo_starts_anew_and_the_old_branch_is_gone(path: Path) -> None:
    with Document.create(path, small_plan()) as document:
        rename(document, "One")
        rename(document, "Two")
        document.undo()
        rename(document, "Other")

    with Document.open(path) as document:
        assert document.redo_text == ""
        assert document.redo() == ()
        document.undo()
        document.undo()
        assert document.plan == small_plan()
        document.redo()
        assert document.redo_text == "Rename to Other"


def test_undo_reaches_further_back_than_the_edits_read_on_opening(path: Path) -> None:
    with Document.create(path, small_plan()) as document:
        for number in range(230):
            rename(document, f"Title {number}")

    with Document.open(path) as document:
        undone = 0
        while document.undo():
            undone += 1
        assert undone == 230
        assert document.plan == small_plan()

    with Document.open(path) as document:
        redone = 0
        while document.redo():
            redone += 1
        assert redone == 230
        assert document.plan.activity(WRITE_UP).title == "Title 229"


def test_an_edit_that_changes_nothing_leaves_no_trace(path: Path) -> None:
    with Document.create(path, small_plan()) as document:
        title = document.plan.activity(WRITE_UP).title

        assert document.apply("Rename", edits.rename, WRITE_UP, title) == ()
        assert (document.revision, document.undo_text) == (0, "")


def test_an_edit_whose_dates_leave_the_calendar_is_refused_and_nothing_happens(path: Path) -> None:
    plan = make_plan(*small_plan().activities.values())
    with Document.create(path, plan) as document:
        with pytest.raises(PlanTooLong):
            document.apply(
                "Too slow", frame.set_weekly_hours, (0, 0, 0, 0, 0, 0, 1e-5), document.plan.facts.start
            )
        assert document.plan == plan
        assert document.revision == 0


@pytest.mark.parametrize("title", ["half \ud800 character", "half \udfff"])
def test_text_that_no_file_can_keep_is_refused_and_nothing_happens(path: Path, title: str) -> None:
    with Document.create(path, small_plan()) as document:
        with pytest.raises(InvalidValue):
            rename(document, title)
        with pytest.raises(InvalidValue):
            document.apply(title, edits.rename, WRITE_UP, "Fine")
        assert document.plan == small_plan()
        rename(document, "Fine")
    with Document.open(path) as document:
        assert document.plan.activity(WRITE_UP).title == "Fine"


def test_a_plan_opened_to_look_at_refuses_edits_and_says_why(path: Path) -> None:
    Document.create(path, small_plan()).close()
    before = path.read_bytes()
    with Document.open(path, read_only=True) as document:
        assert document.read_only
        assert document.read_only_reason
        for change in (lambda: rename(document, "New"), document.undo, document.redo):
            with pytest.raises(PlanReadOnly, match="reading only"):
                change()
        assert document.plan == small_plan()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_there_is_not_overwritten(path: Path) -> None:
    path.write_text("precious")

    with pytest.raises(FileExists):
        Document.create(path, small_plan())

    assert path.read_text() == "precious"
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_new_plan_does_not_take_up_a_journal_left_by_another(path: Path) -> None:
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"left by a plan that was deleted")

    with pytest.raises(FileExists, match="-journal"):
        Document.create(path, small_plan())

    assert not path.exists()


def test_the_file_is_for_its_owner_alone_and_closing_leaves_only_it(path: Path) -> None:
    with Document.create(path, small_plan()) as document:
        rename(document, "New")
        document.save_copy(path.with_name("copy.milepost"))

    assert {each.name for each in path.parent.iterdir()} == {"study.milepost", "copy.milepost"}
    for each in path.parent.iterdir():
        assert stat.S_IMODE(each.stat().st_mode) == 0o600 or os.name == "nt"


def test_a_copy_is_the_whole_plan_with_its_history(path: Path) -> None:
    copy = path.with_name("copy.milepost")
    with Document.create(path, small_plan()) as document:
        rename(document, "New")
        document.save_copy(copy)
        rename(document, "Newer")

        with Document.open(copy) as copied:
            assert copied.plan.activity(WRITE_UP).title == "New"
            copied.undo()
            assert copied.plan == small_plan()

        with pytest.raises(FileExists):
            document.save_copy(copy)
        document.save_copy(copy, overwrite=True)
    with Document.open(copy) as copied:
        assert copied.plan.activity(WRITE_UP).title == "Newer"


def test_a_copy_never_replaces_the_plan_it_is_made_of(path: Path) -> None:
    with Document.create(path, small_plan()) as document:
        with pytest.raises(FileExists):
            document.save_copy(path, overwrite=True)
        rename(document, "Still writable")


def test_a_path_with_the_signs_of_an_address_works(tmp_path: Path) -> None:
    path = tmp_path / "50% of #1? plan & ü.milepost"
    with Document.create(path, small_plan()) as document:
        rename(document, "New")
    with Document.open(path) as document:
        assert document.plan.activity(WRITE_UP).title == "New"


def test_an_item_whose_id_is_empty_is_an_item_like_others(tmp_path: Path) -> None:
    """No window makes one, but a file may hold it: no edit may take it for the plan's own facts."""
    with Document.create(tmp_path / "study.milepost", small_plan()) as document:
        document.apply("Add", structure.add_activity, ActivityId(""), PhaseId("learning"), "Nameless", 3.0)
        document.undo()
        document.redo()
        assert document.plan.activity(ActivityId("")).title == "Nameless"
