"""kill -9 at any moment while edits are made: what was acknowledged is there, and nothing by halves.

A child opens the plan, edits it and acknowledges each edit through a pipe, until it is killed: while it
opens, reads, computes, or is in the midst of a commit. The plan is then opened by the ordinary checks. It
must be as the last acknowledged edit left it, or as the one that was under way would; undo and redo with it;
and its journal, taken back to the beginning, must give the plan it began with. The next child
goes on from there.

The control lets the child commit the tables before the journal, and in turn acknowledge before it commits,
until both were found.
"""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from sqlalchemy import Connection

from planner.domain.changes import Changes
from planner.storage import writing
from planner.storage.database import Database
from planner.storage.document import Document, get_ready_to_write
from planner.storage.tables import JOURNAL
from tests.faults.editing_child import HALF, LOST, Breaking, EditingChild, what_is_wrong
from tests.faults.program import Asked, Found, run
from tests.faults.told_edits import Told
from tests.helpers.plans import small_plan

SHORT, LONG = 50, 1000
KILLS, CUT = "kills", "in mid commit"

KILLS_OF_A_FILE = 25
"""Then a new one is made: the journal is taken back to its beginning after each kill."""

WORDS = (0, 1, 2, 2, 3, 4)
"""How much a child may say before it is killed: nothing, that the plan is open, and then an edit each."""

LONGEST_PART = 1.3
"""Of the time the last of it took: then it is killed."""

Row = Mapping[str, Any]


def main(words: Sequence[str] | None = None) -> int:
    """Run as the words say; the process's status."""
    return run(words, __doc__, kill)


def kill(asked: Asked) -> Found:
    """Kill as often as asked for."""
    get_ready_to_write()
    rng = Random(asked.seed)
    counts = Counter({KILLS: 0, CUT: 0, LOST: 0, HALF: 0})
    with tempfile.TemporaryDirectory(prefix="milepost-killed-") as folder:
        told, path = None, Path(folder)
        while asked.goes_on(counts[KILLS], short=SHORT, long=LONG, found=bool(counts[LOST] and counts[HALF])):
            if told is None or counts[KILLS] % KILLS_OF_A_FILE == 0:
                path = Path(folder, f"{counts[KILLS]}.milepost")
                Document.create(path, small_plan()).close()
                told = Told(seed=rng.randrange(2**32), plan=small_plan())
            broken = (_torn if counts[KILLS] % 2 else _hasty) if asked.control else None
            acknowledged = max(_kill_one(path, told.seed, rng, broken), told.revision)
            counts[KILLS] += 1
            counts[CUT] += path.with_name(f"{path.name}-journal").exists()
            harm = what_is_wrong(path, told, acknowledged, small_plan())
            if harm is not None:
                counts[harm[0]] += 1
                if not asked.control:
                    print(f"seed {asked.seed}, kill {counts[KILLS]}: {harm[1]}")
                told = None
    return Found(counts, none_of=(LOST, HALF))


def _kill_one(path: Path, seed: int, rng: Random, broken: Breaking | None) -> int:
    """Let a child edit and kill it; the highest revision it acknowledged."""
    with EditingChild.editing(path, seed, broken) as child:
        child.live_for(rng.choice(WORDS), rng.uniform(0, LONGEST_PART))
        child.kill()
        return child.acknowledged()


@contextmanager
def _torn(_saying: int) -> Iterator[None]:
    """The tables are committed before the journal's row is."""
    whole = writing.write_edit

    def in_two(
        connection: Connection, changes: Changes, row: Row, written_by: str | None, path: Path
    ) -> None:
        whole(connection, changes, row, written_by, path)
        connection.execute(JOURNAL.delete().where(JOURNAL.c.id == row["id"]))
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.execute(JOURNAL.insert(), [dict(row)])

    with patch.object(writing, "write_edit", in_two):
        yield


@contextmanager
def _hasty(saying: int) -> Iterator[None]:
    """What is only about to be committed is acknowledged."""
    whole = Database.writing

    @contextmanager
    def hasty(database: Database) -> Iterator[Connection]:
        with whole(database) as connection:
            yield connection
            rows = connection.exec_driver_sql("SELECT max(number) FROM journal").scalar_one()
            os.write(saying, b"%d\n" % rows)

    with patch.object(Database, "writing", hasty):
        yield


if __name__ == "__main__":
    sys.exit(main())
