"""Shift: the plan is settled up to today, and what is left starts now, at the hours there are.

The learner's own targets move along by as many days as the work before them, so that none gets tighter; when
work comes earlier they stay, and so does every fixed date. The same verb brings forward who is ahead.
"""

from dataclasses import replace
from datetime import date, timedelta

from planner.domain.catching_up.proposal import Proposal
from planner.domain.catching_up.settling import settled
from planner.domain.catching_up.unstacking import unstacked
from planner.domain.items import Milestone, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.wording import day_text


def shift(plan: Plan, today: date, current: Schedule | None = None) -> Proposal:
    """Settle the plan up to today: what is left starts from there, which is later when the learner is behind
    and earlier when more was logged than planned. Fixed dates and finished work stay.

    `current` is the plan's schedule where it is at hand. Raises `InvalidValue` for a day before the plan's
    status date.
    """
    before = schedule(plan) if current is None else current
    after = with_targets_along(settled(plan, before, today), before)
    proposal = Proposal(
        plan=after.plan,
        schedule=after,
        before=before,
        today=today,
        text=f"Catch up to {day_text(today)}",
        reason=f"Before catching up to {day_text(today)}",
    )
    if not proposal.ahead:
        return proposal
    return replace(
        proposal,
        text=f"Bring forward to {day_text(today)}",
        reason=f"Before bringing forward to {day_text(today)}",
    )


def with_targets_along(plan: Plan, before: Schedule) -> Schedule:
    """A settled plan with each movable target as far behind its work as it was, and nothing stacked.

    A target that holds followers moves them, too, and what they lead to: it goes round until all stand.
    """
    movable = {key: each for key, each in plan.milestones.items() if _moves_along(each)}
    after = unstacked(plan, before)
    for _ in movable:
        targets = {key: each for key in movable if (each := _target(key, before, after)) is not None}
        if all(after.plan.milestones[key].target == each.target for key, each in targets.items()):
            break
        after = unstacked(replace(plan, milestones={**plan.milestones, **targets}), before)
    return after


def _moves_along(milestone: Milestone) -> bool:
    return milestone.target is not None and not milestone.fixed and milestone.reached_on is None


def _target(key: MilestoneId, before: Schedule, after: Schedule) -> Milestone | None:
    """A milestone with its target later by as many days as its work lands later; None without any work."""
    was, lands = before.work_lands(key), after.work_lands(key)
    milestone = before.plan.milestones[key]
    if was is None or lands is None or milestone.target is None:
        return None
    later = max(lands - was, timedelta(0))
    return replace(milestone, target=milestone.target + later) if later else milestone
