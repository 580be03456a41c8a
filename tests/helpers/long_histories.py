"""Plans with years of edits behind them, written at once: by the program itself it would take minutes."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

from planner.domain import edits, proof
from planner.domain.changes import difference
from planner.domain.items import new_id
from planner.domain.plan import Plan
from planner.storage.changes_text import changes_to_text
from planner.storage.document import Document

NEWEST = datetime(2029, 1, 31, 20, 0, tzinfo=UTC)


def one_edit(plan: Plan, chance: Random, number: int) -> tuple[str, Plan]:
    """An edit as learners make them, and what undo says of it."""
    activity = chance.choice(list(plan.active.values()))
    day = plan.facts.start + timedelta(days=chance.randrange(700))
    kind = number % 4
    if kind == 0:
        return f"Move {activity.title}", edits.move_activity(plan, activity.id, day)
    if kind == 1:
        milestone = chance.choice(list(plan.milestones.values()))
        return f"Move {milestone.title}", edits.retarget(plan, milestone.id, day)
    if kind == 2:
        return f"Rename {activity.title}", edits.rename(plan, activity.id, f"Item {number}")
    return f"Log {activity.title}", proof.log_session(plan, activity.id, day, 30 + number % 60)


def write_long_history(
    path: Path,
    plan: Plan,
    count: int,
    *,
    between: timedelta = timedelta(minutes=50),
    newest: datetime = NEWEST,
    edit: Callable[[Plan, Random, int], tuple[str, Plan]] = one_edit,
) -> None:
    """A plan's file after so many edits, the newest of them at `newest`; every seventh was taken back."""
    chance = Random(7)
    rows: list[tuple[str, str, str, str, str | None, str, str]] = []
    below: str | None = None
    while len(rows) < count:
        text, changed = edit(plan, chance, len(rows))
        changes = difference(plan, changed)
        if not changes:
            continue
        at = newest - between * (count - 1 - len(rows))
        edit_id = new_id()
        content = changes_to_text(changes)
        rows.append((edit_id, at.isoformat(timespec="milliseconds"), "do", edit_id, below, text, content))
        if len(rows) % 7 == 0 and len(rows) < count:
            back = changes_to_text(difference(changed, plan))
            at += between
            rows.append((new_id(), at.isoformat(timespec="milliseconds"), "undo", edit_id, below, text, back))
        else:
            plan, below = changed, edit_id
    Document.create(path, plan).close()
    parents = ["[]", *(f'["{before[0]}"]' for before, _ in pairwise(rows))]
    with sqlite3.connect(path) as connection:
        connection.executemany(
            "INSERT INTO journal (id, at, kind, edit, below, text, changes, parents, device)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'a-device')",
            [(*row, before) for row, before in zip(rows, parents, strict=True)],
        )
    connection.close()
