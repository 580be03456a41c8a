"""Shortening the journal, so that a plan's file stays small however long it is used.

The rule: of each week more than a year ago one row is kept, which does at once what all rows of that week
did, and has the number of the last of them. So the plan as it was at the end of every week stays in reach, by
the number it always had, and undo steps through those weeks. Nothing of the plan itself changes.

What the last year took back or did again stays as it is, however old it is: a row is taken together with
others only if no later row undoes or redoes one of them. The newest row always stays.

Reading what thousands of rows did takes seconds, writing the few that are left no time: `step` reads some,
and `write` puts all of them into the file in one transaction.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from planner.domain.changes import Changes, compose
from planner.domain.errors import InvalidValue
from planner.domain.items import new_id
from planner.domain.wording import days_text
from planner.storage import codec
from planner.storage.changes_text import changes_from_text, changes_to_text
from planner.storage.journal import EditKind
from planner.storage.journal_lines import time_from

if TYPE_CHECKING:
    from sqlalchemy import Connection

KEPT_WHOLE = timedelta(days=365)
"""Edits of this time are kept one by one."""

CHANGES_OF = "Changes of "
"""How the text of a row begins that does what a week's rows did; the days follow."""

_ROWS_AT_ONCE = 200
"""Read in one step, so that a window answers in between."""


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    id: str
    parents: str
    at: datetime | None
    kind: EditKind
    edit: str
    below: str | None


@dataclass(frozen=True, slots=True)
class _Week:
    """The rows of one week, in a stretch; `text` is what undo calls them together."""

    rows: tuple[_Row, ...]
    text: str

    @property
    def stays(self) -> bool:
        """Whether it is one edit already."""
        return len(self.rows) == 1 and self.rows[0].kind is EditKind.DO


class Shortening:
    """One shortening of a journal: made from it, stepped through, written at the end."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        now: datetime,
        device: str,
        week_of: Callable[[date], date],
    ) -> None:
        """Look what is to be done; raises `InvalidValue` for a journal that makes no sense.

        `week_of` gives the first day of a day's week. The year ends with the newest row, if that is older
        than `now`: a clock that runs ahead shortens nothing before an edit is made by it.
        """
        rows = [_row(each) for each in connection.execute(_ALL_ROWS)]
        self._newest = rows[-1] if rows else None
        old = rows[: _count_old(rows, now, week_of)]
        self._following = rows[len(old)] if len(old) < len(rows) else None
        self._top = _done_after(old[-1]) if old else None
        self._device = device
        self._weeks = [
            _Week(tuple(each), CHANGES_OF + days_text(first_day, first_day + timedelta(days=6)))
            for first_day, each in groupby(old, key=lambda row: week_of(_day_of(row)))
        ]
        self.needed = not all(each.stays for each in self._weeks)
        """Whether there is anything to do."""
        self._together: dict[int, Changes] = {}
        self._reading = self._read() if self.needed else iter(())

    def step(self, connection: sqlite3.Connection) -> bool:
        """Read some more; False once all is read. Raises `InvalidValue`."""
        wanted = next(self._reading, None)
        if wanted is None:
            return False
        first, last, end = wanted
        found = connection.execute(
            "SELECT changes FROM journal WHERE number BETWEEN ? AND ? ORDER BY number", (first, last)
        )
        read = [changes_from_text(changes) for (changes,) in found]
        self._together[end] = compose([self._together.get(end, ()), *read])
        return True

    def fits(self, newest: tuple[int, str | None]) -> bool:
        """Whether the journal still ends where it did, by the number and the id of its newest row."""
        return self._newest is not None and newest == (self._newest.number, self._newest.id)

    def write(self, connection: "Connection") -> None:
        """Put each week's one row in the place of its rows; the caller has begun the transaction."""
        before: str | None = None
        for week in self._weeks:
            last = week.rows[-1]
            if week.stays:
                before = self._relink(connection, last, before)
                continue
            connection.exec_driver_sql(
                "DELETE FROM journal WHERE number BETWEEN ? AND ?", (week.rows[0].number, last.number)
            )
            if changes := self._together[last.number]:
                before = self._insert(connection, last, week.text, changes, before)
        assert self._following is not None
        _set_parent(connection, self._following, before)
        if self._top is not None:
            connection.exec_driver_sql(
                "UPDATE journal SET below = ? WHERE below = ? AND number >= ?",
                (before, self._top, self._following.number),
            )

    def _read(self) -> Iterator[tuple[int, int, int]]:
        """Stretches of rows to read, each with the number of its week's last row."""
        for week in self._weeks:
            if not week.stays:
                for begin in range(0, len(week.rows), _ROWS_AT_ONCE):
                    part = week.rows[begin : begin + _ROWS_AT_ONCE]
                    yield part[0].number, part[-1].number, week.rows[-1].number

    def _relink(self, connection: "Connection", row: _Row, before: str | None) -> str:
        if row.below != before:
            connection.exec_driver_sql("UPDATE journal SET below = ? WHERE number = ?", (before, row.number))
        _set_parent(connection, row, before)
        return row.id

    def _insert(
        self, connection: "Connection", last: _Row, text: str, changes: Changes, before: str | None
    ) -> str:
        row_id = new_id()
        values = (
            last.number,
            row_id,
            self._device,
            _parents(before),
            _time_of(last).isoformat(timespec="milliseconds"),
            EditKind.DO.value,
            row_id,
            before,
            text,
            changes_to_text(changes),
        )
        connection.exec_driver_sql(_INSERT, values)
        return row_id


_ALL_ROWS = "SELECT number, id, parents, at, kind, edit, below FROM journal ORDER BY number"
_INSERT = (
    "INSERT INTO journal (number, id, device, parents, at, kind, edit, below, text, changes)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def _row(cells: Sequence[object]) -> _Row:
    number, row_id, parents, at, kind, edit, below = cells
    return _Row(
        number=codec.from_json(int, number),
        id=codec.from_json(str, row_id),
        parents=codec.from_json(str, parents),
        at=time_from(at),
        kind=codec.from_json(EditKind, kind),
        edit=codec.from_json(str, edit),
        below=None if below is None else codec.from_json(str, below),
    )


def _time_of(row: _Row) -> datetime:
    if row.at is None:
        raise InvalidValue("The journal does not say when an edit was made.")
    return row.at


def _day_of(row: _Row) -> date:
    """The learner's day, by this computer's time zone."""
    return _time_of(row).astimezone().date()


def _done_after(row: _Row) -> str | None:
    """The edit on top of the undo stack after a row."""
    return row.below if row.kind is EditKind.UNDO else row.edit


def _count_old(rows: Sequence[_Row], now: datetime, week_of: Callable[[date], date]) -> int:
    """How many rows at the beginning are of whole weeks old enough, and named by no later undo or redo."""
    if not rows:
        return 0
    cut = week_of((min(now, _time_of(rows[-1])) - KEPT_WHOLE).astimezone().date())
    old = next((place for place, row in enumerate(rows) if _day_of(row) >= cut), len(rows))
    old = min(old, len(rows) - 1)
    made = {row.edit: place for place, row in enumerate(rows) if row.kind is EditKind.DO}
    lowest = len(rows)
    for place in range(len(rows) - 1, -1, -1):
        # What follows names nothing before `lowest`.
        if place < old and lowest > place:
            return place + 1
        row = rows[place]
        if row.kind is not EditKind.DO:
            if row.edit not in made:
                raise InvalidValue("An edit is missing from the journal.")
            lowest = min(lowest, made[row.edit])
    return 0


def _parents(before: str | None) -> str:
    return codec.dump([] if before is None else [before])


def _set_parent(connection: "Connection", row: _Row, before: str | None) -> None:
    parents = _parents(before)
    if row.parents != parents:
        connection.exec_driver_sql("UPDATE journal SET parents = ? WHERE number = ?", (parents, row.number))
