"""Backups in words: when, why and how large; the same in window and terminal."""

from collections.abc import Mapping, Sequence

from planner.domain.wording import day_text, weekday_text
from planner.storage.backups.kept import Backup, Reason

REASONS: Mapping[Reason, str] = {
    Reason.OPENED: "when it was opened",
    Reason.EDITED: "after edits",
    Reason.CLOSED: "when it was closed",
    Reason.BEFORE_CHANGE: "before a large change",
    Reason.BEFORE_RELOAD: "before a reload",
    Reason.BEFORE_RESTORE: "before a restore",
    Reason.BEFORE_SHORTENING: "before its history was shortened",
    Reason.BEFORE_UPDATE: "before its file was updated",
    Reason.BY_HAND: "made by hand",
    Reason.UNKNOWN: "put there otherwise",
}
"""Why a backup was made."""

NONE_YET = (
    "There is no backup of this plan yet. Milepost makes them by itself: soon after a plan was opened, "
    "when edits pause, before large changes and when the plan is closed."
)

RESTORE_OF = "Restore the backup of "
"""How the text of an edit begins that restored a backup; when that was made follows."""

_KILO = 1000


def made_text(backup: Backup) -> str:
    """When a backup was made, like “Mon 3 May 2027, 14:05”, by this computer's time zone."""
    return f"{weekday_text(backup.day)}, {_clock(backup)}"


def short_made_text(backup: Backup) -> str:
    """Like “3 May 2027, 14:05”, for a sentence."""
    return f"{day_text(backup.day)}, {_clock(backup)}"


def of_other(backup: Backup, words: str) -> str:
    """What is said of a backup; of one of another file with the plan's id, first which file that is."""
    if backup.other is None:
        return words
    return f"Of {backup.other.name}, in {backup.other.parent}: {words}"


def size_text(size: int) -> str:
    """Bytes, like “612 KB” or “5.1 MB”; what is less than a kilobyte counts as one."""
    if size < _KILO**2:
        return f"{max(round(size / _KILO), 1)} KB"
    return f"{size / _KILO**2:.1f} MB"


def restore_text(backup: Backup) -> str:
    """What undo shows of a restored backup."""
    return f"{RESTORE_OF}{short_made_text(backup)}"


def dated_ahead(backup: Backup, backups: Sequence[Backup]) -> bool:
    """Whether one of a plan's backups that was made later has an earlier date: the clock was set back."""
    return any(each.number > backup.number and each.made < backup.made for each in backups)


def _clock(backup: Backup) -> str:
    return f"{backup.made.astimezone():%H:%M}"
