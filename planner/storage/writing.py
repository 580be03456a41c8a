"""A plan into its file: all of it at first, then the rows that changes name. Loads SQLAlchemy."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam
from sqlalchemy import Table as SqlTable

from planner.domain.calendar import StudyCalendar
from planner.domain.changes import KEYED_TABLES, Change, Changes, Table
from planner.domain.errors import PlanReplaced
from planner.domain.plan import Plan
from planner.storage import codec
from planner.storage.database import APPLICATION_ID
from planner.storage.revisions import HEAD_REVISION, KEY_COLUMNS, OLDEST_READER
from planner.storage.tables import (
    CALENDAR_EXCEPTION,
    FILE_INFO,
    JOURNAL,
    KEYED_SQL_TABLES,
    PLAN,
    WEEKLY_HOURS,
    schema_statements,
)


def write_schema(connection: Connection, written_by: str) -> None:
    """Make all tables in an empty file, and mark it as a plan of the head revision."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in schema_statements():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES (?)", (HEAD_REVISION,))
    connection.exec_driver_sql(
        "INSERT INTO file_info (oldest_reader, written_by) VALUES (?, ?)", (OLDEST_READER, written_by)
    )


def write_plan(connection: Connection, plan: Plan) -> None:
    """Write a whole plan into the empty tables of a new file."""
    _insert(connection, PLAN, [plan.facts])
    _write_calendar(connection, plan.calendar)
    for table in KEYED_TABLES:
        _insert(connection, KEYED_SQL_TABLES[table], getattr(plan, table).values())


def write_edit(
    connection: Connection, changes: Changes, row: Mapping[str, Any], written_by: str | None, path: Path
) -> None:
    """Write the rows that changes name, the journal's row, and who wrote it unless it says so already.

    Raises `PlanReplaced`.
    """
    _write_changes(connection, changes, path)
    connection.execute(JOURNAL.insert(), [dict(row)])
    if written_by is not None:
        connection.execute(FILE_INFO.update(), [{"written_by": written_by}])


def _insert(connection: Connection, table: SqlTable, facts: Iterable[object]) -> None:
    rows = [codec.to_cells(each) for each in facts]
    if rows:
        connection.execute(table.insert(), rows)


def _write_changes(connection: Connection, changes: Changes, path: Path) -> None:
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
        elif _change_rows(connection, table, kind, same) != len(same):
            raise PlanReplaced(path)


def _kind(change: Change) -> str:
    if change.before is None:
        return "insert"
    return "delete" if change.after is None else "update"


def _change_rows(connection: Connection, table: Table, kind: str, changes: list[Change]) -> int:
    rows = KEYED_SQL_TABLES[table]
    here = rows.c[KEY_COLUMNS[table]] == bindparam("key")
    if kind == "delete":
        return connection.execute(rows.delete().where(here), [{"key": each.key} for each in changes]).rowcount
    cells = [{**codec.to_cells(each.after), "key": each.key} for each in changes]
    return connection.execute(rows.update().where(here), cells).rowcount


def _write_calendar(connection: Connection, calendar: StudyCalendar) -> None:
    connection.execute(WEEKLY_HOURS.delete())
    connection.execute(CALENDAR_EXCEPTION.delete())
    _insert(connection, WEEKLY_HOURS, calendar.weekly)
    _insert(connection, CALENDAR_EXCEPTION, calendar.exceptions)
