"""What is not a plan: other programs' databases and files, folders, pipes, devices, links to nowhere.

Each is made at a place, from nothing; none may be opened, changed, or waited for.
"""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random

from planner.storage.database import APPLICATION_ID

Make = Callable[[Path], None]


@contextmanager
def database(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that writes each statement as it comes."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def by_sql(*statements: str) -> Make:
    """A database that these statements make, or change."""

    def make(path: Path) -> None:
        with database(path) as connection:
            for statement in statements:
                connection.execute(statement)

    return make


def by_bytes(content: bytes) -> Make:
    """A file of these bytes."""

    def make(path: Path) -> None:
        path.write_bytes(content)

    return make


def _left_in_wal(path: Path) -> None:
    """Another program's database with its write-ahead log beside it, as a crash leaves them."""
    with database(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE history (url TEXT)")
        connection.execute("INSERT INTO history VALUES ('https://example.org')")
        kept = {each: each.read_bytes() for each in path.parent.iterdir()}
    for each, content in kept.items():
        each.write_bytes(content)


def _socket(path: Path) -> None:
    import socket

    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


FIREFOX = by_sql(
    "PRAGMA page_size = 32768",
    "PRAGMA user_version = 78",
    "CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url LONGVARCHAR, title LONGVARCHAR, rev_host TEXT)",
    "CREATE UNIQUE INDEX moz_places_url ON moz_places (url)",
    "CREATE TRIGGER moz_places_delete AFTER DELETE ON moz_places BEGIN SELECT 1; END",
    "INSERT INTO moz_places VALUES (1, 'https://example.org/', 'Example', 'gro.elpmaxe.')",
)
ANKI = by_sql(
    "CREATE TABLE col (id integer primary key, crt integer, mod integer, conf text, models text, decks text)",
    "CREATE TABLE notes (id integer primary key, guid text, flds text, sfld integer, csum integer)",
    "CREATE TABLE cards (id integer primary key, nid integer, due integer, ivl integer)",
    "CREATE INDEX ix_notes_csum ON notes (csum)",
    "INSERT INTO notes VALUES (1, 'abc', 'front' || char(31) || 'back', 0, 12)",
)
MARKED = f"PRAGMA application_id = {APPLICATION_ID}"

FOREIGN: Mapping[str, Make] = {
    "Firefox's places": FIREFOX,
    "Anki's collection": ANKI,
    "a database of another mark": by_sql("CREATE TABLE gpkg (a)", "PRAGMA application_id = 1196444487"),
    "a database in a write-ahead log": _left_in_wal,
    "a database without a table": by_sql("PRAGMA user_version = 1"),
    "our mark and no table": by_sql(MARKED),
    "our mark and another's tables": by_sql(MARKED, "CREATE TABLE photo (id)"),
    "an empty revision": by_sql(MARKED, "CREATE TABLE alembic_version (version_num)"),
    "an empty file": by_bytes(b""),
    "one byte": by_bytes(b"S"),
    "the beginning of a database": by_bytes(b"SQLite format 3\0"),
    "a header and zeros": by_bytes(b"SQLite format 3\0" + bytes(4080)),
    "a text": by_bytes("Dear diary, Ünïcode\n".encode() * 200),
    "a picture": by_bytes(b"\x89PNG\r\n\x1a\n" + Random(1).randbytes(5000)),
    "an archive": by_bytes(b"PK\x03\x04" + Random(2).randbytes(5000)),
    "noise": by_bytes(Random(3).randbytes(50_000)),
    "an encrypted database": by_bytes(b"SQLite format 3\0" + Random(4).randbytes(20_464)),
    "a folder": Path.mkdir,
    "a link to nowhere": lambda path: path.symlink_to(path.with_name("nowhere")),
    "a link to itself": lambda path: path.symlink_to(path),
}
if sys.platform != "win32":
    FOREIGN = {
        **FOREIGN,
        "a pipe": os.mkfifo,
        "a socket": _socket,
        "a device without end": lambda path: path.symlink_to("/dev/zero"),
        "a device without anything": lambda path: path.symlink_to(os.devnull),
        "a terminal": lambda path: path.symlink_to("/dev/tty"),
    }
"""By what they are; each file is named by a person who took it for a plan."""
