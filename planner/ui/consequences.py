"""What an edit did beyond itself, in words: no move is silent. Pure."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.cascade import count_moved
from planner.domain.loose_ends import loose_ends_sentence
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text


def consequences(before: Schedule, after: Schedule, besides: str | None = None) -> str:
    """How many items move and where the finish goes, like “Moves 5 items · finish 17 Aug → 9 Oct 2028”.

    `besides` is the item the edit was about, which does not count. What then ends after the finish and did
    not before, or not on that day, is named. Empty when nothing moves.
    """
    parts = [_moves(before, after, besides), new_loose_ends(before, after).removesuffix(".")]
    return " · ".join(filter(None, parts))


def new_loose_ends(before: Schedule, after: Schedule) -> str:
    """What ends after the finish, as one sentence, where that is news; else empty."""
    sentence = loose_ends_sentence(after)
    return "" if not sentence or sentence == loose_ends_sentence(before) else sentence


def _moves(before: Schedule, after: Schedule, besides: str | None) -> str:
    count, _ = count_moved(before, after, () if besides is None else (besides,))
    if not count:
        return ""
    text = _tr("Moves 1 item") if count == 1 else _tr("Moves {count} items").format(count=count)
    if before.finish != after.finish:
        finish = _tr("finish {before} → {after}")
        text += " · " + finish.format(
            before=short_day(before.finish, after.finish), after=day_text(after.finish)
        )
    return text


def short_day(day: date, other: date) -> str:
    """A day without its year where the other one says the same year."""
    return day_text(day) if day.year != other.year else day_text(day).rsplit(" ", 1)[0]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Consequences", text)
