"""Which backups are kept. Pure: what the names tell is enough.

Kept are the newest of each of the last 12 days, 10 weeks and 9 months on which one was made, the newest of
all among them. Time goes by the days on which backups were made and by their order, not by the clock of now:
a clock that was set wrong takes nothing away.

Besides these, what was made by hand, or before the file's layout was brought up to date (it is needed to go
back to an older Milepost), is never removed, nor what somebody else put there. Of what was made before a
large change, a reload, a restoring or a shortening of the history, the newest 12 stay. And so does the
newest that holds more than twice what the newest of all does: a plan that lost most of its items never pushes
out the fuller one.
"""

from collections.abc import Callable, Hashable, Sequence
from itertools import islice

from planner.storage.backups.kept import Backup, Reason

DAYS, WEEKS, MONTHS = 12, 10, 9

BEFORE_SOMETHING = 12
"""Backups made before a large change, a reload, a restoring or a shortening."""

_STAYING = (Reason.BY_HAND, Reason.BEFORE_UPDATE, Reason.UNKNOWN)
_BEFORE = (Reason.BEFORE_CHANGE, Reason.BEFORE_RELOAD, Reason.BEFORE_RESTORE, Reason.BEFORE_SHORTENING)


def to_remove(backups: Sequence[Backup]) -> list[Backup]:
    """Which of a plan's backups, the newest first, are no longer kept."""
    kept = {each.path for each in to_keep(backups)}
    return [each for each in backups if each.path not in kept]


def to_keep(backups: Sequence[Backup]) -> list[Backup]:
    """Which of a plan's backups, the newest first, are kept; in no order."""
    kept = [
        *_newest_of_each(backups, lambda each: each.day, DAYS),
        *_newest_of_each(backups, lambda each: each.day.isocalendar()[:2], WEEKS),
        *_newest_of_each(backups, lambda each: (each.day.year, each.day.month), MONTHS),
        *(each for each in backups if each.reason in _STAYING),
        *islice((each for each in backups if each.reason in _BEFORE), BEFORE_SOMETHING),
    ]
    kept += islice((each for each in backups if _far_fuller(each, backups[0])), 1)
    return list(dict.fromkeys(kept))


def _far_fuller(backup: Backup, newest: Backup) -> bool:
    """Whether most of what a backup holds is missing from the newest."""
    return (backup.items or 0) > 2 * (newest.items or 0) or (backup.sessions or 0) > 2 * (
        newest.sessions or 0
    )


def _newest_of_each(
    backups: Sequence[Backup], period: Callable[[Backup], Hashable], count: int
) -> list[Backup]:
    newest: dict[Hashable, Backup] = {}
    for each in backups:
        newest.setdefault(period(each), each)
    return list(islice(newest.values(), count))
