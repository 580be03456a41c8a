"""What a plan file's schema is called and what marks it, for whoever only reads.

Nothing here or in what reads imports SQLAlchemy, which takes half a second: it is loaded for writing.
"""

from collections.abc import Mapping

from planner.domain.changes import Table

HEAD_REVISION = "0003"
"""The revision of the schema in `tables`, which new files have."""

OLDEST_READER = "0003"
"""The oldest revision whose Milepost can still read a file of the head revision."""

SCHEMA_DIGEST = "108826a10f7bfee6e68fba5a4b6aeed7bb6ea9fbf8237335a1ec3e55b9cb99a0"
"""The SHA-256 of the head revision's statements; a test says what it is when they change."""

PLAN_TABLE = "plan"
WEEKLY_HOURS_TABLE = "weekly_hours"
CALENDAR_EXCEPTION_TABLE = "calendar_exception"
JOURNAL_TABLE = "journal"

KEYED_TABLE_NAMES: Mapping[Table, str] = {
    Table.PHASES: "phase",
    Table.ACTIVITIES: "activity",
    Table.MILESTONES: "milestone",
    Table.CHECKLIST: "checklist_item",
    Table.DEPENDENCIES: "dependency",
    Table.SESSIONS: "session",
    Table.BASELINES: "baseline",
    Table.ATTACHMENTS: "attachment",
    Table.WEEKS: "week",
    Table.PLACEMENTS: "placement",
}
"""Where each keyed table of a plan is kept."""

KEY_COLUMNS: Mapping[Table, str] = dict.fromkeys(KEYED_TABLE_NAMES, "id") | {Table.WEEKS: "first_day"}
"""The column that holds the key of a fact."""
