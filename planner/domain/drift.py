"""How the finish has drifted: what moved it, on which day, from where to where. Pure.

A baseline that is taken before a change (catching up, a pause) keeps the plan from before it. So the change
is a step on that day, from the baseline's finish to the next one that is known: the next baseline's, or the
plan's as it is. What else was changed until then cannot be told apart from it, and the point says until when.
A baseline by hand is a point without a step of its own. Where the finish moved after it, before the next
baseline, the learner's own changes moved it: a step on the day on which that was kept.

A baseline keeps the day each diamond stood on. Without a target that is the day the finish landed. With one
it is the learner's own date, which says nothing about the work; the last day of the work before the finish
then stands for it, and the point says so.
"""

from dataclasses import dataclass
from datetime import date

from planner.domain.baselines import change_after
from planner.domain.items import Baseline, BaselineId, NodeId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text, isolated

NOW = "The plan as it is now"
"""The reason of the last point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftPoint:
    """Where the finish was at the end of what happened on a day, and what that was.

    `before` is where it was until then; None where nothing moved it by itself. `baseline` is the one that
    tells of it; None for the learner's own changes and for the plan as it is. `note` says on what the finish
    rests where it is not the finish milestone's own day, and until when it may have been changed otherwise;
    else it is empty.
    """

    day: date
    finish: date
    reason: str
    before: date | None = None
    baseline: BaselineId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Kept:
    """The finish as a baseline has it, or the plan as it is (`baseline` None)."""

    day: date
    finish: date
    note: str
    reason: str
    baseline: BaselineId | None = None


def finish_drift(plan: Plan, schedule: Schedule, today: date) -> tuple[DriftPoint, ...]:
    """What is known of the finish by every baseline, in the order they were taken, and today's at the end.

    A baseline that has no days at all has no finish, and is left out. `today` is not before any of them
    unless the computer's clock was turned back; the plan as it is comes last all the same.
    """
    before = _work_before(schedule)
    taken = sorted(plan.baselines.values(), key=lambda each: each.taken_on)
    kept = [
        _Kept(each.taken_on, *_finish(each, schedule, before), each.reason, each.id)
        for each in taken
        if each.days
    ]
    kept.append(_Kept(today, schedule.finish, "", NOW))
    points: list[DriftPoint] = []
    for place, each in enumerate(kept):
        if place and change_after(kept[place - 1].reason) is None:
            points += _own_changes(kept[place - 1], each)
        following = kept[place + 1] if each.baseline is not None else each
        points.append(_point(each, following))
    return tuple(points)


def _own_changes(last: _Kept, now: _Kept) -> list[DriftPoint]:
    """What moved the finish since it was kept and nothing else is known to have happened."""
    if last.finish == now.finish:
        return []
    reason = f"Changes since {day_text(last.day)}"
    return [DriftPoint(day=now.day, finish=now.finish, reason=reason, before=last.finish)]


def _point(kept: _Kept, following: _Kept) -> DriftPoint:
    change = None if kept.baseline is None else change_after(kept.reason)
    if change is None:
        return DriftPoint(
            day=kept.day, finish=kept.finish, reason=kept.reason, baseline=kept.baseline, note=kept.note
        )
    later = following.day > kept.day
    notes = (
        f"and any changes until {day_text(following.day)}" if later else "",
        following.note,
    )
    return DriftPoint(
        day=kept.day,
        finish=following.finish,
        reason=change,
        before=kept.finish,
        baseline=kept.baseline,
        note=". ".join(each for each in notes if each),
    )


def finish_of(baseline: Baseline, schedule: Schedule) -> tuple[date, str] | None:
    """The day a baseline had the finish of today's plan on, and on what that rests where it is not its own.

    None for a baseline without any days.
    """
    return _finish(baseline, schedule, _work_before(schedule)) if baseline.days else None


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
