"""When each item before another lets it start: what a start or landing hangs on, in a schedule as it is."""

from dataclasses import dataclass

from planner.domain.forward_pass import INTO_START, joined_start
from planner.domain.items import DependencyKind
from planner.domain.schedule import Schedule


@dataclass(frozen=True, slots=True, order=True)
class Wait:
    """One item waits for another: the instant this lets it start, in hours, and by which kind and lag."""

    instant: float
    before: int
    kind: DependencyKind
    lag_days: int


class Waits:
    """The waits of one schedule, by node number."""

    def __init__(self, done: Schedule) -> None:
        self._done = done
        self.followed = done.finishes.copy()
        """For each item the instant that what follows its finish waits for, in hours."""
        for number, day in done.actual.holds.items():
            self.followed[number] = max(done.finishes[number], done.axis.begin_of(day + 1))
        count = done.graph.activity_count
        self._starts = done.starts[:count] + self.followed[count:]

    def of(self, node: int) -> list[Wait]:
        """What an item waits for: its start, or its finish less the length it has now."""
        done = self._done
        duration = done.finishes[node] - done.starts[node]
        found = [
            Wait(self.followed[each], each, DependencyKind.FINISH_START, 0)
            for each in done.graph.chained[node]
        ]
        for each in done.graph.joined[node]:
            instant = joined_start(done.axis, (each,), self._starts, self.followed, duration, done.actual)
            found.append(Wait(instant, *each))
        return found

    def earliest(self, node: int, *, into_start: bool = False) -> float:
        """The earliest start, in hours, that the status date and all before an item allow.

        With `into_start` only what holds its start counts, not what holds its finish.
        """
        settled = self._done.axis.begin(self._done.plan.facts.status_date)
        allowed = [each.instant for each in self.of(node) if not into_start or each.kind in INTO_START]
        return max([settled, *allowed])
