"""The tables of a plan file, for statements: which row class holds what, and the SQL that makes them."""

from collections.abc import Mapping

from sqlalchemy import MetaData
from sqlalchemy import Table as SqlTable
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from planner.domain.changes import Table
from planner.storage.rows import (
    ActivityRow,
    AttachmentRow,
    BaselineRow,
    CalendarExceptionRow,
    ChecklistItemRow,
    DependencyRow,
    FileInfoRow,
    JournalRow,
    MilestoneRow,
    PhaseRow,
    PlacementRow,
    PlanRow,
    Row,
    SessionRow,
    WeeklyHoursRow,
    WeekRow,
)

SCHEMA: MetaData = Row.metadata
"""Every table of a plan file."""


def sql_table(row: type[Row]) -> SqlTable:
    """The table of a row class, for Core statements."""
    table: SqlTable = row.__table__  # type: ignore[attr-defined]
    return table


PLAN = sql_table(PlanRow)
WEEKLY_HOURS = sql_table(WeeklyHoursRow)
CALENDAR_EXCEPTION = sql_table(CalendarExceptionRow)
JOURNAL = sql_table(JournalRow)
FILE_INFO = sql_table(FileInfoRow)

KEYED_SQL_TABLES: Mapping[Table, SqlTable] = {
    Table.PHASES: sql_table(PhaseRow),
    Table.ACTIVITIES: sql_table(ActivityRow),
    Table.MILESTONES: sql_table(MilestoneRow),
    Table.CHECKLIST: sql_table(ChecklistItemRow),
    Table.DEPENDENCIES: sql_table(DependencyRow),
    Table.SESSIONS: sql_table(SessionRow),
    Table.BASELINES: sql_table(BaselineRow),
    Table.ATTACHMENTS: sql_table(AttachmentRow),
    Table.WEEKS: sql_table(WeekRow),
    Table.PLACEMENTS: sql_table(PlacementRow),
}
"""Where each keyed table of a plan is kept."""


def schema_statements() -> tuple[str, ...]:
    """The SQL that makes all tables, each after those it refers to."""
    dialect = sqlite.dialect()
    return tuple(str(CreateTable(each).compile(dialect=dialect)).strip() for each in SCHEMA.sorted_tables)
