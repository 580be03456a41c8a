"""What weeks that are over have left open, by the activities they were planned for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import minutes_text


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


def open_before(plan: Plan, schedule: Schedule, day: date) -> tuple[Carried, ...]:
    """What was planned from the plan's status date to the day before `day`, and not logged on those days.

    It is read off where the work lies, all days at once, and said in fives.
    """
    settled = plan.facts.status_date
    if day <= settled:
        return ()
    dawn, dusk = schedule.axis.begin(settled), schedule.axis.begin(day)
    planned: dict[ActivityId, float] = {}
    for number, activity in enumerate(plan.active.values()):
        begin, finish = max(schedule.starts[number], dawn), min(schedule.finishes[number], dusk)
        if begin < finish and activity.finished_on is None:
            planned[activity.id] = schedule.between(number, begin, finish) * activity.share * 60
    for each in plan.placements.values():
        # What was moved out of these days, or into them.
        away = (settled <= each.taken_from < day) - (settled <= each.day < day)
        if each.activity in planned and each.day >= settled:
            planned[each.activity] -= away * each.minutes
    whole = {key: max(round(minutes / 5) * 5, 0) for key, minutes in planned.items()}
    return left_open(plan, whole, settled, day - timedelta(days=1))


def carried_text(last_week: int, before: int) -> str:
    """Like “10 h still open from last week, 20 h from before”; empty where nothing is. In minutes."""
    if not last_week:
        return f"{minutes_text(before)} still open from before last week" if before else ""
    text = f"{minutes_text(last_week)} still open from last week"
    return f"{text}, {minutes_text(before)} from before" if before else text


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
