"""What a week that is over has left open, by the activities it was planned for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from planner.domain.items import ActivityId
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Minutes of an activity that were planned for a week and not studied in it."""

    activity: ActivityId
    title: str
    minutes: int


def left_open(plan: Plan, planned: Mapping[ActivityId, int], first: date, last: date) -> tuple[Carried, ...]:
    """What was planned for the days from first to last and not logged on them, in the order planned.

    Together it is what the week lacks: minutes logged beyond what was planned for an activity stand for what
    was planned last.
    """
    logged = _logged(plan, first, last)
    missing = {key: max(minutes - logged.get(key, 0), 0) for key, minutes in planned.items()}
    beyond = sum(missing.values()) - max(sum(planned.values()) - sum(logged.values()), 0)
    for key in reversed(missing):
        given = min(missing[key], beyond)
        missing[key] -= given
        beyond -= given
    return tuple(
        Carried(activity=key, title=plan.activity(key).title, minutes=minutes)
        for key, minutes in missing.items()
        if minutes
    )


def minutes_by_activity(portions: Iterable[tuple[ActivityId, int]]) -> dict[ActivityId, int]:
    """The minutes of each activity together, in the order they come first."""
    found: dict[ActivityId, int] = {}
    for activity, minutes in portions:
        found[activity] = found.get(activity, 0) + minutes
    return found


def _logged(plan: Plan, first: date, last: date) -> dict[ActivityId, int]:
    """Minutes logged since the status date for what is neither finished nor archived."""
    first = max(first, plan.facts.status_date)
    return minutes_by_activity(
        (each.activity, each.minutes)
        for each in plan.sessions.values()
        if first <= each.day <= last
        and each.activity in plan.active
        and plan.active[each.activity].finished_on is None
    )
