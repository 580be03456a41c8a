"""A clock that stands until a test lets time pass."""

from datetime import date, datetime, tzinfo

from planner.domain.local_time import LocalTime


class Clock:
    """Gives instants as `time.time` does; `local` is the learner's wall clock."""

    def __init__(self, zone: tzinfo, *moment: int) -> None:
        self.local = LocalTime(zone)
        self.now = 0.0
        self.set(*moment)

    def __call__(self) -> float:
        return self.now

    def set(self, *moment: int) -> None:
        """Go to a moment on the wall: year, month, day, hour, minute."""
        year, month, day, hour, minute = (*moment, 0, 0)[:5]
        self.now = datetime(year, month, day, hour, minute, tzinfo=self.local.zone).timestamp()

    def today(self) -> date:
        """The learner's day."""
        return self.local.day(self.now)
