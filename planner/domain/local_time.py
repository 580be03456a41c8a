"""Which day an instant belongs to where the learner lives: midnights and clock times, safe across DST.

An instant is seconds since 1 January 1970, UTC, as `time.time` gives it. Lengths of time are differences of
instants, so a clock that is put forward or back in spring and autumn changes none of them.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True)
class LocalTime:
    """The wall clock of a time zone; None is the system's own, which is asked each time."""

    zone: tzinfo | None = None

    def day(self, instant: float) -> date:
        """The calendar day an instant lies in."""
        return datetime.fromtimestamp(instant, self.zone).date()

    def midnight_after(self, day: date) -> float:
        """The instant a day ends and the next begins, also where that day has 23 or 25 hours.

        Where clocks skip midnight itself, the day begins at the first instant there is.
        """
        return datetime.combine(day + timedelta(days=1), time.min, self.zone).timestamp()

    def clock(self, instant: float) -> str:
        """Like “14:05”."""
        return f"{datetime.fromtimestamp(instant, self.zone):%H:%M}"
