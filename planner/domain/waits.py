"""When each item before another lets it start: what a start or landing hangs on, in a schedule as it is."""

from dataclasses import dataclass

from planner.domain.forward_pass import INTO_START, joined_bounds
from planner.domain.items import DependencyKind, NodeId
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

    def begins(self, node: int, instant: float) -> float:
        """Where an item starts that may do so from an instant on: not in one of its pauses."""
        own = self._done.actual.own_hours.get(node)
        return instant if own is None else own.start(instant)

    def of(self, node: int) -> list[Wait]:
        """What an item waits for: its start, or its finish less the length it has now."""
        done = self._done
        found = [
            Wait(self.begins(node, self.followed[each]), each, DependencyKind.FINISH_START, 0)
            for each in done.graph.chained[node]
        ]
        found += [self.by(node, *each) for each in done.graph.joined[node]]
        return found

    def by(self, node: int, before: int, kind: DependencyKind, lag_days: int) -> Wait:
        """What an item would wait for by one dependency of any kind and lag."""
        bounds = self.bounds(before, kind, lag_days)
        return Wait(self._start_for(node, *bounds), before, kind, lag_days)

    def bounds(self, before: int, kind: DependencyKind, lag_days: int) -> tuple[float, float]:
        """The earliest start and the earliest finish, in hours, that such a dependency allows."""
        edge = (before, kind, lag_days)
        return joined_bounds(self._done.axis, (edge,), self._starts, self.followed, self._done.actual)

    def _start_for(self, node: int, start: float, finish: float) -> float:
        """The start that such a start and such a finish ask for."""
        done, own = self._done, self._done.actual.own_hours.get(node)
        if own is None:
            return max(start, finish - (done.finishes[node] - done.starts[node]))
        length = own.between(done.starts[node], done.finishes[node])
        return own.start(max(start, own.start_at(own.before(finish) - length)))

    def holder(self, node: int, *, into_start: bool = False) -> NodeId | None:
        """The item that holds another's start back; None where it is the plan's own beginning.

        With `into_start` only what holds its start counts, not what holds its finish.
        """
        settled = self._done.axis.begin(self._done.plan.facts.status_date)
        waits = (each for each in self.of(node) if not into_start or each.kind in INTO_START)
        last = max(waits, default=None)
        return None if last is None or last.instant <= settled else self._done.graph.nodes[last.before]

    def earliest(self, node: int, *, into_start: bool = False) -> float:
        """The earliest start, in hours, that the status date and all before an item allow.

        With `into_start` only what holds its start counts, not what holds its finish.
        """
        settled = self._done.axis.begin(self._done.plan.facts.status_date)
        allowed = [each.instant for each in self.of(node) if not into_start or each.kind in INTO_START]
        return self.begins(node, max([settled, *allowed]))
