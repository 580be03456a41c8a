"""Backups written into real folders: whole, checked, told by their names, whatever plans are called."""

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from planner.domain.errors import NoBackup, PlanDamaged
from planner.storage.backups.kept import Reason, backups_in, folder_of
from planner.storage.backups.making import Source, is_as_written, keep_as_it_was, write_backup
from planner.storage.document import Document
from tests.helpers.plans import small_plan

LONGEST_NAME = 255
"""Bytes, in the file systems that people have."""

NOW = datetime(2027, 5, 3, 12, 5, 7, 999, tzinfo=UTC)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """A plan that is open."""
    with Document.create(tmp_path / "study.milepost", small_plan()) as opened:
        yield opened


def source_of(document: Document) -> Source:
    return Source(document.path, document.plan.facts.id, document.content)


@pytest.mark.parametrize("letter", ["a", "ž", "学", "🎓"])
def test_a_plan_with_the_longest_name_is_kept(tmp_path: Path, letter: str) -> None:
    ending = ".milepost"
    plan = tmp_path / (letter * ((LONGEST_NAME - len(ending)) // len(letter.encode())) + ending)
    with Document.create(tmp_path / "short.milepost", small_plan()) as document:
        plan_id = document.plan.facts.id
    (tmp_path / "short.milepost").rename(plan)

    kept = keep_as_it_was(plan, plan, plan_id, tmp_path / "backups", NOW)

    assert kept.read_bytes() == plan.read_bytes()
    assert kept.parent.name.startswith(letter * 20)
    told = kept.with_name(f"{kept.name}.sha256").read_text(encoding="utf-8")
    assert told == f"{sha256(plan.read_bytes()).hexdigest()}  {kept.name}\n"
    assert keep_as_it_was(plan, plan, plan_id, tmp_path / "backups", NOW) == kept


def test_a_backup_is_a_plan_for_its_owner_alone_with_its_sum(document: Document, tmp_path: Path) -> None:
    root = tmp_path / "backups"
    made = write_backup(source_of(document), Reason.OPENED, root, NOW)

    assert made.path.name == f"0001 2027-05-03 120507Z opened 6-items 0-sessions {made.state}.milepost"
    assert made.size == made.path.stat().st_size > 0
    assert backups_in(made.path.parent) == [made]
    assert is_as_written(made)
    modes = {stat.S_IMODE(each.stat().st_mode) for each in made.path.parent.iterdir()}
    assert modes == {0o600} or os.name == "nt"
    assert stat.S_IMODE(root.stat().st_mode) == 0o700 or os.name == "nt"
    with Document.open(made.path, read_only=True) as kept:
        assert kept.plan == document.plan


def test_a_folder_in_the_way_is_said_and_nothing_is_left(document: Document, tmp_path: Path) -> None:
    root = tmp_path / "backups"
    root.write_text("in the way")
    with pytest.raises(NoBackup, match=r"No backup could be made in .*: .* saved as ever"):
        write_backup(source_of(document), Reason.OPENED, root, NOW)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_disk_that_takes_no_more_is_said_and_nothing_is_left(document: Document, tmp_path: Path) -> None:
    import resource

    root = tmp_path / "backups"
    write_backup(source_of(document), Reason.OPENED, root, NOW)
    there = sorted(folder_of(document.path, document.plan.facts.id, root).iterdir())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, hard))
    try:
        with pytest.raises(NoBackup, match="No backup could be made"):
            write_backup(source_of(document), Reason.BY_HAND, root, NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert sorted(there[0].parent.iterdir()) == there


def test_a_damaged_plan_is_told_and_leaves_no_backup(document: Document, tmp_path: Path) -> None:
    root = tmp_path / "backups"
    source = source_of(document)
    document.close()
    content = bytearray(document.path.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    document.path.write_bytes(content)
    with pytest.raises(PlanDamaged):
        write_backup(source, Reason.EDITED, root, NOW)
    assert backups_in(folder_of(source.plan, source.plan_id, root)) == []


def test_another_plan_in_its_place_is_no_backup_of_it(document: Document, tmp_path: Path) -> None:
    other = tmp_path / "other.milepost"
    plan = small_plan()
    Document.create(other, replace(plan, facts=replace(plan.facts, id="another"))).close()
    source = Source(document.path, document.plan.facts.id, other)
    with pytest.raises(PlanDamaged, match="another plan is in its place"):
        write_backup(source, Reason.EDITED, tmp_path / "backups", NOW)


def test_what_a_killed_program_left_is_removed_after_a_while(document: Document, tmp_path: Path) -> None:
    root = tmp_path / "backups"
    folder = write_backup(source_of(document), Reason.OPENED, root, NOW).path.parent
    old, fresh = folder / ".backup.milepost.1.new", folder / ".backup.milepost.2.new"
    for each in (old, fresh):
        each.write_text("half")
    os.utime(old, (0, 0))
    write_backup(source_of(document), Reason.BY_HAND, root, NOW)
    assert not old.exists()
    assert fresh.exists()


def test_a_flipped_byte_is_noticed_by_the_sum(document: Document, tmp_path: Path) -> None:
    made = write_backup(source_of(document), Reason.OPENED, tmp_path / "backups", NOW)
    content = bytearray(made.path.read_bytes())
    content[-1] ^= 1
    made.path.write_bytes(content)
    assert not is_as_written(made)
    made.sum_file.unlink()
    assert is_as_written(made)
