"""What a week asks for, the same on its page, in its review, in the history and in the figures. Pure.

1. What was kept with the week when it was reviewed or the plan caught up is what it asked for.
2. A week that is not over asks for what its days hold now. An activity that is finished meanwhile counts with
   the days it took, though these hold it no more: what was done was no less planned for being done.
3. A week that is over asked for that, too, but never for less than the plan had in it before any of the work
   since the status date was done: on which days that work was begun and finished rewrites no plan.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.week_facts import MINUTES_A_WEEK
from planner.domain.week_placements import Portion, placed_days


def kept_minutes(plan: Plan, first_day: date) -> int | None:
    """Minutes kept with a week when it was reviewed or the plan caught up; None where none are."""
    notes = plan.notes_of_week(first_day)
    return None if notes is None else notes.planned_minutes


def planned_minutes(plan: Plan, schedule: Schedule, first_day: date, today: date) -> int:
    """Minutes a week asks for, or asked for, by the rules above."""
    kept = kept_minutes(plan, first_day)
    if kept is not None:
        return kept
    placed = placed_days(plan, schedule, _days(first_day), today)
    return asked_minutes(plan, schedule, first_day, today, _minutes_of(placed))


def asked_minutes(plan: Plan, schedule: Schedule, first_day: date, today: date, ahead: int) -> int:
    """The same where it is known already that the week's days hold `ahead` minutes now."""
    kept = kept_minutes(plan, first_day)
    if kept is not None:
        return kept
    asked, days = ahead + _minutes_of_finished(schedule, first_day), _days(first_day)
    before = schedule.before_work
    if days[-1] < today and before is not schedule:
        asked = max(asked, _minutes_of(placed_days(before.plan, before, days, today)))
    return min(asked, MINUTES_A_WEEK)


def _days(first_day: date) -> list[date]:
    return [first_day + timedelta(days=number) for number in range(7)]


def _minutes_of(placed: Sequence[Sequence[Portion]]) -> int:
    return sum(each.minutes for day in placed for each in day)


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
