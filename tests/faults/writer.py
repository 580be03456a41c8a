"""A program that has a plan open: told by lines of JSON to open, edit and close, it answers each."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

REPOSITORY = Path(__file__).parents[2]


class Writer:
    """The process, as the one that tells it what to do sees it."""

    def __init__(self, name: str, *, without_lock: bool = False) -> None:
        self.name = name
        self._without_lock = without_lock
        self._process = self._start()

    def ask(self, **command: Any) -> dict[str, Any]:
        """Let it do something, and wait for what came of it."""
        self.begin(**command)
        return self.answer()

    def begin(self, **command: Any) -> None:
        """Let it do something."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"name": self.name, **command}) + "\n")
        self._process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        """What came of it; raises `RuntimeError` for a process that has ended."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} has ended with {self._process.wait()}")
        found: dict[str, Any] = json.loads(line)
        return found

    def kill_and_start_again(self) -> None:
        """As a crash and a new start."""
        self.end()
        self._process = self._start()

    def end(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.communicate()

    def _start(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.faults.writer", *(["no-lock"] if self._without_lock else [])]
        return subprocess.Popen(
            command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )


def _serve() -> None:
    from planner.domain import edits
    from planner.domain.errors import FileError
    from planner.domain.items import ActivityId
    from planner.storage import lock
    from planner.storage.document import Document

    if "no-lock" in sys.argv:
        cast(Any, lock.Owner).alive = lambda _owner: False  # nobody's lock counts
    document: Document | None = None
    for line in sys.stdin:
        asked = json.loads(line)
        answer: dict[str, Any] = {}
        try:
            if asked["do"] == "open":
                document = Document.open(
                    Path(asked["path"]),
                    read_only=asked.get("read_only", False),
                    break_lock=asked.get("break_lock", False),
                )
                answer["read_only"] = document.read_only_reason
            elif asked["do"] == "edit":
                assert document is not None
                document.apply(asked["text"], edits.rename, ActivityId("write-up"), asked["text"])
            elif document is not None:
                document.close()
                document = None
        except FileError as error:
            answer = {"error": type(error).__name__, "said": str(error)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    _serve()
