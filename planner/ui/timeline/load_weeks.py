"""The plan's weeks as the load strip shows them: hours asked for, available and logged. No Qt."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

import numpy as np
import numpy.typing as npt

from planner.domain.calendar import week_of
from planner.domain.levelling import OVER_TOLERANCE_HOURS
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.ui.timeline.axis import DateScale

LEAST_COLUMN = 2.0
"""Pixels; where weeks are narrower, some of them share a column."""


@dataclass(frozen=True, slots=True)
class Column:
    """A bar of the strip: one week, or so many of which the one with least to spare is shown.

    Hours; `over` tells whether any of them asks for more than it has, `past` whether all are over.
    """

    x: float
    width: float
    asked: float
    available: float
    logged: float
    over: bool
    past: bool


@dataclass(frozen=True, slots=True)
class Weeks:
    """The plan's weeks from `first` on: hours asked for, available and logged; each of shape (weeks,).

    `now` is the number of today's week, negative before the plan begins.
    """

    first: date
    asked: npt.NDArray[np.float64]
    available: npt.NDArray[np.float64]
    logged: npt.NDArray[np.float64]
    now: int

    @property
    def full(self) -> float:
        """The hours that fill the strip's height: the same wherever one scrolls to."""
        most = max(self.asked.max(), self.available.max(), self.logged.max())
        # Not numpy's median, which loads a large part of numpy that nothing else here needs.
        usual = np.sort(self.available)[len(self.available) // 2]
        return float(max(most, usual * 1.35, 1.0))

    def number_at(self, scale: DateScale, x: float) -> int | None:
        """The number of the week at a pixel; None where the plan has none."""
        number = (int(scale.day(x)) - self.first.toordinal()) // 7
        return number if 0 <= number < len(self.asked) else None

    def day_of(self, number: int) -> date:
        """The first day of a week by its number."""
        return self.first + timedelta(days=7 * number)

    def over(self, number: int) -> float:
        """The hours a week is asked for beyond what it has; 0 where it has them."""
        above = float(self.asked[number] - self.available[number])
        return above if above > OVER_TOLERANCE_HOURS else 0.0

    def columns(self, scale: DateScale) -> list[Column]:
        """What is in view, left to right. Weeks that share a column do so wherever one scrolls to."""
        wide, origin, count = 7 * scale.px_per_day, self.first.toordinal(), len(self.asked)
        every = max(ceil(LEAST_COLUMN / wide), 1)
        begin = max(int((scale.left - origin) // (7 * every)), 0) * every
        end = min(int((scale.right - origin) // 7) + 1, count)
        if end <= begin:
            return []
        end = min(begin + ceil((end - begin) / every) * every, count)
        tightest = self._tightest(begin, end, every)
        over = self.asked[tightest] > self.available[tightest] + OVER_TOLERANCE_HOURS
        hours = np.stack((self.asked, self.available, self.logged), axis=1)[tightest].tolist()
        return [
            Column(
                x=scale.x(origin + 7 * number),
                width=min(every, count - number) * wide,
                asked=asked,
                available=available,
                logged=logged,
                over=above,
                past=number + every <= self.now,
            )
            for number, (asked, available, logged), above in zip(
                range(begin, end, every), hours, over.tolist(), strict=True
            )
        ]

    def _tightest(self, begin: int, end: int, every: int) -> npt.NDArray[np.int64]:
        """For each column the number of its week with least to spare; of equal ones the most asked for."""
        numbers = np.arange(begin, end)
        if every == 1:
            return numbers
        rank = self.asked[begin:end] - self.available[begin:end] + 1e-6 * self.asked[begin:end]
        short = -len(numbers) % every
        padded = np.concatenate((rank, np.full(short, -np.inf))).reshape(-1, every)
        return np.asarray(numbers[::every] + padded.argmax(axis=1))


def weeks_of(plan: Plan, current: Schedule, today: date) -> Weeks:
    """All weeks of a plan, from the one it starts in to the one its last item ends in."""
    first = week_of(plan.facts.start, plan.facts.week_start)
    count = (current.last_day - first).days // 7 + 1
    edges = 7 * np.arange(count + 1, dtype=np.int64) + (first - current.axis.first).days
    available = np.diff(current.axis.begins(edges))  # days before the plan begins give it nothing
    logged = np.zeros(count)
    for session in plan.sessions.values():
        number = (session.day - first).days // 7
        if 0 <= number < count:
            logged[number] += session.minutes / 60
    asked = current.load_hours(first, count)
    return Weeks(first, asked, available, logged, (today - first).days // 7)
