"""Where one item lands in all samples of a forecast, asked by day or by part of the samples."""

from bisect import bisect_right
from datetime import date
from math import ceil

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS
from planner.domain.forecast.capped_axis import CappedAxis
from planner.domain.forecast.streams import Samples

_ROUNDING = 1e-9
"""10 % of 1,000 samples are 100 of them, whatever the last bit of 0.1 says."""


class Landing:
    """The instants an item lands at, in order, on days no earlier than `least`; `least` alone without any."""

    def __init__(self, axis: CappedAxis, ordered: Samples, least: int) -> None:
        self._axis = axis
        self._ordered = ordered
        self._least = least

    def day_at(self, part: float) -> date:
        """The first day by which such a part of the samples, 0 to 1, has landed."""
        count = len(self._ordered)
        if not count:
            return self._axis.day(self._least)
        place = min(max(ceil(part * count - _ROUNDING), 1), count) - 1
        landed = self._axis.finish_indices(self._ordered[place : place + 1])
        return self._axis.day(max(int(landed[0]), self._least))

    def chance(self, day: date) -> float:
        """The share of samples that land by a day."""
        index = (day - self._axis.axis.first).days
        if index < self._least:
            return 0.0
        if not len(self._ordered) or index >= self._axis.last_index:
            return 1.0
        reached = self._axis.begin_of(index + 1) + INSTANT_TOLERANCE_HOURS
        return bisect_right(self._ordered, reached) / len(self._ordered)
