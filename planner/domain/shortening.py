"""Which activities to shorten so that a milestone lands by its target, and by how many hours: at most two."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from planner.domain.driving import driving_work
from planner.domain.edits import put_activity
from planner.domain.items import Activity, ActivityId, Estimate, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule

MOST_SHORTENED = 2
"""More activities than this are no advice but another plan."""

QUARTERS = 4
"""Cuts come in quarters of an hour: so many an hour."""

LEAST_LEFT = 0.5
"""No activity is asked to give up more than this part of what is left of it."""

MOST_TRIED = 6
"""So many schedules are made to find an answer: it is asked for while something is dragged."""


@dataclass(frozen=True, slots=True)
class Cut:
    """So many hours less of an activity."""

    activity: ActivityId
    hours: float


def cuts_to_hold(done: Schedule, milestone: MilestoneId, target: date) -> tuple[Cut, ...]:
    """The fewest and smallest cuts, of at most two activities, with which a milestone lands by a day.

    It takes the largest activities of the chain that drives the landing, each for at most half of what is
    left of it. Empty when it is in time, or when two are not enough.
    """
    cuts: dict[ActivityId, float] = {}
    current = done
    for _ in range(MOST_TRIED):
        late = _late_hours(current, milestone, target)
        if late <= 0:
            break
        step = next(_steps(done.plan, current, milestone, cuts, late), None)
        if step is None:
            return ()
        cuts[step.activity] = cuts.get(step.activity, 0.0) + step.hours
        shorter = done.plan
        for activity, hours in cuts.items():
            shorter = shortened(shorter, activity, hours)
        current = schedule(shorter, done.graph)
    if current.lands(milestone) > target:
        return ()
    return tuple(Cut(activity, hours) for activity, hours in cuts.items())


def shortened(plan: Plan, activity: ActivityId, hours: float) -> Plan:
    """The plan with so many hours less left of an activity, as a question: the estimate keeps its range."""
    found = plan.activity(activity)
    left = found.remaining - hours
    if found.remaining_hours is not None:
        return put_activity(plan, replace(found, remaining_hours=left))
    effort = found.effort
    cut = Estimate(low=min(effort.low, left), likely=left, high=effort.high, provenance=effort.provenance)
    return put_activity(plan, replace(found, effort=cut))


def _late_hours(current: Schedule, milestone: MilestoneId, target: date) -> float:
    """By how many study hours a milestone lands after the end of a day; 0 when it is in time."""
    if current.lands(milestone) <= target:
        return 0.0
    return max(current.finishes[current.graph.index[milestone]] - current.axis.end(target), 1 / QUARTERS)


def _steps(
    plan: Plan, current: Schedule, milestone: MilestoneId, cuts: dict[ActivityId, float], late: float
) -> Iterator[Cut]:
    """What could be cut next, the one with most to give first; only those chosen once there are two."""
    gains = driving_work(current, milestone)
    if len(cuts) == MOST_SHORTENED:
        gains = {key: gain for key, gain in gains.items() if key in cuts}
    spares = {key: _spare(plan.activity(key), cuts.get(key, 0.0)) for key in gains}
    for key in sorted(gains, key=lambda each: -spares[each] * gains[each]):
        if spares[key] > 0:
            wanted = ceil(late / gains[key] * QUARTERS - 1e-6) / QUARTERS
            yield Cut(key, min(wanted, spares[key]))


def _spare(activity: Activity, given: float) -> float:
    """Hours an activity can still give up besides those given, in quarters."""
    return int((activity.remaining * LEAST_LEFT - given) * QUARTERS) / QUARTERS
