"""What a text typed into a cell of the outline means: which verb, and what it will lead to. No Qt."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from planner.domain.arrange import rename_group
from planner.domain.edits import move_activity, rename, retarget, set_effort, set_effort_range
from planner.domain.errors import InvalidValue
from planner.domain.items import Activity, Milestone, Phase
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.shifting import shift_items
from planner.domain.typed_dates import DAY_EXAMPLES, read_day
from planner.domain.wording import day_text, effort_number, effort_text, isolated, weekday_text
from planner.ui.timeline.columns import Column, Dates, Thing, cell_text, span_of
from planner.ui.timeline.moves import (
    Move,
    earliest_start,
    move_bar,
    move_diamond,
    move_refusal,
    resize_bar,
    resize_refusal,
)
from planner.ui.timeline.words import no_date, translate

EDITABLE = (Column.PATH, Column.START, Column.FINISH, Column.HOURS)
"""The columns whose cells can be typed into."""

HOURS_EXAMPLES = "20, +5, 15–30 or 15–20–30"

_HOURS = re.compile(r"\d+(?:[.,]\d+)?")
_UNIT = re.compile(r"\s*\b(?:h|hours?)\b|(?<=\d)h\b")
_BETWEEN = re.compile(r"\s*(?:-|–|—|/|to|\s)\s*")


@dataclass(frozen=True, slots=True)
class CellEdit:
    """What Enter would do: what undo calls it, the verb (None: nothing changes), and what comes of it."""

    text: str
    verb: Callable[[Plan], Plan] | None
    says: str


def refusal_of(dates: Dates, thing: Thing, column: Column) -> str:
    """Why a cell cannot be typed into, in one sentence; empty when it can."""
    if column is Column.PATH:
        return ""
    if column not in EDITABLE:
        return translate("This column is worked out from the plan.")
    if isinstance(thing, Phase):
        if column is Column.START and span_of(dates.schedule, thing) is not None:
            return ""
        return translate("A group takes its dates and hours from what lies in it.")
    if isinstance(thing, Milestone):
        if column is not Column.FINISH:
            return translate("A milestone is a single day: type it in the Finish column.")
        return move_refusal(thing).format(title=isolated(thing.title))
    if column is Column.START:
        return move_refusal(thing).format(title=isolated(thing.title))
    return resize_refusal(thing).format(title=isolated(thing.title))


def text_to_edit(dates: Dates, thing: Thing, column: Column) -> str:
    """What stands in the cell when typing begins."""
    if column is Column.HOURS and isinstance(thing, Activity):
        effort = thing.effort
        hours = (effort.low, effort.likely, effort.high)
        return "–".join(effort_number(each) for each in (hours if effort.low < effort.high else hours[:1]))
    return cell_text(dates, thing, column)


def hint_for(column: Column) -> str:
    """What can be typed into a cell, while nothing else is to be said."""
    if column is Column.PATH:
        return ""
    if column is Column.HOURS:
        return translate("Hours, like {examples}").format(examples=HOURS_EXAMPLES)
    return translate("A day, like {examples}").format(examples=DAY_EXAMPLES)


def read_edit(dates: Dates, thing: Thing, column: Column, typed: str) -> CellEdit:
    """What a text means for a cell; raises `PlanError` with what is understood."""
    if typed.strip() == text_to_edit(dates, thing, column):
        return CellEdit("", None, "")
    move = _move(dates, thing, column, typed)
    after = schedule(move.verb(dates.plan), dates.schedule.graph)
    return CellEdit(move.text, move.verb, _says(Dates(after.plan, after, dates.today), thing, column, dates))


def _move(dates: Dates, thing: Thing, column: Column, typed: str) -> Move:
    if column is Column.PATH:
        return _rename(thing, typed)
    if isinstance(thing, Phase):
        return _shift_group(dates, thing, typed)
    if isinstance(thing, Milestone):
        return _retarget(dates, thing, typed)
    if column is Column.START:
        return _start(dates, thing, typed)
    return _finish(dates, thing, typed) if column is Column.FINISH else _hours(thing, typed)


def _rename(thing: Thing, typed: str) -> Move:
    text = translate("Rename {old} to {new}").format(old=thing.title, new=typed.strip())
    if isinstance(thing, Phase):
        return Move(text, partial(rename_group, group=thing.id, title=typed))
    return Move(text, partial(rename, node=thing.id, title=typed))


def _shift_group(dates: Dates, group: Phase, typed: str) -> Move:
    span = span_of(dates.schedule, group)
    first = dates.today if span is None else span[0]
    day = _day(dates, typed, first)
    text = translate("Move {title} to {day}").format(title=isolated(group.title), day=day_text(day))
    days = (day - first).days
    return Move(text, partial(shift_items, ids=(group.id,), days=days, current=dates.schedule))


def _retarget(dates: Dates, milestone: Milestone, typed: str) -> Move:
    if not typed.strip():
        text = translate("Take the date off {title}").format(title=isolated(milestone.title))
        return Move(text, partial(retarget, milestone=milestone.id, target=None))
    day = _day(dates, typed, dates.schedule.shown_day(milestone.id))
    return move_diamond(milestone, day, dates.schedule.lands(milestone.id))


def _start(dates: Dates, activity: Activity, typed: str) -> Move:
    if not typed.strip():
        text = translate("Let {title} start as early as it can").format(title=isolated(activity.title))
        return Move(text, partial(move_activity, activity=activity.id, not_before=None))
    day = _day(dates, typed, dates.schedule.start_day(activity.id))
    current = dates.schedule
    return move_bar(current, activity, day, earliest_start(dates.plan, current, activity.id))


def _finish(dates: Dates, activity: Activity, typed: str) -> Move:
    day = _day(dates, typed, dates.schedule.finish_day(activity.id))
    start = dates.schedule.start_day(activity.id)
    if day < start:
        sentence = translate("“{title}” starts on {start}, so it cannot finish on {day}.")
        raise InvalidValue(
            sentence.format(title=isolated(activity.title), start=day_text(start), day=day_text(day))
        )
    return resize_bar(dates.schedule, activity, day)


def _hours(activity: Activity, typed: str) -> Move:
    words, effort = _UNIT.sub("", typed.lower()).strip(), activity.effort
    sign = words[:1] if words[:1] in ("+", "-", "\u2212") else ""
    found = [_number(each) for each in _BETWEEN.split(words.removeprefix(sign).strip())] if words else []
    if not 1 <= len(found) <= 3 or None in found or (sign and len(found) > 1):
        sentence = translate("“{typed}” is not hours I can read. Try {examples}.")
        raise InvalidValue(sentence.format(typed=typed.strip(), examples=HOURS_EXAMPLES))
    hours = [each for each in found if each is not None]
    text = translate("Give {title} {hours}")
    if len(hours) == 1:
        likely = hours[0] if not sign else effort.likely + (hours[0] if sign == "+" else -hours[0])
        text = text.format(title=isolated(activity.title), hours=effort_text(max(likely, 0)))
        return Move(text, partial(set_effort, activity=activity.id, likely=likely))
    low, high = hours[0], hours[-1]
    likely = hours[1] if len(hours) == 3 else min(max(effort.likely, low), high)
    text = text.format(title=isolated(activity.title), hours=effort_text(likely))
    verb = partial(set_effort_range, activity=activity.id, low=low, likely=likely, high=high)
    return Move(text, verb)


def _number(text: str) -> float | None:
    found = _HOURS.fullmatch(text)
    return float(found[0].replace(",", ".")) if found else None


def _day(dates: Dates, typed: str, base: date) -> date:
    return read_day(typed, today=dates.today, base=base, week_start=dates.plan.facts.week_start)


def _says(after: Dates, thing: Thing, column: Column, before: Dates) -> str:
    """Where the item then is, and where the path then ends."""
    if column is Column.PATH:
        return ""
    said = [_place(after, thing, column)]
    if after.schedule.finish != before.schedule.finish:
        said.append(
            translate("path ends {after} (now {before})").format(
                after=day_text(after.schedule.finish), before=day_text(before.schedule.finish)
            )
        )
    return " · ".join(said)


def _place(after: Dates, thing: Thing, column: Column) -> str:
    if isinstance(thing, Milestone):
        shown, lands = after.schedule.shown_day(thing.id), after.schedule.work_lands(thing.id)
        if after.plan.milestone(thing.id).target is None:
            form = translate("no date of its own, lands {day}")
            return no_date() if lands is None else form.format(day=weekday_text(lands))
        place = translate("target {day}").format(day=weekday_text(shown))
        if lands is None or lands <= shown:
            return place
        return f"{place}, {translate('lands {day}').format(day=day_text(lands))}"
    span = span_of(after.schedule, thing)
    if span is None:
        return ""
    if column is Column.START:
        free = isinstance(thing, Activity) and after.plan.activity(thing.id).not_before is None
        form = translate("starts {day}, as early as it can") if free else translate("starts {day}")
        return form.format(day=weekday_text(span[0]))
    hours = "" if isinstance(thing, Phase) else effort_text(after.plan.activity(thing.id).effort.likely)
    return translate("finishes {day}, {hours}").format(day=weekday_text(span[1]), hours=hours)
