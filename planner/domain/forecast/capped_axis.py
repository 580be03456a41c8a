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
from planner.domain.forecast.day_table import DayTable
from planner.domain.forecast.streams import Samples

PAST = date.max
"""The day that stands for "past the year 9999"."""

_MANY = 256
"""Instants at once from which on a table is worth its making."""

_ROOM = 1.25

Days = npt.NDArray[np.int64]
"""Days after the plan's first one, of each sample; shape (samples,)."""


class CappedAxis:
    """`WorkAxis` for arrays; whatever lies beyond the days it knows counts as the calendar's last day."""

    def __init__(self, axis: WorkAxis) -> None:
        self.axis = axis
        self.last_index = (PAST - axis.first).days
        """The day that stands for all that lies beyond; the axis knows the days before it."""
        self._table = DayTable(np.array([0.0]))

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
        return self._indices(self.axis.start_indices, instants, INSTANT_TOLERANCE_HOURS)

    def finish_indices(self, instants: Samples) -> Days:
        """The first days whose end reaches such instants."""
        return self._indices(self.axis.finish_indices, instants, -INSTANT_TOLERANCE_HOURS)

    def day(self, index: int) -> date:
        """The day so many days after the first."""
        return self.axis.first + timedelta(days=index)

    def _indices(self, search: Callable[[Samples], Days], instants: Samples, tolerance: float) -> Days:
        try:
            if instants.size >= _MANY:
                latest = float(instants.max()) + tolerance
                if latest >= self._table.reach:
                    self._table = self._table_up_to(latest)
                if latest < self._table.reach:
                    return self._table.days(instants + tolerance)
            return search(instants)
        except PlanTooLong:
            # The axis knows all its days by now; it is asked about what lies among them alone.
            known = self.axis.begin_of(self.last_index) - 2 * INSTANT_TOLERANCE_HOURS
            days: Days = np.where(instants < known, search(np.minimum(instants, known)), self.last_index)
            return days

    def _table_up_to(self, instant: float) -> DayTable:
        """A table that reaches past an instant, with room for others that lie later; raises `PlanTooLong`."""
        days = self.axis.finish_index(_ROOM * instant + 1.0) + 2
        return DayTable(self.axis.begins(np.arange(1, days)))
