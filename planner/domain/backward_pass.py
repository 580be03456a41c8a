"""The backward pass: how late each item may end, for float and what is critical. Instants are study hours."""

from collections.abc import Mapping

import numpy as np

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS, WorkAxis
from planner.domain.forward_pass import FROM_FINISH, INTO_START
from planner.domain.graph import Graph
from planner.domain.items import DependencyKind
from planner.domain.own_hours import OwnHours
from planner.domain.plan import Plan


def late_finishes(
    plan: Plan,
    graph: Graph,
    axis: WorkAxis,
    starts: list[float],
    finishes: list[float],
    own_hours: Mapping[int, OwnHours],
) -> list[float]:
    """The latest instant each node may finish without moving the plan's last milestone, by node number.

    For an activity with pauses, whose own hours are given, it may lie in a pause: its work is done before.
    """
    last = max(finishes[graph.activity_count :], default=max(finishes, default=0.0))
    late: list[float] = np.maximum(finishes, last).tolist()
    waits = [each.started_on is None and each.finished_on is None for each in plan.active.values()]
    waits += [each.reached_on is None for each in plan.milestones.values()]
    chained, joined = graph.chained, graph.joined
    for node in reversed(graph.order):
        if not waits[node]:
            continue
        late_start = late[node] - (finishes[node] - starts[node])
        if node in own_hours:
            own = own_hours[node]
            work = own.between(starts[node], finishes[node])
            late_start = own.start_at(own.before(late[node]) - work)
        # Comparing in place halves the time that thousands of calls of `min` take.
        for before in chained[node]:
            if late_start < late[before]:
                late[before] = late_start
        for before, kind, lag in joined[node]:
            span = finishes[before] - starts[before]
            bound = late_start if kind in INTO_START else late[node]
            if kind not in FROM_FINISH and not waits[before]:
                continue  # its start is said, whenever it ends
            if kind in FROM_FINISH:
                plain = kind is DependencyKind.FINISH_FINISH and not lag
                latest = bound if plain else axis.begin_of(axis.latest_with_begin(bound) - lag)
            else:
                last_start = bound if not lag else _last_start(axis, bound, lag, span)
                latest = last_start + span
                if before in own_hours:
                    own = own_hours[before]
                    latest = own.later(last_start, own.between(starts[before], finishes[before]))
            late[before] = min(late[before], latest)
    return late


def _last_start(axis: WorkAxis, instant: float, lag: int, span: float) -> float:
    """The latest start whose day plus the lag begins no later than the instant."""
    day_ends = axis.begin_of(axis.latest_with_begin(instant) - lag + 1)
    # What takes time starts on a day with hours left; what takes none falls on the day it ends.
    return day_ends - 2 * INSTANT_TOLERANCE_HOURS if span > INSTANT_TOLERANCE_HOURS else day_ends
