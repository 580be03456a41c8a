"""The verbs that split a bar around a pause and close the gap again: Plan -> Plan, pure, as in `edits`."""

from dataclasses import replace
from datetime import date, timedelta

from planner.domain.edits import put_activity
from planner.domain.errors import InvalidValue
from planner.domain.items import Activity, ActivityId, Pause
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.wording import days_text

_DAY = timedelta(days=1)


def split(plan: Plan, activity: ActivityId, first: date, last: date, current: Schedule | None = None) -> Plan:
    """Give an activity no hours on the days from first to last, both included.

    A pause that touches another becomes one with it. `current` is the plan's schedule where it is at hand.
    Raises `InvalidValue` for what is finished or archived, and for days on which the activity does not run.
    """
    found = _open(plan, activity)
    pause = Pause(first=first, last=last)
    current = schedule(plan) if current is None else current
    begins, ends = current.start_day(activity), current.finish_day(activity)
    if last < begins or first > ends:
        raise InvalidValue(f"A pause of “{found.title}” lies within its days, {days_text(begins, ends)}.")
    return put_activity(plan, with_pause(found, pause))


def with_pause(activity: Activity, pause: Pause) -> Activity:
    """An activity with one more pause, which becomes one with those it touches."""
    apart = [
        each for each in activity.pauses if each.last + _DAY < pause.first or pause.last + _DAY < each.first
    ]
    touching = [each for each in activity.pauses if each not in apart]
    joined = Pause(
        first=min([pause.first, *(each.first for each in touching)]),
        last=max([pause.last, *(each.last for each in touching)]),
    )
    return replace(activity, pauses=tuple(sorted([*apart, joined], key=lambda each: each.first)))


def close_gap(plan: Plan, activity: ActivityId, pause: Pause) -> Plan:
    """Let an activity have the hours of a pause again; raises `InvalidValue` where it has no such pause."""
    found = _open(plan, activity)
    if pause not in found.pauses:
        raise InvalidValue(f"“{found.title}” has no pause on {days_text(pause.first, pause.last)}.")
    return put_activity(plan, replace(found, pauses=tuple(each for each in found.pauses if each != pause)))


def _open(plan: Plan, activity: ActivityId) -> Activity:
    found = plan.activity(activity)
    if found.archived_on is not None:
        raise InvalidValue(f"“{found.title}” is archived. Bring it back first.")
    if found.finished_on is not None:
        raise InvalidValue(f"“{found.title}” is finished already. Reopen it first.")
    return found
