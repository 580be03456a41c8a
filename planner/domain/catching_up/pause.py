"""Pausing, for illness, a holiday, exams or life: days without study hours. A pause is part of a plan.

A pause that lies ahead moves what comes after it. Who has been away and comes back pauses the days gone by
and catches up, both in one step: those days are then no days on which anything was planned.
"""

from datetime import date, timedelta

from planner.domain.calendar import CalendarException
from planner.domain.catching_up.proposal import Proposal
from planner.domain.catching_up.settling import settled
from planner.domain.catching_up.shift import with_targets_along
from planner.domain.catching_up.unstacking import unstacked
from planner.domain.errors import InvalidValue
from planner.domain.frame import add_exception
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.wording import day_text, days_text

DEFAULT_NAME = "Pause"
_DAY = timedelta(days=1)


def pause(plan: Plan, first: date, last: date, name: str = "") -> Plan:
    """Give the days from first to last, both included, no study hours, under a name.

    Raises `InvalidValue` for days the wrong way round, and for days that are all before the plan's status
    date or its start: nothing is planned there any more.
    """
    settled_up_to = plan.facts.status_date
    if first <= last < settled_up_to:
        happened = "begins on" if settled_up_to == plan.facts.start else "is settled up to"
        raise InvalidValue(f"The plan {happened} {day_text(settled_up_to)}. Choose days from then on.")
    return add_exception(plan, CalendarException(first=first, last=last, name=name.strip() or DEFAULT_NAME))


def propose_pause(
    plan: Plan, first: date, last: date, name: str, today: date, current: Schedule | None = None
) -> Proposal:
    """What a pause would do; targets and fixed dates stay, and nothing is stacked behind it.

    `current` is the plan's schedule where it is at hand. Raises `InvalidValue` as `pause` does.
    """
    before = schedule(plan) if current is None else current
    after = unstacked(pause(plan, first, last, name), before)
    days = days_text(first, last)
    return Proposal(
        plan=after.plan,
        schedule=after,
        before=before,
        today=today,
        text=f"Pause studying on {days}",
        reason=f"Before the pause of {days} ({name.strip() or DEFAULT_NAME})",
    )


def propose_return(
    plan: Plan, first: date, last: date, name: str, today: date, current: Schedule | None = None
) -> Proposal:
    """What it would do to have been away from first to last and to go on today, with what is left.

    The learner's own targets move along with their work. Raises `InvalidValue` as `pause` does, and for days
    that are not over yet.
    """
    if last >= today:
        raise InvalidValue("You have been away on days that are over. For days to come, pause them.")
    before = schedule(plan) if current is None else current
    paused = pause(plan, first, last, name)
    after = with_targets_along(settled(paused, schedule(paused, before.graph), today), before)
    days = days_text(first, last)
    return Proposal(
        plan=after.plan,
        schedule=after,
        before=before,
        today=today,
        text=f"Go on from {day_text(today)} after a pause",
        reason=f"Before going on from {day_text(today)} after {days} ({name.strip() or DEFAULT_NAME})",
    )


def later_by_pause(plan: Plan, first: date, last: date, before: Schedule) -> int:
    """By how many days a pause of these days alone, before anything is settled anew, would move the finish.

    Raises `InvalidValue` as `pause` does.
    """
    return (schedule(pause(plan, first, last), before.graph).finish - before.finish).days


def logged_within(plan: Plan, first: date, last: date) -> float:
    """Hours logged on the days from first to last."""
    return sum(each.minutes for each in plan.sessions.values() if first <= each.day <= last) / 60


def days_away(plan: Plan, today: date) -> tuple[date, date] | None:
    """The days since the last session was logged, up to yesterday; None where there are none.

    They begin with the plan's status date at the earliest, as what is before that is settled.
    """
    logged = [each.day + _DAY for each in plan.sessions.values() if each.day < today]
    first = max([plan.facts.status_date, *logged])
    return (first, today - _DAY) if first < today else None
