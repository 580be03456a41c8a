"""What of a plan a calendar on a server is to hold."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from planner.exchange.calendar_events import CalendarEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """All that a push needs to know of a plan; made where the plan is, used in a thread.

    `uid_beginning` is how the plan's UIDs begin; `items` how those begin whose past is kept.
    """

    events: tuple[CalendarEvent, ...]
    uid_beginning: str
    items: Collection[str]
    today: date
    revision: int
