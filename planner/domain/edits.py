"""The verbs on activities and milestones: Plan -> Plan, one small pure function each.

A verb raises `PlanError` when what is asked does not fit; then nothing happened. Undo needs no code here: the
difference of the two plans is its own inverse. Verbs that add, remove and join items are in `structure.py`,
those on checklists and logged hours in `proof.py`, those on the plan as a whole in `frame.py`.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.handing_on import hand_on
from planner.domain.items import (
    Activity,
    ActivityId,
    Estimate,
    Milestone,
    MilestoneId,
    NodeId,
    Provenance,
    StepId,
)
from planner.domain.plan import Plan
from planner.domain.progress import hours_left, logged_hours
from planner.domain.schedule import Schedule, schedule

Key = TypeVar("Key")
Value = TypeVar("Value")


def with_entry(table: Mapping[Key, Value], key: Key, value: Value) -> dict[Key, Value]:
    """A copy of a table with one entry added or replaced."""
    return {**table, key: value}


def without(table: Mapping[Key, Value], *keys: Key) -> dict[Key, Value]:
    """A copy of a table without some entries."""
    return {key: value for key, value in table.items() if key not in keys}


def put_activity(plan: Plan, activity: Activity) -> Plan:
    """The plan with an activity added or replaced."""
    return put_items(plan, [activity])


def put_milestone(plan: Plan, milestone: Milestone) -> Plan:
    """The plan with a milestone added or replaced."""
    return put_items(plan, [milestone])


def put_items(plan: Plan, items: Collection[Activity | Milestone]) -> Plan:
    """The plan with activities and milestones added or replaced."""
    activities = {each.id: each for each in items if isinstance(each, Activity)}
    milestones = {each.id: each for each in items if isinstance(each, Milestone)}
    put = replace(
        plan,
        activities={**plan.activities, **activities} if activities else plan.activities,
        milestones={**plan.milestones, **milestones} if milestones else plan.milestones,
    )
    differing = [(plan.activities.get(key), each) for key, each in activities.items()]
    hand_on(plan, put, [*differing, *((plan.milestones.get(key), each) for key, each in milestones.items())])
    return put


def move_activity(plan: Plan, activity: ActivityId, not_before: date | None) -> Plan:
    """Set the learner's own start date, or let go of it with None."""
    return put_activity(plan, replace(plan.activity(activity), not_before=not_before))


def retarget(plan: Plan, milestone: MilestoneId, target: date | None, holds: bool = False) -> Plan:
    """Set or clear the learner's own date for a milestone; with `holds` its followers wait for it."""
    found = plan.milestone(milestone)
    if found.fixed:
        raise InvalidValue(f"“{found.title}” has a fixed date. Make it movable first.")
    return put_milestone(plan, replace(found, target=target, holds=holds and target is not None))


def hold_followers(plan: Plan, milestone: MilestoneId, holds: bool) -> Plan:
    """Let what follows a milestone wait for its target, or let go."""
    return put_milestone(plan, replace(plan.milestone(milestone), holds=holds))


def fix_date(plan: Plan, milestone: MilestoneId, day: date | None) -> Plan:
    """Give a milestone a date nothing moves (an exam, an interview), or make it movable with None."""
    found = plan.milestone(milestone)
    if day is None:
        return put_milestone(plan, replace(found, fixed=False))
    return put_milestone(plan, replace(found, target=day, fixed=True))


def set_effort(plan: Plan, activity: ActivityId, likely: float) -> Plan:
    """Set the likely hours; low and high scale along, and what is left grows or shrinks by the difference."""
    found = plan.activity(activity)
    if not likely > 0:
        raise InvalidValue("An activity needs more than 0 hours.")
    factor = likely / found.effort.likely
    # Rounding may carry hours that were equal past each other.
    effort = Estimate(
        low=min(found.effort.low * factor, likely),
        likely=likely,
        high=max(found.effort.high * factor, likely),
        provenance=Provenance.LEARNER,
        reason="",
    )
    return _with_effort(plan, found, effort)


def set_effort_range(plan: Plan, activity: ActivityId, low: float, likely: float, high: float) -> Plan:
    """Set all three estimates, in hours."""
    effort = Estimate(low=low, likely=likely, high=high, provenance=Provenance.LEARNER)
    return _with_effort(plan, plan.activity(activity), effort)


def need_more_hours(plan: Plan, activity: ActivityId, hours: float) -> Plan:
    """Add hours of work to an activity that turned out larger."""
    if not hours > 0:
        raise InvalidValue("Say how many hours more.")
    found = plan.activity(activity)
    likely = found.effort.likely + hours
    return set_effort_range(plan, activity, found.effort.low, likely, max(found.effort.high, likely))


def set_remaining(plan: Plan, activity: ActivityId, hours: float) -> Plan:
    """Say how many hours are left now: with the hours logged they are the likely effort from here on.

    Low and high give way where they must. Catching up, which takes the logged hours off the effort, so counts
    with what was said. What was left at the status date changes by as much as what is left now.
    """
    found = plan.activity(activity)
    if found.finished_on is not None:
        raise InvalidValue(f"“{found.title}” is finished already. Reopen it first.")
    likely = logged_hours(plan, found) + hours
    if not (hours >= 0 and likely > 0):
        raise InvalidValue("Say how many hours are left, or mark it finished.")
    effort = Estimate(
        low=min(found.effort.low, likely),
        likely=likely,
        high=max(found.effort.high, likely),
        provenance=Provenance.LEARNER,
    )
    left = found.remaining_hours
    if left is not None:
        left = max(left + hours - hours_left(plan, found), 0.0)
    return put_activity(plan, replace(found, effort=effort, remaining_hours=left, length_unknown=False))


def _with_effort(plan: Plan, found: Activity, effort: Estimate) -> Plan:
    left = found.remaining_hours
    if left is not None:
        left = max(left + effort.likely - found.effort.likely, 0.0)
    return put_activity(plan, replace(found, effort=effort, remaining_hours=left, length_unknown=False))


def set_share(plan: Plan, activity: ActivityId, share: float) -> Plan:
    """Set the part of the week's hours an activity gets while it runs, above 0 and at most 1."""
    return put_activity(plan, replace(plan.activity(activity), share=share))


def set_required(plan: Plan, activity: ActivityId, required: bool) -> Plan:
    """Say whether the path needs an activity; what is optional may be dropped when time is short."""
    return put_activity(plan, replace(plan.activity(activity), required=required))


def mark_started(plan: Plan, activity: ActivityId, day: date | None) -> Plan:
    """Say on which day an activity really started; None takes it back."""
    found = plan.activity(activity)
    if found.finished_on is not None:
        raise InvalidValue(f"“{found.title}” is finished already. Reopen it first.")
    return put_activity(plan, replace(found, started_on=day))


def mark_finished(plan: Plan, activity: ActivityId, day: date) -> Plan:
    """Say on which day an activity was really finished.

    Unless the learner said when it started, that was the first day with logged hours, else the day the plan
    had for it; never after it was finished.
    """
    return finish_all(plan, [activity], day)


def finish_all(plan: Plan, activities: Collection[ActivityId], day: date) -> Plan:
    """Say of several activities that they were finished on a day; the plan before says when they began."""
    current: Schedule | None = None
    finished = []
    for each in activities:
        found = plan.activity(each)
        if found.archived_on is not None:
            raise InvalidValue(f"“{found.title}” is archived. Bring it back first.")
        logged = [session.day for session in plan.sessions_of_activity.get(each, ())]
        began = found.started_on or min(logged, default=None)
        if began is None:
            # Once for all of them: a thousand are finished in a moment.
            current = current or schedule(plan)
            began = current.start_day(each)
        steps = tuple(replace(step, done=True) for step in found.steps)
        finished.append(replace(found, started_on=min(began, day), finished_on=day, steps=steps))
    return put_items(plan, finished)


def reopen(plan: Plan, activity: ActivityId) -> Plan:
    """Take *finished* back; what was left before counts again."""
    return put_activity(plan, replace(plan.activity(activity), finished_on=None))


def tick_step(plan: Plan, activity: ActivityId, step: StepId, done: bool) -> Plan:
    """Tick or untick a step of an activity."""
    found = plan.activity(activity)
    if all(each.id != step for each in found.steps):
        raise UnknownItem("step", step)
    steps = tuple(replace(each, done=done) if each.id == step else each for each in found.steps)
    return put_activity(plan, replace(found, steps=steps))


def rename(plan: Plan, node: NodeId, title: str) -> Plan:
    """Give an activity or milestone another title."""
    found = plan.node(node)
    if isinstance(found, Activity):
        return put_activity(plan, replace(found, title=title.strip()))
    return put_milestone(plan, replace(found, title=title.strip()))


def set_note(plan: Plan, node: NodeId, note: str) -> Plan:
    """Keep the learner's own note with an activity or milestone."""
    found = plan.node(node)
    if isinstance(found, Activity):
        return put_activity(plan, replace(found, note=note))
    return put_milestone(plan, replace(found, note=note))


def set_link(plan: Plan, activity: ActivityId, link: str) -> Plan:
    """Keep an activity's link: http or https, or empty."""
    if link and not link.lower().startswith(("http://", "https://")):
        raise InvalidValue("A link must begin with http:// or https://.")
    return put_activity(plan, replace(plan.activity(activity), link=link))
