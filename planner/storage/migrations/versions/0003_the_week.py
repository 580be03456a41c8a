"""What the learner keeps with a week, sessions put on other days, small files, and clock times.

A revision says its tables itself: `tables.py` moves on, this file does not. The tables that get a column are
made anew in full, as SQLite adds none without a default value.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give two tables their new columns, with values for the rows that are there, and make three tables."""
    _make_plan()
    _fill("plan", "'[]'")
    _make_session()
    _fill("session", "NULL")
    op.create_table(
        "attachment",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "week",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.String(), nullable=False),
        sa.Column("goals", sa.String(), nullable=True),
        sa.Column("done", sa.String(), nullable=False),
        sa.Column("moved", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("next_step", sa.String(), nullable=False),
        sa.Column("reviewed_on", sa.String(), nullable=True),
        sa.Column("planned_minutes", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("first_day"),
    )
    op.create_table(
        "placement",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=True),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("taken_from", sa.String(), nullable=False),
        sa.Column("starts_at", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )


def _fill(table: str, values: str) -> None:
    """Put a table's rows into the one made to replace it, with values for the columns added at its end."""
    op.execute(f"INSERT INTO new_{table} SELECT {table}.*, {values} FROM {table}")
    op.drop_table(table)
    op.rename_table(f"new_{table}", table)


def _make_plan() -> None:
    op.create_table(
        "new_plan",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("start", sa.String(), nullable=False),
        sa.Column("status_date", sa.String(), nullable=False),
        sa.Column("most_hours_a_week", sa.Float(), nullable=False),
        sa.Column("reference_week_hours", sa.Float(), nullable=False),
        sa.Column("reference_week_reason", sa.String(), nullable=False),
        sa.Column("roadmap", sa.String(), nullable=False),
        sa.Column("roadmap_version", sa.Integer(), nullable=False),
        sa.Column("background", sa.String(), nullable=False),
        sa.Column("track", sa.String(), nullable=False),
        sa.Column("cloud", sa.String(), nullable=False),
        sa.Column("window", sa.String(), nullable=True),
        sa.Column("finish", sa.String(), nullable=True),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("week_start", sa.Integer(), nullable=False),
        sa.Column("clock_times", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )


def _make_session() -> None:
    op.create_table(
        "new_session",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("placement", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sa.ForeignKeyConstraint(["activity"], ["activity.id"], initially="DEFERRED", deferrable=True),
    )
