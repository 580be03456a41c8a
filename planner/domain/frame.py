"""The verbs on the plan as a whole: its hours, days off, title, paper, and the day it is settled up to."""

from dataclasses import replace
from datetime import date

from planner.domain.calendar import CalendarException, WeeklyHours
from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId
from planner.domain.plan import Paper, Plan
from planner.domain.progress import logged_hours

DayHours = tuple[float, float, float, float, float, float, float]


def set_weekly_hours(plan: Plan, hours: DayHours, valid_from: date) -> Plan:
    """Set the hours of Monday to Sunday from a day on; days before it keep theirs."""
    begins = max(valid_from, plan.facts.start)
    kept = plan.calendar.weekly_before(begins, plan.facts.start)
    weekly = (*kept, WeeklyHours(valid_from=begins, hours=hours))
    facts = plan.facts
    if sum(hours) > facts.most_hours_a_week:
        facts = replace(facts, most_hours_a_week=sum(hours))
    return replace(plan, facts=facts, calendar=replace(plan.calendar, weekly=weekly))


def set_most_hours(plan: Plan, hours: float) -> Plan:
    """Set the most hours a week the learner can give."""
    return replace(plan, facts=replace(plan.facts, most_hours_a_week=hours))


def add_exception(plan: Plan, exception: CalendarException) -> Plan:
    """Give some days hours of their own: a holiday, an exam week, an extra day."""
    calendar = replace(plan.calendar, exceptions=(*plan.calendar.exceptions, exception))
    return replace(plan, calendar=calendar)


def remove_exception(plan: Plan, exception: CalendarException) -> Plan:
    """Give some days the hours of their week again."""
    kept = tuple(each for each in plan.calendar.exceptions if each != exception)
    if len(kept) == len(plan.calendar.exceptions):
        raise InvalidValue("These days off are not in the plan.")
    return replace(plan, calendar=replace(plan.calendar, exceptions=kept))


def rename_plan(plan: Plan, title: str) -> Plan:
    """Give the plan another title."""
    return replace(plan, facts=replace(plan.facts, title=title.strip()))


def set_paper(plan: Plan, paper: Paper) -> Plan:
    """Choose the paper to print on."""
    return replace(plan, facts=replace(plan.facts, paper=paper))


def settle(plan: Plan, day: date) -> Plan:
    """Catch up by shifting: the plan is settled up to the day, and what is left starts from there.

    What is left of an activity with logged hours is its effort less those hours; the learner can correct it.
    """
    if day < plan.facts.status_date:
        raise InvalidValue("The plan is settled up to a later day already.")
    activities = dict(plan.activities)
    for key, activity in plan.activities.items():
        logged = logged_hours(plan, activity)
        if activity.finished_on is None and logged:
            first = min(each.day for each in plan.sessions_of_activity[ActivityId(key)])
            left = max(activity.effort.likely - logged, 0.0)
            activities[key] = replace(activity, started_on=activity.started_on or first, remaining_hours=left)
    return replace(plan, facts=replace(plan.facts, status_date=day), activities=activities)
