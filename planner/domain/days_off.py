"""A calendar's days with hours of their own: the learner's, and the public holidays of a country.

Own days stand behind public holidays in a calendar, and later ones win, so that on a day that is both the
learner's own hours hold.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from planner.domain.calendar import CalendarException

Days = tuple[CalendarException, ...]


def own_days(exceptions: Iterable[CalendarException]) -> Days:
    """Those the learner set, in their order."""
    return tuple(each for each in exceptions if not each.source)


def public_days(exceptions: Iterable[CalendarException]) -> Days:
    """Those that came from a country's public holidays, in their order."""
    return tuple(each for each in exceptions if each.source)


def with_public_holidays(
    exceptions: Iterable[CalendarException], holidays: Iterable[CalendarException]
) -> Days:
    """The learner's own days, and these public holidays instead of any others; none takes them all out."""
    return (*holidays, *own_days(exceptions))


@dataclass(frozen=True, slots=True)
class Overlap:
    """Days, both ends included, that two entries hold; `counts` is the one whose hours hold there."""

    first: date
    last: date
    counts: CalendarException


def overlaps(days: Days) -> list[Overlap]:
    """The days that are in two entries, earliest first: the hours of the later entry count."""
    found = [
        Overlap(max(one.first, other.first), min(one.last, other.last), other)
        for one, other in combinations(days, 2)
        if one.first <= other.last and other.first <= one.last
    ]
    return sorted(found, key=lambda each: (each.first, each.last))
