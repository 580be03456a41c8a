"""The plan as a learner has it on a day in the middle of a history."""

from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from planner.domain.frame import settle
from planner.domain.items import Session, SessionId
from planner.domain.plan import Plan
from tests.calibration.histories import History


class Way(StrEnum):
    """What is measured when a learner is said to be a quarter of the way.

    By work: so large a part of the plan's estimated hours is done. By time: so large a part of the true time
    has gone by. Nobody can know that day before the end, so a forecast that is right on any day one can name
    may cover too much or too little on this one: the day was chosen by what was still to come.
    """

    WORK = "work"
    TIME = "time"


def part_of_the_way(history: History, part: float, way: Way = Way.WORK) -> date:
    """The first morning with such a part of the way, 0 to 1, behind the learner."""
    start = history.plan.facts.start
    if way is Way.TIME:
        return start + timedelta(days=round(part * (history.finish - start).days))
    return start + timedelta(days=bisect_left(history.earned, part) + 1 if part else 0)


def plan_on(history: History, today: date) -> Plan:
    """What the plan holds on the morning of a day: who catches up did so last some weeks before."""
    if history.catches_up_every:
        start = history.plan.facts.start
        times = (today - start).days // history.catches_up_every
        if times:
            day = start + timedelta(days=times * history.catches_up_every)
            return _recorded(history, settle(_recorded(history, history.plan, day), day), today)
    return _recorded(history, history.plan, today)


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
