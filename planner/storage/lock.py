"""One program at a time writes a plan: a lock file beside it that says who, so that the dead can be told.

`.NAME.milepost.lock` holds the owner's process id, computer and the process's start (as a process id is used
again after a while). A lock whose process has ended on this computer is taken over. One from another
computer, or one that cannot be read, is kept until somebody breaks it on purpose.
"""

import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import uuid4

from planner.domain.errors import CannotWrite, PlanLocked
from planner.files import new_file_beside, reason_of, remove_unfinished

_LONGEST_LOCK_BYTES = 4096

_ENDED = ("Z", "X")
"""The states of a process that runs no more: proc(5), the third field of `stat`."""

_FOR_ALL_TO_READ = 0o644
"""Whoever else can open the plan must be able to tell who holds it; the lock says nothing of the plan."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A process on a computer; `started` is empty where the system does not tell."""

    process: int
    computer: str
    started: str

    def alive(self) -> bool:
        """Whether this process still runs, as far as this computer can know."""
        if self.computer != socket.gethostname():
            return True
        return _runs(self.process) and self.started == _started(self.process)


class PlanLock:
    """The lock this process holds on a plan, until `release`."""

    def __init__(self, plan: Path) -> None:
        self._plan = plan
        self._path = lock_file(plan)

    def hold(self) -> None:
        """Take the lock again where it has gone with its disk; raises `PlanLocked`, `CannotWrite`.

        So it does where somebody else has broken and taken it.
        """
        if _read(self._path) != _text(_this_process()):
            take_lock(self._plan)

    def release(self) -> None:
        """Let go; a lock that somebody else has broken and taken is left alone."""
        if _read(self._path) == _text(_this_process()):
            self._path.unlink(missing_ok=True)


def take_lock(plan: Path, *, break_lock: bool = False) -> PlanLock:
    """Take the lock of a plan; raises `PlanLocked` with its owner, `CannotWrite`."""
    path = lock_file(plan)
    mine = new_file_beside(path)
    try:
        mine.write_text(_text(_this_process()), encoding="utf-8")
        mine.chmod(_FOR_ALL_TO_READ)
        found = _read(path)
        if found is not None:
            owner = _owner(found)
            if not break_lock and (owner is None or owner.alive()):
                raise PlanLocked(plan, _named(owner), runs=_runs_here(owner))
            _set_aside(path, found)
        try:
            _place(mine, path)
        except FileExistsError:
            owner = _owner(_read(path) or "")
            raise PlanLocked(plan, _named(owner), runs=_runs_here(owner)) from None
        if found is not None and not break_lock:
            # Its owner was killed, perhaps in the midst of writing.
            for each in (plan, path):
                remove_unfinished(each)
    except OSError as error:
        raise CannotWrite(plan, reason_of(error)) from error
    finally:
        mine.unlink(missing_ok=True)
    return PlanLock(plan)


def taken_by(plan: Path) -> str:
    """Names the other process whose lock lies beside a plan; empty where there is none that can be read."""
    owner = _owner(_read(lock_file(plan)) or "")
    return "" if owner is None or owner == _this_process() else _named(owner)


def lock_file(plan: Path) -> Path:
    """Where the lock of a plan lies."""
    return plan.with_name(f".{plan.name}.lock")


def _set_aside(path: Path, found: str) -> None:
    """Remove a dead lock, unless another process has taken it over in between."""
    aside = path.with_name(f".{uuid4().hex}.lock")
    try:
        path.rename(aside)
    except FileNotFoundError:
        return
    if _read(aside) != found and not path.exists():
        aside.rename(path)
    else:
        aside.unlink(missing_ok=True)


def _place(mine: Path, path: Path) -> None:
    """Put a whole lock in its place if none is there; raises FileExistsError."""
    try:
        os.link(mine, path)
    except FileExistsError:
        raise
    except OSError:  # A file system without links: the lock is empty for a moment, and kept as long.
        with path.open("x", encoding="utf-8") as lock:
            lock.write(mine.read_text(encoding="utf-8"))


def _this_process() -> Owner:
    return Owner(os.getpid(), socket.gethostname(), _started(os.getpid()))


def _text(owner: Owner) -> str:
    return json.dumps(asdict(owner))


def _read(path: Path) -> str | None:
    """What a lock says; None where there is none, empty where it cannot be read."""
    try:
        with path.open("rb") as lock:
            return lock.read(_LONGEST_LOCK_BYTES).decode(errors="replace")
    except FileNotFoundError:
        return None
    except OSError:
        return ""


def _owner(text: str) -> Owner | None:
    try:
        owner = Owner(**json.loads(text))
    except (ValueError, TypeError, RecursionError):
        return None
    if type(owner.process) is not int or not 0 < owner.process < 2**31:
        return None
    return owner


def _runs_here(owner: Owner | None) -> bool:
    """Whether the owner was seen to run: on another computer nobody can know."""
    return owner is not None and owner.computer == socket.gethostname() and owner.alive()


def _named(owner: Owner | None) -> str:
    if owner is None:
        return "its lock file does not say which"
    return f"process {owner.process} on {owner.computer}"


def _runs(process: int) -> bool:
    if sys.platform == "win32":
        import ctypes

        synchronize = 0x00100000
        handle = ctypes.windll.kernel32.OpenProcess(synchronize, False, process)
        if not handle:
            return False
        still_running = ctypes.windll.kernel32.WaitForSingleObject(handle, 0) != 0
        ctypes.windll.kernel32.CloseHandle(handle)
        return bool(still_running)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _started(process: int) -> str:
    """When a process started, in the system's own unit: Linux tells it as the 22nd field of its `stat`.

    Empty for one that has ended, though nobody has asked yet how.
    """
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    # The second field is the program's name in brackets, which may hold spaces and brackets of its own.
    fields = stat.rpartition(")")[2].split()
    return fields[19] if fields[0] not in _ENDED else ""
