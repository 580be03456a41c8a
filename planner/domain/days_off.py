"""A calendar's days with hours of their own: the learner's, and the public holidays of a country.

Own days stand behind public holidays in a calendar, and later ones win, so that on a day that is both the
learner's own hours hold.
"""

from collections.abc import Iterable

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
