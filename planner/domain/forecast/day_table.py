"""Day of an instant by a table in place of a search: for thousands of instants at once several times as fast.

The table has a place for each step of hours; a step is half as long as the shortest day with hours, so that
at most one day ends within it, or right before it. Where days are very short there is no table.
"""

import numpy as np
import numpy.typing as npt

from planner.domain.forecast.streams import Samples

_LONGEST_TABLE = 100_000


class DayTable:
    """For instants below `reach` the first day whose end is not before them, as days after the first."""

    def __init__(self, ends: Samples) -> None:
        """`ends` are the hours up to the end of each day, in order."""
        hours = np.diff(ends, prepend=0.0)
        step = float(np.min(hours, where=hours > 0, initial=24.0)) / 2
        places = int(ends[-1] / step)
        self.reach = 0.0
        if places > _LONGEST_TABLE:
            return
        self.reach = places * step
        self._per_hour = 1 / step
        # Rounded, an instant may come to the place behind its own: each place begins a little earlier.
        edges = np.arange(places + 1) * step - step / 4
        self._first: npt.NDArray[np.int64] = np.searchsorted(ends, edges)
        self._ends = ends
        self._next: npt.NDArray[np.int64] = np.searchsorted(ends, ends[self._first], "right")

    def days(self, instants: Samples) -> npt.NDArray[np.int64]:
        """The day of each instant, from 0 to below `reach`; same shape."""
        places = (instants * self._per_hour).astype(np.int64)
        found = self._first[places]
        late = self._ends[found] < instants
        days: npt.NDArray[np.int64] = np.where(late, self._next[places], found)
        return days
