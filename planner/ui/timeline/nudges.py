"""The keyboard's equals of dragging, through the same edits as the mouse, on one item or many at once.

Each steps by days, weeks or months and returns why something stayed, or nothing.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS
from planner.domain.errors import PlanError
from planner.domain.items import Activity, Milestone, Phase
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.shifting import Shift, staying_sentence
from planner.domain.wording import isolated
from planner.ui.editor import Editor
from planner.ui.timeline.axis import Unit, stepped
from planner.ui.timeline.gestures.staying import as_it_was
from planner.ui.timeline.moves import (
    Move,
    earliest_start,
    move_bar,
    move_diamond,
    move_refusal,
    resize_bar,
    resize_refusal,
    set_start,
    shown_day,
    stretch_tail,
)
from planner.ui.timeline.shifts import first_bar, shifted, why_no_further
from planner.ui.timeline.words import translate

Item = Activity | Milestone | Phase
Step = Callable[[Editor, Sequence[Item], Unit, int], str]


def nudge(editor: Editor, items: Sequence[Item], unit: Unit, count: int) -> str:
    """Move items by so many units; the first says how many days that is. A group moves with all it holds."""
    if len(items) == 1 and not isinstance(items[0], Phase):
        return _one(editor, items[0], partial(_nudged, editor, unit=unit, count=count))
    ids = [each.id for each in items]
    plan, current, held = editor.plan, editor.schedule, items[0]
    day = shown_day(current, held)
    try:
        shift = Shift(plan, ids, current)
        bar = first_bar(plan, current, shift, held)
        asked = stepped(day, unit, count)
        days = ((_study_day(current, bar, asked, count) if bar is not None else asked) - day).days
        found = shifted(shift, current, days, held)
    except PlanError as error:
        return str(error)
    if not found.count:
        reason = why_no_further(found.schedule, current, bar, days or (asked - day).days)
        return as_it_was(held.title, reason or translate("What they wait for lets them start no earlier."))
    editor.apply_about(found.move.about, found.move.text, found.move.verb)
    return staying_sentence(plan, ids)


def resize(editor: Editor, items: Sequence[Item], unit: Unit, count: int) -> str:
    """Let activities end so many units later: the right edge."""
    step = partial(_resized, editor.schedule, unit=unit, count=count)
    return _each(editor, items, step, translate("Change the hours of {count} activities"))


def move_starts(editor: Editor, items: Sequence[Item], unit: Unit, count: int) -> str:
    """Let activities start so many units later and finish when they do now: the left edge."""
    step = partial(_started, editor.schedule, unit=unit, count=count)
    return _each(editor, items, step, translate("Change start and hours of {count} activities"))


def stretch(editor: Editor, items: Sequence[Item], unit: Unit, count: int) -> str:
    """Let the high estimates of activities end so many units later: the range tail."""
    step = partial(_stretched, editor.schedule, unit=unit, count=count)
    return _each(editor, items, step, translate("Change the high estimates of {count} activities"))


def _one(editor: Editor, item: Item, step: Callable[[Item], Move | str]) -> str:
    move = step(item)
    if isinstance(move, str):
        return move.format(title=isolated(item.title))
    editor.apply(move.text, move.verb)
    return ""


def _each(editor: Editor, items: Sequence[Item], step: Callable[[Item], Move | str], text: str) -> str:
    """One edit of all the items that a step fits; why the first of the others stays."""
    if len(items) == 1:
        return _one(editor, items[0], step)
    moves, stays = [], []
    for each in items:
        move = step(each)
        if isinstance(move, Move):
            moves.append(move)
        elif isinstance(each, Activity):
            stays.append(move.format(title=isolated(each.title)))

    def all_of_them(plan: Plan) -> Plan:
        for move in moves:
            plan = move.verb(plan)
        return plan

    if moves:
        editor.apply(moves[0].text if len(moves) == 1 else text.format(count=len(moves)), all_of_them)
    elif not stays:
        return translate("Only activities have a length: select one of them.")
    return stays[0] if stays else ""


def _nudged(editor: Editor, item: Item, *, unit: Unit, count: int) -> Move | str:
    refusal = move_refusal(item)
    if refusal or isinstance(item, Phase):
        return refusal
    current = editor.schedule
    day = stepped(shown_day(current, item), unit, count)
    if isinstance(item, Milestone):
        return move_diamond(item, day, current.lands(item.id))
    if count < 0 and item.not_before is None:
        return translate("“{title}” starts as early as what it waits for allows.")
    day = _study_day(current, item, day, count)
    return move_bar(current, item, day, earliest_start(editor.plan, current, item.id))


def _resized(current: Schedule, item: Item, *, unit: Unit, count: int) -> Move | str:
    refusal = resize_refusal(item)
    if refusal or not isinstance(item, Activity):
        return refusal
    day = _later_end(current, item, current.finish_day(item.id), unit, count)
    return resize_bar(current, item, max(day, current.start_day(item.id) - timedelta(days=1)))


def _started(current: Schedule, item: Item, *, unit: Unit, count: int) -> Move | str:
    refusal = move_refusal(item) if isinstance(item, Activity) else resize_refusal(item)
    if refusal or not isinstance(item, Activity):
        return refusal
    day = _study_day(current, item, stepped(current.start_day(item.id), unit, count), count)
    move = set_start(current, item, day)
    if count < 0 and move.verb(current.plan).activity(item.id).effort.likely <= item.effort.likely:
        return translate("“{title}” starts as early as what it waits for allows.")
    return move


def _stretched(current: Schedule, item: Item, *, unit: Unit, count: int) -> Move | str:
    refusal = resize_refusal(item)
    if refusal or not isinstance(item, Activity):
        return refusal
    if count < 0 and item.effort.high <= item.effort.likely:
        return translate("The high estimate of “{title}” is its likely one already.")
    day = _later_end(current, item, current.high_finish_day(item.id), unit, count)
    return stretch_tail(current, item, day)


def _study_day(current: Schedule, item: Activity, day: date, count: int) -> date:
    """A day without study hours, or of a pause, starts nothing: a step back goes on to the one before it."""
    if count > 0:
        return day
    own = current.actual.own_hours.get(current.graph.index[item.id])
    hours_until = current.axis.end(day)
    return current.axis.finish_day(hours_until if own is None else own.finish_at(own.before(hours_until)))


def _later_end(current: Schedule, item: Activity, now: date, unit: Unit, count: int) -> date:
    """So many units after an end; the step goes on over days without hours and pauses, where none ends."""
    number, hours_until = current.graph.index[item.id], current.axis.end(stepped(now, unit, count))
    gained = current.between(number, current.axis.end(now), hours_until)
    if count > 0 and gained <= INSTANT_TOLERANCE_HOURS:
        return current.axis.start_day(current.resumes(number, hours_until))
    return current.axis.finish_day(hours_until)
