"""PlanStore: a plan out of its file, and changes into it, each edit one transaction with its journal row.

Reading goes by plain rows, not by objects of the mapper: ten thousand activities are read in a moment.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam
from sqlalchemy import Table as SqlTable

from planner.domain.calendar import CalendarException, StudyCalendar, WeeklyHours
from planner.domain.changes import FACT_TYPES, KEYED_TABLES, Change, Changes, Table
from planner.domain.errors import CannotWrite, InvalidValue
from planner.domain.items import new_id
from planner.domain.plan import Plan, PlanFacts
from planner.storage import codec
from planner.storage.database import Database
from planner.storage.journal import Edit, EditKind, read_edit, read_history, read_recent_edits
from planner.storage.tables import (
    CALENDAR_EXCEPTION,
    FILE_INFO,
    JOURNAL,
    KEYED_SQL_TABLES,
    PLAN,
    WEEKLY_HOURS,
)

_EDITS_READ_AT_ONCE = 200
"""On opening; older ones are read when undo comes to them."""


class PlanStore:
    """The plan file that is open, seen as facts, changes and edits.

    Which device it is on is asked with the first edit: who only reads leaves no trace.
    """

    def __init__(self, database: Database, *, device: Callable[[], str], written_by: str) -> None:
        self._database = database
        self._find_device = device
        self._written_by = written_by
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

    def commit(self, kind: EditKind, edit: Edit, changes: Changes) -> None:
        """Write changes and their journal row, or nothing at all.

        Raises `CannotWrite`, `PlanReadOnly`; `InvalidValue` for values that no file can keep.
        """
        row = {
            "id": edit.id if kind is EditKind.DO else new_id(),
            "device": self._device,
            "parents": codec.dump([] if self.history.last is None else [self.history.last]),
            "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "kind": kind.value,
            "edit": edit.id,
            "below": edit.below,
            "text": codec.to_json(edit.text),
            "changes": codec.changes_to_text(changes),
        }
        with self._database.writing() as connection:
            if _count_journal(connection) != self.history.rows:
                raise CannotWrite(self._database.path, "another program has changed it meanwhile")
            _write_changes(connection, changes, self._database)
            connection.execute(JOURNAL.insert(), [row])
            connection.execute(
                FILE_INFO.update().where(FILE_INFO.c.written_by != self._written_by),
                [{"written_by": self._written_by}],
            )
        self._edits[edit.id] = edit
        self.history = self.history.after(kind, edit, str(row["id"]))


def read_plan(connection: Connection) -> Plan:
    """The plan in a file; raises `InvalidValue` for a value that cannot be."""
    with _without_collecting():
        return _read_plan(connection)


def write_plan(connection: Connection, plan: Plan) -> None:
    """Write a whole plan into the empty tables of a new file."""
    _insert(connection, PLAN, [plan.facts])
    _write_calendar(connection, plan.calendar)
    for table in KEYED_TABLES:
        _insert(connection, KEYED_SQL_TABLES[table], getattr(plan, table).values())


def _read_plan(connection: Connection) -> Plan:
    facts = codec.from_cells(PlanFacts, _rows(connection, PLAN, PlanFacts))
    if len(facts) != 1:
        raise InvalidValue("It holds no plan, or more than one.")
    calendar = StudyCalendar(
        weekly=tuple(codec.from_cells(WeeklyHours, _rows(connection, WEEKLY_HOURS, WeeklyHours))),
        exceptions=tuple(
            codec.from_cells(CalendarException, _rows(connection, CALENDAR_EXCEPTION, CalendarException))
        ),
    )
    keyed: dict[str, Any] = {}
    for table in KEYED_TABLES:
        fact_type: Any = FACT_TYPES[table]
        found: list[Any] = codec.from_cells(fact_type, _rows(connection, KEYED_SQL_TABLES[table], fact_type))
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


def _rows(connection: Connection, table: SqlTable, fact_type: type) -> list[Any]:
    names = ", ".join(f'"{name}"' for name in codec.field_types(fact_type))
    found = connection.exec_driver_sql(f"SELECT {names} FROM {table.name} ORDER BY number")
    # The driver's own tuples: rows that know their columns' names take longer to make than to read.
    return list(found.cursor.fetchall())


def _insert(connection: Connection, table: SqlTable, facts: Iterable[object]) -> None:
    rows = [codec.to_cells(each) for each in facts]
    if rows:
        connection.execute(table.insert(), rows)


def _write_changes(connection: Connection, changes: Changes, database: Database) -> None:
    """Write the rows that the changes name and no other, in the changes' order."""
    for (table, kind), group in groupby(changes, key=lambda each: (each.table, _kind(each))):
        same = list(group)
        if table is Table.FACTS:
            connection.execute(PLAN.update(), [codec.to_cells(each.after) for each in same])
        elif table is Table.CALENDAR:
            for change in same:
                assert isinstance(change.after, StudyCalendar)
                _write_calendar(connection, change.after)
        elif kind == "insert":
            _insert(connection, KEYED_SQL_TABLES[table], [each.after for each in same])
        elif _change_rows(connection, KEYED_SQL_TABLES[table], kind, same) != len(same):
            raise CannotWrite(database.path, "another program has changed it meanwhile")


def _kind(change: Change) -> str:
    if change.before is None:
        return "insert"
    return "delete" if change.after is None else "update"


def _change_rows(connection: Connection, table: SqlTable, kind: str, changes: list[Change]) -> int:
    here = table.c.id == bindparam("key")
    if kind == "delete":
        return connection.execute(
            table.delete().where(here), [{"key": each.key} for each in changes]
        ).rowcount
    rows = [{**codec.to_cells(each.after), "key": each.key} for each in changes]
    return connection.execute(table.update().where(here), rows).rowcount


def _write_calendar(connection: Connection, calendar: StudyCalendar) -> None:
    connection.execute(WEEKLY_HOURS.delete())
    connection.execute(CALENDAR_EXCEPTION.delete())
    _insert(connection, WEEKLY_HOURS, calendar.weekly)
    _insert(connection, CALENDAR_EXCEPTION, calendar.exceptions)


def _count_journal(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT coalesce(max(number), 0) FROM journal").scalar_one())
