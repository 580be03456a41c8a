"""schedule(plan) -> Schedule: where everything falls, as instants on the axis of work hours.

The rules are those of project scheduling (data date, remaining duration, four kinds of dependency with lag,
free and total float) on an axis whose unit is the learner's own study hour. One forward pass in topological
order; days, float and load are worked out when asked. Order never changes a result, nothing recurses.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from planner.domain.backward_pass import late_finishes
from planner.domain.before_work import without_work
from planner.domain.calendar import INSTANT_TOLERANCE_HOURS, WorkAxis
from planner.domain.errors import PlanTooLong
from planner.domain.forward_pass import ActualDays, forward
from planner.domain.graph import Graph, graph_of
from planner.domain.items import ActivityId, MilestoneId, NodeId, PhaseId
from planner.domain.landings import workless_milestones
from planner.domain.phase_days import phase_days
from planner.domain.plan import Plan


def schedule(plan: Plan, graph: Graph | None = None) -> "Schedule":
    """Lay a plan out by likely effort; a graph that still fits is used again.

    Raises `DependencyCycle`, `PlanTooLong`.
    """
    graph = graph_of(plan, graph)
    axis = plan.calendar.axis(plan.facts.start)
    return Schedule(plan, graph, axis, *forward(plan, graph, axis))


class Schedule:
    """Where everything falls. `starts` and `finishes` are instants in hours, by the graph's node numbers.

    A milestone's start and finish are both the instant it lands; what its followers wait for may be later.
    `actual` holds the days that are said and not computed.
    """

    def __init__(
        self,
        plan: Plan,
        graph: Graph,
        axis: WorkAxis,
        starts: list[float],
        finishes: list[float],
        actual: ActualDays,
    ) -> None:
        self.plan = plan
        self.graph = graph
        self.axis = axis
        self.starts = starts
        self.finishes = finishes
        self.actual = actual

    def start_day(self, node: NodeId) -> date:
        """The first day of an activity; for a milestone the day it lands."""
        return self._day(int(self.start_indices[self.graph.index[node]]))

    def finish_day(self, node: NodeId) -> date:
        """The last day of an activity; for a milestone the day it lands."""
        return self._day(int(self.finish_indices[self.graph.index[node]]))

    def lands(self, milestone: MilestoneId) -> date:
        """The day by rule 5: when a milestone's work is done, or the day it was reached.

        A target after it may hold followers. To say it of a milestone, take `work_lands`.
        """
        return self.finish_day(milestone)

    def work_lands(self, milestone: MilestoneId) -> date | None:
        """The day a milestone's work is done, or it was reached; None where no work leads to it.

        What waits for nothing, like a wedding, has no landing to show and no margin: only its own date.
        """
        return None if self.graph.index[milestone] in self._workless else self.lands(milestone)

    def shown_day(self, milestone: MilestoneId) -> date:
        """The day a milestone's diamond stands on: its target, else where it lands."""
        found = self.plan.milestone(milestone)
        if found.reached_on is not None or found.target is None:
            return self.lands(milestone)
        return found.target

    def margin_days(self, milestone: MilestoneId) -> int | None:
        """Days from landing to target, negative is late; None without a target, or without work before it."""
        target, lands = self.plan.milestone(milestone).target, self.work_lands(milestone)
        return None if target is None or lands is None else (target - lands).days

    def phase_span(self, phase: PhaseId) -> tuple[date, date] | None:
        """First and last day of all items in a phase and its inner groups; None for an empty phase.

        A milestone counts where it lands. One that waits for nothing counts where it stands, and only in a
        phase that holds nothing else.
        """
        days = self._phase_days.get(phase)
        return None if days is None else (self._day(days[0]), self._day(days[1]))

    def phase_range(self, phase: PhaseId) -> tuple[date, date] | None:
        """The days the source's shortest and longest length would end a phase on, from its first day."""
        found, span = self.plan.phase(phase), self.phase_span(phase)
        if found.months is None or span is None:
            return None
        begin = self.axis.begin(span[0])
        low, high = (self.plan.hours_of_months(each) for each in (found.months.low, found.months.high))
        return self.axis.finish_day(begin + low), self.axis.finish_day(begin + high)

    def high_finish_day(self, activity: ActivityId) -> date:
        """The day an activity would finish on with its high estimate, from where it starts."""
        found = self.plan.activity(activity)
        if found.finished_on is not None:
            return found.finished_on
        extra = (found.effort.high - found.effort.likely) / found.share
        number = self.graph.index[activity]
        return self.axis.finish_day(self.later(number, self.finishes[number], extra))

    def later(self, node: int, instant: float, hours: float) -> float:
        """The instant by which a node of this number gets so many hours from another instant on."""
        own = self.actual.own_hours.get(node)
        return instant + hours if own is None else own.later(instant, hours)

    def resumes(self, node: int, instant: float) -> float:
        """The instant from which a node of this number gets hours that could from another on."""
        own = self.actual.own_hours.get(node)
        return instant if own is None else own.start(instant)

    def between(self, node: int, first: float, last: float) -> float:
        """Hours that a node of this number can get between two instants: none in its pauses."""
        own = self.actual.own_hours.get(node)
        return last - first if own is None else own.between(first, last)

    @cached_property
    def finish_milestone(self) -> MilestoneId | None:
        """The milestone the whole path leads to: the plan's own, else the one that lands last."""
        if self.plan.facts.finish in self.plan.milestones:
            return self.plan.facts.finish
        numbers = range(self.graph.activity_count, len(self.graph.nodes))
        last = max(numbers, key=lambda each: (self.finishes[each], self.graph.nodes[each]), default=None)
        return None if last is None else MilestoneId(self.graph.nodes[last])

    @cached_property
    def finish(self) -> date:
        """The day the path is done: where the finish milestone lands, else the last day of any item.

        Where nothing leads to that milestone it is the day it stands on.
        """
        if self.finish_milestone is not None:
            return self.work_lands(self.finish_milestone) or self.shown_day(self.finish_milestone)
        if not self.graph.nodes:
            return self.plan.facts.start
        return self._day(int(self.finish_indices.max()))

    @cached_property
    def last_day(self) -> date:
        """The last day of any item, target or hollow diamond."""
        targets = [each.target for each in self.plan.milestones.values() if each.target is not None]
        days = [self._day(int(self.finish_indices.max()))] if self.graph.nodes else []
        return max([self.plan.facts.start, *targets, *days])

    @cached_property
    def start_indices(self) -> npt.NDArray[np.int64]:
        """First day of each node, as days after the plan's start; shape (nodes,)."""
        starts, finishes = self._instants
        lasting = finishes - starts > INSTANT_TOLERANCE_HOURS
        indices = np.where(lasting, self.axis.start_indices(starts), self.axis.finish_indices(finishes))
        _write(indices, self.actual.starts)
        return indices

    @cached_property
    def finish_indices(self) -> npt.NDArray[np.int64]:
        """Last day of each node, as days after the plan's start, never before its first; shape (nodes,)."""
        indices = np.maximum(self.axis.finish_indices(self._instants[1]), self.start_indices)
        _write(indices, self.actual.finishes)
        return indices

    @cached_property
    def total_float_hours(self) -> list[float]:
        """Hours each node can slip before the plan's last milestone does; by node number, 0 is critical.

        What ends after the last milestone counts as if it were one: it and what it waits for have none. For
        an activity with pauses they are hours it can get.
        """
        own_hours = self.actual.own_hours
        late = late_finishes(self.plan, self.graph, self.axis, self.starts, self.finishes, own_hours)
        floats = [
            latest - finish if latest > finish else 0.0
            for latest, finish in zip(late, self.finishes, strict=True)
        ]
        for number, own in own_hours.items():
            floats[number] = max(own.between(self.finishes[number], late[number]), 0.0)
        return floats

    def float_hours(self, node: NodeId) -> float:
        """Hours an item can slip before the plan's last milestone does."""
        return self.total_float_hours[self.graph.index[node]]

    def float_days(self, node: NodeId) -> int:
        """Days an item can slip before the plan's last milestone does."""
        number = self.graph.index[node]
        late = self.later(number, self.finishes[number], self.total_float_hours[number])
        return max(self.axis.finish_index(late) - int(self.finish_indices[number]), 0)

    def critical(self, node: NodeId) -> bool:
        """Whether an unfinished item has no float at all."""
        found = self.plan.node(node)
        settled = getattr(found, "finished_on", None) or getattr(found, "reached_on", None)
        return settled is None and self.float_hours(node) <= INSTANT_TOLERANCE_HOURS

    @cached_property
    def before_work(self) -> "Schedule":
        """Where everything fell before any work since the status date was said to be begun or done.

        Itself where none was, and where it then would not fit into the calendar.
        """
        plan = without_work(self.plan, self.plan.facts.status_date)
        try:
            return self if plan is self.plan else schedule(plan, self.graph)
        except PlanTooLong:
            return self

    def load_hours(self, first: date, weeks: int) -> npt.NDArray[np.float64]:
        """Hours that activities ask for in each of so many weeks from a first day on; shape (weeks,)."""
        origin = (first - self.axis.first).days
        return np.diff(self._asked(self.axis.begins(origin + 7 * np.arange(weeks + 1, dtype=np.int64))))

    def asked_by(self, days: Sequence[date]) -> npt.NDArray[np.float64]:
        """Hours that activities ask for up to the end of each of some days, in order; shape (days,)."""
        ends = np.array([(each - self.axis.first).days + 1 for each in days], dtype=np.int64)
        return self._asked(self.axis.begins(ends))

    def available_hours(self, first: date, weeks: int) -> npt.NDArray[np.float64]:
        """Study hours the calendar gives in each of so many weeks from a first day on; shape (weeks,)."""
        hours = self.plan.calendar.daily_hours(first, 7 * weeks)
        return np.asarray(hours.reshape(weeks, 7).sum(axis=1))

    def _asked(self, edges: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Hours that activities ask for up to each of some instants in order; same shape."""
        count = self.graph.activity_count
        shares = np.fromiter(map(attrgetter("share"), self.plan.active.values()), np.float64, count)
        starts, finishes = self._instants
        asked = _hours_up_to(edges, starts[:count], finishes[:count], shares)
        return asked - _hours_up_to(edges, *self._paused_stretches())

    @cached_property
    def _instants(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Starts and finishes as arrays, in hours; both of shape (nodes,)."""
        return np.array(self.starts, dtype=np.float64), np.array(self.finishes, dtype=np.float64)

    def _paused_stretches(self) -> tuple[npt.NDArray[np.float64], ...]:
        """Where pauses lie within what runs: from and to in hours and the shares, each of shape (pauses,)."""
        found = []
        for number in self.actual.paused:
            activity = self.plan.activities[ActivityId(self.graph.nodes[number])]
            for pause in activity.pauses:
                begin = max(self.axis.begin(pause.first), self.starts[number])
                end = min(self.axis.end(pause.last), self.finishes[number])
                if begin < end:
                    found.append((begin, end, activity.share))
        stretches = np.array(found, dtype=np.float64).reshape(-1, 3)
        return stretches[:, 0], stretches[:, 1], stretches[:, 2]

    @cached_property
    def _workless(self) -> frozenset[int]:
        """The numbers of milestones that wait for nothing."""
        return workless_milestones(self.plan, self.graph)

    @cached_property
    def _phase_days(self) -> dict[PhaseId, tuple[int, int]]:
        """First and last day of each group that holds anything, as day indices."""
        workless = {
            each: (self.shown_day(MilestoneId(self.graph.nodes[each])) - self.axis.first).days
            for each in self._workless
        }
        return phase_days(self.plan, self.start_indices, self.finish_indices, workless)

    def _day(self, index: int) -> date:
        return self.axis.first + timedelta(days=index)


def _hours_up_to(
    edges: npt.NDArray[np.float64],
    starts: npt.NDArray[np.float64],
    finishes: npt.NDArray[np.float64],
    shares: npt.NDArray[np.float64],
) -> npt.NDArray[np.float64]:
    """Hours that stretches, each with its share of the time, take up to each of some instants in order.

    What has begun takes share x (instant - start) until it ends: sums over all that began before an edge.
    """
    taken = np.zeros(len(edges))
    for instants, sign in ((starts, 1.0), (finishes, -1.0)):
        places, room = np.searchsorted(edges, instants), len(edges) + 1
        rates = np.cumsum(np.bincount(places, shares, room))[:-1]
        taken += sign * (edges * rates - np.cumsum(np.bincount(places, shares * instants, room))[:-1])
    return taken


def _write(indices: npt.NDArray[np.int64], days: dict[int, int]) -> None:
    if days:
        indices[list(days)] = list(days.values())
