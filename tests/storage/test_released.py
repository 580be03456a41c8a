"""Every schema that was released is still read: a plan as it was kept then, opened by what there is now."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from planner.domain import edits, proof
from planner.domain.attachments import Attachment
from planner.domain.changes import KEYED_TABLES
from planner.domain.checklist_facts import Evidence, EvidenceKind, EvidenceRole
from planner.domain.items import (
    ActivityId,
    AttachmentId,
    ChecklistItemId,
    PlacementId,
    new_id,
)
from planner.domain.plan import Plan
from planner.domain.week_facts import Placement, WeekGoal, WeekNotes
from planner.paths import backup_folder
from planner.storage.backups.kept import backups_in
from planner.storage.document import Document
from planner.storage.migrations.upgrade import VERSIONS
from planner.storage.revisions import HEAD_REVISION
from tests.helpers.plans import START, small_plan

REPOSITORY = Path(__file__).parents[2]
RELEASED = Path(__file__).parent / "released"
SERVE = ActivityId("serve-model")
COURSE_DONE, CERTIFICATE = ChecklistItemId("course-done"), ChecklistItemId("regression-certificate")


@pytest.fixture(params=sorted(RELEASED.glob("*.sql")), ids=lambda each: each.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A plan file as a released revision wrote it."""
    path = tmp_path / "study.milepost"
    connection = sqlite3.connect(path)
    connection.executescript(request.param.read_text(encoding="utf-8"))
    connection.close()
    path.chmod(0o600)
    return path


def test_there_is_a_plan_of_every_revision_since_the_second_but_the_newest() -> None:
    revisions = sorted(each.name[:4] for each in VERSIONS.glob("[0-9]*.py"))
    assert revisions[-1] == HEAD_REVISION
    assert sorted(each.stem for each in RELEASED.glob("*.sql")) == revisions[1:-1]


def test_a_released_plan_opens_whole_with_its_undo(released: Path) -> None:
    with Document.open(released) as document:
        plan = document.plan
        assert plan.activity(ActivityId("write-up")).title == "Write it all up"
        assert plan.item(ChecklistItemId("endpoint-answers")).evidence == (
            Evidence(kind=EvidenceKind.LINK, text="https://example.org/endpoint"),
        )
        assert [each.minutes for each in plan.sessions.values()] == [95, 45]
        assert len(plan.baselines) == 1
        assert (plan.attachments, plan.weeks, plan.placements, plan.facts.clock_times) == ({}, {}, {}, ())
        assert document.revision == 5
        assert document.redo_text == "Rename"
        assert document.undo_text == "Change evidence"
        document.undo()
        assert document.plan.item(CERTIFICATE).evidence == ()
        document.apply("Change", lived_in)
        changed = document.plan

    with Document.open(released) as document:
        assert document.plan == changed
        document.undo()
        assert document.plan.attachments == {}


def test_a_plan_is_kept_as_it_was_before_it_is_brought_up_to_date(released: Path) -> None:
    before = released.read_bytes()
    with Document.open(released) as document:
        kept = document.as_it_was
    assert kept is not None
    assert backup_folder() in kept.parents
    assert kept.read_bytes() == before != released.read_bytes()
    assert kept.with_name(f"{kept.name}.sha256").read_text() == f"{sha256(before).hexdigest()}  {kept.name}\n"
    modes = {stat.S_IMODE(each.stat().st_mode) for each in kept.parent.iterdir()}
    assert modes == {0o600} or os.name == "nt"
    with Document.open(released) as document:
        assert document.as_it_was is None
    assert [each.path for each in backups_in(kept.parent)] == [kept]

    shutil.copyfile(kept, released)
    with Document.open(released) as document:
        assert document.as_it_was == kept
        assert document.undo_text == "Change evidence"
    assert [each.path for each in backups_in(kept.parent)] == [kept]


def test_a_harmed_copy_is_not_taken_for_the_plan_as_it_was(released: Path) -> None:
    before = released.read_bytes()
    with Document.open(released) as document:
        kept = document.as_it_was
    assert kept is not None
    kept.write_bytes(before[:-1])
    released.write_bytes(before)
    with Document.open(released) as document:
        again = document.as_it_was
    assert again is not None
    assert again != kept
    assert again.read_bytes() == before
    assert kept.read_bytes() == before[:-1]


def test_a_plan_that_cannot_be_kept_as_it_was_stays_so_and_can_be_looked_at(released: Path) -> None:
    before = released.read_bytes()
    backup_folder().parent.mkdir(parents=True)
    backup_folder().write_text("in the way")
    with Document.open(released) as document:
        assert "could not be kept as it was" in document.read_only_reason
        assert document.as_it_was is None
        assert document.plan.activity(ActivityId("write-up")).title == "Write it all up"
    assert released.read_bytes() == before
    assert [each.name for each in released.parent.iterdir()] == [released.name]


def test_looking_at_an_older_plan_changes_and_keeps_nothing(released: Path) -> None:
    before = released.read_bytes()
    with Document.open(released, read_only=True) as document:
        assert document.as_it_was is None
        assert document.revision == 5
    assert released.read_bytes() == before
    assert not backup_folder().exists()


OPEN_ALL = """
import sys
from pathlib import Path
import planner.storage.migrations.upgrade
from planner.storage.document import Document

print("ready", flush=True)
for path in map(Path, sys.argv[1:]):
    Document.open(path).close()
    print(path.name, flush=True)
"""


@pytest.mark.parametrize("milliseconds", [0, 30, 90, 200, 350])
def test_a_program_killed_while_it_brings_plans_up_to_date_leaves_each_whole(
    released: Path, milliseconds: int
) -> None:
    before = released.read_bytes()
    paths = [released.with_name(f"{number}.milepost") for number in range(12)]
    for each in paths:
        shutil.copyfile(released, each)
    command = [sys.executable, "-c", OPEN_ALL, *map(str, paths)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        with suppress(subprocess.TimeoutExpired):
            process.wait(milliseconds / 1000)
        process.kill()
        done = process.stdout.read().split()

    for each in paths:
        assert each.name not in done[:-1] or each.read_bytes() != before
        with Document.open(each) as document:
            assert document.plan.activity(ActivityId("write-up")).title == "Write it all up"
            assert document.revision == 5
    kept = list(backup_folder().rglob("*.milepost"))
    assert all(each.read_bytes() == before for each in kept)
    assert kept or not done


def lived_in(plan: Plan) -> Plan:
    """A fact in each of the tables that the third revision brought."""
    file = Attachment(
        id=AttachmentId(new_id()), name="zertifikat ä.pdf", media_type="", data=bytes(range(256))
    )
    plan = proof.attach_file(plan, COURSE_DONE, file, EvidenceRole.CERTIFICATE)
    notes = WeekNotes(
        first_day=START,
        goals=(WeekGoal(text="Serve it", activity=SERVE, minutes=90, done=True), WeekGoal(text="日本語")),
        why="A cold",
        reviewed_on=date(2027, 1, 10),
        planned_minutes=600,
    )
    placed = Placement(
        id=PlacementId(new_id()), activity=SERVE, step=None, day=START, minutes=45, taken_from=START
    )
    timed = replace(placed, id=PlacementId(new_id()), starts_at=0)
    return replace(
        plan,
        facts=replace(plan.facts, clock_times=(1140, 1140, 1140, 1140, 1140, 600, 0)),
        weeks={notes.id: notes},
        placements={placed.id: placed, timed.id: timed},
    )


def test_what_weeks_and_files_hold_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    with Document.create(path, lived_in(small_plan())) as document:
        made = document.plan
        assert all(getattr(made, each) for each in ("attachments", "weeks", "placements"))
    with Document.open(path) as document:
        assert document.plan == made
        (key,) = made.weeks
        document.apply(
            "Review", lambda plan: replace(plan, weeks={key: replace(plan.weeks[key], why="Rain")})
        )
        document.apply("Forget", lambda plan: replace(plan, weeks={}))
        document.undo()
    with Document.open(path) as document:
        assert document.plan.weeks[key].why == "Rain"
        document.undo()
        assert document.plan == made


def test_evidence_that_goes_takes_its_file_along_and_undo_brings_both_back(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    with Document.create(path, lived_in(small_plan())) as document:
        before = document.plan
        (evidence,) = before.item(COURSE_DONE).evidence
        document.apply("Remove", proof.remove_evidence, COURSE_DONE, evidence)
        assert document.plan.attachments == {}
    with Document.open(path) as document:
        document.undo()
        assert document.plan == before


def test_an_edit_of_something_else_leaves_the_rows_of_files_alone(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    with Document.create(path, lived_in(small_plan())) as document:
        changes = document.apply("Rename", edits.rename, SERVE, "Serve it")
    assert [each.table for each in changes] == ["activities"]


@pytest.mark.parametrize("table", KEYED_TABLES)
def test_every_table_of_a_plan_is_kept_by_the_key_it_has_in_memory(table: str) -> None:
    for key, fact in getattr(lived_in(small_plan()), table).items():
        assert fact.id == key
