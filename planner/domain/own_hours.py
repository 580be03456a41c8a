"""The hours an activity with pauses can get: the plan's study hours without those of its pauses.

A pause takes the instants from `begin(first)` up to, not including, `end(last)`. Counted in its own hours an
activity with pauses is like any other: it starts, and its work takes as many of them as it needs.

- A start inside a pause moves to the pause's end.
- Work that reaches a pause goes on behind it; work that is done where a pause begins ends there.
- What holds the finish (finish-to-finish, start-to-finish) moves the start back over the pause. Where it
  holds the finish to an instant inside a pause, the work is done before the pause and the finish is that
  instant.
- What has started works on from the status date in the same way. What is finished, and what has no hours
  left, is where it would be without pauses.
"""

from collections.abc import Iterator, Sequence

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS, WorkAxis
from planner.domain.items import Pause


class OwnHours:
    """One activity's own hours; `spans` are its pauses as instants that take hours, in order."""

    def __init__(self, axis: WorkAxis, pauses: Sequence[Pause]) -> None:
        ends = ((axis.begin(each.first), axis.end(each.last)) for each in pauses)
        self.spans = [(begin, end) for begin, end in ends if end - begin > INSTANT_TOLERANCE_HOURS]

    def before(self, instant: float) -> float:
        """Own hours before an instant."""
        for begin, end in reversed(self.spans):
            if instant > begin:
                instant -= min(instant, end) - begin
        return instant

    def start_at(self, own: float) -> float:
        """The instant from which work goes on after so many own hours: behind a pause that begins there."""
        for begin, end in self.spans:
            if own < begin - INSTANT_TOLERANCE_HOURS:
                break
            own += end - begin
        return own

    def finish_at(self, own: float) -> float:
        """The first instant before which so many own hours lie: before a pause that begins there."""
        for begin, end in self.spans:
            if own <= begin + INSTANT_TOLERANCE_HOURS:
                break
            own += end - begin
        return own

    def start(self, earliest: float) -> float:
        """Where work starts that could from an instant on."""
        return self.start_at(self.before(earliest))

    def later(self, instant: float, hours: float) -> float:
        """The instant so many own hours after another; the same for no hours."""
        return self.finish_at(self.before(instant) + hours) if hours > INSTANT_TOLERANCE_HOURS else instant

    def between(self, start: float, finish: float) -> float:
        """Own hours from one instant to another."""
        return self.before(finish) - self.before(start)

    def stretches(self, start: float, finish: float) -> Iterator[tuple[float, float]]:
        """The stretches of work from one instant to another: without the pauses between."""
        for begin, end in self.spans:
            if begin >= finish:
                break
            if end > start:
                if begin > start:
                    yield start, begin
                start = end
        if finish > start:
            yield start, finish
