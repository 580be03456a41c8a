"""The verbs on the plan as a whole: its hours, days off, title, paper, and the day it is settled up to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planner.domain.calendar import CalendarException, WeeklyHours
from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, NodeId
from planner.domain.plan import Paper, Plan
from planner.domain.progress import logged_hours

DayHours = tuple[float, float, float, float, float, float, float]

_LONGEST_DAY_HOURS = 24.0


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


def set_hours(plan: Plan, hours: DayHours, most: float, valid_from: date) -> Plan:
    """Set a week from a day on together with the most hours a week, which hold it at least."""
    if hours == plan.calendar.weekly_on(max(valid_from, plan.facts.start)).hours:
        return set_most_hours(plan, max(most, sum(hours)))
    return set_most_hours(set_weekly_hours(plan, hours, valid_from), max(most, sum(hours)))


def scale_weekly_hours(plan: Plan, total: float, from_day: date, *, in_quarters: bool = False) -> Plan:
    """So many hours a week from a day on: that day's set, and all planned for later, grow by one factor.

    In a week of rest the total is that of the first set after it with hours. No day gets more than 24 hours;
    with `in_quarters` days are whole quarter hours. Days before and exceptions stay.
    """
    day = max(from_day, plan.facts.start)
    sets = plan.calendar.weekly_from(day)
    factor = total / next(each.total for each in sets if each.total > 0)
    change = _quarters if in_quarters else _exact
    scaled = (replace(each, hours=change(each.hours, factor)) for each in sets)
    weekly = (*plan.calendar.weekly_before(day, plan.facts.start), *scaled)
    most = max(plan.facts.most_hours_a_week, total)
    return replace(set_most_hours(plan, most), calendar=replace(plan.calendar, weekly=weekly))


def _exact(hours: DayHours, factor: float) -> DayHours:
    return _week([min(each * factor, _LONGEST_DAY_HOURS) for each in hours])


def _quarters(hours: DayHours, factor: float) -> DayHours:
    """In whole quarter hours: the parts cut off go to the days that lost most."""
    exact = [each * 4 for each in _exact(hours, factor)]
    whole = [int(each + 1e-9) for each in exact]
    by_loss = sorted(range(7), key=lambda day: (whole[day] - exact[day], day))
    for day in by_loss[: max(round(sum(exact)) - sum(whole), 0)]:
        whole[day] += 1
    return _week([each / 4 for each in whole])


def _week(hours: Sequence[float]) -> DayHours:
    monday, tuesday, wednesday, thursday, friday, saturday, sunday = hours
    return monday, tuesday, wednesday, thursday, friday, saturday, sunday


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


def set_week_start(plan: Plan, week_start: int) -> Plan:
    """Choose the day a week begins on, from Monday (0) to Sunday (6)."""
    return replace(plan, facts=replace(plan.facts, week_start=week_start))


def change_settings(plan: Plan, title: str, paper: Paper, week_start: int) -> Plan:
    """Set what can be said about the plan as a whole in one go."""
    return set_week_start(set_paper(rename_plan(plan, title), paper), week_start)


def settle(plan: Plan, day: date) -> Plan:
    """Catch up by shifting: the plan is settled up to the day, and what is left starts from there.

    What is left of an activity with logged hours is its effort less those hours. What the learner says is
    left counts, as `edits.set_remaining` makes it part of the effort.
    """
    if day < plan.facts.status_date:
        raise InvalidValue("The plan is settled up to a later day already.")
    waiting = _waiting(plan)
    activities = dict(plan.activities)
    for key, activity in plan.activities.items():
        logged = logged_hours(plan, activity)
        if activity.finished_on is None and logged:
            first = min(each.day for each in plan.sessions_of_activity[ActivityId(key)])
            started = activity.started_on if key in waiting else activity.started_on or first
            left = max(activity.effort.likely - logged, 0.0)
            activities[key] = replace(activity, started_on=started, remaining_hours=left)
    return replace(plan, facts=replace(plan.facts, status_date=day), activities=activities)


def _waiting(plan: Plan) -> set[NodeId]:
    """The items that still wait for something unfinished.

    A look ahead into one of them does not start it: it would then run beside what it waits for, and two
    activities would ask for the same hours.
    """
    settled: set[NodeId] = {each.id for each in plan.activities.values() if each.finished_on is not None}
    settled |= {each.id for each in plan.milestones.values() if each.reached_on is not None}
    return {each.after for each in plan.dependencies.values() if each.before not in settled}
