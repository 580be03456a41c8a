"""A child process that edits a plan without end and acknowledges each edit through a pipe."""

import os
import select
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Self

from planner.domain.errors import FileError, MilepostError
from planner.domain.plan import Plan
from planner.storage.document import Document
from tests.faults.told_edits import Told, make_edit

LOST, HALF = "acknowledged edits lost", "half states"

PATIENCE_SECONDS = 60
LEAST_SECONDS = 0.004

Breaking = Callable[[int], AbstractContextManager[None]]
"""Takes a protection away in the child that says what it acknowledges through this pipe."""


class EditingChild:
    """The child, and what it says. It shares this process's modules and nothing that is open."""

    def __init__(self, path: Path, seed: int, broken: Breaking | None) -> None:
        self._said = b""
        self._hearing, saying = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            _edit_without_end(path, seed, saying, broken or _as_it_is)
        os.close(saying)

    @classmethod
    @contextmanager
    def editing(cls, path: Path, seed: int, broken: Breaking | None = None) -> Iterator[Self]:
        """A child that ends with the block, if it was not killed before."""
        child = cls(path, seed, broken)
        try:
            yield child
        finally:
            child.kill()
            os.close(child._hearing)

    def live_for(self, words: int, part: float) -> None:
        """Let it say so much: first that it has opened the plan, then each edit; and then go on for a part
        of the time that the last of it took, however fast the disk is. Raises `TimeoutError`.
        """
        took = LEAST_SECONDS
        for count in range(1, words + 1):
            began = time.monotonic()
            while self._said.count(b"\n") < count:
                if not select.select([self._hearing], [], [], PATIENCE_SECONDS)[0]:
                    raise TimeoutError("the child says nothing")
                more = os.read(self._hearing, 65536)
                if not more:
                    raise RuntimeError("the child has ended")
                self._said += more
            took = max(LEAST_SECONDS, time.monotonic() - began)
        time.sleep(part * took)

    def kill(self) -> None:
        """End it as SIGKILL does, once."""
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            self._process = 0

    def acknowledged(self) -> int:
        """The highest revision it has said was saved; ask once, when it is killed."""
        while more := os.read(self._hearing, 65536):
            self._said += more
        whole_lines = self._said.split(b"\n")[:-1]
        if b"failed" in whole_lines:
            raise RuntimeError("the child cannot edit; it says above why")
        return max(map(int, whole_lines), default=0)


def what_is_wrong(path: Path, told: Told, acknowledged: int, first: Plan) -> tuple[str, str] | None:
    """Whether edits are lost (`LOST`) or a state is half (`HALF`), and how; None where all is as it must be.

    `told` follows the file, which began as the plan `first` and is opened as any plan is, with all checks.
    """
    try:
        with Document.open(path) as document:
            if document.revision < acknowledged:
                return LOST, f"{acknowledged - document.revision} of {acknowledged} edits are gone"
            if document.revision > acknowledged + 1:
                return HALF, f"revision {document.revision} after {acknowledged} were acknowledged"
            told.follow(document.revision)
            if document.plan != told.plan:
                return HALF, f"the plan is not that of revision {document.revision}"
            if (document.undo_text, document.redo_text) != (told.undo_text, told.redo_text):
                return HALF, f"undo stands elsewhere in revision {document.revision}"
            if document.plan_at(0) != first:
                return HALF, f"the journal of revision {document.revision} does not lead to the beginning"
            if document.read_only:
                return HALF, f"the plan can only be looked at: {document.read_only_reason}"
    except MilepostError as error:
        return HALF, f"the plan does not open: {error}"
    return None


def _edit_without_end(path: Path, seed: int, saying: int, broken: Breaking) -> None:
    """In the child: it never comes back from here. A disk that is gone ends the edits, and nothing else."""
    try:
        with broken(saying), Document.open(path) as document:
            os.write(saying, b"%d\n" % document.revision)
            while True:
                make_edit(document, seed)
                os.write(saying, b"%d\n" % document.revision)
    except FileError:
        signal.pause()
    except BaseException:
        traceback.print_exc()
        os.write(saying, b"failed\n")
        raise
    finally:
        os._exit(1)


def _as_it_is(_saying: int) -> AbstractContextManager[None]:
    return nullcontext()
