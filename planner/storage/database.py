"""One connection to a plan file, with the settings that keep it safe, and SQLite's errors in plain words.

A rollback journal instead of a write-ahead log: a copy of the one file is then always the whole plan.
`synchronous=EXTRA`: a commit that returned is still there after a power cut. Transactions are begun by hand:
SQLAlchemy's and sqlite3's own beginnings leave changes of the schema outside.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from planner.domain.errors import CannotWrite, FileError, PlanDamaged, PlanGone, PlanReadOnly, PlanReplaced

if TYPE_CHECKING:
    from sqlalchemy import Connection

APPLICATION_ID = 0x4D69506F
"""“MiPo”: what marks a SQLite file as a plan."""

_SECONDS_TO_WAIT = 2.0
"""For another program that reads or copies the plan at this moment."""

_DAMAGES = {
    sqlite3.SQLITE_CORRUPT: "its pages do not fit together",
    sqlite3.SQLITE_NOTADB: "its first page cannot be read",
}

_PRAGMAS = ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON")
_PRAGMAS_TO_WRITE = ("journal_mode=DELETE", "synchronous=EXTRA")


class Standing(Enum):
    """How the file of an open plan stands on its disk."""

    SAME = "same"
    TOUCHED = "touched"
    """Its size or time differ: another program wrote into it, or only touched it."""
    CHANGED = "changed"
    """It holds something else than what was read from it and written to it."""
    REPLACED = "replaced"
    """Another file is in its place."""
    GONE = "gone"
    DAMAGED = "damaged"
    """It cannot be read as a plan any more."""


class Database:
    """One open plan file."""

    def __init__(self, path: Path, *, writable: bool, shown_path: Path | None = None) -> None:
        """Connect to a file that is there; `shown_path` is the name errors tell when it is a copy."""
        self.path = path
        self._shown_path = shown_path or path
        self._writable = writable
        self._seen = file_mark(path)
        self.raw = _connect(path, writable=writable)

    @cached_property
    def connection(self) -> "Connection":
        """The same connection for SQLAlchemy, which is loaded when this is first asked for."""
        from sqlalchemy import create_engine
        from sqlalchemy.pool import StaticPool

        return create_engine(
            "sqlite://", creator=lambda: self.raw, poolclass=StaticPool, isolation_level="AUTOCOMMIT"
        ).connect()

    @contextmanager
    def writing(self) -> Iterator["Connection"]:
        """One transaction that writes whole or not at all; raises `CannotWrite`, `PlanReadOnly`, ..."""
        self._check_place()
        with self._errors_named():
            connection = self.connection
            self.raw.execute("BEGIN IMMEDIATE").close()
            try:
                yield connection
                # The lock is on the file, not on its name: it may have been replaced since.
                self._check_place()
                self.raw.execute("COMMIT").close()
            except BaseException:
                self._roll_back()
                raise
            self.take_note()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One transaction that sees the same state throughout; SQLite's errors come as they are."""
        self.raw.execute("BEGIN").close()
        try:
            yield self.raw
        finally:
            self._roll_back()

    def copy_into(self, empty_file: Path) -> None:
        """Copy the plan as it is into an empty file, without what deleted rows left behind."""
        with self._errors_named():
            self.raw.execute("VACUUM INTO ?", (str(empty_file),)).close()

    @property
    def standing(self) -> "Standing":
        """Whether the file is still there and the same, by what the system says of it; reads nothing."""
        now = file_mark(self.path)
        if now is None:
            return Standing.GONE
        if self._seen is None or now[:2] != self._seen[:2]:
            return Standing.REPLACED
        return Standing.SAME if now == self._seen else Standing.TOUCHED

    def take_note(self) -> None:
        """Take the file as it is now for the one that is open: what it holds is known."""
        self._seen = file_mark(self.path)

    def connect_anew(self) -> None:
        """Forget what was read of the file, which another program has touched; raises `FileError`s.

        SQLite knows a file by a counter in it, which is the same in two copies that were edited as often: it
        would take pages of the one for the other's, and write them.
        """
        with self._errors_named():
            fresh = _connect(self.path, writable=self._writable)
        self.close()
        self.__dict__.pop("connection", None)
        self.raw = fresh

    def give_back_room(self) -> None:
        """Make the file as small as what it holds, if a quarter of it or more is empty."""
        with self._errors_named():
            empty, pages = (
                self.raw.execute(f"PRAGMA {count}").fetchone()[0]
                for count in ("freelist_count", "page_count")
            )
            if empty * 4 >= pages:
                self.raw.execute("VACUUM").close()
        self.take_note()

    def close(self) -> None:
        """Let go of the file."""
        if "connection" in self.__dict__:
            self.connection.close()
            self.connection.engine.dispose()
        self.raw.close()

    def _check_place(self) -> None:
        standing = self.standing
        if standing is Standing.GONE:
            raise PlanGone(self._shown_path)
        if standing is Standing.REPLACED:
            raise PlanReplaced(self._shown_path)

    @contextmanager
    def _errors_named(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            cause = cause_in_sqlite(error)
            if cause is None:
                raise
            raise file_error(self._shown_path, cause) from error

    def _roll_back(self) -> None:
        # After a full disk or an I/O error SQLite has rolled back on its own.
        if self.raw.in_transaction:
            self.raw.execute("ROLLBACK").close()


def cause_in_sqlite(error: BaseException) -> sqlite3.Error | None:
    """SQLite's error in one of SQLAlchemy's, or the error itself; None where it is something else."""
    cause = getattr(error, "orig", error)
    return cause if isinstance(cause, sqlite3.Error) else None


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another program is using the file at this moment: it may be asked again."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def damage_in_words(cause: sqlite3.Error) -> str:
    """What SQLite found wrong, for a person: its own words are about databases."""
    said = " ".join(str(cause).split())
    if said.startswith("Could not decode"):  # Python's, in SQLite's place: it quotes the harmed text
        return "some of its text cannot be read"
    return _DAMAGES.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF, said)


def file_error(path: Path, cause: sqlite3.Error) -> FileError:
    """The error to show for one of SQLite's."""
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return PlanDamaged(path, damage_in_words(cause))
    if code == sqlite3.SQLITE_READONLY:
        return PlanReadOnly(path, "the file or its folder allows no changes")
    reasons = {
        sqlite3.SQLITE_FULL: "the disk is full",
        sqlite3.SQLITE_IOERR: "the disk reports an error",
        sqlite3.SQLITE_CANTOPEN: "the file or its folder cannot be opened to write",
        sqlite3.SQLITE_BUSY: "another program is using it",
        sqlite3.SQLITE_LOCKED: "another program is using it",
        sqlite3.SQLITE_CONSTRAINT: "the change does not fit what the file holds",
    }
    return CannotWrite(path, reasons.get(code, str(cause)))


def _connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    mode = "rw" if writable else "ro"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_SECONDS_TO_WAIT,
        isolation_level=None,
    )
    for pragma in (*_PRAGMAS, *(_PRAGMAS_TO_WRITE if writable else ())):
        connection.execute(f"PRAGMA {pragma}").close()
    return connection


def file_mark(path: Path) -> tuple[int, int, int, int] | None:
    """Which file a name stands for, its bytes and when it was written (ns); None when there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - one call for all of them
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
