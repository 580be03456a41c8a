"""week_plan(plan, schedule, first_day, today) -> WeekPlan: what one week holds, on screen and on paper.

Everything is drawn from the schedule. Minutes are whole; days are calendar days. Any week can be asked for,
also one before the start, after the finish or without study hours.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.domain.calendar import week_of
from planner.domain.items import ActivityId, ActivityKind, Session, SessionId, StepId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.week_aims import Feed, Goal, feeds_of, goals_of
from planner.domain.week_origin import WeekOrigin, origin_of_week
from planner.domain.week_sessions import lay_days, rounded
from planner.domain.wording import days_text, minutes_text


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedEntry:
    """Minutes the learner logged on a day; `number` is the planned session they count for, if any."""

    id: SessionId
    activity: ActivityId
    title: str
    minutes: int
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """Minutes of one activity planned for a day. `number` counts through the week from 1.

    `colour` is the phase's. `step_title` is empty where the activity has no steps left.
    """

    number: int
    activity: ActivityId
    title: str
    kind: ActivityKind
    colour: int
    minutes: int
    step: StepId | None = None
    step_title: str = ""
    logged_minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDay:
    """One day: the hours the calendar gives it, what is planned for it, and what was logged on it."""

    day: date
    available_minutes: int
    sessions: tuple[PlannedSession, ...]
    logged: tuple[LoggedEntry, ...]
    exception: str = ""

    @property
    def rest(self) -> bool:
        """Whether the calendar gives the day no hours."""
        return self.available_minutes == 0

    @property
    def planned_minutes(self) -> int:
        """Minutes planned for the day."""
        return sum(each.minutes for each in self.sessions)

    @property
    def beside_the_plan(self) -> tuple[LoggedEntry, ...]:
        """What was logged on the day without having been planned for it."""
        return tuple(each for each in self.logged if each.number is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPlan:
    """One week. `number` runs from 1 at the plan's start to `count` at its finish, and on both sides of it.

    `open_minutes` are those planned for the week before and not logged, once that week is over.
    """

    first_day: date
    number: int
    count: int
    phases: tuple[str, ...]
    days: tuple[WeekDay, ...]
    goals: tuple[Goal, ...]
    feeds: tuple[Feed, ...]
    origin: WeekOrigin
    open_minutes: int

    @property
    def last_day(self) -> date:
        """The week's seventh day."""
        return self.first_day + timedelta(days=6)

    @property
    def sessions(self) -> tuple[PlannedSession, ...]:
        """The week's planned sessions in the order of their numbers."""
        return tuple(session for day in self.days for session in day.sessions)

    @property
    def planned_minutes(self) -> int:
        """Minutes planned for the week."""
        return sum(each.planned_minutes for each in self.days)

    @property
    def available_minutes(self) -> int:
        """Minutes of study the calendar gives the week."""
        return sum(each.available_minutes for each in self.days)

    @property
    def logged_minutes(self) -> int:
        """Minutes logged in the week, planned or not."""
        return sum(entry.minutes for day in self.days for entry in day.logged)

    @property
    def place(self) -> str:
        """Where the week lies: “Week 14 of 89”, or how far it is outside the plan."""
        if self.number < 1:
            return f"{_weeks(1 - self.number)} before the start"
        if self.number > self.count:
            return f"{_weeks(self.number - self.count)} after the finish"
        return f"Week {self.number} of {self.count}"

    @property
    def dates(self) -> str:
        """Like “5–11 April 2027”."""
        return days_text(self.first_day, self.last_day)

    @property
    def title(self) -> str:
        """Like “Week 14 of 89 · 5–11 April 2027”."""
        return f"{self.place} · {self.dates}"

    @property
    def worked_in(self) -> str:
        """The phases worked in, at most two by name; empty for a week without work."""
        more = len(self.phases) - 2
        return " + ".join(self.phases[:2]) + (f" + {more} more" if more > 0 else "")

    @property
    def amounts(self) -> str:
        """Like “10 hours planned · 3 h 30 still open from last week”."""
        parts = [f"{_hours(self.planned_minutes)} planned" if self.planned_minutes else "Nothing planned"]
        if self.planned_minutes > self.available_minutes:
            parts.append(f"the week has {_hours(self.available_minutes)}")
        if self.open_minutes:
            parts.append(f"{minutes_text(self.open_minutes)} still open from last week")
        return " · ".join(parts)

    @property
    def about(self) -> str:
        """Like “Phase 1 · Core ML fundamentals · 10 hours planned · 3 h 30 still open from last week”."""
        return f"{self.worked_in} · {self.amounts}" if self.phases else self.amounts


def week_plan(plan: Plan, schedule: Schedule, first_day: date, today: date) -> WeekPlan:
    """The week that holds `first_day`, as the plan stands; `today` decides which week is over."""
    first_day = week_of(first_day, plan.facts.week_start)
    first_week = week_of(plan.facts.start, plan.facts.week_start)
    last_week = max(week_of(schedule.finish, plan.facts.week_start), first_week)
    days = _week_days(plan, schedule, first_day, today)
    minutes: dict[ActivityId, int] = {}
    steps: dict[ActivityId, list[str]] = {}
    for session in (session for day in days for session in day.sessions):
        minutes[session.activity] = minutes.get(session.activity, 0) + session.minutes
        if session.step_title and session.step_title not in steps.setdefault(session.activity, []):
            steps[session.activity].append(session.step_title)
    phases = {plan.groups_around(plan.activities[each].phase)[-1].id for each in minutes}
    return WeekPlan(
        first_day=first_day,
        number=(first_day - first_week).days // 7 + 1,
        count=(last_week - first_week).days // 7 + 1,
        phases=tuple(each.title for each in plan.ordered_phases if each.id in phases),
        days=days,
        goals=goals_of(plan, schedule, minutes, steps, first_day),
        feeds=feeds_of(plan, schedule, list(minutes), first_day),
        origin=origin_of_week(plan, minutes),
        open_minutes=open_minutes(plan, schedule, first_day, today),
    )


def _week_days(plan: Plan, schedule: Schedule, first_day: date, today: date) -> tuple[WeekDay, ...]:
    days = _days_from(first_day)
    logged: dict[date, list[Session]] = {each: [] for each in days}
    for session in plan.sessions.values():
        if session.day in logged:
            logged[session.day].append(session)
    result: list[WeekDay] = []
    number = 1
    for day, pieces in zip(days, lay_days(schedule, days, today), strict=True):
        planned = [
            PlannedSession(
                number=number + place,
                activity=piece.activity.id,
                title=piece.activity.title,
                kind=piece.activity.kind,
                colour=plan.phases[piece.activity.phase].colour,
                minutes=minutes,
                step=piece.step.id if piece.step else None,
                step_title=piece.step.title if piece.step else "",
            )
            for place, (piece, minutes) in enumerate(rounded(pieces))
        ]
        number += len(planned)
        entries = tuple(_entry(plan, each, planned) for each in logged[day])
        exceptions = plan.calendar.exceptions_between(day, day)
        result.append(
            WeekDay(
                day=day,
                available_minutes=round(plan.calendar.hours_on(day) * 60) if day >= plan.facts.start else 0,
                sessions=tuple(_with_logged(each, entries) for each in planned),
                logged=entries,
                exception=exceptions[-1].name if exceptions else "",
            )
        )
    return tuple(result)


def _entry(plan: Plan, session: Session, planned: Sequence[PlannedSession]) -> LoggedEntry:
    """A logged session and the planned one it counts for: of its step, else its activity's first that day."""
    same = [each for each in planned if each.activity == session.activity]
    same.sort(key=lambda each: each.step != session.step)
    return LoggedEntry(
        id=session.id,
        activity=session.activity,
        title=plan.activity(session.activity).title,
        minutes=session.minutes,
        number=same[0].number if same else None,
    )


def _with_logged(session: PlannedSession, entries: Sequence[LoggedEntry]) -> PlannedSession:
    minutes = sum(each.minutes for each in entries if each.number == session.number)
    return replace(session, logged_minutes=minutes)


def open_minutes(plan: Plan, schedule: Schedule, first_day: date, today: date) -> int:
    """Minutes of unfinished work planned for the week before and not logged, once that week is over."""
    if first_day > today:
        return 0
    week_before = _days_from(first_day - timedelta(days=7))
    planned = sum(each.minutes for pieces in lay_days(schedule, week_before, today) for each in pieces)
    logged = sum(
        each.minutes
        for each in plan.sessions.values()
        if max(week_before[0], plan.facts.status_date) <= each.day <= week_before[-1]
        and plan.activity(each.activity).finished_on is None
        and each.activity in plan.active
    )
    return max(round(planned) - logged, 0)


def _days_from(first_day: date) -> list[date]:
    return [first_day + timedelta(days=number) for number in range(7)]


def _hours(minutes: int) -> str:
    """Like “10 hours”, “1 hour” or “9 h 30”."""
    if not minutes or minutes % 60:
        return minutes_text(minutes)
    return "1 hour" if minutes == 60 else f"{minutes // 60} hours"


def _weeks(number: int) -> str:
    return "1 week" if number == 1 else f"{number} weeks"
