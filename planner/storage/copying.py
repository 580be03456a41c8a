"""A copy of the plan that is open, also where its own file has gone or holds something else by now."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from planner.domain.plan import Plan
from planner.files import move_into_place, new_file_beside
from planner.storage.database import Standing
from planner.storage.opening import refuse_to_overwrite, write_new
from planner.storage.store import PlanStore
from planner.version import milepost_version


def write_copy(path: Path, plan: Plan, store: PlanStore, *, overwrite: bool) -> None:
    """Write a copy, whole or not at all; raises `FileExists`, `CannotWrite`.

    Where the file of `store` can no longer be read, or holds another plan than `plan`, the copy holds the
    plan without the edits that led to it.
    """
    if not overwrite:
        refuse_to_overwrite(path)
    temporary = new_file_beside(path)
    try:
        if _can_be_copied(store):
            store.copy_into(temporary)
        else:
            write_new(temporary, plan, milepost_version(), shown_path=path)
        move_into_place(temporary, path, overwrite=overwrite)
    finally:
        temporary.unlink(missing_ok=True)


def put_back(path: Path, plan: Plan, store: PlanStore) -> Path | None:
    """Write a plan again in its own place; returns where a damaged file is kept that was there.

    Raises `FileExists` where another file is there, `CannotWrite`.
    """
    if store.standing() is not Standing.DAMAGED:
        write_copy(path, plan, store, overwrite=False)
        return None
    from planner.storage.backups.restoring import keep_aside

    kept = keep_aside(path, datetime.now(UTC))
    write_copy(path, plan, store, overwrite=True)
    return kept


def _can_be_copied(store: PlanStore) -> bool:
    """Whether the open file answers, and still holds this plan."""
    if store.standing() in (Standing.CHANGED, Standing.DAMAGED):
        return False
    try:
        return store.up_to_date()
    except sqlite3.Error:
        return False
