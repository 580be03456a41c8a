"""Killed programs, full disks and other programs: what was acknowledged is there, and nothing by halves."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

from planner.domain import edits
from planner.domain.errors import CannotWrite, FileError, PlanGone, PlanLocked, PlanReadOnly, PlanReplaced
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.files import new_file_beside
from planner.storage.document import Document
from planner.storage.lock import lock_file
from tests.helpers.plans import small_plan

REPOSITORY = Path(__file__).parents[2]
WRITE_UP = ActivityId("write-up")
LONGEST_WAIT_SECONDS = 60

EDIT_WITHOUT_END = """
import sys
from pathlib import Path
from planner.domain import edits
from planner.storage.document import Document

with Document.open(Path(sys.argv[1])) as document:
    print("open", flush=True)
    while True:
        number = document.revision + 1
        if number % 7 == 0:
            document.undo()
        elif number % 7 == 1 and number > 1:
            document.redo()
        else:
            for_all = lambda plan: edits.rename(
                edits.rename(plan, "write-up", f"Title {number}"), "endpoint-live", f"Title {number}"
            )
            document.apply(f"Edit {number}", for_all)
        print(document.revision, document.plan.activity("write-up").title, sep="|", flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "study.milepost"
    Document.create(path, small_plan()).close()
    return path


def rename(plan: Plan) -> Plan:
    return edits.rename(plan, WRITE_UP, "New")


@contextmanager
def child(program: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A Python process that ends with the test."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def next_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    patience = Timer(LONGEST_WAIT_SECONDS, process.kill)
    patience.start()
    line = process.stdout.readline()
    patience.cancel()
    assert line, "the child says nothing"
    return line.strip()


def test_a_plan_open_in_another_program_can_only_be_looked_at(path: Path) -> None:
    with child(EDIT_WITHOUT_END, path) as process:
        assert next_line(process) == "open"
        with pytest.raises(PlanLocked, match=f"process {process.pid} on "):
            Document.open(path)
        next_line(process)
        with Document.open(path, read_only=True) as document:
            assert document.revision > 0


def test_a_plan_open_twice_in_one_program_can_only_be_looked_at(path: Path) -> None:
    with Document.open(path) as first:
        with pytest.raises(PlanLocked):
            Document.open(path)
        with Document.open(path, read_only=True) as second:
            first.apply("Rename", rename)
            assert second.plan == small_plan()
    with Document.open(path) as again:
        assert again.plan == first.plan


@pytest.mark.parametrize(
    "content", ["", "{", '{"process": 1, "computer": "elsewhere", "started": "1"}', "[1]"]
)
def test_a_lock_that_says_nothing_of_use_stays_until_it_is_broken_on_purpose(
    path: Path, content: str
) -> None:
    lock_file(path).write_text(content)
    with pytest.raises(PlanLocked):
        Document.open(path)
    assert lock_file(path).read_text() == content

    with Document.open(path, break_lock=True) as document:
        document.apply("Rename", rename)
    assert not lock_file(path).exists()


def test_the_lock_of_a_process_id_that_is_used_again_is_taken_over(path: Path) -> None:
    with Document.open(path):
        owner = json.loads(lock_file(path).read_text())
    lock_file(path).write_text(json.dumps({**owner, "started": "1"}))
    Document.open(path).close()
    assert not lock_file(path).exists()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux tells when a process started")
def test_the_lock_of_a_process_that_nobody_has_buried_is_taken_over(path: Path) -> None:
    with Document.open(path):
        owner = json.loads(lock_file(path).read_text())
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE) as child:
        stat = Path(f"/proc/{child.pid}/stat")
        started = stat.read_text().rpartition(")")[2].split()[19]
        lock_file(path).write_text(json.dumps({**owner, "process": child.pid, "started": started}))
        with pytest.raises(PlanLocked):
            Document.open(path)
        child.kill()
        # Dead, and not yet asked how it ended.
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        Document.open(path).close()
    assert not lock_file(path).exists()


def test_who_may_open_a_plan_can_tell_who_holds_it(path: Path) -> None:
    with Document.open(path):
        assert lock_file(path).stat().st_mode & 0o777 == 0o644 or os.name == "nt"


def test_what_a_killed_program_left_unfinished_is_removed(path: Path) -> None:
    with Document.open(path):
        owner = json.loads(lock_file(path).read_text())
    others = path.with_name(f".other.milepost.{'0' * 32}.new"), path.with_name(".study.milepost.mine.new")
    unfinished = new_file_beside(path), new_file_beside(lock_file(path))
    for each in others:
        each.write_text("somebody else's")
    Document.open(path).close()
    assert all(each.exists() for each in unfinished), "nobody was killed"

    lock_file(path).write_text(json.dumps({**owner, "started": "1"}))
    Document.open(path).close()
    assert {each.name for each in path.parent.iterdir()} == {path.name, *(each.name for each in others)}


def test_a_broken_lock_is_not_released_by_the_one_it_was_taken_from(path: Path) -> None:
    with Document.open(path):
        lock_file(path).write_text("somebody else's")
    assert lock_file(path).read_text() == "somebody else's"


def test_what_another_program_wrote_is_never_written_over(path: Path) -> None:
    with Document.open(path) as document:
        with Document.open(path, break_lock=True) as other:
            other.apply("Rename", edits.rename, WRITE_UP, "Theirs")
        with pytest.raises(CannotWrite, match="another program has changed or replaced it"):
            document.apply("Rename", rename)
        assert document.plan == small_plan()
    with Document.open(path) as again:
        assert again.plan.activity(WRITE_UP).title == "Theirs"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a file that is open in its place")
@pytest.mark.parametrize("replaced", [True, False], ids=["replaced", "deleted"])
def test_a_plan_replaced_or_deleted_underneath_is_noticed(path: Path, replaced: bool) -> None:
    with Document.open(path) as document:
        if replaced:
            other = path.with_name("other")
            shutil.copyfile(path, other)
            other.replace(path)
        else:
            path.unlink()
        with pytest.raises(PlanReplaced if replaced else PlanGone):
            document.apply("Rename", rename)
        assert document.plan == small_plan()
        document.save_copy(path.with_name("copy.milepost"))
    with Document.open(path.with_name("copy.milepost")) as copy:
        assert copy.plan == small_plan()


def test_a_plan_that_another_program_writes_to_at_this_moment_is_not_waited_for_without_end(
    path: Path,
) -> None:
    with Document.open(path) as document:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CannotWrite, match="another program is using it"):
            document.apply("Rename", rename)
        assert document.plan == small_plan()
        with pytest.raises(FileError, match="in use by another program"):
            Document.open(path, read_only=True)
        other.execute("ROLLBACK")
        other.close()
        document.apply("Rename", rename)


@pytest.fixture
def unchangeable(path: Path) -> Iterator[Path]:
    """The plan's file as one nobody can write: root is refused by the immutable mark alone."""
    if sys.platform != "win32" and os.geteuid() == 0:
        if subprocess.run(["chattr", "+i", str(path)], capture_output=True, check=False).returncode:
            pytest.skip("root may write everything here: this file system has no immutable mark")
        yield path
        subprocess.run(["chattr", "-i", str(path)], check=True)
    else:
        path.chmod(0o400)
        yield path


def test_a_file_that_allows_no_changes_opens_to_look_at(unchangeable: Path) -> None:
    with Document.open(unchangeable) as document:
        assert document.read_only_reason == "the file allows no changes"
        with pytest.raises(PlanReadOnly):
            document.apply("Rename", rename)
    assert [each.name for each in unchangeable.parent.iterdir()] == [unchangeable.name]


def test_a_plan_is_not_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        Document.create(tmp_path / "nowhere" / "study.milepost", small_plan())
