"""Catching up, as a proposal to look at first: nothing moves until the learner takes it."""

from dataclasses import dataclass
from datetime import date

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS
from planner.domain.cascade import moved
from planner.domain.frame import settle
from planner.domain.items import NodeId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A plan the learner may take, its schedule, and what it does to the finish and to other items."""

    plan: Plan
    schedule: Schedule
    finish_before: date
    finish_after: date
    moved: tuple[NodeId, ...]


def shift(plan: Plan, today: date, current: Schedule | None = None) -> Proposal:
    """Settle the plan up to today: what is left starts from there, which is later when the learner is behind
    and earlier when more was logged than planned. Targets, fixed dates and finished work stay.

    `current` is the plan's schedule where it is at hand. Raises `InvalidValue` for a day before the plan's
    status date.
    """
    current = schedule(plan) if current is None else current
    settled = settle(plan, today)
    proposed = schedule(settled, current.graph)
    return Proposal(
        plan=settled,
        schedule=proposed,
        finish_before=current.finish,
        finish_after=proposed.finish,
        moved=tuple(moved(current, proposed)),
    )


def overfull_weeks(laid_out: Schedule, today: date) -> int:
    """How many weeks from today on ask for more hours than the calendar gives them."""
    weeks = max((laid_out.finish - today).days // 7 + 1, 1)
    over = laid_out.load_hours(today, weeks) - laid_out.available_hours(today, weeks)
    return int((over > INSTANT_TOLERANCE_HOURS).sum())
