"""What a week asks for, the same on its page, in its review and in the history. Pure."""

from datetime import date, timedelta

from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.week_facts import MINUTES_A_WEEK


def kept_minutes(plan: Plan, first_day: date) -> int | None:
    """Minutes kept with a week when it was reviewed or the plan caught up; None where none are."""
    notes = plan.notes_of_week(first_day)
    return None if notes is None else notes.planned_minutes


def asked_minutes(plan: Plan, schedule: Schedule, first_day: date, ahead: int) -> int:
    """Minutes a week asks for: those kept with it, else the `ahead` that its days hold now.

    An activity that is finished meanwhile counts with the days it took, though these hold it no more: what
    was done in a week was no less planned for being done.
    """
    kept = kept_minutes(plan, first_day)
    return min(ahead + _minutes_of_finished(schedule, first_day), MINUTES_A_WEEK) if kept is None else kept


def _minutes_of_finished(schedule: Schedule, first_day: date) -> int:
    """Minutes that the bars of finished activities take of a week's hours."""
    axis = schedule.axis
    dawn = max(axis.begin(first_day), axis.begin(schedule.plan.facts.status_date))
    dusk = axis.end(first_day + timedelta(days=6))
    hours = 0.0
    for number, activity in enumerate(schedule.plan.active.values()):
        if activity.finished_on is not None:
            begin, finish = max(schedule.starts[number], dawn), min(schedule.finishes[number], dusk)
            hours += max(finish - begin, 0.0) * activity.share
    return round(hours * 60)
