"""The first schema.

A revision says its tables itself: `tables.py` moves on, this file does not.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "calendar_exception",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("last", sa.String(), nullable=False),
        sa.Column("hours", sa.Float(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "dependency",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("lag_days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "file_info",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("oldest_reader", sa.String(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("parents", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("edit", sa.String(), nullable=False),
        sa.Column("below", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("changes", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "phase",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("colour", sa.Integer(), nullable=False),
        sa.Column("months", sa.String(), nullable=True),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("warning", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "plan",
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
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "weekly_hours",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.String(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "activity",
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
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sa.ForeignKeyConstraint(["phase"], ["phase.id"], initially="DEFERRED", deferrable=True),
    )
    op.create_table(
        "milestone",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("target", sa.String(), nullable=True),
        sa.Column("holds", sa.Boolean(), nullable=False),
        sa.Column("fixed", sa.Boolean(), nullable=False),
        sa.Column("reached_on", sa.String(), nullable=True),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("warning", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sa.ForeignKeyConstraint(["phase"], ["phase.id"], initially="DEFERRED", deferrable=True),
    )
    op.create_table(
        "checklist_item",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("milestone", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("hint", sa.String(), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("needs_evidence", sa.Boolean(), nullable=False),
        sa.Column("produced_by", sa.String(), nullable=True),
        sa.Column("done_on", sa.String(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sa.ForeignKeyConstraint(["milestone"], ["milestone.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["produced_by"], ["activity.id"], initially="DEFERRED", deferrable=True),
    )
    op.create_table(
        "session",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sa.ForeignKeyConstraint(["activity"], ["activity.id"], initially="DEFERRED", deferrable=True),
    )
