"""The forward pass: each item as soon as all before it allows. Instants are study hours."""

from collections.abc import Callable
from datetime import date

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS, WorkAxis
from planner.domain.graph import Graph
from planner.domain.items import DependencyKind
from planner.domain.own_hours import OwnHours
from planner.domain.plan import Plan

FROM_FINISH = (DependencyKind.FINISH_START, DependencyKind.FINISH_FINISH)
"""Kinds of dependency that wait for the finish of the item before."""

INTO_START = (DependencyKind.FINISH_START, DependencyKind.START_START)
"""Kinds of dependency that hold back the start of the item after."""


class ActualDays:
    """Days that are said, not computed, by node number and as days after the plan's first day.

    `starts` and `finishes` are those of what has started, finished or been reached; `holds` the targets that
    followers of a milestone wait for. `own_hours` are those an unfinished activity with pauses can get.
    `paused` are all activities with pauses.
    """

    def __init__(self, first: date) -> None:
        self._first = first
        self.starts: dict[int, int] = {}
        self.finishes: dict[int, int] = {}
        self.holds: dict[int, int] = {}
        self.own_hours: dict[int, OwnHours] = {}
        self.paused: list[int] = []

    def keep(self, node: int, started: date, finished: date | None) -> None:
        """Remember a node's own days."""
        self.starts[node] = (started - self._first).days
        if finished is not None:
            self.finishes[node] = (finished - self._first).days

    def hold(self, node: int, target: date) -> None:
        """Remember the day a milestone holds its followers to."""
        self.holds[node] = (target - self._first).days


def forward(
    plan: Plan, graph: Graph, axis: WorkAxis, place: Callable[[int, float], float] | None = None
) -> tuple[list[float], list[float], ActualDays]:
    """Rules 1 to 5 in one pass: starts and finishes of all nodes, in hours by node number, and days said.

    `place` may start an activity later than it could: it gets the node's number and its earliest start.
    """
    settled = axis.begin(plan.facts.status_date)
    begin, end = axis.begin, axis.end
    count = graph.activity_count
    starts = [settled] * len(graph.nodes)
    finishes = [settled] * len(graph.nodes)
    durations = [0.0] * count
    works = [0.0] * count
    bound = [True] * count
    actual = ActualDays(axis.first)
    pausing = actual.own_hours
    for number, activity in enumerate(plan.active.values()):
        if activity.finished_on is not None:
            started = activity.started_on or activity.finished_on
            starts[number] = begin(started)
            finishes[number] = end(activity.finished_on)
            bound[number] = False
            actual.keep(number, started, activity.finished_on)
            if activity.pauses:
                actual.paused.append(number)
            continue
        left = activity.remaining_hours
        if left is None:
            left = activity.effort.likely
        works[number] = left
        durations[number] = left / activity.share
        if activity.pauses:
            actual.paused.append(number)
            if left > 0:
                pausing[number] = OwnHours(axis, activity.pauses)
        if activity.started_on is not None:
            starts[number] = begin(activity.started_on)
            going_on = max(settled, starts[number])
            finishes[number] = going_on + durations[number]
            if number in pausing:
                finishes[number] = pausing[number].later(going_on, durations[number])
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
            if pausing and node in pausing:
                own, duration = pausing[node], durations[node]
                held, held_finish = joined_bounds(axis, joined[node], starts, followed, actual)
                moved_back = own.start_at(own.before(held_finish) - duration)
                instant = own.start(max(instant, held, moved_back))
                if place is not None:
                    instant = own.start(place(node, instant))
                starts[node] = instant
                finishes[node] = followed[node] = max(own.later(instant, duration), held_finish)
                continue
            if joined[node]:
                held, held_finish = joined_bounds(axis, joined[node], starts, followed, actual)
                instant = max(instant, held, held_finish - durations[node])
            if place is not None:
                instant = place(node, instant)
            starts[node] = instant
            finishes[node] = followed[node] = instant + durations[node]
            continue
        milestone = milestones[node - count]
        if milestone.reached_on is not None:
            starts[node] = finishes[node] = followed[node] = end(milestone.reached_on)
            actual.keep(node, milestone.reached_on, milestone.reached_on)
            continue
        # Where no work is left before it, it landed when what it waits for was done, however long ago.
        waits_alone = not covered[node - count] and (chained[node] or joined[node])
        instant = 0.0 if waits_alone else settled + covered[node - count]
        for before in chained[node]:
            if followed[before] > instant:
                instant = followed[before]
        if joined[node]:
            instant = max(instant, *joined_bounds(axis, joined[node], starts, followed, actual))
        finishes[node] = followed[node] = instant
        if milestone.holds and milestone.target is not None:
            # A target on a day without hours ends where the day before ends, and still counts for lags.
            held = end(milestone.target)
            if held >= instant - INSTANT_TOLERANCE_HOURS:
                followed[node] = max(instant, held)
                actual.hold(node, milestone.target)
        starts[node] = followed[node]
    starts[count:] = finishes[count:]
    return starts, finishes, actual


def joined_bounds(
    axis: WorkAxis,
    joined: tuple[tuple[int, DependencyKind, int], ...],
    starts: list[float],
    followed: list[float],
    actual: ActualDays,
) -> tuple[float, float]:
    """Rule 4 for dependencies that are not plain finish-to-start: the earliest start and the earliest finish
    they allow, in hours. `followed` are the instants that followers of a finish wait for.
    """
    earliest_start = earliest_finish = 0.0
    said = actual.holds or actual.starts
    for before, kind, lag in joined:
        from_finish = kind in FROM_FINISH
        bound = followed[before] if from_finish else starts[before]
        if lag:
            if from_finish and not said:
                day = axis.finish_index(bound)  # by far the most common
            else:
                day = _day_followed(axis, before, starts[before], followed[before], from_finish, actual)
            bound = axis.begin_of(day + lag + from_finish)
        if kind in INTO_START:
            if bound > earliest_start:
                earliest_start = bound
        elif bound > earliest_finish:
            earliest_finish = bound
    return earliest_start, earliest_finish


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
