"""week_plan(plan, schedule, first_day, today) -> WeekPlan: what one week holds, on screen and on paper.

Everything is drawn from the schedule and from what the learner said about the week. Minutes are whole; days
are calendar days. Any week can be asked for, also one before the start, after the finish or without hours.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.calendar import week_of
from planner.domain.items import ActivityId, StepId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.week_aims import Feed, Goal, feeds_of, goals_of, own_goals
from planner.domain.week_asked import asked_minutes
from planner.domain.week_carried import Carried, carried_text, left_open, minutes_by_activity, open_before
from planner.domain.week_days import (
    LoggedEntry,
    PlannedSession,
    SessionState,
    WeekDay,
    days_from,
    week_days,
)
from planner.domain.week_facts import WeekNotes
from planner.domain.week_origin import WeekOrigin, origin_of_week
from planner.domain.week_placements import placed_days
from planner.domain.wording import days_text, minutes_text

__all__ = [
    "Carried",
    "Feed",
    "Goal",
    "LoggedEntry",
    "PlannedSession",
    "SessionState",
    "WeekDay",
    "WeekPlan",
    "open_minutes",
    "week_plan",
]

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPlan:
    """One week. `number` runs from 1 at the plan's start to `count` at its finish, and on both sides of it.

    `asked_minutes` is what it asks for, or did before what is done or caught up was taken off its days.
    `carried` is what was planned for the week before and not logged, once that week is over, and
    `carried_before` the same of the weeks before that one; `overdue` is what this week has left open, once it
    is `over` itself. `notes` are the learner's own, if any.
    """

    first_day: date
    number: int
    count: int
    phases: tuple[str, ...]
    days: tuple[WeekDay, ...]
    goals: tuple[Goal, ...]
    feeds: tuple[Feed, ...]
    origin: WeekOrigin
    notes: WeekNotes | None
    over: bool
    asked_minutes: int
    carried: tuple[Carried, ...]
    carried_before: tuple[Carried, ...]
    overdue: tuple[Carried, ...]

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
    def open_minutes(self) -> int:
        """Minutes carried over from the week before."""
        return sum(each.minutes for each in self.carried)

    @property
    def carried_text(self) -> str:
        """Like “10 h still open from last week, 20 h from before”; empty where nothing is."""
        return carried_text(self.open_minutes, sum(each.minutes for each in self.carried_before))

    @property
    def planned_of_old(self) -> int | None:
        """Minutes planned when the week was settled, for a week that is over; None where not kept."""
        return self.notes.planned_minutes if self.notes is not None and self.over else None

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
        parts = [f"{_hours(self.asked_minutes)} planned" if self.asked_minutes else "Nothing planned"]
        if self.asked_minutes > self.available_minutes:
            parts.append(f"the week has {_hours(self.available_minutes)}")
        return " · ".join(filter(None, [*parts, self.carried_text]))

    @property
    def about(self) -> str:
        """Like “Phase 1 · Core ML fundamentals · 10 hours planned · 3 h 30 still open from last week”."""
        return f"{self.worked_in} · {self.amounts}" if self.phases else self.amounts


def week_plan(plan: Plan, schedule: Schedule, first_day: date, today: date) -> WeekPlan:
    """The week that holds `first_day`, as the plan stands; `today` decides which week is over."""
    first_day = week_of(first_day, plan.facts.week_start)
    first_week = week_of(plan.facts.start, plan.facts.week_start)
    last_week = max(week_of(schedule.finish, plan.facts.week_start), first_week)
    days = week_days(plan, schedule, first_day, today)
    sessions = [session for day in days for session in day.sessions]
    minutes = minutes_by_activity((each.activity, each.minutes) for each in sessions)
    steps: dict[ActivityId, dict[StepId, int]] = {}
    for session in sessions:
        if session.step is not None:
            of_activity = steps.setdefault(session.activity, {})
            of_activity[session.step] = of_activity.get(session.step, 0) + session.minutes
    phases = {plan.groups_around(plan.activities[each].phase)[-1].id for each in minutes}
    notes = plan.notes_of_week(first_day)
    over = first_day + timedelta(days=6) < today
    if notes is None or notes.goals is None:
        goals = goals_of(plan, schedule, minutes, steps, first_day, today)
    else:
        goals = own_goals(plan, notes.goals)
    return WeekPlan(
        first_day=first_day,
        number=(first_day - first_week).days // 7 + 1,
        count=(last_week - first_week).days // 7 + 1,
        phases=tuple(each.title for each in plan.ordered_phases if each.id in phases),
        days=days,
        goals=goals,
        feeds=feeds_of(plan, schedule, list(minutes), first_day),
        origin=origin_of_week(plan, minutes),
        notes=notes,
        over=over,
        asked_minutes=asked_minutes(plan, schedule, first_day, today, sum(minutes.values())),
        carried=_carried_into(plan, schedule, first_day, today),
        carried_before=open_before(plan, schedule, first_day - A_WEEK) if first_day <= today else (),
        overdue=left_open(plan, minutes, first_day, days[-1].day) if over else (),
    )


def open_minutes(plan: Plan, schedule: Schedule, first_day: date, today: date) -> int:
    """Minutes of unfinished work planned for the week before and not logged, once that week is over."""
    return sum(each.minutes for each in _carried_into(plan, schedule, first_day, today))


def _carried_into(plan: Plan, schedule: Schedule, first_day: date, today: date) -> tuple[Carried, ...]:
    if first_day > today:
        return ()
    before = days_from(first_day - A_WEEK)
    placed = placed_days(plan, schedule, before, today)
    planned = minutes_by_activity((each.activity.id, each.minutes) for day in placed for each in day)
    return left_open(plan, planned, before[0], before[-1])


def _hours(minutes: int) -> str:
    """Like “10 hours”, “1 hour” or “9 h 30”."""
    if not minutes or minutes % 60:
        return minutes_text(minutes)
    return "1 hour" if minutes == 60 else f"{minutes // 60} hours"


def _weeks(number: int) -> str:
    return "1 week" if number == 1 else f"{number} weeks"
