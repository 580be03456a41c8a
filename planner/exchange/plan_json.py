"""A plan as JSON: its inputs as they are stored, and beside them the dates computed from them.

`resources/schemas/plan-export-3.schema.json` describes every property. What a reader of version 3 relies on
never changes its meaning; whatever would break it gets the next version.
"""

import json
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

from planner.domain.errors import InvalidValue
from planner.domain.items import Activity, Milestone, Phase
from planner.domain.outlook import what_the_hours_mean
from planner.domain.plan import Plan
from planner.domain.progress import (
    checklist_count,
    done_share,
    logged_hours,
    phase_done_share,
    plan_count,
    required_left,
)
from planner.domain.schedule import Schedule

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FORMAT = "milepost-plan"
VERSION = 3
SCHEMA = "schemas/plan-export-3.schema.json"
"""The name of the schema among Milepost's resources."""

Table = dict[str, Any]


def plan_json(plan: Plan, schedule: Schedule) -> bytes:
    """The plan as UTF-8 JSON; the same plan gives the same bytes, in whatever order its tables were filled.

    Raises `InvalidValue` for text or numbers that JSON cannot hold.
    """
    document = {
        "format": FORMAT,
        "version": VERSION,
        "plan": _facts(plan.facts, "plan"),
        "calendar": {
            "weekly": [_facts(each, "calendar") for each in plan.calendar.weekly],
            "exceptions": [_facts(each, "calendar") for each in plan.calendar.exceptions],
        },
        "phases": [
            _facts(each, each.id) | {"computed": _phase_dates(plan, schedule, each)}
            for each in plan.ordered_phases
        ],
        "activities": [
            _facts(each, each.id) | {"computed": _activity_dates(plan, schedule, each)}
            for each in _in_outline_order(plan, plan.activities.values())
        ],
        "milestones": [
            _facts(each, each.id) | {"computed": _milestone_dates(plan, schedule, each)}
            for each in _in_outline_order(plan, plan.milestones.values())
        ],
        "checklist": [
            _facts(each, each.id) | {"lacks_evidence": each.lacks_evidence}
            for each in sorted(
                plan.checklist.values(), key=lambda each: (each.milestone, each.position, each.id)
            )
        ],
        "dependencies": [
            _facts(each, each.id) for each in sorted(plan.dependencies.values(), key=lambda each: each.id)
        ],
        "sessions": [
            _facts(each, each.id)
            for each in sorted(plan.sessions.values(), key=lambda each: (each.day, each.id))
        ],
        "baselines": [
            _facts(each, each.id)
            for each in sorted(plan.baselines.values(), key=lambda each: (each.taken_on, each.id))
        ],
        "attachments": [
            _facts(each, each.id) for each in sorted(plan.attachments.values(), key=lambda each: each.id)
        ],
        "weeks": [
            _facts(each, f"the week of {each.id}")
            for each in sorted(plan.weeks.values(), key=lambda each: each.first_day)
        ],
        "placements": [
            _facts(each, each.id)
            for each in sorted(plan.placements.values(), key=lambda each: (each.day, each.id))
        ],
        "computed": _plan_dates(plan, schedule),
    }
    return (json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def _in_outline_order(plan: Plan, items: Iterable[Activity] | Iterable[Milestone]) -> list[Any]:
    place = {each.id: number for number, each in enumerate(plan.ordered_phases)}
    return sorted(items, key=lambda each: (place[each.phase], each.position, each.id))


def _phase_dates(plan: Plan, schedule: Schedule, phase: Phase) -> Table:
    start, finish = schedule.phase_span(phase.id) or (None, None)
    shortest, longest = schedule.phase_range(phase.id) or (None, None)
    return {
        "start": _day(start),
        "finish": _day(finish),
        "shortest_finish": _day(shortest),
        "longest_finish": _day(longest),
        "done_share": _rounded(phase_done_share(plan, phase.id)),
    }


def _activity_dates(plan: Plan, schedule: Schedule, activity: Activity) -> Table | None:
    """What the schedule gives; None for what is archived, which has no dates."""
    if activity.archived_on is not None:
        return None
    return {
        "start": _day(schedule.start_day(activity.id)),
        "finish": _day(schedule.finish_day(activity.id)),
        "high_finish": _day(schedule.high_finish_day(activity.id)),
        "float_days": schedule.float_days(activity.id),
        "critical": schedule.critical(activity.id),
        "done_share": _rounded(done_share(plan, activity)),
        "logged_hours": _rounded(logged_hours(plan, activity)),
    }


def _milestone_dates(plan: Plan, schedule: Schedule, milestone: Milestone) -> Table:
    count = checklist_count(plan, milestone.id)
    return {
        "lands": _day(schedule.work_lands(milestone.id)),
        "margin_days": schedule.margin_days(milestone.id),
        "float_days": schedule.float_days(milestone.id),
        "critical": schedule.critical(milestone.id),
        "items_done": count.done,
        "items": count.total,
        "required_left": required_left(plan, milestone.id),
    }


def _plan_dates(plan: Plan, schedule: Schedule) -> Table:
    outlook = what_the_hours_mean(plan, schedule)
    count = plan_count(plan)
    return {
        "finish": _day(outlook.finish),
        "finish_milestone": schedule.finish_milestone,
        "months": _rounded(outlook.months),
        "week_hours": _rounded(outlook.week_hours),
        "window_first": _day(outlook.window_first),
        "window_last": _day(outlook.window_last),
        "buffer_days": outlook.buffer_days,
        "source_months": _rounded(outlook.source_months),
        "suggested_months": _rounded(outlook.suggested_months),
        "learner_months": _rounded(outlook.learner_months),
        "items_done": count.done,
        "items": count.total,
    }


def _facts(facts: "DataclassInstance", where: str) -> Table:
    """Every field of a frozen fact under its own name; `where` names it, should a value not fit."""
    return {each.name: _value(getattr(facts, each.name), f"{where}, {each.name}") for each in fields(facts)}


def _value(value: Any, where: str) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _text(value, where)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return _number(value, where)
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        return [_value(each, where) for each in value]
    return _facts(value, where)


def _text(text: str, where: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InvalidValue(
            f"JSON cannot hold half a character, as there is in the text of {where}."
        ) from None
    return str(text)


def _number(number: float, where: str) -> float:
    # Larger or unlike numbers (infinity, NaN) are not JSON; the facts let none in, and neither does this.
    if not abs(number) < 1e15:
        raise InvalidValue(f"JSON cannot hold the number of {where}.")
    return _whole(number)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _rounded(number: float) -> float:
    """To the millionth, so that the last bits of a sum on one machine or another do not matter."""
    return _whole(round(number, 6))


def _whole(number: float) -> float:
    """10.0 as 10: a plan just made and the same plan read back differ in nothing else."""
    return int(number) if float(number).is_integer() else number
