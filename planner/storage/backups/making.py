"""Writing one backup: whole and checked, or not at all.

The content goes into a new file for its owner's eyes alone, passes SQLite's checks, and is given its name
once its SHA-256 stands beside it and both are on the disk.
"""

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from planner.domain.errors import CannotWrite, NoBackup, PlanDamaged, PlanGone
from planner.files import is_there, move_into_place, new_file_beside, reason_of
from planner.storage.backups.kept import (
    ENDING,
    PATHS,
    Backup,
    Reason,
    backups_in,
    folder_of,
    name_of,
    next_number,
    read_paths,
    state_of,
)
from planner.storage.checks import check_integrity
from planner.storage.database import Database, file_error

_LEFT_SECONDS = 3600
"""A file that is unfinished for so long was left by a program that was killed."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is backed up: a plan's file and id; `content` is the file to read, mostly the plan's own."""

    plan: Path
    plan_id: str
    content: Path

    def state(self) -> str:
        """A mark of what the file holds now; raises what `read` does."""
        with self.read() as database:
            return _state(database.raw)

    @contextmanager
    def read(self) -> Iterator[Database]:
        """The file, open; a file that is gone or cannot be read raises `PlanGone`, `PlanDamaged`, ..."""
        try:
            with closing(Database(self.content, writable=False, shown_path=self.plan)) as database:
                yield database
        except sqlite3.Error as error:
            if not is_there(self.content):
                raise PlanGone(self.plan) from error
            raise file_error(self.plan, error) from error


def write_backup(source: Source, reason: Reason, root: Path, now: datetime) -> Backup:
    """Write a backup of a plan under the folder `root`, without what deleted rows left behind.

    Raises `NoBackup`, and `PlanGone`, `PlanDamaged` where the plan's file is.
    """

    def copy_plan(empty: Path) -> None:
        with source.read() as database:
            database.copy_into(empty)

    return _write(copy_plan, source, reason, root, now)


def write_shown(
    copy_shown: Callable[[Path], None], source: Source, reason: Reason, root: Path, now: datetime
) -> Backup:
    """Back up a plan as it is shown: `copy_shown` writes it over a file, as the plan's own holds another.

    Raises `NoBackup`.
    """
    return _write(copy_shown, source, reason, root, now)


def keep_as_it_was(source: Path, plan: Path, plan_id: str, root: Path, now: datetime) -> Path:
    """Back up a plan's file byte for byte, before its layout is brought up to date; returns where it is.

    `source` holds the content, `plan` names it. The same content is kept once. Raises `NoBackup`.
    """
    folder = folder_of(plan, plan_id, root)
    try:
        content = _sha256(source)
        for each in backups_in(folder):
            if each.reason is Reason.BEFORE_UPDATE and is_as_written(each) and _sha256(each.path) == content:
                return each.path
    except OSError as error:
        raise NoBackup(folder, reason_of(error)) from error

    def copy_bytes(empty: Path) -> None:
        shutil.copyfile(source, empty)
        if _sha256(empty) != content:
            raise NoBackup(folder, "the disk gave back something else than was written")

    return _write(copy_bytes, Source(plan, plan_id, source), Reason.BEFORE_UPDATE, root, now).path


def is_as_written(backup: Backup) -> bool:
    """Whether a backup is what its SHA-256 says; where none stands beside it, whether it is there."""
    try:
        content = _sha256(backup.path)
        told = backup.sum_file.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return backup.path.is_file()
    except OSError:
        return False
    return told.partition(" ")[0] == content


def _write(fill: Callable[[Path], None], source: Source, reason: Reason, root: Path, now: datetime) -> Backup:
    folder = folder_of(source.plan, source.plan_id, root)
    try:
        for each in (root, folder):
            each.mkdir(parents=True, exist_ok=True, mode=0o700)
        _sweep(folder)
        _note_path(folder, source.plan)
        beside = new_file_beside(folder / f"backup{ENDING}")
        try:
            fill(beside)
            made = _checked(beside, source, reason, root, now)
            _replace_text(made.sum_file, f"{_sha256(beside)}  {made.path.name}\n")
            move_into_place(beside, made.path, overwrite=False)
        finally:
            beside.unlink(missing_ok=True)
    except (NoBackup, PlanGone):
        raise
    except CannotWrite as error:
        raise NoBackup(folder, error.reason) from error
    except OSError as error:
        raise NoBackup(folder, reason_of(error)) from error
    return replace(made, size=made.path.stat().st_size)


def _checked(beside: Path, source: Source, reason: Reason, root: Path, now: datetime) -> Backup:
    """What is in a copy, which passes SQLite's checks; its place and name follow."""
    with closing(Database(beside, writable=False, shown_path=source.plan)) as database:
        connection = database.raw
        try:
            check_integrity(connection, source.plan)
            plan_ids = connection.execute('SELECT id FROM "plan"').fetchall()
            items, sessions = connection.execute(
                "SELECT (SELECT count(*) FROM activity) + (SELECT count(*) FROM milestone),"
                " (SELECT count(*) FROM session)"
            ).fetchone()
            state = _state(connection)
        except sqlite3.Error as error:
            raise PlanDamaged(source.plan, str(error)) from error
    if plan_ids != [(source.plan_id,)]:
        raise PlanDamaged(source.plan, "another plan is in its place")
    number = next_number(source.plan_id, root)
    name = name_of(number, now, reason, items=items, sessions=sessions, state=state)
    return Backup(
        path=folder_of(source.plan, source.plan_id, root) / name,
        number=number,
        made=now.replace(microsecond=0),
        reason=reason,
        items=items,
        sessions=sessions,
        state=state,
    )


def _state(connection: sqlite3.Connection) -> str:
    last = connection.execute("SELECT id FROM journal ORDER BY number DESC LIMIT 1").fetchone()
    return state_of(None if last is None else last[0])


def _note_path(folder: Path, plan: Path) -> None:
    """Remember where the plan's file is, for the day it cannot be opened."""
    noted = read_paths(folder)
    if str(plan) not in noted:
        _replace_text(folder / PATHS, "".join(f"{each}\n" for each in (*noted, plan)))


def _replace_text(path: Path, text: str) -> None:
    beside = new_file_beside(path)
    try:
        beside.write_text(text, encoding="utf-8", errors="surrogateescape")
        move_into_place(beside, path, overwrite=True)
    finally:
        beside.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what a killed program left unfinished long ago."""
    for each in folder.glob(".*.new"):
        with suppress(OSError):
            if abs(time.time() - each.stat().st_mtime) > _LEFT_SECONDS:
                each.unlink()


def _sha256(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
