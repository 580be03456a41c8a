"""The axis of work hours for many instants at once, which ends with the year 9999 instead of refusing.

A plan that fits may have a few samples that do not: they land on the calendar's last day, and so does a
quantile among them. No plan that can be laid out lands on that day.
"""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS, WorkAxis
from planner.domain.errors import PlanTooLong
from planner.domain.forecast.streams import Samples

PAST = date.max
"""The day that stands for "past the year 9999"."""

Days = npt.NDArray[np.int64]
"""Days after the plan's first one, of each sample; shape (samples,)."""


class CappedAxis:
    """`WorkAxis` for arrays; whatever lies beyond the days it knows counts as the calendar's last day."""

    def __init__(self, axis: WorkAxis) -> None:
        self.axis = axis
        self.last_index = (PAST - axis.first).days
        """The day that stands for all that lies beyond; the axis knows the days before it."""

    def begin(self, day: date) -> float:
        """Hours before the day."""
        return self.begin_of((day - self.axis.first).days)

    def end(self, day: date) -> float:
        """Hours up to the day's end."""
        return self.begin_of((day - self.axis.first).days + 1)

    def begin_of(self, day_index: int) -> float:
        """Hours before the day so many days after the first."""
        return self.axis.begin_of(min(day_index, self.last_index))

    def begins(self, day_indices: Days) -> Samples:
        """`begin_of` of many days; same shape."""
        return self.axis.begins(np.minimum(day_indices, self.last_index))

    def start_indices(self, instants: Samples) -> Days:
        """The first days with hours left after such instants."""
        try:
            return self.axis.start_indices(instants)
        except PlanTooLong:
            return self._capped(self.axis.start_indices, instants)

    def finish_indices(self, instants: Samples) -> Days:
        """The first days whose end reaches such instants."""
        try:
            return self.axis.finish_indices(instants)
        except PlanTooLong:
            return self._capped(self.axis.finish_indices, instants)

    def day(self, index: int) -> date:
        """The day so many days after the first."""
        return self.axis.first + timedelta(days=index)

    def _capped(self, found_by: Callable[[Samples], Days], instants: Samples) -> Days:
        """The days of instants of which some lie beyond: the axis is asked about the others alone."""
        known = self.axis.begin_of(self.last_index) - 2 * INSTANT_TOLERANCE_HOURS
        days: Days = np.where(instants < known, found_by(np.minimum(instants, known)), self.last_index)
        return days
