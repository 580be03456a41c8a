"""Processes that open one plan after another and say what came of it: a crash or hang is only theirs."""

import json
import os
import select
import subprocess
import sys
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
LONGEST_SECONDS = 5.0
"""Of the processor's time, as the machine may be busy; and ten times that by the clock."""

OPENED, REFUSED, CRASH, HANG = "opened", "refused", "crash", "hang"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of opening a file: one of the words above, and the sentence or what went wrong."""

    kind: str
    said: str


class Opener:
    """One process; another one is started where it has crashed or hangs. Close it at the end."""

    def __init__(self, *, careless: bool = False) -> None:
        """`careless` opens as a program would that checks nothing: it makes its tables and reads."""
        self._careless = careless
        self._process: subprocess.Popen[str] | None = None

    def open(self, path: Path) -> Answer:
        """Let it open a file, look at all of it, and close it."""
        process = self._process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(str(path)) + "\n")
        process.stdin.flush()
        used = _seconds_of(process.pid)
        for _ in range(int(10 * LONGEST_SECONDS)):
            if select.select([process.stdout], [], [], 1.0)[0]:
                line = process.stdout.readline()
                if line:
                    return Answer(**json.loads(line))
                self.close()
                return Answer(CRASH, f"its process ended with {process.returncode}")
            if _seconds_of(process.pid) - used > LONGEST_SECONDS:
                break
        self.close()
        return Answer(HANG, f"no answer after {LONGEST_SECONDS:.0f} s")

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _start(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.faults.openers", *(["careless"] if self._careless else [])]
        return subprocess.Popen(
            command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )


def milepost(verb: str, path: Path) -> Answer:
    """`milepost VERB FILE` as a process of its own."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "planner", verb, str(path)],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            timeout=10 * LONGEST_SECONDS,
            check=False,
            errors="replace",
        )
    except subprocess.TimeoutExpired:
        return Answer(HANG, f"milepost {verb} does not end")
    if done.returncode == 0 and not done.stderr:
        return Answer(OPENED, "")
    if done.returncode == 1 and not done.stdout and "unexpected" not in done.stderr:
        return Answer(REFUSED, done.stderr.removesuffix("\n"))
    return Answer(CRASH, f"milepost {verb}: status {done.returncode}: {done.stderr[-2000:]}")


def _seconds_of(process: int) -> float:
    """What a process has used of the processor's time."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _answer(path: Path, careless: bool) -> Answer:
    from planner.domain.errors import MilepostError

    try:
        (_open_carelessly if careless else _open)(path)
    except MilepostError as error:
        return Answer(REFUSED, str(error))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        if careless:
            return Answer(REFUSED, f"{path}: {error}")
        return Answer(CRASH, "".join(traceback.format_exception(error)))
    return Answer(OPENED, "")


def _open(path: Path) -> None:
    """As the window does, and look at everything that is read later."""
    from planner.domain.errors import MilepostError
    from planner.exchange.plan_json import plan_json
    from planner.exchange.plan_text import plan_text
    from planner.storage.document import Document

    with Document.open(path) as document:
        plan_text(document.plan, document.schedule)
        plan_json(document.plan, document.schedule)
        assert isinstance(document.undo_text + document.redo_text, str)
        with suppress(MilepostError):  # its sentence is for who asks for it
            document.plan_at(0)


def _open_carelessly(path: Path) -> None:
    from sqlalchemy import create_engine

    from planner.storage.database import Database
    from planner.storage.store import read_plan
    from planner.storage.tables import SCHEMA

    engine = create_engine(f"sqlite:///{path}")
    try:
        SCHEMA.create_all(engine)
    finally:
        engine.dispose()
    database = Database(path, writable=True)
    try:
        read_plan(database.raw)
    finally:
        database.close()


def _serve() -> None:
    for line in sys.stdin:
        answer = _answer(Path(json.loads(line)), "careless" in sys.argv)
        print(json.dumps({"kind": answer.kind, "said": answer.said}), flush=True)


if __name__ == "__main__":
    _serve()
