"""`milepost backup`: lists, makes, checks and restores the backups of a plan, also of one that is damaged."""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli_output import complain, say
from planner.domain.errors import (
    CannotWrite,
    FileError,
    FileExists,
    InvalidValue,
    MilepostError,
    NoBackup,
    NotAPlan,
    PlanDamaged,
    PlanLocked,
    PlanNotFound,
)

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.domain.schedule import Schedule
    from planner.storage.backups.kept import Backup

_DAMAGED = "damaged: it cannot be restored"


@dataclass(frozen=True, slots=True)
class _Listed:
    """A backup and what was found in it: its schedule, or why it cannot be restored."""

    backup: "Backup"
    schedule: "Schedule | None"
    problem: str = ""


def work_on_backups(asked: "Namespace") -> None:
    """Do what `milepost backup` was asked for."""
    {"list": _list, "make": _make, "restore": _restore, "verify": _verify}[asked.action](asked)


def _list(asked: "Namespace") -> None:
    from planner.storage.backups.words import NONE_YET

    _path, now, backups = _known(asked.file)
    if asked.format == "json":
        _list_as_json(backups, now)
    elif not backups:
        say(NONE_YET)
    else:
        say(*_table(backups, now))


def _make(asked: "Namespace") -> None:
    from planner.storage.backups.keeping import make_backup
    from planner.storage.backups.kept import Reason
    from planner.storage.document import Document

    with Document.open(asked.file, read_only=True) as document:
        made = make_backup(document, Reason.BY_HAND)
    if made is None:
        say(f"Nothing has changed in {asked.file} since its newest backup, which stays: none was needed.")
    else:
        say(f"Made {made.path}.")


def _verify(asked: "Namespace") -> None:
    from planner.storage.backups.words import NONE_YET, made_text, of_other

    path, _, backups = _known(asked.file)
    if not backups:
        say(NONE_YET)
        return
    damaged = 0
    for each in map(_look_into, backups):
        damaged += bool(each.problem)
        found = of_other(each.backup, _DAMAGED if each.problem else "whole")
        say(f"{_number(each.backup)}  {made_text(each.backup)}  {found}")
    if damaged:
        raise FileError(path, f"Of {len(backups)} backups of {path}, {damaged} cannot be restored.")
    say("It is whole." if len(backups) == 1 else f"All {len(backups)} are whole.")


def _restore(asked: "Namespace") -> None:
    from planner.storage.backups.restoring import put_in_place, save_as
    from planner.storage.backups.words import short_made_text

    if asked.new_file is not None:
        _check_target(asked.new_file)
    path, now, backups = _known(asked.file)
    backup = _wanted(asked.number, path, now, backups)
    when = short_made_text(backup)
    if asked.new_file is not None:
        save_as(backup, asked.new_file)
        say(f"Wrote {asked.new_file}: {path.name} as it was on {when}.")
    elif now is not None:
        _restore_into(path, backup)
    else:
        kept = put_in_place(backup, path, datetime.now(UTC))
        say(f"{path} is now what it was on {when}.")
        if kept is not None:
            say(f"What was in its place is kept as {kept}.")


def _check_target(new_file: Path) -> None:
    """Raise `FileExists`, `CannotWrite` before any backup is looked for."""
    from planner.files import is_there

    if not is_there(new_file.parent):
        raise CannotWrite(new_file, f"there is no folder {new_file.parent}")
    if is_there(new_file):
        raise FileExists(new_file)


def _restore_into(path: Path, backup: "Backup") -> None:
    """One edit in the plan's journal, so that undo in the window takes it back."""
    from planner.domain.plan import Plan
    from planner.storage.backups.keeping import make_backup
    from planner.storage.backups.kept import Reason
    from planner.storage.backups.restoring import read_backup
    from planner.storage.backups.words import restore_text, short_made_text
    from planner.storage.document import Document

    there = read_backup(backup).schedule.plan

    def put_back(_now: Plan) -> Plan:
        return there

    try:
        document = Document.open(path)
    except PlanLocked as error:
        hint = "Close it there, or restore in its window: File > Restore from backup."
        raise FileError(path, f"{error} {hint}") from error
    with document:
        try:
            if not document.read_only:
                make_backup(document, Reason.BEFORE_RESTORE)
        except NoBackup as error:  # undo keeps what is replaced, too
            complain(str(error))
        changed = document.apply(restore_text(backup), put_back)
    if changed:
        say(f"{path} is now what it was on {short_made_text(backup)}. Undo in the window takes that back.")
    else:
        say(f"{path} is already what it was on {short_made_text(backup)}: nothing was changed.")


def _wanted(number: int | None, path: Path, now: "Schedule | None", backups: "list[Backup]") -> "Backup":
    """The backup to restore; raises `InvalidValue` where there is none."""
    if number is not None:
        found = next((each for each in backups if each.number == number), None)
        if found is None:
            raise InvalidValue(f"{path} has no backup {number}. See: milepost backup list {path}")
        return found
    for backup in backups:
        if backup.other is not None:
            break
        each = _look_into(backup)
        if each.problem:
            complain(f"Backup {backup.number} was left out: {each.problem}")
        elif each.schedule is not None and (now is None or each.schedule.plan != now.plan):
            return backup
    others = (
        f" See those of other files: milepost backup list {path}"
        if backups[-1:] and backups[-1].other
        else ""
    )
    raise InvalidValue(f"{path} has no backup that is whole and not what the plan is already.{others}")


def _known(path: Path) -> "tuple[Path, Schedule | None, list[Backup]]":
    """The plan's real path, what it is now unless it cannot be opened, and its backups, the newest first."""
    from planner.files import real_path
    from planner.paths import backup_folder
    from planner.storage.backups.kept import list_backups
    from planner.storage.document import Document

    path = real_path(path)
    try:
        with Document.open(path, read_only=True) as document:
            now: Schedule | None = document.schedule
            plan_id: str | None = document.plan.facts.id
    except (PlanDamaged, PlanNotFound, NotAPlan) as error:
        now = plan_id = None
        backups = list_backups(path, None, backup_folder())
        if not backups:
            raise
        complain(str(error))
    else:
        backups = list_backups(path, plan_id, backup_folder())
    return path, now, backups


def _look_into(backup: "Backup") -> _Listed:
    from planner.storage.backups.restoring import read_backup

    try:
        return _Listed(backup, read_backup(backup).schedule)
    except MilepostError as error:
        return _Listed(backup, None, str(error))


def _table(backups: "list[Backup]", now: "Schedule | None") -> list[str]:
    from planner.exchange.table_text import text_width
    from planner.storage.backups.words import REASONS, made_text, of_other, size_text

    rows = [("No.", "Made", "Why", "Size", "What differs from now" if now is not None else "What it holds")]
    for each in map(_look_into, backups):
        kept = each.backup
        words = _DAMAGED if each.schedule is None else _words(each.schedule, now)
        size = size_text(kept.size)
        rows.append((_number(kept), made_text(kept), REASONS[kept.reason], size, of_other(kept, words)))
    widths = [max(text_width(row[column]) for row in rows) for column in range(4)]
    number, made, why, bytes_ = widths
    return [f"{a:>{number}}  {b:<{made}}  {c:<{why}}  {d:>{bytes_}}  {e}" for a, b, c, d, e in rows]


def _list_as_json(backups: "list[Backup]", now: "Schedule | None") -> None:
    import json

    listed = [
        {
            "number": each.backup.number or None,
            "made": each.backup.made.isoformat(),
            "reason": each.backup.reason.value,
            "bytes": each.backup.size,
            "file": str(each.backup.path),
            "of": None if each.backup.other is None else str(each.backup.other),
            "whole": each.schedule is not None,
            "problem": each.problem or None,
            "words": None if each.schedule is None else _words(each.schedule, now),
        }
        for each in map(_look_into, backups)
    ]
    sys.stdout.write(json.dumps(listed, indent=2) + "\n")


def _words(there: "Schedule", now: "Schedule | None") -> str:
    from planner.domain.differences import differences, differences_text, held_text, state_of

    return held_text(there) if now is None else differences_text(differences(state_of(now), state_of(there)))


def _number(backup: "Backup") -> str:
    return str(backup.number) if backup.number else "-"
