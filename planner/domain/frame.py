"""The verbs on the plan as a whole: its hours, days off, title, paper, and the day it is settled up to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import isfinite

from planner.domain.calendar import CalendarException, StudyCalendar, WeeklyHours, spread_week
from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, NodeId
from planner.domain.plan import Paper, Plan
from planner.domain.progress import logged_hours
from planner.domain.wording import day_text, hours_text

DayHours = tuple[float, float, float, float, float, float, float]

LEAST_DIFFERENCE_HOURS = 1e-6
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


def scale_weekly_hours(plan: Plan, total: float, from_day: date, *, in_quarters: bool = False) -> Plan:
    """So many hours a week from a day on: that day's set, and all planned for later, grow by one factor.

    In a week of rest the total is that of the first set after it with hours. No day gets more than 24 hours;
    with `in_quarters` days are whole quarter hours. Days before and exceptions stay.
    """
    _check_number(total)
    day = max(from_day, plan.facts.start)
    sets = plan.calendar.weekly_from(day)
    factor = total / next(each.total for each in sets if each.total > 0)
    change = _quarters if in_quarters else _exact
    scaled = (replace(each, hours=change(each.hours, factor)) for each in sets)
    weekly = (*plan.calendar.weekly_before(day, plan.facts.start), *scaled)
    most = max(plan.facts.most_hours_a_week, total)
    return replace(set_most_hours(plan, most), calendar=replace(plan.calendar, weekly=weekly))


def set_hours_of_week(plan: Plan, first_day: date, total: float) -> Plan:
    """Give the week that begins on a day so many hours in all; every other week keeps its own.

    Days off, extra days, and days before the plan's start or its status date keep the hours they have. The
    others share the rest as they share it now, in whole quarter hours where the rest is made of such, else
    in minutes, and none gets more than 24 hours. Raises `InvalidValue` with the reason where that cannot be.
    """
    _check_number(total)
    calendar, facts = plan.calendar, plan.facts
    begins = _open_from(plan, first_day)
    week, free = _days_of(first_day), _free_days(plan, first_day)
    kept = kept_hours(plan, first_day)
    rest = total - kept
    if not free and rest:
        raise InvalidValue("Every day of that week is a day off or an extra day. Change those instead.")
    if rest < -LEAST_DIFFERENCE_HOURS:
        raise InvalidValue(
            f"Days off, extra days and days already settled make {hours_text(kept)} of that week. "
            "Change those to have less."
        )
    if rest > _LONGEST_DAY_HOURS * len(free):
        most = hours_text(kept + _LONGEST_DAY_HOURS * len(free))
        raise InvalidValue(f"A day has 24 hours, so that week can have {most} at most.")
    hours = [calendar.weekly_on(each).hours[each.weekday()] for each in week]
    shared = _shared(max(rest, 0.0), [week.index(each) for each in free], hours, first_day.weekday())
    by_weekday = dict(zip([each.weekday() for each in week], shared, strict=True))
    changed = WeeklyHours(valid_from=begins, hours=_week([by_weekday[each] for each in range(7)]))
    weekly = (
        *calendar.weekly_before(begins, facts.start),
        changed,
        *calendar.weekly_from(week[-1] + timedelta(days=1)),
    )
    return replace(plan, calendar=replace(calendar, weekly=coalesced(weekly)))


def set_hours_from_week(plan: Plan, first_day: date, total: float) -> Plan:
    """Give the week that begins on a day and every week after it so many hours in all, days off aside.

    The days share them as they share that week's now, in whole quarter hours where the total is made of such,
    else in minutes. Days before, or before the plan's start or its status date, keep theirs; other hours
    planned for later weeks go. Raises `InvalidValue` with the reason where that cannot be.
    """
    _check_number(total)
    calendar, start = plan.calendar, plan.facts.start
    begins = max(_open_from(plan, first_day), start)
    if total > 7 * _LONGEST_DAY_HOURS:
        raise InvalidValue("A day has 24 hours, so a week can have 168 h at most.")
    hours = _week(_shared(total, range(7), calendar.weekly_on(begins).hours, 0))
    weekly = (*calendar.weekly_before(begins, start), WeeklyHours(valid_from=begins, hours=hours))
    return replace(plan, calendar=replace(calendar, weekly=coalesced(weekly)))


def kept_hours(plan: Plan, first_day: date) -> float:
    """The hours of a week that its total cannot change: of days off, extra days and days already settled."""
    free, start = _free_days(plan, first_day), plan.facts.start
    days = [each for each in _days_of(first_day) if each >= start and each not in free]
    return sum(plan.calendar.hours_on(each) for each in days)


def coalesced(weekly: Sequence[WeeklyHours]) -> tuple[WeeklyHours, ...]:
    """The same hours in fewer sets: one that repeats the set before it is left out."""
    kept: list[WeeklyHours] = []
    for each in weekly:
        if not kept or kept[-1].hours != each.hours:
            kept.append(each)
    return tuple(kept)


def _check_number(hours: float) -> None:
    if not isfinite(hours):
        raise InvalidValue("Hours must be numbers.")


def _open_from(plan: Plan, first_day: date) -> date:
    """The first day of a week whose hours can change; raises `InvalidValue` where all of it is settled."""
    begins = max(first_day, plan.facts.status_date)
    if begins > first_day + timedelta(days=6):
        raise InvalidValue(
            f"The week of {day_text(first_day)} lies before the day your plan is settled up to, "
            f"{day_text(plan.facts.status_date)}, so its hours stay."
        )
    return begins


def _days_of(first_day: date) -> list[date]:
    return [first_day + timedelta(days=number) for number in range(7)]


def _free_days(plan: Plan, first_day: date) -> list[date]:
    """The days of a week that its own total divides among: no days off, none settled."""
    begins, calendar = max(first_day, plan.facts.status_date), plan.calendar
    days = (each for each in _days_of(first_day) if each >= begins)
    return [each for each in days if not calendar.exceptions_between(each, each)]


def _shared(rest: float, free: Sequence[int], hours: Sequence[float], weekday: int) -> list[float]:
    """A week's hours with the rest divided among its free days; `weekday` is that of its first day.

    A week of rest has no pattern of its own, so the usual one serves.
    """
    weights = {each: hours[each] for each in free}
    if not any(weights.values()):
        usual = spread_week(10)
        weights = {each: usual[(weekday + each) % 7] for each in free}
    if not any(weights.values()):
        weights = dict.fromkeys(free, 1.0)
    parts = 4 if abs(rest * 4 - round(rest * 4)) < LEAST_DIFFERENCE_HOURS else 60
    result = list(hours)
    open_days = sorted(free)
    while open_days:
        # A day that is full gives what it cannot take to the others.
        weight = sum(weights[each] for each in open_days)
        claims = {
            each: rest * weights[each] / weight if weight else rest / len(open_days) for each in open_days
        }
        full = [each for each in open_days if claims[each] > _LONGEST_DAY_HOURS]
        if not full:
            for each, share in zip(claims, _in_parts(list(claims.values()), parts), strict=True):
                result[each] = share
            return result
        for each in full:
            result[each] = _LONGEST_DAY_HOURS
            rest -= _LONGEST_DAY_HOURS
            open_days.remove(each)
    return result


def _exact(hours: DayHours, factor: float) -> DayHours:
    return _week([min(each * factor, _LONGEST_DAY_HOURS) for each in hours])


def _quarters(hours: DayHours, factor: float) -> DayHours:
    exact = _exact(hours, factor)
    quarters = _in_parts(exact, 4)
    # Less than a quarter of an hour a week is little, but no week of rest.
    return _week(quarters) if any(quarters) else exact


def _in_parts(hours: Sequence[float], parts: int) -> list[float]:
    """In whole parts of an hour, so many an hour: what is cut off goes to the days that lost most."""
    exact = [each * parts for each in hours]
    whole = [int(each + 1e-9) for each in exact]
    by_loss = sorted(range(len(exact)), key=lambda day: (whole[day] - exact[day], day))
    for day in by_loss[: max(round(sum(exact)) - sum(whole), 0)]:
        whole[day] += 1
    return [each / parts for each in whole]


def _week(hours: Sequence[float]) -> DayHours:
    monday, tuesday, wednesday, thursday, friday, saturday, sunday = hours
    return monday, tuesday, wednesday, thursday, friday, saturday, sunday


def set_calendar(plan: Plan, calendar: StudyCalendar, most: float) -> Plan:
    """Set all study hours and days off in one go, with the most hours a week the learner can give."""
    return set_most_hours(replace(plan, calendar=calendar), most)


def add_exception(plan: Plan, exception: CalendarException) -> Plan:
    """Give some days hours of their own: a holiday, an exam week, an extra day."""
    calendar = replace(plan.calendar, exceptions=(*plan.calendar.exceptions, exception))
    return replace(plan, calendar=calendar)


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
    for key, activity in plan.active.items():
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
    return {each.after for each in plan.active_dependencies.values() if each.before not in settled}
