"""Opening a plan file, step by step, so that nothing is changed before it is known to be a plan of ours.

Everything is checked through a connection that cannot write. A journal that a crash left behind would have to
be rolled back first, which writes: so a copy is rolled back and checked, and the plan itself only when its
copy has passed and the lock is held. A plan of an older revision is brought up to date as a copy, too, and
kept as it was.
"""

import os
import shutil
import sqlite3
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from planner.domain.errors import CannotWrite, FileError, FileExists, InvalidValue, NoBackup, PlanTooLong
from planner.domain.graph import Graph
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.files import move_into_place, new_file_beside, reason_of
from planner.storage.checks import (
    check_header,
    check_integrity,
    check_revision,
    check_rollback_journal,
    check_schema,
    what_fails_is_damage,
)
from planner.storage.database import Database
from planner.storage.lock import PlanLock, take_lock
from planner.storage.revisions import HEAD_REVISION
from planner.storage.store import read_plan


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A plan file that passed every check. `held` lets go of the connection, the lock and any copy.

    `lock` is None where the plan is only read. `newer` says that a newer Milepost laid it out, `as_it_was`
    where it is kept if it was brought up to date.
    """

    database: Database
    schedule: Schedule
    read_only_reason: str
    held: ExitStack
    newer: bool = False
    as_it_was: Path | None = None
    lock: PlanLock | None = None


def open_file(
    path: Path, *, read_only: bool, break_lock: bool, backups: Path, lock: PlanLock | None = None
) -> OpenFile:
    """Check a file and open it; raises what `Document.open` says.

    A `lock` that is held already stays its holder's to release. What is brought up to date is kept as it was
    under the folder `backups`; where that is not possible the file stays as it is, and opens for reading
    only.
    """
    check_header(path)
    check_rollback_journal(_journal(path), path)
    with ExitStack() as held, what_fails_is_damage(path):
        reason = "it was opened to look at" if read_only else _why_not_writable(path)
        if not reason:
            try:
                if lock is None:
                    lock = take_lock(path, break_lock=break_lock)
                    held.callback(lock.release)
                else:
                    lock.hold()
            except CannotWrite as error:
                reason = f"no lock file could be written beside it ({error.reason})"
        before = source = _rolled_back(path, held)
        revision = _revision(source, path)
        older, newer = revision < HEAD_REVISION, revision > HEAD_REVISION
        if older:
            source = _up_to_date_copy(source, path, held)
        laid_out = _check(source, path, revision)
        if newer:
            reason = "it was written by a newer Milepost"
        kept = None
        if older and not reason:
            from planner.storage.backups.making import keep_as_it_was

            try:
                kept = keep_as_it_was(before, path, laid_out.plan.facts.id, backups, datetime.now(UTC))
                _replace(path, source)
            except NoBackup as error:
                reason = f"it could not be kept as it was before it is brought up to date: {error}"
            except CannotWrite as error:
                reason = f"it could not be brought up to date: {error}"
        if reason:
            database = Database(source, writable=False, shown_path=path)
        else:
            database = Database(path, writable=True)
        held.callback(database.close)
        as_it_was = None if reason else kept
        return OpenFile(database, laid_out, reason.rstrip("."), held.pop_all(), newer, as_it_was, lock)


def create_file(path: Path, plan: Plan, written_by: str) -> OpenFile:
    """Write a new file, whole or not at all; raises what `Document.create` says."""
    laid_out = lay_out(plan)
    refuse_to_overwrite(path)
    with ExitStack() as held:
        lock = take_lock(path)
        held.callback(lock.release)
        temporary = new_file_beside(path)
        held.callback(temporary.unlink, missing_ok=True)
        write_new(temporary, plan, written_by, shown_path=path)
        move_into_place(temporary, path, overwrite=False)
        database = Database(path, writable=True)
        held.callback(database.close)
        return OpenFile(database, laid_out, "", held.pop_all(), lock=lock)


def write_new(empty_file: Path, plan: Plan, written_by: str, *, shown_path: Path) -> None:
    """Write a plan that has no journal yet into an empty file; raises `CannotWrite`."""
    from planner.storage.writing import write_plan, write_schema

    database = Database(empty_file, writable=True, shown_path=shown_path)
    try:
        with database.writing() as connection:
            write_schema(connection, written_by)
            write_plan(connection, plan)
    finally:
        database.close()


def lay_out(plan: Plan, graph: Graph | None = None) -> Schedule:
    """The plan's schedule with every day within the calendar; raises `PlanTooLong`, `DependencyCycle`.

    Raises `InvalidValue` for groups that lie in each other.
    """
    plan.check_groups()
    laid_out = schedule(plan, graph)
    if laid_out.last_day >= date.max:
        raise PlanTooLong
    return laid_out


def refuse_to_overwrite(path: Path) -> None:
    """Raise `FileExists` for a file, and for a journal that SQLite would roll back into a new file."""
    for each in (path, _journal(path)):
        if each.exists() or each.is_symlink():
            raise FileExists(each)


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _why_not_writable(path: Path) -> str:
    """Why a plan cannot be changed where it lies; empty when it can."""
    if not os.access(path, os.W_OK):
        return "the file allows no changes"
    if not os.access(path.parent, os.W_OK):
        return "its folder allows no changes"
    return ""


def _rolled_back(path: Path, held: ExitStack) -> Path:
    """The file itself, or a rolled back copy when a crash left a journal beside it."""
    database = Database(path, writable=False)
    try:
        database.raw.execute("SELECT count(*) FROM sqlite_master").close()
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN) or not _journal(path).exists():
            raise
    else:
        return path
    finally:
        database.close()
    copy = _scratch_copy(path, path, held)
    _roll_back(copy)
    return copy


def _roll_back(path: Path) -> None:
    """Let SQLite take back what a crash left half done: it does so on the first reading."""
    database = Database(path, writable=True)
    try:
        database.raw.execute("SELECT count(*) FROM sqlite_master").close()
    finally:
        database.close()


def _scratch_copy(source: Path, path: Path, held: ExitStack) -> Path:
    """A copy of a plan's content in a temporary folder, with the journal beside it; raises `FileError`."""
    try:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="milepost-")))
        copy = folder / path.name
        shutil.copyfile(source, copy)
        if _journal(source).exists():
            shutil.copyfile(_journal(source), _journal(copy))
    except OSError as error:
        raise FileError(
            path,
            f"{path} could not be opened: it is checked on a temporary copy first, and that could not be"
            f" written ({reason_of(error)}). Nothing was changed.",
        ) from error
    return copy


def _revision(source: Path, path: Path) -> str:
    database = Database(source, writable=False)
    try:
        return check_revision(database.raw, path)
    finally:
        database.close()


def _check(source: Path, path: Path, revision: str) -> Schedule:
    """Everything a plan must be, and its schedule."""
    database = Database(source, writable=False, shown_path=path)
    try:
        with database.reading() as connection:
            check_schema(connection, path, revision)
            check_integrity(connection, path, journal=False)
            plan = read_plan(connection)
            shared = plan.activities.keys() & plan.milestones.keys()
            if shared:
                raise InvalidValue(f"“{min(shared)}” is both an activity and a milestone.")
            return lay_out(plan)
    finally:
        database.close()


def _up_to_date_copy(source: Path, path: Path, held: ExitStack) -> Path:
    """A copy of the plan with the newest revision's schema."""
    from planner.storage.migrations.upgrade import upgrade

    copy = _scratch_copy(source, path, held)
    upgrade(copy, path)
    return copy


def _replace(path: Path, copy: Path) -> None:
    """Put a checked copy in the plan's place. A journal beside it is the old file's and settled first."""
    _roll_back(path)
    beside = new_file_beside(path)
    try:
        shutil.copyfile(copy, beside)
        move_into_place(beside, path, overwrite=True)
    except OSError as error:
        raise CannotWrite(path, reason_of(error)) from error
    finally:
        beside.unlink(missing_ok=True)
