"""What an earlier calendar file had and a new one has not: importing alone would leave it in a calendar.

When hours are raised, an activity needs fewer sessions; when it is done or removed, none. A file that is
written in place of an earlier one of the same plan therefore carries these as cancelled events, and brings
along those that have moved to days that are not asked for.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.exchange.calendar_events import (
    CalendarEvent,
    Wanted,
    calendar_events,
    is_session,
    is_within,
    uid_beginning,
)
from planner.exchange.calendar_ics import read_calendar_file

_LARGEST_BYTES = 20_000_000
"""More than any plan's calendar: larger files are none of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """Events for the new file besides those asked for: gone from the plan, so cancelled, and moved away."""

    cancelled: tuple[CalendarEvent, ...] = ()
    moved: tuple[CalendarEvent, ...] = ()


def update_of(path: Path, plan: Plan, schedule: Schedule, wanted: Wanted, today: date) -> Update:
    """What an import of the file at `path`, if it is an earlier calendar of the plan, would leave in the way.

    That is events from today on, of the kinds that are wanted.
    """
    earlier = [
        each
        for each in _events_at(path, uid_beginning(plan))
        if each.day >= today and (wanted.sessions if is_session(each.uid) else wanted.milestones)
    ]
    if not earlier:
        return Update()
    here = {
        each.uid: each
        for each in calendar_events(plan, schedule, replace(wanted, first=None, last=None), today)
    }
    now = [(each, here[each.uid]) for each in earlier if each.uid in here]
    return Update(
        cancelled=tuple(
            replace(each, cancelled=True, alarm=None) for each in earlier if each.uid not in here
        ),
        moved=tuple(
            each for before, each in now if each.start != before.start and not is_within(each.day, wanted)
        ),
    )


def _events_at(path: Path, beginning: str) -> tuple[CalendarEvent, ...]:
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST_BYTES:
            return ()
        events = read_calendar_file(path.read_bytes())
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return ()
    return tuple(each for each in events if each.uid.startswith(beginning))
