"""What a plan file's schema is called and what marks it, for whoever only reads.

Nothing here or in what reads imports SQLAlchemy, which takes half a second: it is loaded for writing.
"""

from collections.abc import Mapping

from planner.domain.changes import Table

HEAD_REVISION = "0002"
"""The revision of the schema in `tables`, which new files have."""

OLDEST_READER = "0002"
"""The oldest revision whose Milepost can still read a file of the head revision."""

SCHEMA_DIGEST = "fd09881782d8be22d291fc2c291458b5f5ed2039944d9162fecbe50c6002b643"
"""The SHA-256 of the head revision's statements; a test says what it is when they change."""

PLAN_TABLE = "plan"
WEEKLY_HOURS_TABLE = "weekly_hours"
CALENDAR_EXCEPTION_TABLE = "calendar_exception"

KEYED_TABLE_NAMES: Mapping[Table, str] = {
    Table.PHASES: "phase",
    Table.ACTIVITIES: "activity",
    Table.MILESTONES: "milestone",
    Table.CHECKLIST: "checklist_item",
    Table.DEPENDENCIES: "dependency",
    Table.SESSIONS: "session",
    Table.BASELINES: "baseline",
}
"""Where each keyed table of a plan is kept."""
