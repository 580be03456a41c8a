"""The seven days of a week: what is planned for each, and what was logged on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from planner.domain.items import ActivityId, ActivityKind, PlacementId, Session, SessionId, StepId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.week_clock import begin_times
from planner.domain.week_placements import Portion, placed_days
from planner.domain.wording import minutes_text

TOLERANCE = 5
"""Minutes that may be missing from a session that counts as done."""


class SessionState(StrEnum):
    """How far a planned session has come."""

    OPEN = "open"
    BEGUN = "begun"
    DONE = "done"


def state_of(planned: int, logged: int) -> SessionState:
    """How far a session of so many minutes has come: done with all of them but a tolerance, else begun."""
    if not logged:
        return SessionState.OPEN
    return SessionState.DONE if logged >= planned - TOLERANCE else SessionState.BEGUN


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

    `colour` is the phase's. `step_title` is empty where the activity has no steps left. `taken_from` is the
    day the schedule has the minutes on, and `taken_minutes` how many of them it has there: the day itself and
    all of them, unless the session is one of the learner's own placing, with the id `placement`. `starts_at`
    is when it begins, in minutes after midnight; None in plans without clock times.
    """

    number: int
    activity: ActivityId
    title: str
    kind: ActivityKind
    colour: int
    minutes: int
    taken_from: date
    taken_minutes: int
    placement: PlacementId | None = None
    starts_at: int | None = None
    step: StepId | None = None
    step_title: str = ""
    logged_minutes: int = 0

    @property
    def state(self) -> SessionState:
        """How far it has come."""
        return state_of(self.minutes, self.logged_minutes)

    @property
    def minutes_left(self) -> int:
        """Minutes still to be studied for it; 0 once it is done."""
        return 0 if self.state is SessionState.DONE else self.minutes - self.logged_minutes

    @property
    def amount(self) -> str:
        """Like “1 h 30”, and “45 min of 1 h 30” once it is begun."""
        planned = minutes_text(self.minutes)
        begun = self.state is SessionState.BEGUN
        return f"{minutes_text(self.logged_minutes)} of {planned}" if begun else planned


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
    def done(self) -> bool:
        """Whether something was planned for the day and all of it is done."""
        return bool(self.sessions) and all(each.state is SessionState.DONE for each in self.sessions)

    @property
    def beside_the_plan(self) -> tuple[LoggedEntry, ...]:
        """What was logged on the day without having been planned for it."""
        return tuple(each for each in self.logged if each.number is None)


def days_from(first_day: date) -> list[date]:
    """The seven days of the week that begins on a day."""
    return [first_day + timedelta(days=number) for number in range(7)]


def week_days(plan: Plan, schedule: Schedule, first_day: date, today: date) -> tuple[WeekDay, ...]:
    """The days of the week that begins on `first_day`, with the numbers of its sessions."""
    days = days_from(first_day)
    logged: dict[date, list[Session]] = {each: [] for each in days}
    for session in plan.sessions.values():
        if session.day in logged:
            logged[session.day].append(session)
    result: list[WeekDay] = []
    number = 1
    for day, portions in zip(days, placed_days(plan, schedule, days, today), strict=True):
        planned = _sessions(plan, day, portions, number)
        number += len(planned)
        entries = _entries(plan, logged[day], planned)
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


def _sessions(plan: Plan, day: date, portions: Sequence[Portion], number: int) -> list[PlannedSession]:
    """A day's portions as sessions with their numbers, by time where the learner wants clock times."""
    timed = list(zip(portions, _times(plan, day, portions), strict=True))
    timed.sort(key=lambda each: (each[1] is None, each[1] or 0))
    return [
        PlannedSession(
            number=number + place,
            activity=portion.activity.id,
            title=portion.activity.title,
            kind=portion.activity.kind,
            colour=plan.phases[portion.activity.phase].colour,
            minutes=portion.minutes,
            taken_from=portion.taken_from,
            taken_minutes=portion.taken_minutes,
            placement=None if portion.placement is None else portion.placement.id,
            starts_at=starts_at,
            step=portion.step.id if portion.step else None,
            step_title=portion.step.title if portion.step else "",
        )
        for place, (portion, starts_at) in enumerate(timed)
    ]


def _times(plan: Plan, day: date, portions: Sequence[Portion]) -> list[int | None]:
    if not plan.facts.clock_times:
        return [None] * len(portions)
    own = [None if each.placement is None else each.placement.starts_at for each in portions]
    minutes = [each.minutes for each in portions]
    return begin_times(plan.facts.clock_times[day.weekday()], list(zip(minutes, own, strict=True)))


def _entries(
    plan: Plan, logged: Sequence[Session], planned: Sequence[PlannedSession]
) -> tuple[LoggedEntry, ...]:
    """What was logged on a day, each with the planned session it counts for.

    That is the one it was logged for; else one of its activity: of its step, with minutes still to come, one
    of the schedule's before one of the learner's placing, the day's first before later ones.
    """
    filled = {each.number: 0 for each in planned}
    entries = []
    for session in logged:
        same = [each for each in planned if each.activity == session.activity]
        best = min(
            same,
            key=lambda each: (
                session.placement is None or each.placement != session.placement,
                each.step != session.step,
                state_of(each.minutes, filled[each.number]) is SessionState.DONE,
                each.placement is not None,
                each.number,
            ),
            default=None,
        )
        if best is not None:
            filled[best.number] += session.minutes
        entries.append(
            LoggedEntry(
                id=session.id,
                activity=session.activity,
                title=plan.activity(session.activity).title,
                minutes=session.minutes,
                number=None if best is None else best.number,
            )
        )
    return tuple(entries)


def _with_logged(session: PlannedSession, entries: Sequence[LoggedEntry]) -> PlannedSession:
    minutes = sum(each.minutes for each in entries if each.number == session.number)
    return replace(session, logged_minutes=minutes)
