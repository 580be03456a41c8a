"""What is known of a backup without opening it: its name tells. And where the backups of a plan lie.

Each plan has a folder under the backups folder, named after its file and its id; a copy of it elsewhere has
another, so that its backups are not taken for the plan's. A name there is like
`0042 2027-05-03 120507Z opened 58-items 12-sessions 3fa4c0d1.milepost`: its number, when it was made
(UTC), why, what it holds and a mark of the plan's state. The number says the order, so that a clock that was
set back confuses nothing. Beside each stands its SHA-256 as `sha256sum` writes it.
"""

import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from hashlib import sha256
from itertools import count
from pathlib import Path

from planner.files import is_there, real_path

ENDING = ".milepost"

PATHS = "paths.txt"
"""In each folder: where the plan's file was, a line each. A file that cannot be opened tells no id."""

_LONGEST_STEM = 80
"""Bytes: with all that is added to it a name stays below the 255 that file systems take."""

_SIGNS = 8
"""Of a SHA-256, in names."""

_TIME = "%Y-%m-%d %H%M%S"
_NAME = re.compile(
    r"(\d{4,9}) (\d{4}-\d\d-\d\d \d{6})Z ([a-z-]+) (\d{1,9})-items (\d{1,9})-sessions ([0-9a-f]{8})",
    re.ASCII,
)


class Reason(StrEnum):
    """Why a backup was made; the values stand in file names."""

    OPENED = "opened"
    EDITED = "edited"
    CLOSED = "closed"
    BEFORE_CHANGE = "before-change"
    BEFORE_RELOAD = "before-reload"
    BEFORE_RESTORE = "before-restore"
    BEFORE_SHORTENING = "before-shortening"
    BEFORE_UPDATE = "before-update"
    BY_HAND = "by-hand"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup. `items` are activities and milestones; `state` marks what the plan was like.

    A file whose name tells nothing (an older Milepost kept it, or a person) has the number 0 and no counts.
    """

    path: Path
    number: int
    made: datetime
    reason: Reason
    items: int | None = None
    sessions: int | None = None
    state: str = ""
    size: int = 0
    other: Path | None = None
    """The file it is of, where that is a copy or another version of the plan it is listed for."""

    @property
    def day(self) -> date:
        """The day it was made on, by this computer's clock and time zone."""
        return self.made.astimezone().date()

    @property
    def sum_file(self) -> Path:
        """Where its SHA-256 stands."""
        return sum_file_of(self.path)


def list_backups(plan: Path, plan_id: str | None, root: Path) -> list[Backup]:
    """The backups of a plan, the newest first, and after them those of `other` files with its id.

    None where there is no folder. Without an id, as of a file that is damaged or gone, those of whatever plan
    was in the file's place: the plan last backed up comes first. Where no folder knows the place, those of
    plans of that name.
    """
    if plan_id is not None:
        return _own_first(_folders_of(plan_id, root), plan)
    folders = _folders(root)
    here = [each for each in folders if str(real_path(plan)) in read_paths(each)]
    named = [each for each in folders if each.name[: -_SIGNS - 1] == short_stem(plan)]
    marks = {each.name[-_SIGNS:] for each in here or named}
    plans = [_own_first([each for each in folders if each.name.endswith(f" {mark}")], plan) for mark in marks]
    plans.sort(key=lambda found: max((each.made for each in found), default=_LONG_AGO), reverse=True)
    return [each for found in plans for each in found]


def backups_in(folder: Path) -> list[Backup]:
    """The backups in one folder, the newest first."""
    return sorted(_in_folders([folder]), key=_order, reverse=True)


def folder_of(plan: Path, plan_id: str, root: Path) -> Path:
    """Where the backups of a plan are put; the folder need not be there."""
    stem, mark = short_stem(plan), _mark(plan_id)
    names = (stem if number == 1 else f"{stem} {number}" for number in count(1))
    return next(folder for name in names if not _is_of_another(folder := root / f"{name} {mark}", plan))


def name_of(number: int, made: datetime, reason: Reason, *, items: int, sessions: int, state: str) -> str:
    """The file name of a backup."""
    when = made.astimezone(UTC).strftime(_TIME)
    return f"{number:04d} {when}Z {reason} {items}-items {sessions}-sessions {state}{ENDING}"


def state_of(last_edit: str | None) -> str:
    """A mark of a plan's state, by the id of the last row of its journal."""
    return sha256((last_edit or "").encode(errors="replace")).hexdigest()[:_SIGNS]


def next_number(plan_id: str, root: Path) -> int:
    """The number of the next backup, also where the plan's file was called otherwise before."""
    return 1 + max((each.number for each in _in_folders(_folders_of(plan_id, root))), default=0)


def read_paths(folder: Path) -> list[str]:
    """Where the plan of a folder was."""
    try:
        return (folder / PATHS).read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []


def sum_file_of(path: Path) -> Path:
    """Where the SHA-256 of a backup stands."""
    return path.with_name(f"{path.name}.sha256")


def short_stem(plan: Path) -> str:
    """The name of a plan's file without its ending, short enough to be part of another."""
    return os.fsencode(plan.stem)[:_LONGEST_STEM].decode(errors="ignore")


_LONG_AGO = datetime.fromtimestamp(0, UTC)


def _is_of_another(folder: Path, plan: Path) -> bool:
    """Whether a folder is that of a file elsewhere which is still there; one that is not was moved here."""
    paths = read_paths(folder)
    return str(plan) not in paths and any(is_there(Path(each)) for each in paths)


def _own_first(folders: Sequence[Path], plan: Path) -> list[Backup]:
    """The backups of files that have a plan's id: those of the file itself, or where it was before, first."""
    here = real_path(plan)
    known = any(str(here) in read_paths(each) for each in folders)
    own: list[Backup] = []
    others: list[Backup] = []
    for folder in folders:
        paths = read_paths(folder)
        if _is_of_another(folder, here) or (known and paths and str(here) not in paths):
            others += [replace(each, other=Path(paths[-1])) for each in _in_folders([folder])]
        else:
            own += _in_folders([folder])
    return [each for some in (own, others) for each in sorted(some, key=_order, reverse=True)]


def _order(backup: Backup) -> tuple[int, datetime]:
    return backup.number, backup.made


def _mark(plan_id: str) -> str:
    return sha256(plan_id.encode(errors="replace")).hexdigest()[:_SIGNS]


def _folders(root: Path) -> list[Path]:
    try:
        return sorted(each for each in root.iterdir() if each.is_dir())
    except OSError:
        return []


def _folders_of(plan_id: str, root: Path) -> list[Path]:
    return [each for each in _folders(root) if each.name.endswith(f" {_mark(plan_id)}")]


def _in_folders(folders: Iterable[Path]) -> list[Backup]:
    found: list[Backup] = []
    for folder in folders:
        with suppress(OSError):
            found += [each for each in map(_backup, folder.iterdir()) if each is not None]
    return found


def _backup(path: Path) -> Backup | None:
    """What a file's name says; None for what is no backup."""
    if path.suffix != ENDING or path.name.startswith("."):
        return None
    try:
        status = path.stat()
    except OSError:
        return None
    told = _NAME.fullmatch(path.stem)
    try:
        if told is not None and told[3] in set(Reason):
            return Backup(
                path=path,
                number=int(told[1]),
                made=datetime.strptime(told[2], _TIME).replace(tzinfo=UTC),
                reason=Reason(told[3]),
                items=int(told[4]),
                sessions=int(told[5]),
                state=told[6],
                size=status.st_size,
            )
    except ValueError:
        pass  # a day that no calendar has: the name was made by somebody else
    changed = datetime.fromtimestamp(max(status.st_mtime, 0), UTC)
    return Backup(path=path, number=0, made=changed, reason=Reason.UNKNOWN, size=status.st_size)
