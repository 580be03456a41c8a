"""Getting a backup back: reading and checking one, putting it in a plan's place, or under another name.

Nothing is ever deleted. What a backup takes the place of is kept beside it, under a name that says so.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from planner.domain.errors import CannotWrite, FileExists, PlanDamaged
from planner.domain.schedule import Schedule
from planner.files import is_there, move_into_place, new_file_beside, real_path, reason_of
from planner.storage.backups.kept import Backup, short_stem
from planner.storage.backups.making import is_as_written
from planner.storage.document import Document
from planner.storage.lock import take_lock


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What is in a backup."""

    schedule: Schedule
    revision: int


def read_backup(backup: Backup) -> BackedUp:
    """The plan in a backup, after every check a plan must pass.

    Raises `PlanDamaged` and its kin; the file is only read.
    """
    if not is_as_written(backup):
        raise PlanDamaged(backup.path, "it is not what was written")
    with Document.open(backup.path, read_only=True) as document:
        return BackedUp(document.schedule, document.revision)


def verify(backup: Backup) -> None:
    """Raise what `read_backup` does for a backup that could not be restored."""
    read_backup(backup)


def save_as(backup: Backup, path: Path) -> None:
    """Write a backup as a plan of its own; raises `FileExists`, `CannotWrite`, and what `verify` does."""
    path = real_path(path)
    verify(backup)
    if is_there(path) or is_there(_journal(path)):
        raise FileExists(path)
    with _copied_beside(backup, path) as copy:
        move_into_place(copy, path, overwrite=False)


def put_in_place(backup: Backup, path: Path, now: datetime) -> Path | None:
    """Put a backup in the place of a plan that cannot be opened, or is gone; returns where that is kept.

    None where there was nothing. The plan must be open nowhere: raises `PlanLocked`, `CannotWrite`, and what
    `verify` does.
    """
    path = real_path(path)
    verify(backup)
    lock = take_lock(path)
    try:
        # The copy is written first: a disk that is full then leaves the plan with the journal it needs.
        with _copied_beside(backup, path) as copy:
            kept = keep_aside(path, now) if is_there(path) or is_there(_journal(path)) else None
            move_into_place(copy, path, overwrite=True)
    finally:
        lock.release()
    return kept


def keep_aside(path: Path, now: datetime) -> Path:
    """Give a file a second name, and its journal that one alone: SQLite would apply it to the new file.

    Returns the name; raises `CannotWrite`.
    """
    kept = _free_name(path, now)
    try:
        if path.is_file():
            _second_name(path, kept)
        elif is_there(path):
            raise CannotWrite(path, "it is no file")
        if is_there(_journal(path)):
            _journal(path).rename(_journal(kept))
    except OSError as error:
        raise CannotWrite(path, reason_of(error)) from error
    return kept


def _free_name(path: Path, now: datetime) -> Path:
    when = f"{now.astimezone():%Y-%m-%d %H%M%S}"
    number, more = 1, ""
    while True:
        free = path.with_name(f"{short_stem(path)} (replaced {when}{more}){path.suffix}")
        if not is_there(free) and not is_there(_journal(free)):
            return free
        number += 1
        more = f" {number}"


def _second_name(path: Path, kept: Path) -> None:
    try:
        os.link(path, kept)
    except OSError:  # a file system without links
        beside = new_file_beside(kept)
        try:
            shutil.copyfile(path, beside)
            move_into_place(beside, kept, overwrite=False)
        finally:
            beside.unlink(missing_ok=True)


@contextmanager
def _copied_beside(backup: Backup, path: Path) -> Iterator[Path]:
    """A copy of a backup in a new file beside a path, gone at the end unless it was moved; `CannotWrite`."""
    beside = new_file_beside(path)
    try:
        shutil.copyfile(backup.path, beside)
        yield beside
    except OSError as error:
        raise CannotWrite(path, reason_of(error)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")
