"""Groups within groups, pauses, archived activities, baselines, and where an exception comes from.

A revision says its tables itself: `tables.py` moves on, this file does not. The tables that get a column are
made anew in full, as SQLite adds none without a default value.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give three tables their new columns, with values for the rows that are there, and make one table."""
    _make_phase()
    _fill("phase", "NULL")
    _make_activity()
    _fill("activity", "'[]', NULL")
    _make_calendar_exception()
    _fill("calendar_exception", "''")
    op.create_table(
        "baseline",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("taken_on", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("days", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )


def _fill(table: str, values: str) -> None:
    """Put a table's rows into the one made to replace it, with values for the columns added at its end."""
    op.execute(f"INSERT INTO new_{table} SELECT {table}.*, {values} FROM {table}")
    op.drop_table(table)
    op.rename_table(f"new_{table}", table)


def _make_phase() -> None:
    op.create_table(
        "new_phase",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("colour", sa.Integer(), nullable=False),
        sa.Column("months", sa.String(), nullable=True),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("warning", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sa.ForeignKeyConstraint(["parent"], ["phase.id"], initially="DEFERRED", deferrable=True),
    )


def _make_activity() -> None:
    op.create_table(
        "new_activity",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("effort", sa.String(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("not_before", sa.String(), nullable=True),
        sa.Column("started_on", sa.String(), nullable=True),
        sa.Column("finished_on", sa.String(), nullable=True),
        sa.Column("remaining_hours", sa.Float(), nullable=True),
        sa.Column("steps", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("tools", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("warning", sa.String(), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("length_unknown", sa.Boolean(), nullable=False),
        sa.Column("production", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("pauses", sa.String(), nullable=False),
        sa.Column("archived_on", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sa.ForeignKeyConstraint(["phase"], ["phase.id"], initially="DEFERRED", deferrable=True),
    )


def _make_calendar_exception() -> None:
    op.create_table(
        "new_calendar_exception",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("last", sa.String(), nullable=False),
        sa.Column("hours", sa.Float(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
