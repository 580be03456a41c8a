"""The journal to look at: one light line a row, and what stretches of rows changed, read when asked for.

Twenty thousand lines are read in a moment because their changes stay in the file.
"""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from planner.domain.changes import Changes
from planner.domain.errors import InvalidValue
from planner.storage import codec
from planner.storage.changes_text import changes_from_text
from planner.storage.journal import EditKind


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One row without its changes: its number is the plan's revision after it, `at` is when it was written.

    `at` is in UTC, and None where the file says no time. `text` is what undo calls the edit.
    """

    number: int
    at: datetime | None
    kind: EditKind
    text: str


def read_lines(connection: sqlite3.Connection) -> list[JournalLine]:
    """All rows, the newest first; raises `InvalidValue`."""
    rows = connection.execute("SELECT number, at, kind, text FROM journal ORDER BY number DESC")
    kinds = {each.value: each for each in EditKind}
    try:
        return [
            JournalLine(number, time_from(at), kinds[kind], codec.from_json(str, text))
            for number, at, kind, text in rows
        ]
    except KeyError:
        raise InvalidValue("The journal holds something that is no edit.") from None


def read_changes(connection: sqlite3.Connection, first: int, last: int) -> dict[int, Changes]:
    """What the rows from one number to another changed, both included; raises `InvalidValue`."""
    rows = connection.execute(
        "SELECT number, changes FROM journal WHERE number BETWEEN ? AND ? ORDER BY number", (first, last)
    )
    return {number: changes_from_text(changes) for number, changes in rows}


def check_kept(connection: sqlite3.Connection, revision: int) -> None:
    """Raise `InvalidValue` for a revision that a shortened journal has no more, and name one that it has."""
    if revision == 0 or connection.execute("SELECT 1 FROM journal WHERE number = ?", (revision,)).fetchone():
        return
    found = connection.execute("SELECT min(number) FROM journal WHERE number > ?", (revision,)).fetchone()
    raise InvalidValue(
        f"Revision {revision:,} is more than a year old: of each week that long ago Milepost keeps the plan "
        f"as it was at the week’s end. The next one that is kept is revision {found[0]:,}."
    )


def time_from(text: object) -> datetime | None:
    """A time with its zone out of a row; None where it says none, or one that no computer's clock has."""
    try:
        at = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return at if at is not None and at.tzinfo is not None and 1970 < at.year < 9000 else None
