"""PlanStore: a plan out of its file, and changes into it, each edit one transaction with its journal row.

Reading goes by plain rows and SQLite itself: ten thousand activities are read in a moment.
"""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from planner.domain.calendar import CalendarException, StudyCalendar, WeeklyHours
from planner.domain.changes import FACT_TYPES, KEYED_TABLES, Changes, compose, inverse
from planner.domain.errors import FileError, InvalidValue, PlanDamaged, PlanReplaced
from planner.domain.items import new_id
from planner.domain.plan import Plan, PlanFacts
from planner.storage import codec
from planner.storage.changes_text import changes_to_text
from planner.storage.checks import check_integrity
from planner.storage.database import Database, Standing, is_busy
from planner.storage.journal import (
    Edit,
    EditKind,
    History,
    read_changes_since,
    read_edit,
    read_history,
    read_recent_edits,
)
from planner.storage.journal_lines import JournalLine, check_kept, read_changes, read_lines
from planner.storage.journal_shortening import Shortening
from planner.storage.revisions import (
    CALENDAR_EXCEPTION_TABLE,
    KEYED_TABLE_NAMES,
    PLAN_TABLE,
    WEEKLY_HOURS_TABLE,
)

_EDITS_READ_AT_ONCE = 2
"""On opening; older ones are read when undo comes to them."""


class PlanStore:
    """The plan file that is open, seen as facts, changes and edits.

    Which device it is on, and which Milepost writes, is asked with the first edit: who only reads leaves no
    trace, and need not wait.
    """

    def __init__(
        self, database: Database, *, device: Callable[[], str], written_by: Callable[[], str]
    ) -> None:
        self._database = database
        self._find_device = device
        self._written_by = written_by
        self._signed = False
        self._checked = False
        self.history, self._edits = self._read_journal()

    @cached_property
    def _device(self) -> str:
        return self._find_device()

    def edit(self, edit_id: str) -> Edit:
        """An edit of the journal; raises `InvalidValue` when its row cannot be read."""
        if edit_id not in self._edits:
            with self._database.reading() as connection:
                self._edits[edit_id] = read_edit(connection, edit_id)
        return self._edits[edit_id]

    def changes_back_to(self, row: int) -> Changes:
        """What turns the plan as it is into the one after so many rows of the journal.

        Raises `InvalidValue` for a row that cannot be read.
        """
        with self._database.reading() as connection:
            return compose(map(inverse, read_changes_since(connection, row)))

    def standing(self) -> Standing:
        """How the file stands on its disk, compared with what was read from it and written to it."""
        found = self._database.standing
        if found is not Standing.TOUCHED:
            return found
        try:
            self._database.connect_anew()
            if not self.up_to_date():
                return Standing.CHANGED
        except PlanDamaged:
            return Standing.DAMAGED
        except FileError:
            return Standing.SAME  # for all that is known: it cannot be asked at this moment
        except sqlite3.Error as error:
            return Standing.SAME if is_busy(error) else Standing.DAMAGED
        self._database.take_note()
        return Standing.SAME

    def copy_into(self, empty_file: Path) -> None:
        """Copy the file as it is into an empty one; raises `CannotWrite`."""
        self._database.copy_into(empty_file)

    def up_to_date(self) -> bool:
        """Whether the file's journal ends with the row that was read or written last."""
        with self._database.reading() as connection:
            return _newest_row(connection) == (self.history.rows, self.history.last)

    @property
    def newest_at(self) -> datetime | None:
        """When the newest row was written, by the clock of the computer that wrote it; None for none."""
        with self._database.reading() as connection:
            found = connection.execute("SELECT at FROM journal ORDER BY number DESC LIMIT 1").fetchone()
        try:
            at = datetime.fromisoformat(found[0]) if found else None
        except (TypeError, ValueError):
            return None
        return at if at is not None and at.tzinfo is not None else None

    def check_kept(self, row: int) -> None:
        """Raise `InvalidValue` for a row that a shortened journal does not have any more."""
        with self._database.reading() as connection:
            check_kept(connection, row)

    def lines(self) -> list[JournalLine]:
        """The journal to look at, the newest row first; raises `InvalidValue`."""
        with self._database.reading() as connection:
            return read_lines(connection)

    def changes_of(self, first: int, last: int) -> dict[int, Changes]:
        """What the rows from one number to another changed; raises `InvalidValue`."""
        with self._database.reading() as connection:
            return read_changes(connection, first, last)

    def shortening(self, now: datetime, week_of: Callable[[date], date]) -> Shortening:
        """What there is to shorten in the journal; raises `InvalidValue`."""
        with self._database.reading() as connection:
            return Shortening(connection, now, self._device, week_of)

    def step(self, shortening: Shortening) -> bool:
        """Read some more of what is to be shortened; False once all is read."""
        with self._database.reading() as connection:
            return shortening.step(connection)

    def write_shortening(self, shortening: Shortening) -> bool:
        """Shorten the journal as it was read, whole or not at all; False when it has grown since.

        Raises what `commit` raises.
        """
        with self._database.writing() as connection:
            self._check_whole()
            if not shortening.fits(_newest_row(self._database.raw)):
                return False
            shortening.write(connection)
        self._database.give_back_room()
        self.history, self._edits = self._read_journal()
        return True

    def commit(self, kind: EditKind, edit: Edit, changes: Changes) -> None:
        """Write changes and their journal row, or nothing at all.

        Raises `CannotWrite`, `PlanReadOnly`; `InvalidValue` for values that no file can keep.
        """
        from planner.storage.writing import write_edit

        standing = self.standing()
        if standing is Standing.DAMAGED:
            raise PlanDamaged(self._database.path, "it can no longer be read")
        if standing is Standing.CHANGED:
            raise PlanReplaced(self._database.path)
        row = {
            "id": edit.id if kind is EditKind.DO else new_id(),
            "device": self._device,
            "parents": codec.dump([] if self.history.last is None else [self.history.last]),
            "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "kind": kind.value,
            "edit": edit.id,
            "below": edit.below,
            "text": codec.to_json(edit.text),
            "changes": changes_to_text(changes),
        }
        with self._database.writing() as connection:
            self._check_whole()
            if _newest_row(self._database.raw) != (self.history.rows, self.history.last):
                raise PlanReplaced(self._database.path)
            write_edit(
                connection, changes, row, None if self._signed else self._written_by(), self._database.path
            )
        self._signed = True
        self._edits[edit.id] = edit
        self.history = self.history.after(kind, edit, str(row["id"]))

    def _check_whole(self) -> None:
        """Before the first write, in its transaction: opening has left out the journal."""
        if not self._checked:
            check_integrity(self._database.raw, self._database.path)
            self._checked = True

    def _read_journal(self) -> tuple[History, dict[str, Edit]]:
        with self._database.reading() as connection:
            return read_history(connection), read_recent_edits(connection, _EDITS_READ_AT_ONCE)


def read_plan(connection: sqlite3.Connection) -> Plan:
    """The plan in a file; raises `InvalidValue` for a value that cannot be."""
    with _without_collecting():
        return _read_plan(connection)


def _read_plan(connection: sqlite3.Connection) -> Plan:
    facts = codec.from_cells(PlanFacts, _rows(connection, PLAN_TABLE, PlanFacts))
    if len(facts) != 1:
        raise InvalidValue("It holds no plan, or more than one.")
    calendar = StudyCalendar(
        weekly=tuple(codec.from_cells(WeeklyHours, _rows(connection, WEEKLY_HOURS_TABLE, WeeklyHours))),
        exceptions=tuple(
            codec.from_cells(
                CalendarException, _rows(connection, CALENDAR_EXCEPTION_TABLE, CalendarException)
            )
        ),
    )
    keyed: dict[str, Any] = {}
    for table in KEYED_TABLES:
        fact_type: Any = FACT_TYPES[table]
        found: list[Any] = codec.from_cells(fact_type, _rows(connection, KEYED_TABLE_NAMES[table], fact_type))
        keyed[table] = {each.id: each for each in found}
    return Plan(facts=facts[0], calendar=calendar, **keyed)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Python looks for garbage as objects are made, and a plan is many of them with none among them."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _rows(connection: sqlite3.Connection, table: str, fact_type: type) -> list[Any]:
    names = ", ".join(f'"{name}"' for name in codec.field_types(fact_type))
    return connection.execute(f"SELECT {names} FROM {table} ORDER BY number").fetchall()


def _newest_row(connection: sqlite3.Connection) -> tuple[int, str | None]:
    """The number and the id of the journal's newest row."""
    found = connection.execute("SELECT number, id FROM journal ORDER BY number DESC LIMIT 1").fetchone()
    return (0, None) if found is None else (int(found[0]), found[1])
