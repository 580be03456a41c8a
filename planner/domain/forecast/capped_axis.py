"""The axis of work hours for many instants at once, which ends with the year 9999 instead of refusing.

A plan that fits may have a few samples that do not: they land on the calendar's last day, and so does a
quantile among them.
"""

from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from planner.domain.calendar import WorkAxis
from planner.domain.errors import PlanTooLong
from planner.domain.forecast.streams import Samples

Days = npt.NDArray[np.int64]
"""Days after the plan's first one, of each sample; shape (samples,)."""


class CappedAxis:
    """`WorkAxis` for arrays; whatever lies beyond its last day counts as that day."""

    def __init__(self, axis: WorkAxis) -> None:
        self.axis = axis
        self.last_index = (date.max - axis.first).days - 1

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
            return np.minimum(self.axis.start_indices(self._within(instants)), self.last_index)

    def finish_indices(self, instants: Samples) -> Days:
        """The first days whose end reaches such instants."""
        try:
            return self.axis.finish_indices(instants)
        except PlanTooLong:
            return np.minimum(self.axis.finish_indices(self._within(instants)), self.last_index)

    def day(self, index: int) -> date:
        """The day so many days after the first."""
        return self.axis.first + timedelta(days=int(index))

    def _within(self, instants: Samples) -> Samples:
        # Before the last day with hours, or the instant would be one that the calendar never reaches.
        return np.minimum(instants, self.axis.begin_of(self.last_index) - 1.0)
