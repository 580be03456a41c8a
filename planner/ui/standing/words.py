"""What the window says of a plan that cannot be saved, of where a plan lies, and of a clock set back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from planner.domain.wording import day_text
from planner.storage.lock import taken_by
from planner.storage.places import Place, PlaceKind
from planner.ui.standing.trouble import Trouble, TroubleKind

_NAMED = 2
"""Steps that wait are named as far as a sentence stays short."""

_CLOCKS_DIFFER = timedelta(minutes=10)
"""Two computers' clocks are never quite the same."""


def trouble_sentence(trouble: Trouble, waiting: Sequence[str], path: Path) -> str:
    """What is wrong, what it means for what was done, in plain words.

    The lock beside the plan at `path` tells another Milepost that took it over from other programs.
    """
    name, lost = path.name, _not_in_the_plan(waiting)
    if trouble.kind is TroubleKind.GONE:
        first = _tr(
            "{name} is no longer in its folder: it was moved, renamed or deleted, or its disk was taken out. "
            "The plan is still here in the window."
        )
    elif trouble.kind is TroubleKind.REPLACED and (owner := taken_by(path)):
        first = _tr(
            "Another Milepost ({owner}) took {name} over and has changed it. "
            "You see the plan as it was before; nothing was written over."
        )
        first = first.replace("{owner}", owner)
    elif trouble.kind is TroubleKind.REPLACED:
        first = _tr(
            "Another program has changed or replaced {name}, as a sync program does. "
            "You see the plan as it was before; nothing was written over."
        )
    elif trouble.kind is TroubleKind.DAMAGED:
        first = _tr("{name} can no longer be read: its file is damaged. You see the plan as it was before.")
    elif trouble.kind is TroubleKind.WORKS_AGAIN:
        first = _tr("The plan can be saved again.")
    elif (count := len(waiting)) > 1:
        first = _tr("Not saved: {reason}. The plan is as it was before your last {count} steps.")
        first = first.replace("{count}", str(count))
    else:
        first = _tr("Not saved: {reason}. The plan is as it was before your last step.")
    first = first.replace("{name}", name).replace("{reason}", trouble.reason)
    return f"{first} {lost}" if lost else first


def status_words(trouble: Trouble, waiting: int) -> str:
    """The same in the few words of the status bar; `waiting` counts the steps that wait."""
    if trouble.kind is TroubleKind.WORKS_AGAIN:
        if waiting == 1:
            return _tr("Saved · 1 step waits")
        return _tr("Saved · {count} steps wait").replace("{count}", str(waiting))
    words = {
        TroubleKind.GONE: _tr("the file is gone"),
        TroubleKind.REPLACED: _tr("another program changed the file"),
        TroubleKind.DAMAGED: _tr("the file is damaged"),
    }.get(trouble.kind, trouble.reason)
    return _tr("Not saved: {reason}").replace("{reason}", words)


def place_sentence(place: Place) -> str:
    """What a network share or a cloud folder means for a plan, said once."""
    if place.kind is PlaceKind.NETWORK:
        form = _tr(
            "This plan lies on a network share ({name}). Open it on one computer at a time; a second one can "
            "look at it meanwhile. If the network goes away, everything up to your last saved step is safe."
        )
    else:
        form = _tr(
            "This plan lies in a folder that {name} keeps in sync. Open it on one computer at a time, and "
            "let {name} finish before you go on at another. If it replaces the file while it is open, "
            "Milepost asks what to do."
        )
    return form.replace("{name}", place.name)


def clock_sentence(newest: datetime | None, now: datetime) -> str:
    """Said where the clock is behind the plan's last change; empty where it is not."""
    if newest is None or newest <= now + _CLOCKS_DIFFER:
        return ""
    form = _tr(
        "This computer's clock says {now}, but the plan was last changed on {newest}. If the clock is wrong, "
        "set it right: today's line and reminders go by it. Your steps stay in the order in which you did "
        "them."
    )
    here = now.tzinfo
    then = newest.astimezone(here)
    return form.replace("{now}", _moment(now)).replace("{newest}", _moment(then))


def _moment(at: datetime) -> str:
    return f"{day_text(at.date())}, {at:%H:%M}"


def _not_in_the_plan(waiting: Sequence[str]) -> str:
    if not waiting:
        return ""
    named = _tr(", ").join(f"“{each}”" for each in waiting[-_NAMED:])
    if (more := len(waiting) - _NAMED) > 0:
        named = _tr("{named} and {count} more").replace("{count}", str(more)).replace("{named}", named)
    return _tr("Not in the plan yet: {named}.").replace("{named}", named)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Standing", text)
