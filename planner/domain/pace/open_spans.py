"""When each activity was open: from the day all it waits for was done until it was finished itself.

It is told from what happened, not from the schedule, which a learner may be far ahead of or behind.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from planner.domain.forward_pass import INTO_START
from planner.domain.graph import Graph
from planner.domain.items import Activity, ActivityId, DependencyKind, MilestoneId
from planner.domain.plan import Plan

_NEVER = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class OpenSpan:
    """Days, as ordinals from `first` up to but not including `stop`, on which an activity could be done."""

    activity: Activity
    first: int
    stop: int


def open_spans(plan: Plan, graph: Graph, today: date) -> dict[ActivityId, OpenSpan]:
    """The spans of all activities that were open on some day before today."""
    start, now = plan.facts.start.toordinal(), today.toordinal()
    ready, done = [start] * len(graph.nodes), [_NEVER] * len(graph.nodes)
    found = {}
    for node in graph.order:
        waits = [done[before] for before in graph.chained[node]]
        for before, kind, lag in graph.joined[node]:
            if kind in INTO_START:
                bound = done[before] if kind is DependencyKind.FINISH_START else ready[before]
                waits.append(min(bound + lag, _NEVER))
        ready[node] = max([start, *waits])
        if node >= graph.activity_count:
            done[node] = _passed(plan, MilestoneId(graph.nodes[node]), ready[node])
            continue
        activity = plan.activities[ActivityId(graph.nodes[node])]
        span = _span(plan, activity, ready[node], now)
        ready[node] = span.first
        if activity.finished_on is not None:
            # What follows shares the day's hours: they count once, with what was finished.
            done[node] = activity.finished_on.toordinal() + 1
        if span.first < span.stop:
            found[activity.id] = span
    return found


def days_of(plan: Plan, first: int, stop: int) -> npt.NDArray[np.float64]:
    """Study hours of the calendar on the days from one ordinal up to another; shape (days,)."""
    return plan.calendar.daily_hours(date.fromordinal(first), max(stop - first, 0))


def shares_of(spans: list[OpenSpan], first: int, stop: int) -> npt.NDArray[np.float64]:
    """The sum of the shares of what is open on each day from one ordinal up to another; shape (days,).

    An activity's own pauses are no part of its span.
    """
    shares = np.zeros(max(stop - first, 0))
    for each in spans:
        shares[_places(each.first, each.stop, first)] += each.activity.share
        for pause in each.activity.pauses:
            begin = max(pause.first.toordinal(), each.first)
            end = min(pause.last.toordinal() + 1, each.stop)
            if begin < end:
                shares[_places(begin, end, first)] -= each.activity.share
    return np.maximum(shares, 0.0)


def _span(plan: Plan, activity: Activity, ready: int, now: int) -> OpenSpan:
    """From when an activity could be worked on, or was if that is earlier, to its end or today."""
    first = ready
    if activity.not_before is not None:
        first = max(first, activity.not_before.toordinal())
    sessions = plan.sessions_of_activity.get(activity.id, ())
    begun = [each.day for each in sessions[:1]]
    begun += [activity.started_on] if activity.started_on is not None else []
    if begun:
        first = min(first, min(begun).toordinal())
    stop = now if activity.finished_on is None else min(activity.finished_on.toordinal() + 1, now)
    return OpenSpan(activity, first, stop)


def _passed(plan: Plan, milestone: MilestoneId, ready: int) -> int:
    """The day from which what follows a milestone could be worked on."""
    found = plan.milestones[milestone]
    if found.reached_on is not None:
        return min(ready, found.reached_on.toordinal() + 1)
    if found.holds and found.target is not None:
        return max(ready, found.target.toordinal() + 1)
    return ready


def _places(first: int, stop: int, origin: int) -> slice:
    return slice(max(first - origin, 0), max(stop - origin, 0))
