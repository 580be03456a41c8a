"""What a promise made today stands on: the plan, or, where weeks have gone by undone, the plan caught up.

Bars stay where the learner put them until they catch up themselves. What is left is another matter: hours a
week that are to hold a date, and what would come of a change, are worked out on what is really still to do.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from planner.domain.baselines import take_baseline
from planner.domain.catching_up.absorb import absorb
from planner.domain.catching_up.compress import Goal, compress, hours_for
from planner.domain.catching_up.proposal import take, week_from
from planner.domain.catching_up.unstacking import unstacked
from planner.domain.frame import settle
from planner.domain.items import BaselineId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.targets import HoldAdvice, hours_to_hold
from planner.domain.week_carried import open_before
from planner.domain.wording import day_text

QUICK_ITEMS = 2_000
"""In larger plans a promise does without finding room for each activity anew, which takes too long there."""


def open_hours(laid_out: Schedule, today: date) -> float:
    """Hours planned before today that are neither logged nor finished, where they make up a week or more.

    Else 0: some hours of the week that runs are nothing to speak of, they are caught up within it. A week is
    what the learner studies in one from today on.
    """
    plan = laid_out.plan
    if today <= plan.facts.status_date:
        return 0.0
    hours = sum(each.minutes for each in open_before(plan, laid_out, today)) / 60
    return hours if hours >= week_from(plan, today).total else 0.0


def caught_up(laid_out: Schedule, today: date) -> Schedule:
    """The plan settled up to today with every target where it is; itself where no hours are open.

    To look at, not to keep: what catching up keeps of the weeks gone by is not in it, as no date hangs on it
    and each step of a drag asks for this.
    """
    if not open_hours(laid_out, today):
        return laid_out
    plan = settle(laid_out.plan, today)
    if len(laid_out.graph.nodes) > QUICK_ITEMS:
        return schedule(plan, laid_out.graph)
    return unstacked(plan, laid_out)


def catch_up_and(plan: Plan, verb: Callable[[Plan], Plan], today: date, baseline: BaselineId) -> Plan:
    """Catch up to today where hours are open, then do something, in one go; the dates from before are kept
    as a baseline by a new id. Raises what the verb raises.
    """
    before = schedule(plan)
    if not open_hours(before, today):
        return verb(plan)
    changed = verb(absorb(plan, today, before).plan)
    reason = f"Before catching up to {day_text(today)}"
    return take_baseline(changed, baseline, today, reason, before)


def hold_advice(laid_out: Schedule, milestone: MilestoneId, today: date) -> HoldAdvice:
    """`hours_to_hold` of what is really left: where hours are open those that catching up asks for.

    Raises `InvalidValue` without a target.
    """
    plan = laid_out.plan
    found = plan.milestone(milestone)
    if found.target is None or not open_hours(laid_out, today):
        return hours_to_hold(plan, milestone, today, laid_out.graph)
    if len(laid_out.graph.nodes) > QUICK_ITEMS:
        ground = settle(plan, today)
        return replace(hours_to_hold(ground, milestone, today, laid_out.graph), catches_up=True)
    hold = hours_for(plan, _goal(plan, milestone, found.target), today, laid_out)
    return HoldAdvice(
        milestone=milestone,
        target=found.target,
        current_hours=hold.now_hours,
        hours=hold.hours,
        obstacle=None,
        sentence=hold.sentence,
        catches_up=True,
    )


def catch_up_and_hold(
    plan: Plan, milestone: MilestoneId, hours: float, today: date, baseline: BaselineId
) -> Plan:
    """Catch up and study so many hours a week from today, as `hold_advice` found them, to hold a target."""
    target = plan.milestone(milestone).target
    goal = None if target is None else _goal(plan, milestone, target)
    return take(plan, compress(plan, today, hours, goal), baseline)


def _goal(plan: Plan, milestone: MilestoneId, target: date) -> Goal:
    return Goal(milestone=milestone, title=plan.milestone(milestone).title, day=target, is_target=True)
