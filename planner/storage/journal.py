"""The journal: every edit, undo and redo as a row, and where undo and redo stand by it.

Edits form a tree: each names the edit that lay below it on the undo stack. After an undo the next edit starts
a new branch, and only that branch can be redone. So the last row says which edit is on top, and the way from
the newest edit down to it is what redo holds: nothing has to be replayed.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from planner.domain.changes import Changes
from planner.domain.errors import InvalidValue
from planner.storage import codec
from planner.storage.changes_text import changes_from_text

_LONGEST_READ_AT_ONCE = 200_000
"""Characters of changes; longer ones are read when undo comes to them."""


class EditKind(StrEnum):
    """What a journal row says happened to its edit."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One thing the learner did: the edit below it on the undo stack, what undo shows, its changes."""

    id: str
    below: str | None
    text: str
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Where undo and redo stand.

    `done` is the edit that undo takes back. `undone` are the edits that redo does again, the next one last.
    `rows` is the number of the journal's last row, which has the id `last`: how many there ever were.
    """

    done: str | None = None
    undone: tuple[str, ...] = ()
    rows: int = 0
    last: str | None = None

    def after(self, kind: EditKind, edit: Edit, row_id: str) -> "History":
        """Where undo and redo stand after one more row."""
        done, undone = {
            EditKind.DO: (edit.id, ()),
            EditKind.UNDO: (edit.below, (*self.undone, edit.id)),
            EditKind.REDO: (edit.id, self.undone[:-1]),
        }[kind]
        return History(done=done, undone=undone, rows=self.rows + 1, last=row_id)


def read_history(connection: sqlite3.Connection) -> History:
    """Where undo and redo stand in a file; raises `InvalidValue` when its journal makes no sense."""
    last = connection.execute(
        "SELECT number, id, kind, edit, below FROM journal ORDER BY number DESC LIMIT 1"
    ).fetchone()
    if last is None:
        return History()
    number, row_id, kind, edit, below = last
    done = below if codec.from_json(EditKind, kind) is EditKind.UNDO else edit
    newest = connection.execute(
        "SELECT id FROM journal WHERE kind = 'do' ORDER BY number DESC LIMIT 1"
    ).fetchone()
    undone: list[str] = []
    step = None if newest is None else newest[0]
    while step != done:
        if step is None or len(undone) >= number:
            raise InvalidValue("The journal does not say what can be undone.")
        undone.append(step)
        below_it = connection.execute(
            "SELECT below FROM journal WHERE kind = 'do' AND id = ?", (step,)
        ).fetchone()
        step = None if below_it is None else below_it[0]
    return History(done=done, undone=tuple(undone), rows=number, last=row_id)


def read_recent_edits(connection: sqlite3.Connection, count: int) -> dict[str, Edit]:
    """The newest edits by their ids, but for the few that carry whole files; raises `InvalidValue`."""
    rows = connection.execute(
        "SELECT id, below, text, changes FROM (SELECT * FROM journal WHERE kind = 'do'"
        " ORDER BY number DESC LIMIT ?) WHERE length(changes) < ?",
        (count, _LONGEST_READ_AT_ONCE),
    ).fetchall()
    return {each.id: each for each in map(_edit, rows)}


def read_edit(connection: sqlite3.Connection, edit_id: str) -> Edit:
    """One edit, however old; raises `InvalidValue`."""
    row = connection.execute(
        "SELECT id, below, text, changes FROM journal WHERE kind = 'do' AND id = ?", (edit_id,)
    ).fetchone()
    if row is None:
        raise InvalidValue("An edit is missing from the journal.")
    return _edit(row)


def read_changes_since(connection: sqlite3.Connection, row: int) -> Iterator[Changes]:
    """What each row after one did, the newest row first; raises `InvalidValue`."""
    rows = connection.execute("SELECT changes FROM journal WHERE number > ? ORDER BY number DESC", (row,))
    for (changes,) in rows:
        yield changes_from_text(changes)


def _edit(row: Sequence[Any]) -> Edit:
    edit_id, below, text, changes = row
    return Edit(
        id=codec.from_json(str, edit_id),
        below=None if below is None else codec.from_json(str, below),
        text=codec.from_json(str, text),
        changes=changes_from_text(changes),
    )
