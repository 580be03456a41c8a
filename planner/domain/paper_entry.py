"""sheet_of(...) -> Sheet, and enter_from_paper(plan, sheet, minutes): a printed week's minutes, typed back.

The numbers on paper are those of the plan as it was printed, at a revision and on a day: sessions are
counted anew from that plan, so that they stay right when the plan has changed since. What is logged for each
is looked up in the plan as it is now, and that plan is changed. What was moved and logged elsewhere since the
print counts for the session it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.domain.calendar import week_of
from planner.domain.errors import InvalidValue
from planner.domain.items import PlacementId, Session, SessionId, new_id
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.week import PlannedSession, WeekDay, WeekPlan, week_plan
from planner.domain.week_days import week_days
from planner.domain.week_logging import log_ahead, set_logged
from planner.domain.wording import weekday_text


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSession:
    """A numbered session of a sheet and what is logged for it now, by `entries`.

    `planned` is the session without its step and its placement where they are gone since. `gone` says that
    the activity is no longer in the plan, so that nothing can be logged for it; `finished_on` is the day on
    which the activity was finished, None while it is not.
    """

    planned: PlannedSession
    day: date
    logged_minutes: int = 0
    entries: tuple[SessionId, ...] = ()
    gone: bool = False
    finished_on: date | None = None

    @property
    def number(self) -> int:
        """Its number on the sheet."""
        return self.planned.number

    @property
    def title(self) -> str:
        """Its activity's title, as printed."""
        return self.planned.title

    @property
    def step_title(self) -> str:
        """Its step's title, as printed; empty without one."""
        return self.planned.step_title

    @property
    def planned_minutes(self) -> int:
        """Minutes, as printed."""
        return self.planned.minutes

    def is_ahead(self, today: date) -> bool:
        """Whether what is typed for it was studied ahead of its day, so that it is logged today."""
        return self.day > today and not self.entries

    def is_after_finish(self, today: date) -> bool:
        """Whether what is typed for it would be the first of it after its activity was finished."""
        day = today if self.is_ahead(today) else self.day
        return self.finished_on is not None and self.finished_on < day and not self.entries

    @property
    def about(self) -> str:
        """Like “Applied ML in Python · Module 4”."""
        return f"{self.title} · {self.step_title}" if self.step_title else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A printed week as it stood on paper, its sessions with what is logged now, and all of that together."""

    week: WeekPlan
    sessions: tuple[SheetSession, ...]
    logged_minutes: int

    @property
    def planned(self) -> Mapping[int, int]:
        """Planned minutes by session number."""
        return {each.number: each.planned_minutes for each in self.sessions}

    def session(self, number: int) -> SheetSession:
        """The session with a number; raises `InvalidValue`."""
        for each in self.sessions:
            if each.number == number:
                return each
        raise InvalidValue(f"This sheet has no session {number}.")


def sheet_of(printed: Plan, schedule: Schedule, first_day: date, printed_on: date, now: Plan) -> Sheet:
    """The sheet of the week that holds `first_day`.

    `printed` is the plan that was printed and `schedule` its schedule, on the day `printed_on`; `now` is the
    plan as it is. What is logged counts for a session by its day, activity and step, as on the week page.
    """
    first_day = week_of(first_day, printed.facts.week_start)
    logged = {key: each for key, each in now.sessions.items() if each.activity in printed.activities}
    bare = week_days(replace(printed, sessions={}), schedule, first_day, printed_on)
    moved = {
        session.number: _logged_elsewhere(printed, now, session, day.day)
        for day in bare
        for session in day.sessions
    }
    for each in (entry for entries in moved.values() for entry in entries):
        logged.pop(each.id, None)
    week = week_plan(replace(printed, sessions=logged), schedule, first_day, printed_on)
    sessions = [
        _session(now, session, day, moved[session.number]) for day in week.days for session in day.sessions
    ]
    elsewhere = sum(entry.minutes for entries in moved.values() for entry in entries)
    return Sheet(week=week, sessions=tuple(sessions), logged_minutes=week.logged_minutes + elsewhere)


def enter_from_paper(plan: Plan, sheet: Sheet, minutes: Mapping[int, int], today: date) -> Plan:
    """Let these minutes, by session number, stand for the sheet's sessions; 0 takes back what was logged.

    What was studied ahead of its day is logged today. Raises `InvalidValue` for a number that the sheet does
    not have, or whose activity is gone.
    """
    for number, amount in minutes.items():
        found = sheet.session(number)
        if found.gone:
            raise InvalidValue(gone_sentence(found))
        session = found.planned
        if amount and found.is_ahead(today):
            plan = log_ahead(plan, session, found.day, today, amount, PlacementId(new_id()))
        elif amount != found.logged_minutes:
            plan = set_logged(
                plan, found.entries, session.activity, found.day, amount, session.step, session.placement
            )
    return plan


def gone_sentence(session: SheetSession) -> str:
    """Why nothing can be logged for a session."""
    when = weekday_text(session.day)
    return f"Session {session.number} ({when}): “{session.title}” is no longer in the plan."


def _logged_elsewhere(printed: Plan, now: Plan, session: PlannedSession, day: date) -> tuple[Session, ...]:
    """What was logged on other days for a session of a day, after it was moved there since the print."""
    since = [
        each.id
        for each in now.placements.values()
        if each.id not in printed.placements
        and (each.activity, each.step, each.taken_from) == (session.activity, session.step, day)
    ]
    keys = [session.placement] if session.placement is not None else since
    return tuple(each for each in now.sessions.values() if each.placement in keys and each.day != day)


def _session(now: Plan, session: PlannedSession, day: WeekDay, elsewhere: Sequence[Session]) -> SheetSession:
    """A session of the sheet, as far as the plan of now still has what it is about."""
    activity = now.activities.get(session.activity)
    steps = () if activity is None else [each.id for each in activity.steps]
    entries = [each.id for each in day.logged if each.number == session.number]
    return SheetSession(
        planned=replace(
            session,
            step=session.step if session.step in steps else None,
            placement=session.placement if session.placement in now.placements else None,
            logged_minutes=0,
        ),
        day=day.day,
        logged_minutes=session.logged_minutes + sum(each.minutes for each in elsewhere),
        entries=(*entries, *(each.id for each in elsewhere)),
        gone=activity is None,
        finished_on=None if activity is None else activity.finished_on,
    )
