"""PlanStore: a plan out of its file, and changes into it, each edit one transaction with its journal row.

Reading goes by plain rows and SQLite itself: ten thousand activities are read in a moment.
"""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from planner.domain.calendar import CalendarException, StudyCalendar, WeeklyHours
from planner.domain.changes import FACT_TYPES, KEYED_TABLES, Change, Changes, Table, inverse
from planner.domain.errors import CannotWrite, InvalidValue
from planner.domain.items import new_id
from planner.domain.plan import Plan, PlanFacts
from planner.storage import codec
from planner.storage.changes_text import changes_to_text
from planner.storage.database import Database
from planner.storage.journal import (
    Edit,
    EditKind,
    read_changes_since,
    read_edit,
    read_history,
    read_recent_edits,
)
from planner.storage.revisions import (
    CALENDAR_EXCEPTION_TABLE,
    KEYED_TABLE_NAMES,
    PLAN_TABLE,
    WEEKLY_HOURS_TABLE,
)

_EDITS_READ_AT_ONCE = 200
"""On opening; older ones are read when undo comes to them."""


class PlanStore:
    """The plan file that is open, seen as facts, changes and edits.

    Which device it is on, and which Milepost writes, is asked with the first edit: who only reads leaves no
    trace, and need not wait.
    """

    def __init__(
        self, database: Database, *, device: Callable[[], str], written_by: Callable[[], str]
    ) -> None:
        self._database = database
        self._find_device = device
        self._written_by = written_by
        self._signed = False
        with database.reading() as connection:
            self.history = read_history(connection)
            self._edits = read_recent_edits(connection, _EDITS_READ_AT_ONCE)

    @cached_property
    def _device(self) -> str:
        return self._find_device()

    def edit(self, edit_id: str) -> Edit:
        """An edit of the journal; raises `InvalidValue` when its row cannot be read."""
        if edit_id not in self._edits:
            with self._database.reading() as connection:
                self._edits[edit_id] = read_edit(connection, edit_id)
        return self._edits[edit_id]

    def changes_back_to(self, row: int) -> Changes:
        """What turns the plan as it is into the one after so many rows of the journal.

        Raises `InvalidValue` for a row that cannot be read.
        """
        latest: dict[tuple[Table, str], Change] = {}
        with self._database.reading() as connection:
            for changes in read_changes_since(connection, row):
                for each in inverse(changes):
                    key = (each.table, each.key)
                    now = latest[key].before if key in latest else each.before
                    latest[key] = Change(table=each.table, key=each.key, before=now, after=each.after)
        return tuple(latest.values())

    def commit(self, kind: EditKind, edit: Edit, changes: Changes) -> None:
        """Write changes and their journal row, or nothing at all.

        Raises `CannotWrite`, `PlanReadOnly`; `InvalidValue` for values that no file can keep.
        """
        from planner.storage.writing import write_edit

        row = {
            "id": edit.id if kind is EditKind.DO else new_id(),
            "device": self._device,
            "parents": codec.dump([] if self.history.last is None else [self.history.last]),
            "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "kind": kind.value,
            "edit": edit.id,
            "below": edit.below,
            "text": codec.to_json(edit.text),
            "changes": changes_to_text(changes),
        }
        with self._database.writing() as connection:
            if _count_journal(self._database.raw) != self.history.rows:
                raise CannotWrite(self._database.path, "another program has changed it meanwhile")
            write_edit(
                connection, changes, row, None if self._signed else self._written_by(), self._database.path
            )
        self._signed = True
        self._edits[edit.id] = edit
        self.history = self.history.after(kind, edit, str(row["id"]))


def read_plan(connection: sqlite3.Connection) -> Plan:
    """The plan in a file; raises `InvalidValue` for a value that cannot be."""
    with _without_collecting():
        return _read_plan(connection)


def _read_plan(connection: sqlite3.Connection) -> Plan:
    facts = codec.from_cells(PlanFacts, _rows(connection, PLAN_TABLE, PlanFacts))
    if len(facts) != 1:
        raise InvalidValue("It holds no plan, or more than one.")
    calendar = StudyCalendar(
        weekly=tuple(codec.from_cells(WeeklyHours, _rows(connection, WEEKLY_HOURS_TABLE, WeeklyHours))),
        exceptions=tuple(
            codec.from_cells(
                CalendarException, _rows(connection, CALENDAR_EXCEPTION_TABLE, CalendarException)
            )
        ),
    )
    keyed: dict[str, Any] = {}
    for table in KEYED_TABLES:
        fact_type: Any = FACT_TYPES[table]
        found: list[Any] = codec.from_cells(fact_type, _rows(connection, KEYED_TABLE_NAMES[table], fact_type))
        keyed[table] = {each.id: each for each in found}
    return Plan(facts=facts[0], calendar=calendar, **keyed)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Python looks for garbage as objects are made, and a plan is many of them with none among them."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _rows(connection: sqlite3.Connection, table: str, fact_type: type) -> list[Any]:
    names = ", ".join(f'"{name}"' for name in codec.field_types(fact_type))
    return connection.execute(f"SELECT {names} FROM {table} ORDER BY number").fetchall()


def _count_journal(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM journal").fetchone()[0])
