"""What an edit did beyond itself, in words: no move is silent. Pure."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from planner.domain.cascade import count_moved
from planner.domain.items import MilestoneId
from planner.domain.loose_ends import loose_ends_sentence
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.targets import HoldAdvice
from planner.domain.wording import day_text, number_text, span_text

MOST_ADVISED = 150
"""In plans up to this size what a target needs is worked out at once, as part of the edit."""


def consequences(before: Schedule, after: Schedule, besides: Collection[str] | None = None) -> str:
    """What else moves and where the finish goes, like “Moves 5 others · finish 17 Aug → 9 Oct 2028”.

    `besides` are the items the edit was about, which do not count; unless said, the one item whose own facts
    it changed. What then ends after the finish and did not before, or not on that day, is named. Empty when
    nothing moves.
    """
    about = the_one_edited(before.plan, after.plan) if besides is None else besides
    count, _ = count_moved(before, after, about)
    parts = [moves_words(count, others=bool(about)) if count else ""]
    if before.finish != after.finish:
        finish = _tr("finish {before} → {after}")
        was = short_day(before.finish, after.finish)
        parts.append(finish.format(before=was, after=day_text(after.finish)))
    parts.append(new_loose_ends(before, after).removesuffix("."))
    return " · ".join(filter(None, parts))


def lateness(before: Schedule, after: Schedule, advice: Callable[[MilestoneId], HoldAdvice]) -> str:
    """That a target just given is missed, like “lands 1 day late, needs 10.5 h a week”; empty where none is.

    `advice` says what would hold one. In large plans without the hours, which take many schedules to find.
    """
    for key, milestone in after.plan.milestones.items():
        was = before.plan.milestones.get(key)
        if was is milestone or (was is not None and was.target == milestone.target):
            continue
        margin = after.margin_days(key)
        if margin is None or margin >= 0:
            continue
        late = _tr("lands {span} late").format(span=span_text(margin))
        if len(after.graph.nodes) > MOST_ADVISED:
            return late
        found = advice(key)
        hours = found.hours
        if hours is None:
            return late
        if found.catches_up:
            form = _tr("{late}; caught up it needs {hours} h a week")
            return form.format(late=late, hours=number_text(hours))
        return _tr("{late}, needs {hours} h a week").format(late=late, hours=number_text(hours))
    return ""


def moves_words(count: int, *, others: bool) -> str:
    """How many items move; `others` are those besides what is moved by hand."""
    if not count:
        return _tr("Moves nothing else") if others else _tr("Moves nothing")
    if count == 1:
        return _tr("Moves 1 other") if others else _tr("Moves 1 item")
    form = _tr("Moves {count} others") if others else _tr("Moves {count} items")
    return form.format(count=f"{count:,}")


def the_one_edited(before: Plan, after: Plan) -> frozenset[str]:
    """The item whose own facts differ between two plans, where it is the only one."""
    found: set[str] = set()
    tables: tuple[tuple[Mapping[Any, object], Mapping[Any, object]], ...] = (
        (before.activities, after.activities),
        (before.milestones, after.milestones),
    )
    for was, now in tables:
        if was is not now:
            found.update(key for key, item in now.items() if was.get(key, item) is not item)
    return frozenset(found) if len(found) == 1 else frozenset()


def new_loose_ends(before: Schedule, after: Schedule) -> str:
    """What ends after the finish, as one sentence, where that is news; else empty."""
    sentence = loose_ends_sentence(after)
    return "" if not sentence or sentence == loose_ends_sentence(before) else sentence


def short_day(day: date, other: date) -> str:
    """A day without its year where the other one says the same year."""
    return day_text(day) if day.year != other.year else day_text(day).rsplit(" ", 1)[0]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Consequences", text)
