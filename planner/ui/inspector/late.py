"""What the panel says of a milestone that will miss its date, and the two ways out it offers.

Where work of weeks gone by is open both catch up to today first, in the same step: else what they promise
would be of a plan on which that work is done.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from planner.domain import edits
from planner.domain.items import BaselineId, Milestone, new_id
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.targets import hold_target
from planner.domain.wording import day_text, effort_text, isolated, number_text, span_text
from planner.ui.editor import Editor
from planner.ui.inspector.words import lateness


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What is pressed, what undo calls it, and the verb."""

    words: str
    text: str
    verb: Callable[[Plan], Plan]


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """What a banner says, and the ways out. `kind` is “danger” for a fixed date alone: any other can move."""

    kind: str
    headline: str
    sentence: str
    hold: Way | None
    move: Way | None


def late(editor: Editor, milestone: Milestone) -> Late | None:
    """What to say of a milestone with a date; None where it is in time, also with what is still open."""
    margin = editor.schedule.margin_days(milestone.id)
    if margin is None or milestone.target is None:
        return None
    ground, hours = _ground(editor)
    lands = ground.lands(milestone.id)
    if margin >= 0 and lands <= milestone.target:
        return None
    headline = lateness(editor.schedule, milestone.id, editor.today)
    if lands > milestone.target and hours:
        headline = _tr("%1 late with what is open").replace("%1", span_text((lands - milestone.target).days))
    advice = editor.hold_advice(milestone.id)
    sentences = [
        _open_words(hours, lands),
        advice.sentence if advice.hours is None else "",
    ]
    return Late(
        kind="danger" if margin < 0 and milestone.fixed else "info",
        headline=headline,
        sentence="\n".join(filter(None, sentences)),
        hold=None if advice.hours is None else _hold(milestone, advice.hours, editor.today, bool(hours)),
        move=None if milestone.fixed else _move(milestone, lands, editor.today, bool(hours)),
    )


def _ground(editor: Editor) -> tuple[Schedule, float]:
    """The plan a promise stands on, and the hours that are open in the one on screen."""
    laid_out, today = editor.schedule, editor.today
    if today <= laid_out.plan.facts.status_date:
        return laid_out, 0.0
    # Loaded on a day on which something may be open.
    from planner.domain.catching_up.ground import caught_up, open_hours

    return caught_up(laid_out, today), open_hours(laid_out, today)


def _open_words(hours: float, lands: date) -> str:
    if not hours:
        return ""
    words = _tr("%1 planned before today are not logged. With them still to do it would land on %2.")
    return words.replace("%1", effort_text(hours)).replace("%2", day_text(lands))


def _hold(milestone: Milestone, hours: float, today: date, behind: bool) -> Way:
    number, title = number_text(hours), isolated(milestone.title)
    if not behind:
        return Way(
            words=_tr("Hold it with %1 h a week").replace("%1", number),
            text=_tr("Study %1 h a week to hold %2").replace("%1", number).replace("%2", title),
            verb=partial(hold_target, milestone=milestone.id, hours=hours, today=today),
        )
    from planner.domain.catching_up.ground import catch_up_and_hold

    baseline = BaselineId(new_id())
    return Way(
        words=_tr("Catch up, hold with %1 h a week").replace("%1", number),
        text=_tr("Catch up, and study %1 h a week to hold %2").replace("%1", number).replace("%2", title),
        verb=partial(catch_up_and_hold, milestone=milestone.id, hours=hours, today=today, baseline=baseline),
    )


def _move(milestone: Milestone, lands: date, today: date, behind: bool) -> Way:
    day, title = day_text(lands), isolated(milestone.title)
    moved = partial(edits.retarget, milestone=milestone.id, target=lands)
    if not behind:
        return Way(
            words=_tr("Move it to %1").replace("%1", day),
            text=_tr("Move %1 to %2").replace("%1", title).replace("%2", day),
            verb=moved,
        )
    from planner.domain.catching_up.ground import catch_up_and

    return Way(
        words=_tr("Catch up, move it to %1").replace("%1", day),
        text=_tr("Catch up, and move %1 to %2").replace("%1", title).replace("%2", day),
        verb=partial(catch_up_and, verb=moved, today=today, baseline=BaselineId(new_id())),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("inspector", text)
