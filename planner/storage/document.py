"""The plan that is open: verbs go in, the file follows, undo and redo come from the file's journal. No Qt.

What the screen shows is always what the file holds: a change is committed first and shown then.
"""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self

from planner.domain.changes import WHOLE_TABLES, Changes, apply, difference, inverse
from planner.domain.errors import FileExists, InvalidValue, PlanDamaged, PlanReadOnly
from planner.domain.items import new_id
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.files import is_there, real_path
from planner.paths import backup_folder, data_folder
from planner.storage.checks import what_fails_is_damage
from planner.storage.copying import put_back, write_copy
from planner.storage.database import Standing, file_mark
from planner.storage.device import device_id
from planner.storage.journal import Edit, EditKind
from planner.storage.opening import (
    OpenFile,
    create_file,
    lay_out,
    open_file,
)
from planner.storage.past import Past
from planner.storage.store import PlanStore
from planner.version import milepost_version

Arguments = ParamSpec("Arguments")

LARGE_CHANGE = 20
"""Facts that one edit changes: from so many on it is worth a backup of its own."""


def get_ready_to_write() -> None:
    """Load what the first edit needs, half a second of it; whoever opens a plan may do so beforehand."""
    import_module("planner.storage.writing")
    milepost_version()


class Document:
    """One open plan file. Make it with `create` or `open`; close it, or use it in a `with`."""

    def __init__(self, path: Path, opened: OpenFile) -> None:
        self.path = path
        self.before_large_change: Callable[[], object] | None = None
        """Called before an edit that changes much: whoever makes backups wants one of what there is."""

        self._held = ExitStack()
        self._other: tuple[int, int, int, int] | None = None
        """Which file was seen to hold something else: it is read once."""

        self._take(opened)

    @classmethod
    def create(cls, path: Path, plan: Plan) -> Self:
        """Write a new plan file; raises `FileExists`, `CannotWrite`, `PlanLocked`, `PlanError`."""
        path = real_path(path)
        return cls._of(path, create_file(path, plan, milepost_version()))

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, break_lock: bool = False) -> Self:
        """Open a plan file after checking all of it.

        A file that allows no changes, or a readable one of a newer Milepost, opens for reading only and says
        why. One of an older Milepost is kept as it was and brought up to date. Reading only needs no lock.
        `break_lock` takes the lock from whoever holds it. Raises `PlanNotFound`, `NotAPlan`, `PlanDamaged`,
        `PlanTooNew`, `PlanLocked`; the file is then as it was.
        """
        path = real_path(path)
        opened = open_file(path, read_only=read_only, break_lock=break_lock, backups=backup_folder())
        return cls._of(path, opened)

    @property
    def plan(self) -> Plan:
        """The plan as the file holds it."""
        return self._schedule.plan

    @property
    def schedule(self) -> Schedule:
        """Where everything falls; its graph is kept from change to change while it fits."""
        return self._schedule

    @property
    def read_only(self) -> bool:
        """Whether this plan can only be looked at; `read_only_reason` says why."""
        return bool(self.read_only_reason)

    @property
    def newer(self) -> bool:
        """Whether a newer Milepost laid this file out, so that this one only shows it."""
        return self._opened.newer

    @property
    def as_it_was(self) -> Path | None:
        """Where the plan is kept as it was, if opening it now brought it up to date."""
        return self._opened.as_it_was

    @property
    def newest_at(self) -> datetime | None:
        """When the plan was changed last, as its journal says; None for a plan that never was."""
        return self._store.newest_at

    @property
    def content(self) -> Path:
        """The file that holds what is shown: the plan's, or a copy where a crash left that half written."""
        return self._opened.database.path

    @property
    def revision(self) -> int:
        """How many edits, undos and redos the file has seen."""
        return self._store.history.rows

    @property
    def undo_text(self) -> str:
        """What undo would take back; empty when there is nothing."""
        done = self._store.history.done
        return "" if done is None else self._edit(done).text

    @property
    def redo_text(self) -> str:
        """What redo would do again; empty when there is nothing."""
        undone = self._store.history.undone
        return self._edit(undone[-1]).text if undone else ""

    def apply(
        self,
        text: str,
        verb: Callable[Concatenate[Plan, Arguments], Plan],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Changes:
        """Let a verb change the plan and the file; `text` is what undo shows.

        The changes are empty when the verb changed nothing, and then the journal gets no row. Raises
        `PlanError` from the verb, `PlanReadOnly`, `CannotWrite`; nothing is changed then.
        """
        self._check_writable()
        changes = difference(self.plan, verb(self.plan, *args, **kwargs))
        if changes:
            if len(changes) >= LARGE_CHANGE and self.before_large_change is not None:
                self.before_large_change()
            edit = Edit(id=new_id(), below=self._store.history.done, text=text, changes=changes)
            self._commit(EditKind.DO, edit, changes)
        return changes

    def undo(self) -> Changes:
        """Take the last edit back; no changes when there is none. Raises `PlanReadOnly`, `CannotWrite`."""
        self._check_writable()
        done = self._store.history.done
        if done is None:
            return ()
        edit = self._edit(done)
        changes = inverse(edit.changes)
        self._commit(EditKind.UNDO, edit, changes)
        return changes

    def redo(self) -> Changes:
        """Do the edit again that was taken back last; no changes when there is none."""
        self._check_writable()
        undone = self._store.history.undone
        if not undone:
            return ()
        edit = self._edit(undone[-1])
        self._commit(EditKind.REDO, edit, edit.changes)
        return edit.changes

    def plan_at(self, revision: int) -> Plan:
        """The plan as it was after so many edits, undos and redos: what a sheet printed then was drawn from.

        Raises `InvalidValue` for a revision there never was or that is not kept any more, `PlanDamaged` where
        the journal cannot be read.
        """
        if not 0 <= revision <= self.revision:
            raise InvalidValue(f"This plan has no revision {revision:,}: its newest is {self.revision:,}.")
        self._store.check_kept(revision)
        with what_fails_is_damage(self.path):
            return apply(self.plan, self._store.changes_back_to(revision))

    def standing(self) -> Standing:
        """How the file stands on its disk, compared with what is open; this changes nothing."""
        if self._opened.database.path != self.path:
            return Standing.SAME if is_there(self.path) else Standing.GONE  # a rolled back copy is shown
        return self._store.standing()

    def connect_anew(self) -> None:
        """Open the same file once more, whose disk may have been away; raises `FileError`s."""
        self._opened.database.connect_anew()

    def reload(self) -> Changes:
        """Read the file anew, and give what is different in it: it was changed or replaced underneath.

        Raises what `open` raises; the document is then as it was.
        """
        lock = self._opened.lock
        opened = open_file(
            self.path, read_only=lock is None, break_lock=False, backups=backup_folder(), lock=lock
        )
        try:
            changes = difference(self.plan, opened.schedule.plan)
            before = self._opened.database
            with what_fails_is_damage(self.path):
                self._take(opened)
        except BaseException:
            opened.held.close()
            raise
        before.close()
        return changes

    def holds_the_same(self) -> bool:
        """Whether the file that is there now holds this plan with this journal, as a copy of it does.

        Raises what `open` raises.
        """
        mark = file_mark(self.path)
        if mark == self._other:
            return False
        with Document.open(self.path, read_only=True) as found:
            same = found._store.history == self._store.history and found.plan == self.plan
        self._other = None if same else mark
        return same

    def put_back(self) -> Path | None:
        """Write the plan again where its file has gone or is damaged; returns where a damaged one is kept.

        Raises `FileExists` where another file is in its place, `CannotWrite`, ...
        """
        kept = put_back(self.path, self.plan, self._store)
        self.reload()
        return kept

    @property
    def past(self) -> Past:
        """What was done to the plan, to look at."""
        return Past(self.path, lambda: self._store, self.plan.facts.week_start, read_only=self.read_only)

    def save_copy(self, path: Path, *, overwrite: bool = False) -> None:
        """Write a copy of the file as it is, whole or not at all; raises `FileExists`, `CannotWrite`.

        Where the file can no longer be read, or holds something else, the copy holds the plan as it is here,
        without the edits that led to it.
        """
        path = real_path(path)
        if path == self.path:
            raise FileExists(path)
        write_copy(path, self.plan, self._store, overwrite=overwrite)

    def close(self) -> None:
        """Let go of the file and its lock."""
        self._held.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @classmethod
    def _of(cls, path: Path, opened: OpenFile) -> Self:
        try:
            with what_fails_is_damage(path):
                return cls(path, opened)
        except BaseException:
            opened.held.close()
            raise

    def _take(self, opened: OpenFile) -> None:
        """Let everything be read from, and written to, what was opened."""
        store = PlanStore(
            opened.database, device=partial(device_id, data_folder()), written_by=milepost_version
        )
        # What undo and redo say is shown all the time: where it cannot be read, it is said now.
        for shown in (store.history.done, *store.history.undone[-1:]):
            if shown is not None:
                store.edit(shown)
        self.read_only_reason = opened.read_only_reason
        self._opened = opened
        self._schedule = opened.schedule
        self._store = store
        self._held.push(opened.held.pop_all())

    def _check_writable(self) -> None:
        if self.read_only:
            raise PlanReadOnly(self.path, self.read_only_reason)

    def _edit(self, edit_id: str) -> Edit:
        with what_fails_is_damage(self.path):
            return self._store.edit(edit_id)

    def _commit(self, kind: EditKind, edit: Edit, changes: Changes) -> None:
        """Write the changes and then show them; a plan that cannot be laid out is not written."""
        for each in changes:
            facts = getattr(self.plan, each.table)
            if each.before != (facts if each.table in WHOLE_TABLES else facts.get(each.key)):
                raise PlanDamaged(self.path, "its journal does not fit what it holds")
        laid_out = lay_out(apply(self.plan, changes), self._schedule.graph)
        self._store.commit(kind, edit, changes)
        self._schedule = laid_out
