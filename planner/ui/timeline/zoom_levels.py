"""The zooms that have a name: days, weeks, months, quarters, years. No Qt."""

from enum import StrEnum

from planner.ui.timeline.axis import DateScale, zoomed


class ZoomLevel(StrEnum):
    """A zoom by what the lower line of the date header counts in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    QUARTERS = "quarters"
    YEARS = "years"


PX_PER_DAY = {
    ZoomLevel.DAYS: 28.0,
    ZoomLevel.WEEKS: 8.0,
    ZoomLevel.MONTHS: 2.0,
    ZoomLevel.QUARTERS: 0.5,
    ZoomLevel.YEARS: 0.15,
}
"""Pixels a day where a level is asked for by its name."""

_FROM = {
    ZoomLevel.DAYS: 20.0,
    ZoomLevel.WEEKS: 4.4,
    ZoomLevel.MONTHS: 0.62,
    ZoomLevel.QUARTERS: 0.3,
}
"""Pixels a day from which on a zoom is called so."""


def level_of(scale: DateScale) -> ZoomLevel:
    """What a zoom is called."""
    for level, least in _FROM.items():
        if scale.px_per_day >= least:
            return level
    return ZoomLevel.YEARS


def at_level(scale: DateScale, level: ZoomLevel, x: float) -> DateScale:
    """The zoom of a level, with the day at an x staying there."""
    return zoomed(scale, PX_PER_DAY[level] / scale.px_per_day, x)
