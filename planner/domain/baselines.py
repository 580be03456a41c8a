"""Baselines: the dates as they stood on a day, to see later what has moved. Verbs: Plan -> Plan, pure."""

from dataclasses import replace
from datetime import date

from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.items import Baseline, BaselineDays, BaselineId, new_id
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule

AS_MADE = "The plan as it was made"
"""The reason of a plan's first baseline."""

_BEFORE = "Before "
_CHANGES = ("catching up to ", "bringing forward to ", "the pause of ", "going on from ")
"""How catching up and pausing begin the reason of the baseline that they take before they change the plan."""


def take_baseline(
    plan: Plan, baseline: BaselineId, taken_on: date, reason: str, current: Schedule | None = None
) -> Plan:
    """Keep a copy of all dates under a new id, with the reason; `current` is the schedule where at hand."""
    if baseline in plan.baselines:
        raise InvalidValue(f"There is a baseline “{plan.baselines[baseline].reason}” by this id already.")
    current = schedule(plan) if current is None else current
    taken = Baseline(id=baseline, taken_on=taken_on, reason=reason.strip(), days=days_now(current))
    return replace(plan, baselines={**plan.baselines, baseline: taken})


def days_now(current: Schedule) -> tuple[BaselineDays, ...]:
    """The days of every bar, and of every milestone the day its diamond stands on."""
    plan = current.plan
    bars = [
        BaselineDays(node=key, start=current.start_day(key), finish=current.finish_day(key))
        for key in plan.active
    ]
    shown = ((key, current.shown_day(key)) for key in plan.milestones)
    diamonds = [BaselineDays(node=key, start=day, finish=day) for key, day in shown]
    return (*bars, *diamonds)


def change_after(reason: str) -> str | None:
    """What happened right after a baseline was taken, by its reason, like “Catching up to 10 Aug 2026”.

    None for one that keeps how things stood and no more: the plan as it was made, or one taken by hand.
    """
    change = reason.removeprefix(_BEFORE)
    if change == reason or not change.startswith(_CHANGES):
        return None
    return change[0].upper() + change[1:]


def remove_baseline(plan: Plan, baseline: BaselineId) -> Plan:
    """Forget a baseline; raises `UnknownItem`."""
    if baseline not in plan.baselines:
        raise UnknownItem("baseline", baseline)
    kept = {key: each for key, each in plan.baselines.items() if key != baseline}
    return replace(plan, baselines=kept)


def as_made(plan: Plan, on: date) -> Plan:
    """A plan that is being made on a day, with its first baseline: no edit of its own, so nothing to undo."""
    return take_baseline(plan, BaselineId(new_id()), on, AS_MADE)
