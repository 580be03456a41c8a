"""What a file must pass before it is taken for a plan. Nothing here writes, whatever the file holds.

In order: a regular file with SQLite's and Milepost's marks; nothing in its schema that computes; a revision
this Milepost knows; no table or index that a plan has not; SQLite's own integrity check and references; and
every value through the guards of the facts.
"""

import re
import sqlite3
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from planner.domain.errors import (
    FileError,
    MilepostError,
    NotAPlan,
    PlanDamaged,
    PlanInUse,
    PlanNotFound,
    PlanTooNew,
)
from planner.files import reason_of
from planner.storage.database import APPLICATION_ID, cause_in_sqlite, damage_in_words, is_busy
from planner.storage.revisions import HEAD_REVISION, JOURNAL_TABLE, SCHEMA_DIGEST

_MAGIC = b"SQLite format 3\0"
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
"""Ends a rollback journal that names another file (sqlite.org/fileformat2.html, and SQLite's pager.c)."""

_HEADER_BYTES = 100
_ROLLBACK_JOURNAL = 1
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_PLAIN_STATEMENT = re.compile(
    r"\s*CREATE\s+(TABLE\s+\w+\s*\([\w\s,()]*\)|(UNIQUE\s+)?INDEX\s+\w+\s+ON\s+\w+\s*\([\w\s,]*\))\s*",
    re.ASCII | re.IGNORECASE,
)
_COMPUTES = frozenset(("AS", "CHECK", "GENERATED", "SELECT", "WHERE", "COLLATE"))
_LONGEST_CHECK_SECONDS = 4.0
"""Of the processor's time: a file made to keep it busy must not hang the program; a slow disk may be slow."""


def check_header(path: Path) -> None:
    """Look at the first bytes; raises `PlanNotFound`, `NotAPlan`, `PlanDamaged`."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotAPlan(path)
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        raise PlanNotFound(path) from None
    except OSError as error:
        raise FileError(path, f"{path} could not be read: {reason_of(error)}.") from error
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise NotAPlan(path)
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise NotAPlan(path)
    if header[18:20] != bytes((_ROLLBACK_JOURNAL, _ROLLBACK_JOURNAL)):
        raise PlanDamaged(path, "another program has changed how it is written")


def check_rollback_journal(journal: Path, path: Path) -> None:
    """Refuse what a crash left beside a plan if it names another file, which SQLite then deletes.

    Milepost never writes such a one: they belong to changes of several databases at once. Raises
    `PlanDamaged`, `FileError`.
    """
    try:
        if not stat.S_ISREG(journal.stat().st_mode):
            raise PlanDamaged(path, "what lies beside it under the name of its journal is no file")
        with journal.open("rb") as file:
            file.seek(max(journal.stat().st_size - len(_JOURNAL_MAGIC), 0))
            if file.read() == _JOURNAL_MAGIC:
                raise PlanDamaged(path, "the journal beside it names another file")
    except FileNotFoundError:
        return
    except OSError as error:
        raise FileError(path, f"{journal} could not be read: {reason_of(error)}.") from error


def check_revision(connection: sqlite3.Connection, path: Path) -> str:
    """The file's revision, when this Milepost can read it or bring it up to date; raises `PlanTooNew`."""
    _check_statements(connection, path)
    revision = _revision_in(connection, path, "alembic_version", "version_num")
    oldest_reader = _revision_in(connection, path, "file_info", "oldest_reader")
    if oldest_reader > HEAD_REVISION:
        raise PlanTooNew(path, found=revision, known=HEAD_REVISION)
    return revision


def check_schema(connection: sqlite3.Connection, path: Path, revision: str) -> None:
    """Whether the file's tables are a plan's; a newer file may have more tables and columns than we know."""
    if revision > HEAD_REVISION:
        _check_known_columns(connection, path)
        return
    found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    if schema_digest(statement for (statement,) in found) != SCHEMA_DIGEST:
        raise PlanDamaged(path, "it holds things a plan has not, or lacks some")


def check_integrity(connection: sqlite3.Connection, path: Path, *, journal: bool = True) -> None:
    """SQLite's own checks; raises `PlanDamaged`.

    Without the journal they take as long after years of edits as on the first day; with it they are done
    before anything is written.
    """
    checks = ["PRAGMA integrity_check(1)"]
    if not journal:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        names = (name.replace('"', '""') for (name,) in tables if name != JOURNAL_TABLE)
        checks = [f'PRAGMA integrity_check("{name}")' for name in names]
    deadline = time.process_time() + _LONGEST_CHECK_SECONDS
    connection.set_progress_handler(lambda: time.process_time() > deadline, 10_000)
    try:
        for check in checks:
            if connection.execute(check).fetchone() != ("ok",):
                raise PlanDamaged(path, "its pages do not fit together")
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise PlanDamaged(path, "it refers to something that is not there")
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def what_fails_is_damage(path: Path) -> Iterator[None]:
    """Whatever goes wrong while a plan is read means that its content cannot be trusted."""
    try:
        yield
    except FileError:
        raise
    except MilepostError as error:
        raise PlanDamaged(path, str(error).rstrip(".")) from error
    except (UnicodeDecodeError, MemoryError) as error:
        # Python says these in SQLite's place: SQLite's message quotes a harmed schema byte for byte, and a
        # harmed length asks for more memory than there is.
        raise PlanDamaged(path, "some of its text cannot be read") from error
    except Exception as error:
        cause = cause_in_sqlite(error)
        if cause is None:
            raise
        if is_busy(cause):
            raise PlanInUse(path) from error
        raise PlanDamaged(path, damage_in_words(cause)) from error


def schema_digest(statements: Iterable[str]) -> str:
    """The SHA-256 of a schema's statements, in whatever order and writing."""
    return sha256("\n".join(sorted(map(plain_sql, statements))).encode()).hexdigest()


def is_plain(statement: str) -> bool:
    """Whether a statement makes a table of stored columns, or an index of columns, and computes nothing."""
    # What stands in quotes, left to right as SQLite reads it, is a name or a text and means nothing.
    bare = _QUOTED.sub(" quoted ", statement)
    if not _PLAIN_STATEMENT.fullmatch(bare):
        return False
    return _COMPUTES.isdisjoint(bare.upper().replace("(", " ").replace(")", " ").replace(",", " ").split())


def plain_sql(statement: str) -> str:
    """A statement without what two tools write differently: white space and quotes around names."""
    return " ".join(statement.replace('"', " ").replace("(", " ( ").replace(")", " ) ").split())


def _check_statements(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse whatever computes, before any table is read: a view or a check may run for ever.

    By what the statements say and not by what the schema calls them, which anyone can write.
    """
    found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    if not found or not all(isinstance(sql, str) and is_plain(sql) for (sql,) in found):
        raise PlanDamaged(path, "it holds things a plan has not")


def _revision_in(connection: sqlite3.Connection, path: Path, table: str, column: str) -> str:
    """The one revision a table holds; revisions are four digits, so that they sort as text."""
    found = connection.execute(f"SELECT {column} FROM {table} LIMIT 2").fetchall()
    revision = found[0][0] if len(found) == 1 else None
    if not isinstance(revision, str) or not (len(revision) == 4 and revision.isdecimal()):
        raise PlanDamaged(path, "it does not say its revision")
    return revision


def _check_known_columns(connection: sqlite3.Connection, path: Path) -> None:
    from planner.storage.tables import SCHEMA

    for table in SCHEMA.sorted_tables:
        found = {row[1] for row in connection.execute(f'PRAGMA table_info("{table.name}")')}
        if not found >= set(table.columns.keys()):
            raise PlanDamaged(path, f"its table “{table.name}” is not a plan's")
