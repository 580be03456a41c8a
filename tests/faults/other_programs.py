"""Is anything written over when the plan is open twice, replaced, deleted, or may not be changed?

    python -m tests.faults.other_programs --long       50 rounds of each
    python -m tests.faults.other_programs --control    without the lock: two programs have the plan at once

Two real processes have the plan open, edit it and acknowledge each edit; meanwhile the file is taken from
them. What was acknowledged is in the file afterwards, and what somebody else put there is as it was.
"""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from planner.domain import edits
from planner.domain.items import ActivityId
from planner.storage.document import Document
from planner.storage.lock import lock_file
from tests.faults.program import Asked, Found, run
from tests.faults.writer import Writer
from tests.helpers.plans import small_plan

SHORT, LONG = 1, 50
"""Rounds of each scene."""

EDITS = 3
COUNTS = ("two writers at once", "acknowledged edits lost", "files written over", "said otherwise")


class Round:
    """One plan, two programs, and what is found wrong."""

    def __init__(self, path: Path, first: Writer, second: Writer, found: Counter[str]) -> None:
        self.path, self.first, self.second = path, first, second
        self._found = found
        self._acknowledged: list[str] = []

    def open(self, writer: Writer, **how: bool) -> str:
        """What a program says that opens the plan: empty when it can write."""
        answer = writer.ask(do="open", path=str(self.path), **how)
        return str(answer.get("error") or answer["read_only"])

    def edit(self, writer: Writer, count: int = EDITS) -> list[str]:
        """Let it edit; the errors that came of it."""
        errors: list[str] = []
        for _ in range(count):
            text = f"{writer.name} {len(self._acknowledged)} {len(errors)}"
            answer = writer.ask(do="edit", text=text)
            if answer:
                errors.append(str(answer["error"]))
            else:
                self._acknowledged.append(text)
        return errors

    def expect(self, what: str, holds: bool) -> None:
        """Count what does not hold."""
        if not holds:
            self._found[what] += 1

    def end(self, *, is_there: bool = True) -> None:
        """Both let go; every acknowledged edit is in the journal and no lock is left."""
        for writer in (self.first, self.second):
            writer.ask(do="close")
        self.expect("said otherwise", not lock_file(self.path).exists())
        if is_there:
            with closing(sqlite3.connect(self.path)) as connection:
                kept = [text for (text,) in connection.execute("SELECT text FROM journal WHERE kind = 'do'")]
            self.expect(
                "acknowledged edits lost", kept[-len(self._acknowledged) or len(kept) :] == self._acknowledged
            )


def two_programs(each: Round) -> None:
    """One has it, the other may look at it."""
    each.expect("said otherwise", each.open(each.first) == "")
    said = each.open(each.second)
    each.expect("two writers at once", said == "PlanLocked")
    each.edit(each.first)
    if said == "":
        each.edit(each.second)
    each.expect("said otherwise", each.open(each.second, read_only=True) != "")
    each.edit(each.first)
    each.end()


def both_at_once(each: Round) -> None:
    """Started in the same moment: one of them has it."""
    for writer in (each.first, each.second):
        writer.begin(do="open", path=str(each.path))
    answers = {writer: writer.answer() for writer in (each.first, each.second)}
    have = [writer for writer, answer in answers.items() if "error" not in answer]
    each.expect("two writers at once", len(have) < 2)
    each.expect("said otherwise", len(have) > 0)
    for writer in have:
        each.edit(writer)
    each.end()


def replaced(each: Round) -> None:
    """A sync client puts another copy in its place."""
    each.open(each.first)
    each.edit(each.first)
    other = each.path.with_name("other")
    shutil.copyfile(each.path, other)
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("UPDATE plan SET title = 'From another computer'")
    theirs = other.read_bytes()
    other.replace(each.path)
    errors = each.edit(each.first)
    each.expect("files written over", len(errors) == EDITS and each.path.read_bytes() == theirs)
    each.end()


def deleted(each: Round) -> None:
    """The file is gone: nothing is written to where it was."""
    each.open(each.first)
    each.edit(each.first)
    each.path.unlink()
    errors = each.edit(each.first)
    each.expect("files written over", len(errors) == EDITS and not each.path.exists())
    each.end(is_there=False)


def killed(each: Round) -> None:
    """A lock whose program was killed is taken over, and what was acknowledged is there."""
    each.open(each.first)
    each.edit(each.first)
    each.first.kill_and_start_again()
    each.expect("said otherwise", each.open(each.second) == "")
    each.edit(each.second)
    each.end()


def broken_lock(each: Round) -> None:
    """Taken over on purpose: the one it was taken from changes nothing any more."""
    each.open(each.first)
    each.edit(each.first)
    each.expect("said otherwise", each.open(each.second, break_lock=True) == "")
    each.edit(each.second)
    errors = each.edit(each.first)
    each.expect("files written over", len(errors) == EDITS)
    each.edit(each.second)
    each.end()


def unchangeable(each: Round) -> None:
    """A file that allows no changes opens to look at."""
    with _no_changes(each.path):
        before = each.path.read_bytes()
        each.expect("said otherwise", each.open(each.first) != "")
        errors = each.edit(each.first)
        each.expect("files written over", len(errors) == EDITS and each.path.read_bytes() == before)
    each.end()


SCENES: tuple[Callable[[Round], None], ...] = (
    *(two_programs, both_at_once, replaced, deleted, killed, broken_lock, unchangeable),
)


def main(words: Sequence[str] | None = None) -> int:
    """Run it; see `program.run`."""
    return run(words, __doc__, other_programs)


def other_programs(asked: Asked) -> Found:
    """All scenes, in the same two processes."""
    found, rounds = Counter[str](), LONG if asked.long else SHORT
    writers = [Writer(name, without_lock=asked.control) for name in ("first", "second")]
    try:
        with tempfile.TemporaryDirectory(prefix="milepost-fault-") as folder:
            sound = Path(folder) / "sound.milepost"
            with Document.create(sound, small_plan()) as document:
                document.apply("Rename", edits.rename, ActivityId("write-up"), "Begun")
            for number in range(rounds):
                for scene in SCENES[:2] if asked.control else SCENES:
                    place = Path(folder) / f"{scene.__name__} {number}"
                    place.mkdir()
                    path = place / "study.milepost"
                    shutil.copyfile(sound, path)
                    before = found.total()
                    scene(Round(path, writers[0], writers[1], found))
                    if found.total() > before and not asked.control:
                        print(f"{scene.__name__}, round {number}: {dict(found)}", flush=True)
    finally:
        for writer in writers:
            writer.end()
    return Found({"rounds": rounds * len(SCENES)} | {name: found[name] for name in COUNTS}, COUNTS)


@contextmanager
def _no_changes(path: Path) -> Iterator[None]:
    """The file as one nobody can write: root is refused by the immutable mark alone."""
    marked = subprocess.run(["chattr", "+i", str(path)], capture_output=True, check=False).returncode == 0
    if not marked:
        path.chmod(0o400)
    try:
        yield
    finally:
        if marked:
            subprocess.run(["chattr", "-i", str(path)], check=True)


if __name__ == "__main__":
    sys.exit(main())
