"""The plan as a learner has it on a day in the middle of a history."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from planner.domain.frame import settle
from planner.domain.items import Session, SessionId
from planner.domain.plan import Plan
from tests.calibration.histories import History

MOST_SHOWN = 0.99
"""Hours alone fill an activity so far: it is done when the learner says so."""


class Way(StrEnum):
    """What is measured when a learner is said to be a quarter of the way.

    By work: the plan shows so large a part of its estimated hours as done, with finished activities and the
    logged hours of those in progress. By time: so large a part of the true time has gone by. Nobody can know
    that day before the end, so a forecast that is right on any day one can name may cover too much or too
    little on this one: the day was chosen by what was still to come.
    """

    WORK = "work"
    TIME = "time"


def part_of_the_way(history: History, part: float, way: Way = Way.WORK) -> date:
    """The first morning with such a part of the way, 0 to 1, behind the learner."""
    start = history.plan.facts.start
    if way is Way.TIME:
        return start + timedelta(days=round(part * (history.finish - start).days))
    return (
        next(day for day, done in _shown_done(history) if done >= part) + timedelta(days=1) if part else start
    )


def plan_on(history: History, today: date) -> Plan:
    """What the plan holds on the morning of a day: who catches up did so last some weeks before."""
    if history.catches_up_every:
        start = history.plan.facts.start
        times = (today - start).days // history.catches_up_every
        if times:
            day = start + timedelta(days=times * history.catches_up_every)
            return _recorded(history, settle(_recorded(history, history.plan, day), day), today)
    return _recorded(history, history.plan, today)


def _shown_done(history: History) -> Iterator[tuple[date, float]]:
    """How large a part of its hours the plan shows as done on each day that changes it, 0 to 1."""
    likely = {key: each.effort.likely for key, each in history.plan.activities.items()}
    total = sum(likely.values())
    logged = dict.fromkeys(likely, 0.0)
    shown = dict.fromkeys(likely, 0.0)
    happened = [*history.sessions, *((day, activity, 0) for activity, day in history.finished.items())]
    for day, activity, minutes in sorted(happened, key=lambda each: each[0]):
        logged[activity] += minutes / 60
        whole = history.finished[activity] <= day
        shown[activity] = likely[activity] if whole else min(logged[activity], MOST_SHOWN * likely[activity])
        yield day, sum(shown.values()) / total


def _recorded(history: History, plan: Plan, today: date) -> Plan:
    """A plan with all that was logged, ticked and finished before a day."""
    sessions = {}
    for number, (day, activity, minutes) in enumerate(history.sessions):
        if day >= today:
            break
        key = SessionId(str(number))
        sessions[key] = Session(id=key, activity=activity, day=day, minutes=minutes)
    steps_done = {activity: done for day, activity, done in history.steps if day < today}
    activities = dict(plan.activities)
    for activity_id, found in plan.activities.items():
        done = steps_done.get(activity_id, 0)
        steps = tuple(replace(each, done=place < done) for place, each in enumerate(found.steps))
        finished = history.finished.get(activity_id)
        activities[activity_id] = replace(
            found, steps=steps, finished_on=finished if finished is not None and finished < today else None
        )
    return replace(plan, sessions=sessions, activities=activities)
