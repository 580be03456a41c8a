"""sheet_of(...) -> Sheet, and enter_from_paper(plan, sheet, minutes): a printed week's minutes, typed back.

The numbers on paper are those of the plan as it was printed, at a revision and on a day: sessions are
counted anew from that plan, so that they stay right when the plan has changed since. What is logged for each
is looked up in the plan as it is now, and that plan is changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, PlacementId, SessionId, StepId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.week import PlannedSession, WeekDay, WeekPlan, week_plan
from planner.domain.week_logging import set_logged
from planner.domain.wording import weekday_text


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSession:
    """A numbered session of a sheet and what is logged for it now, by `entries`.

    `step` and `placement` are None where the session has none, or where they are gone since. `gone` says that
    the activity is no longer in the plan, so that nothing can be logged for it.
    """

    number: int
    activity: ActivityId
    title: str
    step: StepId | None
    step_title: str
    colour: int
    day: date
    planned_minutes: int
    placement: PlacementId | None = None
    logged_minutes: int = 0
    entries: tuple[SessionId, ...] = ()
    gone: bool = False

    @property
    def about(self) -> str:
        """Like “Applied ML in Python · Module 4”."""
        return f"{self.title} · {self.step_title}" if self.step_title else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A printed week: the week as it stood on paper, and its sessions with what is logged now."""

    week: WeekPlan
    sessions: tuple[SheetSession, ...]

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
    logged = {key: each for key, each in now.sessions.items() if each.activity in printed.activities}
    week = week_plan(replace(printed, sessions=logged), schedule, first_day, printed_on)
    sessions = [_session(now, session, day) for day in week.days for session in day.sessions]
    return Sheet(week=week, sessions=tuple(sessions))


def enter_from_paper(plan: Plan, sheet: Sheet, minutes: Mapping[int, int]) -> Plan:
    """Let these minutes, by session number, stand for the sheet's sessions; 0 takes back what was logged.

    Raises `InvalidValue` for a number that the sheet does not have, or whose activity is gone.
    """
    for number, amount in minutes.items():
        found = sheet.session(number)
        if found.gone:
            raise InvalidValue(gone_sentence(found))
        if amount != found.logged_minutes:
            plan = set_logged(
                plan, found.entries, found.activity, found.day, amount, found.step, found.placement
            )
    return plan


def gone_sentence(session: SheetSession) -> str:
    """Why nothing can be logged for a session."""
    when = weekday_text(session.day)
    return f"Session {session.number} ({when}): “{session.title}” is no longer in the plan."


def _session(now: Plan, session: PlannedSession, day: WeekDay) -> SheetSession:
    """A session of the sheet, as far as the plan of now still has what it is about."""
    activity = now.activities.get(session.activity)
    steps = () if activity is None else [each.id for each in activity.steps]
    return SheetSession(
        number=session.number,
        activity=session.activity,
        title=session.title,
        step=session.step if session.step in steps else None,
        step_title=session.step_title,
        colour=session.colour,
        day=day.day,
        planned_minutes=session.minutes,
        placement=session.placement if session.placement in now.placements else None,
        logged_minutes=session.logged_minutes,
        entries=tuple(each.id for each in day.logged if each.number == session.number),
        gone=activity is None,
    )
