"""The learner's study hours, and the axis of work hours that every date is laid out on.

An instant is a number of study hours since the plan's first day. `begin(day)` hours lie before a day,
`end(day)` hours lie up to its end. A start falls on the first day that still has hours after the instant, a
finish on the first day whose end reaches it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import isfinite
from typing import Literal

import numpy as np
import numpy.typing as npt

from planner.domain.errors import InvalidValue, PlanTooLong

INSTANT_TOLERANCE_HOURS = 1e-6
"""Instants closer than this (some milliseconds of study) are one: sums of hours are rounded numbers."""

HOURS_OF_A_WEEK = 168.0

_USUAL_QUARTERS = (6, 6, 6, 6, 0, 16, 0)
_FIRST_AXIS_DAYS = 1461
_LAST_ORDINAL = date.max.toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyHours:
    """Study hours for Monday to Sunday, valid from a day until the next set begins."""

    valid_from: date
    hours: tuple[float, float, float, float, float, float, float]

    def __post_init__(self) -> None:
        if not all(isfinite(hours) and 0 <= hours <= 24 for hours in self.hours):
            raise InvalidValue("A week has seven days of 0 to 24 hours.")

    @property
    def total(self) -> float:
        """Hours in one week."""
        return sum(self.hours)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarException:
    """Days, both ends included, whose hours differ from the week's: a holiday, an exam week, an extra day.

    `source` is empty for the learner's own, else the code of the public holidays it came from: DE, or DE-BY.
    """

    first: date
    last: date
    hours: float = 0.0
    name: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidValue("The last day cannot come before the first.")
        if not (isfinite(self.hours) and 0 <= self.hours <= 24):
            raise InvalidValue("A day has 0 to 24 hours.")


@dataclass(frozen=True, kw_only=True)
class StudyCalendar:
    """Sets of weekly hours by the day they begin to hold, and dated exceptions; later exceptions win.

    A calendar whose last set is all zero is refused: nothing could ever finish.
    """

    weekly: tuple[WeeklyHours, ...]
    exceptions: tuple[CalendarException, ...] = ()
    _axes: dict[date, "WorkAxis"] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.weekly:
            raise InvalidValue("A calendar needs the hours of a week.")
        days = [each.valid_from for each in self.weekly]
        if days != sorted(set(days)):
            raise InvalidValue("Sets of weekly hours must begin on different days, in order.")
        if self.weekly[-1].total <= 0:
            raise InvalidValue("Give at least one day of the week some study hours.")

    def weekly_on(self, day: date) -> WeeklyHours:
        """The set that holds on a day (the first set also holds before it begins)."""
        index = bisect_right([each.valid_from for each in self.weekly], day) - 1
        return self.weekly[max(index, 0)]

    def weekly_before(self, day: date, first: date) -> tuple[WeeklyHours, ...]:
        """The sets that give the days from the first until a day the hours they have now."""
        kept = tuple(each for each in self.weekly if each.valid_from < day)
        if not kept and first < day:
            return (replace(self.weekly[0], valid_from=first),)
        return kept

    def weekly_from(self, day: date) -> tuple[WeeklyHours, ...]:
        """The sets that give a day and all after it their hours; the first begins on the day."""
        later = (each for each in self.weekly if each.valid_from > day)
        return (replace(self.weekly_on(day), valid_from=day), *later)

    def hours_on(self, day: date) -> float:
        """Study hours on a day."""
        for exception in reversed(self.exceptions):
            if exception.first <= day <= exception.last:
                return exception.hours
        return self.weekly_on(day).hours[day.weekday()]

    def exceptions_between(self, first: date, last: date) -> tuple[CalendarException, ...]:
        """The exceptions that touch the days from first to last."""
        return tuple(each for each in self.exceptions if each.first <= last and first <= each.last)

    def axis(self, first: date) -> "WorkAxis":
        """The axis of work hours from a plan's first day; kept, as a calendar never changes."""
        if first not in self._axes:
            self._axes[first] = WorkAxis(self, first)
        return self._axes[first]

    def daily_hours(self, first: date, days: int) -> npt.NDArray[np.float64]:
        """Hours of each of so many days from the first on; shape (days,)."""
        result = np.empty(days)
        begins = [0, *(min(max((each.valid_from - first).days, 0), days) for each in self.weekly[1:]), days]
        for each, begin, stop in zip(self.weekly, begins[:-1], begins[1:], strict=True):
            if begin < stop:
                pattern = np.roll(np.array(each.hours), -((first.weekday() + begin) % 7))
                result[begin:stop] = np.tile(pattern, (stop - begin) // 7 + 1)[: stop - begin]
        for exception in self.exceptions:
            begin = max((exception.first - first).days, 0)
            stop = min((exception.last - first).days + 1, days)
            if begin < stop:
                result[begin:stop] = exception.hours
        return result


class WorkAxis:
    """Day to instant and back, for one calendar from one first day; grows as far as it is asked."""

    def __init__(self, calendar: StudyCalendar, first: date) -> None:
        self.first = first
        self._calendar = calendar
        self._origin = first.toordinal()
        self._most_days = _LAST_ORDINAL - self._origin
        self._cumulative: npt.NDArray[np.float64] = np.zeros(1)
        self._boundaries: list[float] = [0.0]
        self._grow(_FIRST_AXIS_DAYS)

    def begin(self, day: date) -> float:
        """Hours before the day; 0 before the first day."""
        return self.begin_of(day.toordinal() - self._origin)

    def end(self, day: date) -> float:
        """Hours up to the day's end."""
        return self.begin_of(day.toordinal() - self._origin + 1)

    def begin_of(self, day_index: int) -> float:
        """Hours before the day so many days after the first."""
        if day_index <= 0:
            return 0.0
        if day_index >= len(self._boundaries):
            self._reach_day(day_index)
        return self._boundaries[day_index]

    def grow_like(self, other: "WorkAxis") -> None:
        """Know as many days as another axis does, in one go: growing bit by bit takes twice as long."""
        if len(self._boundaries) < len(other._boundaries):
            self._grow(len(other._boundaries))

    def start_day(self, instant: float) -> date:
        """The day a start at this instant falls on: the first with hours left after it."""
        return date.fromordinal(self._origin + self.start_index(instant))

    def finish_day(self, instant: float) -> date:
        """The day a finish at this instant falls on: the first whose end reaches it."""
        return date.fromordinal(self._origin + self.finish_index(instant))

    def start_index(self, instant: float) -> int:
        """Like `start_day`, as days after the first."""
        self._reach_instant(instant)
        return bisect_right(self._boundaries, instant + INSTANT_TOLERANCE_HOURS, 1) - 1

    def finish_index(self, instant: float) -> int:
        """Like `finish_day`, as days after the first."""
        self._reach_instant(instant)
        return bisect_left(self._boundaries, instant - INSTANT_TOLERANCE_HOURS, 1) - 1

    def start_indices(self, instants: Sequence[float] | npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
        """`start_index` of many instants; same shape."""
        return self._indices(instants, "right", INSTANT_TOLERANCE_HOURS)

    def finish_indices(self, instants: Sequence[float] | npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
        """`finish_index` of many instants; same shape."""
        return self._indices(instants, "left", -INSTANT_TOLERANCE_HOURS)

    def begins(self, day_indices: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """`begin_of` of many day indices; same shape."""
        if day_indices.size:
            self._reach_day(int(day_indices.max()))
        return self._cumulative[np.maximum(day_indices, 0)]

    def latest_with_begin(self, instant: float) -> int:
        """The last day whose beginning is not after the instant, as days after the first."""
        self._reach_instant(instant)
        return bisect_right(self._boundaries, instant + INSTANT_TOLERANCE_HOURS) - 1

    def _indices(
        self,
        instants: Sequence[float] | npt.NDArray[np.float64],
        side: Literal["left", "right"],
        tolerance: float,
    ) -> npt.NDArray[np.int64]:
        values = np.asarray(instants, dtype=np.float64)
        if not values.size:
            return np.zeros(values.shape, dtype=np.int64)
        self._reach_instant(float(values.max()))
        found = np.searchsorted(
            self._cumulative[1:], values + tolerance, "left" if side == "left" else "right"
        )
        return found.astype(np.int64)

    def _reach_day(self, day_index: int) -> None:
        if day_index > self._most_days:
            raise PlanTooLong
        if day_index >= len(self._boundaries):
            self._grow(day_index + 1)

    def _reach_instant(self, instant: float) -> None:
        while self._boundaries[-1] <= instant + INSTANT_TOLERANCE_HOURS:
            known, hours = len(self._boundaries), self._boundaries[-1]
            if known > self._most_days:
                raise PlanTooLong
            # At once as far as the hours so far suggest, within reason: there may hardly be any at first.
            self._grow(min(int(known * instant / hours) + 1, 16 * known) if hours else 2 * known)

    def _grow(self, days: int) -> None:
        days = min(max(days, 2 * len(self._boundaries)), self._most_days)
        self._cumulative = np.concatenate(([0.0], np.cumsum(self._calendar.daily_hours(self.first, days))))
        self._boundaries = self._cumulative.tolist()


def spread_week(hours: float) -> tuple[float, float, float, float, float, float, float]:
    """A sensible week for so many hours, to the quarter hour: evenings and a Saturday, Sunday free.

    Up to 10 hours it follows 1.5 h from Monday to Thursday and 4 h on Saturday; beyond, every day but Sunday
    gets an equal part of what is added. Quarter hours are dealt one after the other by the Sainte-Laguë rule
    (highest averages), so that more hours a week never take any from a day.
    """
    if not 0.25 <= hours <= 100:
        raise InvalidValue("A week has from a quarter of an hour to 100 hours of study.")
    quarters = [0] * 7
    for number in range(round(hours * 4)):
        usual = number < sum(_USUAL_QUARTERS)
        weights = _USUAL_QUARTERS if usual else (1, 1, 1, 1, 1, 1, 0)
        dealt = (
            quarters if usual else [have - base for have, base in zip(quarters, _USUAL_QUARTERS, strict=True)]
        )
        claims = [weight / (2 * have + 1) for weight, have in zip(weights, dealt, strict=True)]
        quarters[claims.index(max(claims))] += 1
    monday, tuesday, wednesday, thursday, friday, saturday, sunday = (each / 4 for each in quarters)
    return monday, tuesday, wednesday, thursday, friday, saturday, sunday


def usual_most_hours(week_hours: float) -> float:
    """The most hours a week a learner can give, where they do not say: twice the week's, at least 5 more."""
    return min(max(2 * week_hours, week_hours + 5), HOURS_OF_A_WEEK)


def week_of(day: date, week_start: int) -> date:
    """The first day of the week that holds the day; `week_start` is 0 for Monday to 6 for Sunday."""
    return day - timedelta(days=(day.weekday() - week_start) % 7)
