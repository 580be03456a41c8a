"""The rows of a plan file, one class a table; columns are named as the fields of the facts they hold.

`number` keeps the order of adding. Dates are ISO text (“2027-01-04”), so that no time zone can shift them.
What a fact nests (an estimate, steps, evidence) is JSON text in one column. References are checked when a
transaction ends, so that the rows of one edit may be written in any order.
"""

from typing import Any

from sqlalchemy import ForeignKey, PrimaryKeyConstraint
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel


class Row(SQLModel, registry=registry()):
    """What every row of a plan file is, and nothing else: its metadata is the whole schema."""


def _order() -> Any:
    return Field(default=None, primary_key=True)


def _reference(column: str) -> Any:
    return Field(sa_column_args=[ForeignKey(column, deferrable=True, initially="DEFERRED")])


class PlanRow(Row, table=True):
    """`PlanFacts`: the one row of what is said once for the whole plan."""

    __tablename__ = "plan"
    number: int | None = _order()
    id: str
    title: str
    start: str
    status_date: str
    most_hours_a_week: float
    reference_week_hours: float
    reference_week_reason: str
    roadmap: str
    roadmap_version: int
    background: str
    track: str
    cloud: str
    window: str | None
    finish: str | None
    paper: str
    week_start: int
    clock_times: str


class WeeklyHoursRow(Row, table=True):
    """`WeeklyHours`: a set of hours of the calendar."""

    __tablename__ = "weekly_hours"
    number: int | None = _order()
    valid_from: str
    hours: str


class CalendarExceptionRow(Row, table=True):
    """`CalendarException`: dated days of the calendar; later rows win."""

    __tablename__ = "calendar_exception"
    number: int | None = _order()
    first: str
    last: str
    hours: float
    name: str
    source: str


class PhaseRow(Row, table=True):
    """`Phase`."""

    __tablename__ = "phase"
    number: int | None = _order()
    id: str = Field(unique=True)
    title: str
    position: int
    colour: int
    months: str | None
    about: str
    warning: str
    parent: str | None = _reference("phase.id")


class ActivityRow(Row, table=True):
    """`Activity`."""

    __tablename__ = "activity"
    number: int | None = _order()
    id: str = Field(unique=True)
    phase: str = _reference("phase.id")
    title: str
    kind: str
    position: int
    effort: str
    share: float
    not_before: str | None
    started_on: str | None
    finished_on: str | None
    remaining_hours: float | None
    steps: str
    provider: str
    link: str
    tools: str
    about: str
    warning: str
    required: bool
    length_unknown: bool
    production: bool
    note: str
    pauses: str
    archived_on: str | None


class MilestoneRow(Row, table=True):
    """`Milestone`."""

    __tablename__ = "milestone"
    number: int | None = _order()
    id: str = Field(unique=True)
    phase: str = _reference("phase.id")
    title: str
    position: int
    target: str | None
    holds: bool
    fixed: bool
    reached_on: str | None
    about: str
    warning: str
    note: str


class ChecklistItemRow(Row, table=True):
    """`ChecklistItem`."""

    __tablename__ = "checklist_item"
    number: int | None = _order()
    id: str = Field(unique=True)
    milestone: str = _reference("milestone.id")
    kind: str
    title: str
    position: int
    hint: str
    required: bool
    needs_evidence: bool
    produced_by: str | None = _reference("activity.id")
    done_on: str | None
    evidence: str
    note: str


class DependencyRow(Row, table=True):
    """`Dependency`. Its ends are activities or milestones, which no single reference can say."""

    __tablename__ = "dependency"
    number: int | None = _order()
    id: str = Field(unique=True)
    before: str
    after: str
    kind: str
    lag_days: int


class SessionRow(Row, table=True):
    """`Session`."""

    __tablename__ = "session"
    number: int | None = _order()
    id: str = Field(unique=True)
    activity: str = _reference("activity.id")
    day: str
    minutes: int
    step: str | None
    note: str
    placement: str | None


class BaselineRow(Row, table=True):
    """`Baseline`."""

    __tablename__ = "baseline"
    number: int | None = _order()
    id: str = Field(unique=True)
    taken_on: str
    reason: str
    days: str


class AttachmentRow(Row, table=True):
    """`Attachment`."""

    __tablename__ = "attachment"
    number: int | None = _order()
    id: str = Field(unique=True)
    name: str
    media_type: str
    data: bytes


class WeekRow(Row, table=True):
    """`WeekNotes`."""

    __tablename__ = "week"
    number: int | None = _order()
    first_day: str = Field(unique=True)
    goals: str | None
    done: str
    moved: str
    why: str
    next_step: str
    reviewed_on: str | None
    planned_minutes: int | None


class PlacementRow(Row, table=True):
    """`Placement`. It may outlive its activity: it rests then, and undo brings both back to life."""

    __tablename__ = "placement"
    number: int | None = _order()
    id: str = Field(unique=True)
    activity: str
    step: str | None
    day: str
    minutes: int
    taken_from: str
    starts_at: int | None


class JournalRow(Row, table=True):
    """One edit, undo or redo; rows are only added, until `journal_shortening` takes old ones together.

    `id` and `device` are UUIDs, `parents` the ids of the rows this one follows (JSON), `at` a UTC time as ISO
    text. `edit` is the id of the edit that was done, undone or done again; `below` is the edit that lies
    below that one on the undo stack. `changes` holds each fact before and after (JSON): its own inverse.
    """

    __tablename__ = "journal"
    number: int | None = _order()
    id: str = Field(unique=True)
    device: str
    parents: str
    at: str
    kind: str
    edit: str
    below: str | None
    text: str
    changes: str


class FileInfoRow(Row, table=True):
    """The one row about the file itself: the oldest revision that can read it, the version that wrote it."""

    __tablename__ = "file_info"
    number: int | None = _order()
    oldest_reader: str
    written_by: str


class RevisionRow(Row, table=True):
    """The revision of the schema, in the table Alembic keeps it in."""

    __tablename__ = "alembic_version"
    __table_args__ = (PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),)
    version_num: str = Field(max_length=32)
