"""How a plan stands with the calendar it is published in: up to date or not, and since when."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from planner.domain.wording import clock_text, day_text
from planner.ui.fields.text import filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is true of a plan and its calendar now.

    `kept` says whether changes are sent on by themselves, `changed` whether the plan was edited since the
    calendar was last brought up to date, at `sent_at` (with its time zone; None: never). `failure` is why the
    last try did not work, empty where it did.
    """

    published: bool
    kept: bool = False
    changed: bool = False
    sending: bool = False
    sent_at: datetime | None = None
    failure: str = ""


def standing_words(standing: Standing, now: datetime) -> str:
    """All of it, for the dialog; `now` is in the learner's time zone."""
    if not standing.published:
        return _tr("This plan is not published yet.")
    if standing.sent_at is None:
        return _tr("This calendar has not been brought up to date yet.")
    parts = [
        filled(_tr("Last brought up to date %1."), _moment(standing.sent_at.astimezone(now.tzinfo), now))
    ]
    if standing.sending:
        parts.append(_tr("Changes are being sent."))
    elif standing.changed and standing.failure:
        parts.append(_tr("Changes since then could not be sent."))
    elif standing.changed and standing.kept:
        parts.append(_tr("Changes since then are sent in a moment."))
    elif standing.changed:
        parts.append(_tr("Your plan has changed since then."))
    return " ".join(parts)


def short_standing(standing: Standing) -> str:
    """A few words for the status line; none while there is nothing to wait for."""
    if not standing.published or not standing.kept:
        return ""
    if standing.sending:
        return _tr("Calendar: sending …")
    if not standing.changed:
        return ""
    return _tr("Calendar: not sent") if standing.failure else _tr("Calendar: changes to send")


def _moment(moment: datetime, now: datetime) -> str:
    time = clock_text(moment.hour * 60 + moment.minute)
    if moment.date() == now.date():
        return filled(_tr("today at %1"), time)
    return filled(_tr("on %1 at %2"), day_text(moment.date()), time)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Publish", text)
