"""Hours an activity with pauses can get, for many instants at once: `own_hours.OwnHours` on arrays."""

import numpy as np

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS
from planner.domain.forecast.streams import Samples


class SampledPauses:
    """One activity's own hours; `spans` are its pauses as instants, those of `OwnHours`."""

    def __init__(self, spans: list[tuple[float, float]]) -> None:
        self._spans = spans

    def before(self, instants: Samples) -> Samples:
        """Own hours before each instant."""
        for begin, end in reversed(self._spans):
            instants = instants - np.maximum(np.minimum(instants, end) - begin, 0.0)
        return instants

    def start_at(self, own: Samples) -> Samples:
        """The instants from which work goes on after so many own hours."""
        for begin, end in self._spans:
            own = np.where(own < begin - INSTANT_TOLERANCE_HOURS, own, own + (end - begin))
        return own

    def finish_at(self, own: Samples) -> Samples:
        """The first instants before which so many own hours lie."""
        for begin, end in self._spans:
            own = np.where(own <= begin + INSTANT_TOLERANCE_HOURS, own, own + (end - begin))
        return own

    def start(self, earliest: Samples) -> Samples:
        """Where work starts that could from each instant on."""
        return self.start_at(self.before(earliest))

    def later(self, instants: Samples, hours: Samples) -> Samples:
        """The instants so many own hours after others."""
        return self.finish_at(self.before(instants) + hours)
