"""kill -9 while a plan of an older Milepost is brought up to date: it is as it was, or wholly up to date.

A child opens a plan as a released revision wrote it, one of every such revision in turn, and is killed at any
moment of that. The file must then be the old one byte for byte, or a whole one of the newest revision with
the old one kept among the backups; and opening it again must give the plan, with its undo, either way.

The control brings the plan itself up to date in place of a copy, and without one transaction around it.
"""

import os
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from unittest.mock import patch

from sqlalchemy import Connection

from planner.domain.errors import MilepostError
from planner.domain.plan import Plan
from planner.paths import backup_folder
from planner.storage.database import Database
from planner.storage.document import Document, get_ready_to_write
from planner.storage.migrations.upgrade import upgrade
from planner.storage.revisions import HEAD_REVISION
from tests.faults.program import REPOSITORY, Asked, Found, run

SHORT, LONG = 25, 500
KILLS, OLD, NEW, HALF, GONE = "kills", "as it was", "up to date", "half migrated", "not kept as it was"

LONGER, SHORTER = 1.1, 0.85
"""How a plan that was killed too early, or late, changes how long the next one lives at most."""

RELEASED = REPOSITORY / "tests" / "storage" / "released"


def main(words: Sequence[str] | None = None) -> int:
    """Run as the words say; the process's status."""
    return run(words, __doc__, kill)


def kill(asked: Asked) -> Found:
    """Kill as often as asked for."""
    get_ready_to_write()
    rng = Random(asked.seed)
    counts = Counter({KILLS: 0, OLD: 0, NEW: 0, HALF: 0, GONE: 0})
    with tempfile.TemporaryDirectory(prefix="milepost-migration-") as folder:
        released = [_Released(Path(folder, each.stem), each) for each in sorted(RELEASED.glob("*.sql"))]
        while asked.goes_on(counts[KILLS], short=SHORT, long=LONG, found=counts[HALF] > 0):
            old = released[counts[KILLS] % len(released)]
            path = old.put_in_place()
            _open_and_kill(path, rng.uniform(0, old.seconds), asked.control)
            counts[KILLS] += 1
            counts.update(found := old.what_is_there(path))
            old.aim(found)
            if HALF in found and not asked.control:
                print(f"seed {asked.seed}, kill {counts[KILLS]}: {old.source.name} is half migrated")
    return Found(counts, none_of=(HALF, GONE))


class _Released:
    """A plan as a released revision wrote it, and what it must become."""

    def __init__(self, folder: Path, source: Path) -> None:
        folder.mkdir()
        self.source, self._folder = source, folder
        made = folder / "made.milepost"
        with closing(sqlite3.connect(made)) as connection:
            connection.executescript(source.read_text(encoding="utf-8"))
        self._before = made.read_bytes()
        self._expected = _content(made)
        made.write_bytes(self._before)
        began = time.monotonic()
        _content(made)
        self.seconds = 1.2 * (time.monotonic() - began)

    def put_in_place(self) -> Path:
        """The old plan in an empty folder, with no backup of it."""
        shutil.rmtree(self._folder)
        shutil.rmtree(backup_folder(), ignore_errors=True)
        self._folder.mkdir()
        path = self._folder / "study.milepost"
        path.write_bytes(self._before)
        return path

    def aim(self, found: Sequence[str]) -> None:
        """Let the kills fall where it matters, around the end, however fast the machine is at the moment."""
        self.seconds *= LONGER if OLD in found else SHORTER

    def what_is_there(self, path: Path) -> tuple[str, ...]:
        """Which counts go up for what a kill has left."""
        if path.read_bytes() == self._before:
            state, kept = OLD, True
        else:
            state = NEW if _is_newest(path) else HALF
            copies = (each for each in backup_folder().rglob("*") if each.is_file())
            kept = any(each.read_bytes() == self._before for each in copies)
        try:
            whole = _content(path) == self._expected
        except MilepostError:
            whole = False
        return (state if whole else HALF, *(() if kept else (GONE,)))


def _content(path: Path) -> tuple[Plan, str, str, int]:
    """What a plan holds, opened as any plan is, which brings it up to date."""
    with Document.open(path) as document:
        return document.plan, document.undo_text, document.redo_text, document.revision


def _is_newest(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.Error:
        return False
    return found == [(HEAD_REVISION,)]


def _open_and_kill(path: Path, seconds: float, control: bool) -> None:
    child = os.fork()
    if child == 0:
        try:
            if control:
                _upgrade_in_pieces(path)
            else:
                Document.open(path).close()
        except BaseException:
            traceback.print_exc()
            raise
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _upgrade_in_pieces(path: Path) -> None:
    @contextmanager
    def without_transaction(database: Database) -> Iterator[Connection]:
        yield database.connection

    with patch.object(Database, "writing", without_transaction):
        upgrade(path, path)


if __name__ == "__main__":
    sys.exit(main())
