"""A clock that a random hand lets go on: the timer counts by it, and the day goes over by it."""

from datetime import date, datetime, time
from random import Random

from planner.domain.local_time import LocalTime

PASSES_S = (40, 70, 20 * 60, 20 * 60, 3 * 3600, 9 * 3600)
"""Seconds that go by at once: a session is timed, the machine sleeps, midnight comes."""


class MovingClock:
    """Stands at noon of a day until time is let pass."""

    def __init__(self, day: date) -> None:
        self._now = datetime.combine(day, time(12)).timestamp()

    def now(self) -> float:
        """The instant, in seconds since 1970."""
        return self._now

    def today(self) -> date:
        """The day of the instant where the program runs."""
        return LocalTime().day(self._now)

    def pass_some(self, rng: Random) -> None:
        """Let some time go by."""
        self._now += rng.choice(PASSES_S)
