"""How the finish has drifted: where each baseline had it, in time order, and where it is now. Pure.

A baseline keeps the day each diamond stood on. Without a target that is the day the finish landed. With one
it is the learner's own date, which says nothing about the work; the last day of the work before the finish
then stands for it, and the point says so.
"""

from dataclasses import dataclass
from datetime import date

from planner.domain.items import Baseline, BaselineId, NodeId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import isolated

NOW = "The plan as it is now"
"""The reason of the last point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftPoint:
    """Where the finish was on a day, and why that day was kept; `baseline` is None for the plan as it is.

    `note` says on what the finish rests where it is not the finish milestone's own day; else it is empty.
    """

    day: date
    finish: date
    reason: str
    baseline: BaselineId | None = None
    note: str = ""


def finish_drift(plan: Plan, schedule: Schedule, today: date) -> tuple[DriftPoint, ...]:
    """The finish by every baseline, in the order they were taken, and today's at the end.

    A baseline that has no days at all has no finish, and is left out. `today` is not before any of them
    unless the computer's clock was turned back; the plan as it is comes last all the same.
    """
    before = _work_before(schedule)
    kept = sorted(plan.baselines.values(), key=lambda each: each.taken_on)
    found = [point for each in kept if (point := _point(each, schedule, before)) is not None]
    return (*found, DriftPoint(day=today, finish=schedule.finish, reason=NOW))


def finish_of(baseline: Baseline, schedule: Schedule) -> tuple[date, str] | None:
    """The day a baseline had the finish of today's plan on, and on what that rests where it is not its own.

    None for a baseline without any days.
    """
    point = _point(baseline, schedule, _work_before(schedule))
    return None if point is None else (point.finish, point.note)


def _point(baseline: Baseline, schedule: Schedule, before: frozenset[NodeId]) -> DriftPoint | None:
    if not baseline.days:
        return None
    finish, note = _finish(baseline, schedule, before)
    return DriftPoint(
        day=baseline.taken_on, finish=finish, reason=baseline.reason, baseline=baseline.id, note=note
    )


def _finish(baseline: Baseline, schedule: Schedule, before: frozenset[NodeId]) -> tuple[date, str]:
    milestone = schedule.finish_milestone
    days = {each.node: each.finish for each in baseline.days}
    if milestone is None or milestone not in days:
        title = "" if milestone is None else schedule.plan.milestone(milestone).title
        named = f"“{isolated(title)}” was not in it yet: this" if title else "This"
        return max(days.values()), f"{named} is the last day of all that was in it."
    stood = days[milestone]
    work = [day for node, day in days.items() if node in before]
    target = schedule.plan.milestone(milestone).target
    # Work cannot end after the finish lands: a diamond before it, or on today's target, stood on a target.
    if work and (stood < max(work) or stood == target):
        return max(work), "The diamond stood on its target: this is the last day of the work before it."
    return stood, ""


def _work_before(schedule: Schedule) -> frozenset[NodeId]:
    """The activities that the finish milestone waits for, at whatever distance, by today's dependencies."""
    milestone, graph = schedule.finish_milestone, schedule.graph
    if milestone is None:
        return frozenset()
    column = graph.stretches_before[graph.index[milestone] - graph.activity_count]
    return frozenset(
        node
        for node, stretch in zip(graph.nodes[: graph.activity_count], graph.stretch, strict=True)
        if column[stretch] > 0
    )
