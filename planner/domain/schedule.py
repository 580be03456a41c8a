"""schedule(plan) -> Schedule: where everything falls, as instants on the axis of work hours.

The rules are those of project scheduling (data date, remaining duration, four kinds of dependency with lag,
free and total float) on an axis whose unit is the learner's own study hour. One forward pass in topological
order; days, float and load are worked out when asked. Order never changes a result, nothing recurses.
"""

from datetime import date, timedelta
from functools import cached_property

import numpy as np
import numpy.typing as npt

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS, WorkAxis
from planner.domain.graph import Graph, graph_of
from planner.domain.items import ActivityId, DependencyKind, MilestoneId, NodeId, PhaseId
from planner.domain.plan import Plan

FS, SS, FF, SF = (
    DependencyKind.FINISH_START,
    DependencyKind.START_START,
    DependencyKind.FINISH_FINISH,
    DependencyKind.START_FINISH,
)


def schedule(plan: Plan, graph: Graph | None = None) -> "Schedule":
    """Lay a plan out by likely effort; a graph that still fits is used again.

    Raises `DependencyCycle`, `PlanTooLong`.
    """
    graph = graph_of(plan, graph)
    axis = plan.calendar.axis(plan.facts.start)
    return _forward(plan, graph, axis)


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
        actual: "ActualDays",
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
        """The day a milestone's work is done, or the day it was reached."""
        return self.finish_day(milestone)

    def shown_day(self, milestone: MilestoneId) -> date:
        """The day a milestone's diamond stands on: its target, else where it lands."""
        found = self.plan.milestone(milestone)
        if found.reached_on is not None or found.target is None:
            return self.lands(milestone)
        return found.target

    def margin_days(self, milestone: MilestoneId) -> int | None:
        """Days from landing to target, negative is late; None without a target."""
        target = self.plan.milestone(milestone).target
        return None if target is None else (target - self.lands(milestone)).days

    def phase_span(self, phase: PhaseId) -> tuple[date, date] | None:
        """First and last day of a phase's items; None for an empty phase."""
        numbers = [self.graph.index[each.id] for each in self.plan.rows_of_phase[phase]]
        if not numbers:
            return None
        activities = [each for each in numbers if each < self.graph.activity_count] or numbers
        first = min(int(self.start_indices[each]) for each in activities)
        last = max(int(self.finish_indices[each]) for each in numbers)
        return self._day(first), self._day(last)

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
        return self.axis.finish_day(self.finishes[self.graph.index[activity]] + extra)

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
        """The day the path is done: where the finish milestone lands, else the last day of any item."""
        if self.finish_milestone is not None:
            return self.lands(self.finish_milestone)
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
        starts, finishes = np.asarray(self.starts), np.asarray(self.finishes)
        lasting = finishes - starts > INSTANT_TOLERANCE_HOURS
        indices = np.where(lasting, self.axis.start_indices(starts), self.axis.finish_indices(finishes))
        _write(indices, self.actual.starts)
        return indices

    @cached_property
    def finish_indices(self) -> npt.NDArray[np.int64]:
        """Last day of each node, as days after the plan's start, never before its first; shape (nodes,)."""
        indices = np.maximum(self.axis.finish_indices(self.finishes), self.start_indices)
        _write(indices, self.actual.finishes)
        return indices

    @cached_property
    def total_float_hours(self) -> list[float]:
        """Hours each node can slip before the plan's last milestone does; by node number, 0 is critical.

        What ends after the last milestone counts as if it were one: it and what it waits for have none.
        """
        return [
            max(late - finish, 0.0) for late, finish in zip(_late_finishes(self), self.finishes, strict=True)
        ]

    def float_hours(self, node: NodeId) -> float:
        """Hours an item can slip before the plan's last milestone does."""
        return self.total_float_hours[self.graph.index[node]]

    def float_days(self, node: NodeId) -> int:
        """Days an item can slip before the plan's last milestone does."""
        number = self.graph.index[node]
        late = self.finishes[number] + self.total_float_hours[number]
        return max(self.axis.finish_index(late) - int(self.finish_indices[number]), 0)

    def critical(self, node: NodeId) -> bool:
        """Whether an unfinished item has no float at all."""
        found = self.plan.node(node)
        settled = getattr(found, "finished_on", None) or getattr(found, "reached_on", None)
        return settled is None and self.float_hours(node) <= INSTANT_TOLERANCE_HOURS

    def load_hours(self, first: date, weeks: int) -> npt.NDArray[np.float64]:
        """Hours that activities ask for in each of so many weeks from a first day on; shape (weeks,)."""
        origin = (first - self.axis.first).days
        edges = self.axis.begins(origin + 7 * np.arange(weeks + 1, dtype=np.int64))
        count = self.graph.activity_count
        shares = np.array([each.share for each in self.plan.activities.values()])
        instants = np.concatenate((self.starts[:count], self.finishes[:count]))
        if not instants.size:
            return np.zeros(weeks)
        order = np.argsort(instants, kind="stable")
        rates = np.cumsum(np.concatenate((shares, -shares))[order])
        places = instants[order]
        demand = np.concatenate(([0.0], np.cumsum(rates[:-1] * np.diff(places))))
        return np.diff(np.interp(edges, places, demand))

    def available_hours(self, first: date, weeks: int) -> npt.NDArray[np.float64]:
        """Study hours the calendar gives in each of so many weeks from a first day on; shape (weeks,)."""
        hours = self.plan.calendar.daily_hours(first, 7 * weeks)
        return np.asarray(hours.reshape(weeks, 7).sum(axis=1))

    def _day(self, index: int) -> date:
        return self.axis.first + timedelta(days=index)


class ActualDays:
    """Days that are said, not computed, by node number and as days after the plan's first day.

    `starts` and `finishes` are those of what has started, finished or been reached; `holds` the targets that
    followers of a milestone wait for.
    """

    def __init__(self, first: date) -> None:
        self._first = first
        self.starts: dict[int, int] = {}
        self.finishes: dict[int, int] = {}
        self.holds: dict[int, int] = {}

    def keep(self, node: int, started: date, finished: date | None) -> None:
        """Remember a node's own days."""
        self.starts[node] = (started - self._first).days
        if finished is not None:
            self.finishes[node] = (finished - self._first).days

    def hold(self, node: int, target: date) -> None:
        """Remember the day a milestone holds its followers to."""
        self.holds[node] = (target - self._first).days


def _write(indices: npt.NDArray[np.int64], days: dict[int, int]) -> None:
    if days:
        indices[list(days)] = list(days.values())


def _forward(plan: Plan, graph: Graph, axis: WorkAxis) -> Schedule:
    """Rules 1 to 5 in one pass: starts and finishes of all nodes, in hours."""
    settled = axis.begin(plan.facts.status_date)
    begin, end = axis.begin, axis.end
    count = graph.activity_count
    starts = [settled] * len(graph.nodes)
    finishes = [settled] * len(graph.nodes)
    durations = [0.0] * count
    works = [0.0] * count
    bound = [True] * count
    actual = ActualDays(axis.first)
    for number, activity in enumerate(plan.activities.values()):
        if activity.finished_on is not None:
            started = activity.started_on or activity.finished_on
            starts[number] = begin(started)
            finishes[number] = end(activity.finished_on)
            bound[number] = False
            actual.keep(number, started, activity.finished_on)
            continue
        left = activity.remaining_hours
        if left is None:
            left = activity.effort.likely
        works[number] = left
        durations[number] = left / activity.share
        if activity.started_on is not None:
            starts[number] = begin(activity.started_on)
            finishes[number] = max(settled, starts[number]) + durations[number]
            bound[number] = False
            actual.keep(number, activity.started_on, None)
        elif activity.not_before is not None:
            starts[number] = max(settled, begin(activity.not_before))
    covered = graph.hours_before(works)
    followed = finishes.copy()
    milestones = list(plan.milestones.values())
    chained, joined = graph.chained, graph.joined
    for node in graph.order:
        if node < count:
            if not bound[node]:
                continue
            instant = starts[node]
            for before in chained[node]:
                if followed[before] > instant:
                    instant = followed[before]
            if joined[node]:
                allowed = _joined_start(axis, joined[node], starts, followed, durations[node], actual)
                instant = max(instant, allowed)
            starts[node] = instant
            finishes[node] = followed[node] = instant + durations[node]
            continue
        milestone = milestones[node - count]
        if milestone.reached_on is not None:
            starts[node] = finishes[node] = followed[node] = end(milestone.reached_on)
            actual.keep(node, milestone.reached_on, milestone.reached_on)
            continue
        instant = settled + covered[node - count]
        for before in chained[node]:
            if followed[before] > instant:
                instant = followed[before]
        if joined[node]:
            instant = max(instant, _joined_start(axis, joined[node], starts, followed, 0.0, actual))
        finishes[node] = followed[node] = instant
        if milestone.holds and milestone.target is not None:
            # A target on a day without hours ends where the day before ends, and still counts for lags.
            held = end(milestone.target)
            if held >= instant - INSTANT_TOLERANCE_HOURS:
                followed[node] = max(instant, held)
                actual.hold(node, milestone.target)
        starts[node] = followed[node]
    starts[count:] = finishes[count:]
    return Schedule(plan, graph, axis, starts, finishes, actual)


def _joined_start(
    axis: WorkAxis,
    joined: tuple[tuple[int, DependencyKind, int], ...],
    starts: list[float],
    followed: list[float],
    duration: float,
    actual: ActualDays,
) -> float:
    """Rule 4 for every dependency that is not plain finish-to-start: the earliest start they allow."""
    earliest = 0.0
    for before, kind, lag in joined:
        from_finish = kind in (FS, FF)
        bound = followed[before] if from_finish else starts[before]
        if lag:
            day = _day_followed(axis, before, starts[before], followed[before], from_finish, actual)
            bound = axis.begin_of(day + lag + from_finish)
        earliest = max(earliest, bound if kind in (FS, SS) else bound - duration)
    return earliest


def _day_followed(
    axis: WorkAxis, node: int, start: float, finish: float, from_finish: bool, actual: ActualDays
) -> int:
    """The day a lag counts from: the finish or start day as it is shown, or the target that holds."""
    if node in actual.holds:
        return actual.holds[node]
    days = actual.finishes if from_finish else actual.starts
    if node in days:
        return days[node]
    if from_finish:
        return max(axis.finish_index(finish), actual.starts.get(node, 0))
    return axis.start_index(start) if finish - start > INSTANT_TOLERANCE_HOURS else axis.finish_index(finish)


def _late_finishes(done: Schedule) -> list[float]:
    """The backward pass: the latest instant each node may finish without moving the plan's last milestone."""
    graph, axis, starts, finishes = done.graph, done.axis, done.starts, done.finishes
    last = max(finishes[graph.activity_count :], default=max(finishes, default=0.0))
    late = [max(last, finish) for finish in finishes]
    waits = [each.started_on is None and each.finished_on is None for each in done.plan.activities.values()]
    waits += [each.reached_on is None for each in done.plan.milestones.values()]
    for node in reversed(graph.order):
        if not waits[node]:
            continue
        late_start = late[node] - (finishes[node] - starts[node])
        for before in graph.chained[node]:
            late[before] = min(late[before], late_start)
        for before, kind, lag in graph.joined[node]:
            span = finishes[before] - starts[before]
            bound = late_start if kind in (FS, SS) else late[node]
            if kind in (SS, SF) and not waits[before]:
                continue  # its start is said, whenever it ends
            if kind in (FS, FF):
                plain = kind is FF and not lag
                latest = bound if plain else axis.begin_of(axis.latest_with_begin(bound) - lag)
            else:
                latest = span + (bound if not lag else _last_start(axis, bound, lag, span))
            late[before] = min(late[before], latest)
    return late


def _last_start(axis: WorkAxis, instant: float, lag: int, span: float) -> float:
    """The latest start whose day plus the lag begins no later than the instant."""
    day_ends = axis.begin_of(axis.latest_with_begin(instant) - lag + 1)
    # What takes time starts on a day with hours left; what takes none falls on the day it ends.
    return day_ends - 2 * INSTANT_TOLERANCE_HOURS if span > INSTANT_TOLERANCE_HOURS else day_ends
