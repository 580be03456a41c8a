"""Every way in which Milepost writes a file without a window, to be tried on a full disk.

Each takes an empty folder with room, makes what is there before, and gives a `Writing`.
"""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from planner.domain import edits
from planner.domain.errors import MilepostError
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.timer import Timer
from planner.paths import data_folder
from planner.storage.device import device_id
from planner.storage.document import Document
from planner.storage.revisions import HEAD_REVISION
from planner.storage.timer_file import TimerFile
from tests.faults.program import REPOSITORY
from tests.helpers.long_histories import NEWEST, write_long_history
from tests.helpers.plans import small_plan

WRITE_UP = ActivityId("write-up")
OLD = b"an older file that somebody needs " * 40
LONG_NOTE = "A long note. " * 3000
RELEASED = max((REPOSITORY / "tests" / "storage" / "released").glob("*.sql"))


@dataclass(frozen=True, slots=True)
class Writing:
    """One way to write, made ready.

    `write` returns what was said of a failure, empty when it said nothing; it may raise a `MilepostError`.
    `target` is the file that must be as it was then, by `same` where that is more than its bytes; when
    nothing was said, `whole` tells whether it is wholly what was to be written. What is `kept_quietly` is
    done without where it cannot be written: it may be as it was with nothing said.
    """

    target: Path
    write: Callable[[], str]
    whole: Callable[[], bool]
    same: Callable[[], bool] | None = None
    kept_quietly: bool = False


Maker = Callable[[Path], Iterator[Writing]]


def an_edit(folder: Path) -> Iterator[Writing]:
    """An edit of the plan that is open; the screen and the file must say the same."""
    path = plan_file(folder)
    with Document.open(path) as document:
        document.apply("Rename", edits.rename, WRITE_UP, "Renamed")
        yield _change_of(
            document, lambda: document.apply("Note", edits.set_note, WRITE_UP, LONG_NOTE), LONG_NOTE
        )


def an_undo(folder: Path) -> Iterator[Writing]:
    """An undo of an edit that held much."""
    path = plan_file(folder)
    with Document.open(path) as document:
        document.apply("Note", edits.set_note, WRITE_UP, LONG_NOTE)
        yield _change_of(document, document.undo, "")


def a_new_plan(folder: Path) -> Iterator[Writing]:
    """A plan that is made."""
    path = folder / "new.milepost"

    def write() -> str:
        Document.create(path, small_plan()).close()
        return ""

    yield Writing(path, write, lambda: plan_in(path) == small_plan())


def a_copy(folder: Path) -> Iterator[Writing]:
    """Save a copy, over an older one."""
    copy = folder / "copy.milepost"
    with Document.open(plan_file(folder)) as document:
        document.save_copy(copy)
        document.apply("Rename", edits.rename, WRITE_UP, "Renamed")

        def write() -> str:
            document.save_copy(copy, overwrite=True)
            return ""

        yield Writing(copy, write, lambda: plan_in(copy) == document.plan)


def a_plan_put_back(folder: Path) -> Iterator[Writing]:
    """A plan that is open, written again where its file has gone."""
    with Document.open(plan_file(folder)) as document:
        document.apply("Note", edits.set_note, WRITE_UP, LONG_NOTE)
        plan = document.plan
        document.path.unlink()

        def write() -> str:
            document.put_back()
            return ""

        yield Writing(document.path, write, lambda: plan_in(document.path) == plan)


def a_shortened_journal(folder: Path) -> Iterator[Writing]:
    """The journal of a plan, shortened after years."""
    path = folder / "study.milepost"
    write_long_history(path, small_plan(), 300, between=timedelta(days=3))
    with Document.open(path) as document:
        plan, revision = document.plan, document.revision

        def write() -> str:
            for _ in document.past.shorten(NEWEST, lambda: None):
                pass
            return ""

        def rows() -> int:
            with closing(sqlite3.connect(path)) as connection:
                (found,) = connection.execute("SELECT count(*) FROM journal").fetchone()
            return int(found)

        def whole() -> bool:
            return rows() < revision and plan_in(path) == document.plan == plan

        yield Writing(path, write, whole, same=lambda: rows() == revision and plan_in(path) == plan)


def an_older_plan(folder: Path) -> Iterator[Writing]:
    """A plan that is brought up to date as it is opened: the old one stays, to be looked at."""
    path = folder / "study.milepost"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(RELEASED.read_text(encoding="utf-8"))

    def write() -> str:
        with Document.open(path) as document:
            return document.read_only_reason

    def whole() -> bool:
        with closing(sqlite3.connect(path)) as connection:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        return found == [(HEAD_REVISION,)] and plan_in(path) is not None

    yield Writing(path, write, whole)


def a_timer(folder: Path) -> Iterator[Writing]:
    """The timer that runs, kept each few seconds."""
    file = TimerFile(data_folder() / "timers", "a-plan", folder / "study.milepost")
    timer = Timer(
        id="11111111-2222-4333-8444-555555555555",
        activity=WRITE_UP,
        title="Write up",
        step=None,
        day=date(2027, 1, 4),
        seconds=60.0,
        beat=0.0,
        running=True,
    )
    file.write(timer)
    later = replace(timer, seconds=120.0)

    def write() -> str:
        file.write(later)
        return ""

    yield Writing(file.path, write, lambda: file.read() == later)


def this_device(folder: Path) -> Iterator[Writing]:
    """The mark of this device: made up anew where it cannot be kept."""

    def write() -> str:
        device_id(data_folder())
        return ""

    kept = data_folder() / "device-id"
    yield Writing(
        kept, write, lambda: kept.read_text().strip() == device_id(data_folder()), kept_quietly=True
    )


def an_export(folder: Path) -> Iterator[Writing]:
    """What all dialogs and verbs write through: a file in place of an older one."""
    target, new = folder / "out", b"new" * 20_000
    target.write_bytes(OLD)

    def write() -> str:
        from planner import files

        files.replace_file(target, new)
        return ""

    yield Writing(target, write, lambda: target.read_bytes() == new)


WRITINGS: dict[str, Maker] = {
    "edit": an_edit,
    "undo": an_undo,
    "new plan": a_new_plan,
    "save a copy": a_copy,
    "put back": a_plan_put_back,
    "shorten the journal": a_shortened_journal,
    "bring up to date": an_older_plan,
    "timer": a_timer,
    "device": this_device,
    "export": an_export,
}


def plan_file(folder: Path) -> Path:
    """The small plan in a file."""
    path = folder / "study.milepost"
    path.write_bytes(_plan_bytes())
    return path


@cache
def _plan_bytes() -> bytes:
    """The small plan as a file, made once: it is tried more than a hundred times."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "study.milepost")
        Document.create(path, small_plan()).close()
        return path.read_bytes()


def plan_in(path: Path) -> Plan | None:
    """The plan in a file that passes all checks; None where there is none."""
    try:
        with Document.open(path, read_only=True) as document:
            return document.plan
    except MilepostError:
        return None


def _change_of(document: Document, change: Callable[[], object], note: str) -> Writing:
    """An edit, undo or redo after which the note of an activity is `note`."""
    before = document.plan

    def write() -> str:
        change()
        return ""

    def shown_and_kept() -> Plan | None:
        return document.plan if plan_in(document.path) == document.plan else None

    def whole() -> bool:
        found = shown_and_kept()
        return found is not None and found.activity(WRITE_UP).note == note

    return Writing(document.path, write, whole, same=lambda: shown_and_kept() == before)
