"""What holds an item where it is: each thing that lets it start from some instant on, the last one deciding.

One thing decides by the instant, and others may hold the same day: without the one, the day would still be
the same. So holders are told apart by days, as a learner sees them.
"""

from dataclasses import dataclass

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS
from planner.domain.explaining.reasons import Kind, Point
from planner.domain.forward_pass import INTO_START, ActualDays
from planner.domain.items import Activity, ActivityId, Dependency, DependencyKind, NodeId
from planner.domain.schedule import Schedule
from planner.domain.waits import Wait, Waits


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """One thing that an item waits for, with the days it would have by that alone, as days after the first.

    `instant` is the start it asks for, in hours. `wait` is the dependency's, where it is one; `unheld` are
    the days by the same one if the milestone before held nothing, `unlagged` those without waiting days.
    """

    kind: Kind
    instant: float
    first: int
    last: int
    wait: Wait | None = None
    unheld: tuple[int, int] | None = None
    unlagged: tuple[int, int] | None = None

    @property
    def point(self) -> Point:
        """The end of an activity that it holds."""
        return Point.START if self.wait is None or self.wait.kind in INTO_START else Point.FINISH

    def day(self, point: Point) -> int:
        """The day it asks for at one end."""
        return self.first if point is Point.START else self.last


class Holders:
    """The holders of every item of one schedule."""

    def __init__(self, done: Schedule) -> None:
        self._done = done
        self._settled = done.axis.begin(done.plan.facts.status_date)
        self.waits = Waits(done)
        free = ActualDays(done.axis.first)
        free.starts, free.finishes = done.actual.starts, done.actual.finishes
        free.own_hours, free.paused = done.actual.own_hours, done.actual.paused
        unheld = Schedule(done.plan, done.graph, done.axis, done.starts, done.finishes, free)
        self._unheld = Waits(unheld)
        self._covered = done.graph.hours_before([each.remaining for each in done.plan.active.values()])
        self._dependencies: dict[tuple[NodeId, NodeId, DependencyKind, int], list[Dependency]] = {}
        for each in done.plan.active_dependencies.values():
            key = each.before, each.after, each.kind, each.lag_days
            self._dependencies.setdefault(key, []).append(each)

    def of_activity(self, node: int) -> list[Holder]:
        """What holds an activity that has not started, the last to let it go first; never empty."""
        activity = self._activity(node)
        found = [self._own(node, Kind.STATUS, self._settled)]
        if activity.not_before is not None:
            begin = self._done.axis.begin(activity.not_before)
            if begin > self._settled + INSTANT_TOLERANCE_HOURS:
                found.append(self._own(node, Kind.NOT_BEFORE, begin))
        found += self._waiting(node)
        return sorted(found, key=_last_first)

    def of_milestone(self, node: int) -> list[Holder]:
        """What holds the landing of a milestone that is not reached, the last first; never empty.

        All the work before it (rule 5) is among them only where it comes after everything it waits for: else
        it is but the sum of what these wait for. Where none is left, the status date holds only what waits
        for nothing.
        """
        found = self._waiting(node)
        last = max((each.instant for each in found), default=0.0)
        hours = self.hours_before(node)
        instant = self._settled + hours
        if not found or (hours and instant > last + INSTANT_TOLERANCE_HOURS):
            kind = Kind.ALL_WORK if instant > self._settled + INSTANT_TOLERANCE_HOURS else Kind.STATUS
            found.append(self._own(node, kind, instant))
        return sorted(found, key=_last_first)

    def dependencies(self, node: int, wait: Wait) -> tuple[Dependency, ...]:
        """The dependencies that a wait of an item stands for."""
        nodes = self._done.graph.nodes
        return tuple(self._dependencies[nodes[wait.before], nodes[node], wait.kind, wait.lag_days])

    def hours_before(self, node: int) -> float:
        """Hours of all work left before a milestone."""
        return self._covered[node - self._done.graph.activity_count]

    def work_before(self, node: int, without: Wait | None = None) -> list[int]:
        """The numbers of activities before an item with work left, but for what one wait alone leads to."""
        graph = self._done.graph
        left_out = None if without is None else (without.before, without.kind, without.lag_days)
        waiting = [each for each in self._edges(node) if each != left_out]
        seen: set[int] = set()
        while waiting:
            before = waiting.pop()[0]
            if before not in seen:
                seen.add(before)
                waiting += self._edges(before)
        activities = (each for each in sorted(seen) if each < graph.activity_count)
        return [each for each in activities if self._activity(each).remaining > 0]

    def lands_without(self, node: int, wait: Wait) -> int:
        """The day a milestone would land on if it did not wait for one of the things it does."""
        others = [each for each in self.waits.of(node) if each != wait]
        instants = [each.instant for each in others]
        hours = sum(self._activity(each).remaining for each in self.work_before(node, wait))
        instant = max(instants) if instants and not hours else max([self._settled + hours, *instants])
        return self._done.axis.finish_index(instant)

    def work_done(self, node: int) -> int:
        """The day by which the hours cover all the work left before a milestone, as days after the first; -1
        where none is left.
        """
        if not self.hours_before(node):
            return -1
        return self._done.axis.finish_index(self._settled + self.hours_before(node))

    def _edges(self, node: int) -> list[tuple[int, DependencyKind, int]]:
        graph = self._done.graph
        chained = [(each, DependencyKind.FINISH_START, 0) for each in graph.chained[node]]
        return [*chained, *graph.joined[node]]

    def _waiting(self, node: int) -> list[Holder]:
        pairs = zip(self.waits.of(node), self._unheld.of(node), strict=True)
        return [self._after(node, wait, free) for wait, free in pairs]

    def _after(self, node: int, wait: Wait, free: Wait) -> Holder:
        first, last = self._days(node, wait.instant, wait)
        unheld = None if free.instant == wait.instant else self._days(node, free.instant, wait)
        unlagged = None
        if wait.lag_days > 0:
            sooner = self.waits.by(node, wait.before, wait.kind, 0)
            unlagged = self._days(node, sooner.instant, sooner)
        return Holder(
            kind=Kind.AFTER,
            instant=wait.instant,
            first=first,
            last=last,
            wait=wait,
            unheld=unheld,
            unlagged=unlagged,
        )

    def _own(self, node: int, kind: Kind, instant: float) -> Holder:
        begins = self.waits.begins(node, instant)
        first, last = self._days(node, begins)
        return Holder(kind=kind, instant=begins, first=first, last=last)

    def _days(self, node: int, instant: float, wait: Wait | None = None) -> tuple[int, int]:
        """First and last day of an item that starts at an instant; a wait may hold its finish, too."""
        done, axis = self._done, self._done.axis
        if node >= done.graph.activity_count:
            day = axis.finish_index(instant)
            return day, day
        activity = self._activity(node)
        duration = activity.remaining / activity.share
        end = done.later(node, instant, duration)
        if wait is not None and node in done.actual.own_hours:
            # Held to an instant inside a pause, it is done before and ends there.
            end = max(end, self.waits.bounds(wait.before, wait.kind, wait.lag_days)[1])
        lasting = end - instant > INSTANT_TOLERANCE_HOURS
        first = axis.start_index(instant) if lasting else axis.finish_index(instant)
        return first, max(axis.finish_index(end), first)

    def _activity(self, node: int) -> Activity:
        return self._done.plan.activity(ActivityId(self._done.graph.nodes[node]))


def _last_first(holder: Holder) -> tuple[float, int, int]:
    """The last to let go comes first; of equal ones what the learner can follow further back."""
    order = (Kind.AFTER, Kind.NOT_BEFORE, Kind.ALL_WORK, Kind.STATUS)
    return -holder.instant, order.index(holder.kind), -1 if holder.wait is None else holder.wait.before
