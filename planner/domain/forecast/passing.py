"""The forward pass of `planner.domain.forward_pass`, rules 1 to 5, for all samples of a plan at once.

Each item has one row with an instant for each sample; what is done for one number there is done for a row
here. `tests/domain/forecast/test_passing.py` holds the two against each other.
"""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS
from planner.domain.forecast.capped_axis import CappedAxis, Days
from planner.domain.forecast.pauses import SampledPauses
from planner.domain.forecast.remaining import Hours
from planner.domain.forecast.streams import Samples
from planner.domain.forward_pass import FROM_FINISH, INTO_START
from planner.domain.graph import Graph
from planner.domain.items import Activity, DependencyKind
from planner.domain.own_hours import OwnHours
from planner.domain.plan import Plan


@dataclass(slots=True, eq=False)
class Passed:
    """Where everything falls in each sample, as instants in hours; rows by the graph's node numbers.

    A milestone's start and finish are both where it lands. `followed` are the instants its followers wait
    for, where a target may hold them. `said_starts` and `said_finishes` are days that are said, as days after
    the plan's first; `settled` is the instant the plan is settled up to.
    """

    settled: float
    starts: Hours
    finishes: Hours
    durations: list[Samples] = field(default_factory=list)
    covered: Hours = field(default_factory=lambda: np.zeros((0, 0)))
    earliest: list[float] = field(default_factory=list)
    followed: dict[int, Samples] = field(default_factory=dict)
    pauses: dict[int, SampledPauses] = field(default_factory=dict)
    said_starts: dict[int, int] = field(default_factory=dict)
    said_finishes: dict[int, int] = field(default_factory=dict)
    held_days: dict[int, tuple[npt.NDArray[np.bool_], int]] = field(default_factory=dict)

    def follow(self, node: int) -> Samples:
        """The instants that what follows an item's finish waits for."""
        held = self.followed.get(node)
        return self.finishes[node] if held is None else held

    def begun(self, node: int, activity_count: int) -> Samples:
        """The instants that what follows an item's start waits for."""
        return self.starts[node] if node < activity_count else self.follow(node)


def forward_samples(plan: Plan, graph: Graph, axis: CappedAxis, left: Hours) -> Passed:
    """One pass over all items; `left` are the hours left of each activity, shape (activities, samples)."""
    count, shape = graph.activity_count, (len(graph.nodes), left.shape[1])
    settled = axis.begin(plan.facts.status_date)
    passed = Passed(settled, np.empty(shape), np.empty(shape))
    passed.covered = _covered(graph, left)
    bound = _place_said(plan, axis, left, passed)
    milestones = list(plan.milestones.values())
    for node in graph.order:
        if node < count:
            if bound[node]:
                _place_activity(graph, axis, passed, node)
            continue
        milestone, finish = milestones[node - count], passed.finishes[node]
        if milestone.reached_on is not None:
            finish[:] = axis.end(milestone.reached_on)
            reached = (milestone.reached_on - axis.axis.first).days
            passed.said_starts[node] = passed.said_finishes[node] = reached
            continue
        waits = graph.chained[node] or graph.joined[node]
        if waits and not passed.covered[node - count].any():
            finish[:] = 0.0
        else:
            np.add(passed.covered[node - count], settled, out=finish)
        for before in graph.chained[node]:
            np.maximum(finish, passed.follow(before), out=finish)
        if graph.joined[node]:
            for bounds in joined_samples(graph, axis, passed, node):
                np.maximum(finish, bounds, out=finish)
        if milestone.holds and milestone.target is not None:
            held = axis.end(milestone.target)
            passed.followed[node] = np.maximum(finish, held)
            holding = held >= finish - INSTANT_TOLERANCE_HOURS
            passed.held_days[node] = holding, (milestone.target - axis.axis.first).days
    passed.starts[count:] = passed.finishes[count:]
    return passed


def joined_samples(
    graph: Graph, axis: CappedAxis, passed: Passed, node: int
) -> tuple[Samples | float, Samples | float]:
    """Rule 4 for dependencies but the plain finish-to-start: the earliest start and finish they allow."""
    earliest_start: Samples | float = 0.0
    earliest_finish: Samples | float = 0.0
    for before, kind, lag in graph.joined[node]:
        bound = bound_of(graph, axis, passed, before, kind, lag)
        if kind in INTO_START:
            earliest_start = np.maximum(earliest_start, bound)
        else:
            earliest_finish = np.maximum(earliest_finish, bound)
    return earliest_start, earliest_finish


def bound_of(
    graph: Graph, axis: CappedAxis, passed: Passed, before: int, kind: DependencyKind, lag: int
) -> Samples:
    """The instants that one dependency allows what comes after it to start or to finish."""
    from_finish = kind in FROM_FINISH
    if not lag:
        return passed.follow(before) if from_finish else passed.begun(before, graph.activity_count)
    days = _days_followed(graph, axis, passed, before, from_finish)
    if before in passed.held_days:
        holding, target = passed.held_days[before]
        days = np.where(holding, target, days).astype(np.int64)
    return axis.begins(days + (lag + from_finish))


def _days_followed(graph: Graph, axis: CappedAxis, passed: Passed, node: int, from_finish: bool) -> Days:
    """The days a lag counts from: the finish or start day as it is shown, but for targets that hold."""
    said = passed.said_finishes if from_finish else passed.said_starts
    if node in said:
        return np.full(passed.finishes.shape[1], said[node])
    finish = passed.follow(node)
    if from_finish or node >= graph.activity_count:
        return np.maximum(axis.finish_indices(finish), passed.said_starts.get(node, 0))
    start = passed.starts[node]
    lasting = finish - start > INSTANT_TOLERANCE_HOURS
    if lasting.all():
        return axis.start_indices(start)
    return np.where(lasting, axis.start_indices(start), axis.finish_indices(finish))


def _place_said(plan: Plan, axis: CappedAxis, left: Hours, passed: Passed) -> list[bool]:
    """Place what is finished or started, note how early all others may start; whether each is an other."""
    bound = [True] * len(left)
    passed.earliest = [passed.settled] * len(left)
    for node, activity in enumerate(plan.active.values()):
        passed.durations.append(left[node] if activity.share == 1 else left[node] / activity.share)
        if activity.finished_on is None and activity.pauses and left[node, 0] > 0:
            passed.pauses[node] = SampledPauses(OwnHours(axis.axis, activity.pauses).spans)
        if activity.finished_on is not None or activity.started_on is not None:
            bound[node] = False
            _place_begun(activity, axis, passed, node)
        elif activity.not_before is not None:
            passed.earliest[node] = max(passed.settled, axis.begin(activity.not_before))
    return bound


def _place_begun(activity: Activity, axis: CappedAxis, passed: Passed, node: int) -> None:
    """Rules 1 and 2: what is finished keeps its days, what has started goes on from the settled instant."""
    first = activity.started_on or activity.finished_on
    if first is None:
        return
    start = axis.begin(first)
    passed.starts[node] = start
    passed.said_starts[node] = (first - axis.axis.first).days
    if activity.finished_on is not None:
        passed.finishes[node] = axis.end(activity.finished_on)
        passed.said_finishes[node] = (activity.finished_on - axis.axis.first).days
        return
    going_on = max(passed.settled, start)
    duration = passed.durations[node]
    if node in passed.pauses:
        passed.finishes[node] = passed.pauses[node].later(np.full_like(duration, going_on), duration)
    else:
        np.add(duration, going_on, out=passed.finishes[node])


def _place_activity(graph: Graph, axis: CappedAxis, passed: Passed, node: int) -> None:
    """Rules 3 and 4: as soon as the status date, its own day and all before it allow."""
    start, finish, duration = passed.starts[node], passed.finishes[node], passed.durations[node]
    earliest: Samples | float = passed.earliest[node]
    for before in graph.chained[node]:
        earliest = np.maximum(passed.follow(before), earliest, out=start)
    if graph.joined[node] or node in passed.pauses:
        held, held_finish = joined_samples(graph, axis, passed, node)
        earliest = np.maximum(earliest, held)
        if node in passed.pauses:
            own = passed.pauses[node]
            wanted = np.broadcast_to(np.asarray(held_finish, dtype=np.float64), duration.shape)
            moved_back = own.start_at(own.before(wanted) - duration)
            start[:] = own.start(np.maximum(earliest, moved_back))
            np.maximum(own.later(start, duration), held_finish, out=finish)
            return
        earliest = np.maximum(earliest, held_finish - duration)
    start[:] = earliest
    np.add(start, duration, out=finish)


def _covered(graph: Graph, left: Hours) -> Hours:
    """The hours left of all activities before each milestone; shape (milestones, samples)."""
    by_stretch = np.zeros((graph.stretches_before.shape[1], left.shape[1]))
    for stretch, hours in zip(graph.stretch.tolist(), left, strict=True):
        by_stretch[stretch] += hours
    covered: Hours = graph.stretches_before @ by_stretch
    return covered
