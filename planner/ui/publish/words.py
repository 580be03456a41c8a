"""What was done to a calendar, in one sentence."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from planner.ui.fields.text import filled

if TYPE_CHECKING:
    from planner.exchange.caldav_publish import Pushed


def written_sentence(pushed: "Pushed") -> str:
    """Like “The calendar is up to date: 12 events written, 1 taken out, 230 as they were.”"""
    parts = []
    if pushed.written:
        parts.append(_counted(pushed.written, _tr("1 event written"), _tr("%1 events written")))
    if pushed.removed:
        parts.append(filled(_tr("%1 taken out"), f"{pushed.removed:,}"))
    if pushed.unchanged and pushed.whole:
        parts.append(filled(_tr("%1 as they were"), f"{pushed.unchanged:,}"))
    listed = ", ".join(parts) or _tr("it holds no events")
    if pushed.whole:
        return filled(_tr("The calendar is up to date: %1."), listed)
    if not pushed.written and not pushed.removed:
        return _tr("Cancelled; nothing was changed.")
    return filled(_tr("Cancelled: %1. The rest follows when you publish again."), listed)


def removed_sentence(pushed: "Pushed") -> str:
    """Like “The plan is published no longer: 230 events taken out.”"""
    count = _counted(pushed.removed, _tr("1 event taken out"), _tr("%1 events taken out"))
    if pushed.whole:
        return filled(_tr("The plan is published no longer: %1."), count)
    return filled(_tr("Cancelled: %1. Stop publishing again to take out the rest."), count)


def _counted(number: int, one: str, many: str) -> str:
    return one if number == 1 else filled(many, f"{number:,}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Publish", text)
