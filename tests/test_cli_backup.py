"""`milepost backup` as it is typed: list, make, verify, restore, also of plans that are damaged or gone."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from planner.cli import run_verb
from planner.domain import edits
from planner.domain.items import ActivityId
from planner.paths import backup_folder
from planner.storage.backups.keeping import make_backup
from planner.storage.backups.kept import Backup, Reason, list_backups
from planner.storage.document import Document
from tests.helpers.plans import small_plan

FIRST = datetime(2027, 5, 3, 12, tzinfo=UTC)
SERVE = ActivityId("serve-model")

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with backups 1 (“One”) and 2 (“Two”); now its item is called “Three”."""
    path = tmp_path / "study.milepost"
    with Document.create(path, small_plan()) as document:
        for day, title in enumerate(("One", "Two", "Three")):
            document.apply("Rename", edits.rename, SERVE, title)
            if title != "Three":
                make_backup(document, Reason.EDITED, now=FIRST + timedelta(days=day))
    return path


def backups_of(path: Path) -> list[Backup]:
    return list_backups(path, small_plan().facts.id, backup_folder())


def typed(*words: object) -> int:
    return run_verb(["backup", *map(str, words)])


def title_in(path: Path) -> str:
    with Document.open(path, read_only=True) as document:
        return document.plan.activity(SERVE).title


def harm(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:40_960] = b"\xff" * 36_864
    path.write_bytes(content)


def test_the_list_says_when_why_and_what_differs(plan: Path, capsys: Captured) -> None:
    assert typed("list", plan) == 0
    head, newest, oldest = capsys.readouterr().out.splitlines()
    assert head.split() == "No. Made Why Size What differs from now".split()
    assert newest.startswith("  2  Tue 4 May 2027, ")
    assert "after edits" in newest
    assert newest.endswith("KB  1 item changed")
    assert oldest.startswith("  1  Mon 3 May 2027, ")


def test_the_list_as_json_is_for_programs(plan: Path, capsys: Captured) -> None:
    harm(backups_of(plan)[1].path)
    assert typed("list", plan, "--format", "json") == 0
    newest, oldest = json.loads(capsys.readouterr().out)
    assert (newest["number"], newest["reason"], newest["whole"]) == (2, "edited", True)
    assert newest["made"] == "2027-05-04T12:00:00+00:00"
    assert newest["words"] == "1 item changed"
    assert Path(newest["file"]).stat().st_size == newest["bytes"]
    assert (oldest["whole"], oldest["words"]) == (False, None)
    assert "is damaged" in oldest["problem"]


def test_one_made_by_hand_is_made_once(plan: Path, capsys: Captured) -> None:
    assert typed("make", plan) == 0
    assert capsys.readouterr().out.startswith("Made ")
    made = backups_of(plan)[0]
    assert (made.number, made.reason) == (3, Reason.BY_HAND)
    assert typed("make", plan) == 0
    assert "Nothing has changed" in capsys.readouterr().out
    assert len(backups_of(plan)) == 3


def test_one_is_made_while_the_plan_is_open(plan: Path) -> None:
    with Document.open(plan):
        assert typed("make", plan) == 0
    assert len(backups_of(plan)) == 3


def test_a_full_or_forbidden_folder_is_said(plan: Path, capsys: Captured) -> None:
    folder = backups_of(plan)[0].path.parent
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("in the way")
    assert typed("make", plan) == 1
    said = capsys.readouterr().err
    assert "No backup could be made in" in said
    assert "tries again" not in said


def test_restoring_is_an_edit_and_keeps_what_it_replaces(plan: Path, capsys: Captured) -> None:
    assert typed("restore", plan, "--number", "1") == 0
    assert "Undo in the window takes that back." in capsys.readouterr().out
    assert title_in(plan) == "One"
    assert backups_of(plan)[0].reason is Reason.BEFORE_RESTORE
    with Document.open(plan) as document:
        assert document.undo_text.startswith("Restore the backup of 3 May 2027, ")
        document.undo()
    assert title_in(plan) == "Three"


def test_the_newest_that_is_whole_and_different_is_restored(plan: Path, capsys: Captured) -> None:
    assert typed("make", plan) == 0
    harm(backups_of(plan)[1].path)
    assert typed("restore", plan) == 0
    assert "Backup 2 was left out" in capsys.readouterr().err
    assert title_in(plan) == "One"


def test_a_plan_that_a_running_milepost_holds_is_left_alone(plan: Path, capsys: Captured) -> None:
    with Document.open(plan):
        assert typed("restore", plan) == 1
        said = capsys.readouterr().err
        assert "is open in another Milepost" in said
        assert "Close it there, or restore in its window: File > Restore from backup." in said
    assert title_in(plan) == "Three"
    assert len(backups_of(plan)) == 2


def test_a_damaged_plan_is_restored_and_kept_beside_it(plan: Path, capsys: Captured) -> None:
    harm(plan)
    before = plan.read_bytes()
    assert typed("list", plan) == 0
    captured = capsys.readouterr()
    assert "is damaged" in captured.err
    assert "What it holds" in captured.out
    assert typed("restore", plan) == 0
    assert "What was in its place is kept as" in capsys.readouterr().out
    assert title_in(plan) == "Two"
    (kept,) = plan.parent.glob("study (replaced *).milepost")
    assert kept.read_bytes() == before


@pytest.mark.parametrize("verb", ["check", "show"])
def test_what_reads_a_plan_that_cannot_be_read_says_how_to_see_its_backups(
    plan: Path, capsys: Captured, verb: str
) -> None:
    harm(plan)
    hint = f"Its backups are shown by: milepost backup list {plan}\n"
    assert run_verb([verb, str(plan)]) == 1
    said = capsys.readouterr().err
    assert "is damaged" in said
    assert said.endswith(hint)
    plan.unlink()
    assert run_verb([verb, str(plan)]) == 1
    assert capsys.readouterr().err.endswith(f"There is no file {plan}. {hint}")
    assert run_verb([verb, "nowhere.milepost"]) == 1
    assert "backup list" not in capsys.readouterr().err


def test_a_plan_that_is_gone_comes_back(plan: Path) -> None:
    plan.unlink()
    assert typed("restore", plan, "--number", "1") == 0
    assert title_in(plan) == "One"


def test_restoring_into_a_new_file_leaves_the_plan_alone(plan: Path, capsys: Captured) -> None:
    new = plan.with_name("earlier.milepost")
    before = plan.read_bytes()
    assert typed("restore", plan, "--number", "1", "--as", new) == 0
    assert title_in(new) == "One"
    assert plan.read_bytes() == before
    assert typed("restore", plan, "--as", new) == 1
    assert "exists already" in capsys.readouterr().err
    assert title_in(new) == "One"


def test_verifying_tells_of_each_and_ends_otherwise_where_one_is_damaged(
    plan: Path, capsys: Captured
) -> None:
    assert typed("verify", plan) == 0
    assert capsys.readouterr().out.endswith("All 2 are whole.\n")
    harm(backups_of(plan)[0].path)
    assert typed("verify", plan) == 1
    captured = capsys.readouterr()
    first, second = captured.out.splitlines()
    assert first.endswith("  damaged: it cannot be restored")
    assert second.endswith("  whole")
    assert "Of 2 backups of" in captured.err
    assert typed("restore", plan, "--number", "2") == 1


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("list", "nowhere.milepost"), 1, "There is no file"),
        (("restore", "PLAN", "--number", "9"), 1, "has no backup 9"),
        (("restore", "PLAN", "--number", "0"), 2, "is no number of a backup"),
        (("restore", "PLAN", "--number", "x"), 2, "is no number of a backup"),
        (("list", "PLAN", "--number", "1"), 2, "--number goes with backup restore alone"),
        (("make", "PLAN", "--as", "x.milepost"), 2, "--as goes with backup restore alone"),
        (("verify", "PLAN", "--format", "json"), 2, "--format goes with backup list alone"),
        (("list", "PLAN", "--format", "csv"), 2, "It knows table and json"),
        (("restore", "PLAN", "--as", "PLAN"), 1, "study.milepost exists already and was left as it is."),
        (("restore", "PLAN", "--as", "no/x.milepost"), 1, "could not be written: there is no folder no."),
        (("restore", "PLAN", "--as", "x.txt"), 2, "“x.txt” does not end in .milepost"),
        (("burn", "PLAN"), 2, "There is list, make, restore, verify."),
        (("list",), 2, "FILE is missing"),
    ],
)
def test_what_does_not_fit_is_said(
    plan: Path, capsys: Captured, words: tuple[str, ...], status: int, said: str
) -> None:
    assert typed(*(plan if each == "PLAN" else each for each in words)) == status
    assert said in capsys.readouterr().err


def test_the_backups_of_a_copy_are_told_apart_and_restored_only_by_their_number(
    plan: Path, capsys: Captured
) -> None:
    copy = plan.parent / "what if" / plan.name
    copy.parent.mkdir()
    with Document.open(plan) as document:
        document.save_copy(copy)
    with Document.open(copy) as document:
        document.apply("Rename", edits.rename, SERVE, "What if")
    assert typed("make", copy) == 0
    capsys.readouterr()
    assert typed("list", plan) == 0
    _head, newest, _older, others = capsys.readouterr().out.splitlines()
    assert newest.split()[0] == "2"
    assert others.split()[0] == "3"
    assert f"Of study.milepost, in {copy.parent}: " in others
    assert typed("restore", plan) == 0
    assert title_in(plan) == "Two"
    assert typed("restore", plan, "--number", "3") == 0
    assert title_in(plan) == "What if"
    harm(plan)
    assert typed("restore", plan) == 0
    assert title_in(plan) != "What if"


def test_a_copy_without_backups_of_its_own_restores_none_unless_told_which(
    plan: Path, capsys: Captured
) -> None:
    copy = plan.with_name("copy.milepost")
    with Document.open(plan) as document:
        document.save_copy(copy)
    assert typed("restore", copy) == 1
    assert "See those of other files: milepost backup list" in capsys.readouterr().err
    assert typed("restore", copy, "--number", "2") == 0
    assert title_in(copy) == "Two"


def test_a_plan_that_was_moved_keeps_its_backups(plan: Path) -> None:
    moved = plan.parent / "moved" / plan.name
    moved.parent.mkdir()
    plan.rename(moved)
    assert typed("restore", moved) == 0
    assert title_in(moved) == "Two"
    assert {each.path.parent for each in backups_of(moved)} == {backups_of(moved)[0].path.parent}


def test_a_plan_without_backups_says_when_they_are_made(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "new.milepost"
    Document.create(path, small_plan()).close()
    for action in ("list", "verify"):
        assert typed(action, path) == 0
        assert "There is no backup of this plan yet." in capsys.readouterr().out
    assert typed("restore", path) == 1
    assert "has no backup that is whole and not what the plan is already" in capsys.readouterr().err
