"""One connection to a plan file, with the settings that keep it safe, and SQLite's errors in plain words.

A rollback journal instead of a write-ahead log: a copy of the one file is then always the whole plan.
`synchronous=EXTRA`: a commit that returned is still there after a power cut. Transactions are begun by hand:
SQLAlchemy's and sqlite3's own beginnings leave changes of the schema outside.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from planner.domain.errors import CannotWrite, FileError, PlanDamaged, PlanReadOnly
from planner.storage.tables import HEAD_REVISION, OLDEST_READER, schema_statements

APPLICATION_ID = 0x4D69506F
"""“MiPo”: what marks a SQLite file as a plan."""

_SECONDS_TO_WAIT = 2.0
"""For another program that reads or copies the plan at this moment."""

_PRAGMAS = ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON")
_PRAGMAS_TO_WRITE = ("journal_mode=DELETE", "synchronous=EXTRA")


class Database:
    """One open plan file."""

    def __init__(self, path: Path, *, writable: bool, shown_path: Path | None = None) -> None:
        """Connect to a file that is there; `shown_path` is the name errors tell when it is a copy."""
        self.path = path
        self._shown_path = shown_path or path
        self._identity = _identity(path)
        self._engine = create_engine(
            "sqlite://",
            creator=lambda: _connect(path, writable=writable),
            poolclass=StaticPool,
            isolation_level="AUTOCOMMIT",
        )
        self.connection: Connection = self._engine.connect()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that writes whole or not at all; raises `CannotWrite`, `PlanReadOnly`, ..."""
        if _identity(self.path) != self._identity:
            raise CannotWrite(self._shown_path, "the file was moved, deleted or replaced meanwhile")
        with self._errors_named():
            self.connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.exec_driver_sql("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that sees the same state throughout; SQLite's errors come as they are."""
        self.connection.exec_driver_sql("BEGIN")
        try:
            yield self.connection
        finally:
            self._roll_back()

    def copy_into(self, empty_file: Path) -> None:
        """Copy the plan as it is into an empty file, without what deleted rows left behind."""
        with self._errors_named():
            self.connection.exec_driver_sql("VACUUM INTO ?", (str(empty_file),))

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()
        self._engine.dispose()

    @contextmanager
    def _errors_named(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            raise file_error(self._shown_path, error) from error

    def _roll_back(self) -> None:
        # After a full disk or an I/O error SQLite has rolled back on its own.
        raw = self.connection.connection.driver_connection
        if raw is not None and raw.in_transaction:
            self.connection.exec_driver_sql("ROLLBACK")


def write_schema(connection: Connection, written_by: str) -> None:
    """Make all tables in an empty file, and mark it as a plan of the head revision."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in schema_statements():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES (?)", (HEAD_REVISION,))
    connection.exec_driver_sql(
        "INSERT INTO file_info (oldest_reader, written_by) VALUES (?, ?)", (OLDEST_READER, written_by)
    )


def file_error(path: Path, error: DBAPIError | sqlite3.Error) -> FileError:
    """The error to show for one of SQLite's."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return PlanDamaged(path, str(cause))
    if code == sqlite3.SQLITE_READONLY:
        return PlanReadOnly(path, "the file or its folder allows no changes")
    reasons = {
        sqlite3.SQLITE_FULL: "the disk is full",
        sqlite3.SQLITE_IOERR: "the disk reports an error",
        sqlite3.SQLITE_CANTOPEN: "the file cannot be opened",
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


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file a name stands for; None when there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - one call for both numbers
    except OSError:
        return None
    return found.st_dev, found.st_ino
