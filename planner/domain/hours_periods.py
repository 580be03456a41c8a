"""Study hours as periods: from which day to which day which week holds, and changing them. Pure.

What lies before a day (today, for a learner) is over: it is listed and never changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.calendar import WeeklyHours
from planner.domain.frame import DayHours
from planner.domain.wording import WEEKDAYS, day_text, days_text, hours_text

Weeks = tuple[WeeklyHours, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included, with the hours of one week; without `last` for good."""

    first: date
    last: date | None
    weekly: WeeklyHours

    @property
    def days(self) -> str:
        """Like “5–11 April 2027” or “From 12 Apr 2027 on”."""
        if self.last is None:
            return f"From {day_text(self.first)} on"
        return days_text(self.first, self.last)

    @property
    def hours(self) -> str:
        """Like “10 h a week: Mon–Thu 1 h 30, Sat 4 h”."""
        total = f"{hours_text(self.weekly.total)} a week"
        return f"{total}: {week_text(self.weekly.hours)}" if self.weekly.total else "no study"


def periods(weekly: Sequence[WeeklyHours], start: date) -> tuple[Period, ...]:
    """The periods of a plan that starts on a day, in order."""
    ends = [each.valid_from - timedelta(days=1) for each in weekly[1:]]
    firsts = [min(start, weekly[0].valid_from), *(each.valid_from for each in weekly[1:])]
    found = [Period(*each) for each in zip(firsts, [*ends, None], weekly, strict=True)]
    return tuple(each for each in found if each.last is None or each.last >= start)


def with_hours(weekly: Weeks, hours: DayHours, day: date, instead_of: date | None = None) -> Weeks:
    """Another week from a day on, until the next set begins; the set of `instead_of` goes."""
    kept = [each for each in weekly if each.valid_from not in (day, instead_of)]
    return tuple(sorted([*kept, WeeklyHours(valid_from=day, hours=hours)], key=lambda each: each.valid_from))


def without_hours(weekly: Weeks, day: date) -> Weeks:
    """Without the set that begins on a day: the one before it goes on. The first set stays."""
    return (weekly[0], *(each for each in weekly[1:] if each.valid_from != day))


def week_text(hours: DayHours) -> str:
    """Like “Mon–Thu 1 h 30, Sat 4 h”: days with equal hours in a row are named by the first and the last."""
    runs: list[tuple[int, int]] = []
    for day in range(7):
        if runs and runs[-1][1] == day - 1 and hours[day] == hours[runs[-1][0]]:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    named = [
        f"{WEEKDAYS[first][:3]}{f'–{WEEKDAYS[last][:3]}' if last > first else ''} {hours_text(hours[first])}"
        for first, last in runs
        if hours[first]
    ]
    return ", ".join(named)
