"""The verbs that add, remove and join items: Plan -> Plan, pure, as in `edits`."""

from dataclasses import replace
from datetime import date

from planner.domain.edits import put_activity, put_milestone, with_entry, without
from planner.domain.errors import DependencyCycle, InvalidValue, UnknownItem
from planner.domain.graph import chain_that_would_close
from planner.domain.items import (
    Activity,
    ActivityId,
    ActivityKind,
    Dependency,
    DependencyId,
    DependencyKind,
    Estimate,
    Milestone,
    MilestoneId,
    NodeId,
    PhaseId,
    Provenance,
    new_id,
)
from planner.domain.plan import Plan


def add_activity(
    plan: Plan,
    activity_id: ActivityId,
    phase: PhaseId,
    title: str,
    hours: float,
    kind: ActivityKind = ActivityKind.TOPIC,
    *,
    follows: NodeId | None = None,
    not_before: date | None = None,
) -> Plan:
    """Add an activity with a new id to a phase: right behind the item it `follows`, or at the end.

    What waited for that item waits for the new activity instead, and it gets the share of the week that the
    work before it has: no two then ask for the same hours.
    """
    roomy, position = _with_room(plan, phase, follows)
    activity = Activity(
        id=activity_id,
        phase=phase,
        title=title.strip(),
        kind=kind,
        position=position,
        effort=Estimate(low=hours, likely=hours, high=hours, provenance=Provenance.LEARNER),
        share=_share_before(plan, follows),
        not_before=not_before,
    )
    added = put_activity(roomy, activity)
    if follows is None:
        return added
    handed_on = {
        key: replace(each, before=activity_id) if _plainly_follows(each, follows) else each
        for key, each in added.dependencies.items()
    }
    return link(replace(added, dependencies=handed_on), follows, activity_id)


def add_milestone(
    plan: Plan,
    milestone_id: MilestoneId,
    phase: PhaseId,
    title: str,
    target: date | None = None,
    *,
    follows: NodeId | None = None,
) -> Plan:
    """Add a milestone with a new id to a phase: right behind the item it `follows`, or at the end."""
    roomy, position = _with_room(plan, phase, follows)
    milestone = Milestone(id=milestone_id, phase=phase, title=title.strip(), position=position, target=target)
    added = put_milestone(roomy, milestone)
    return added if follows is None else link(added, follows, milestone_id)


def _share_before(plan: Plan, follows: NodeId | None) -> float:
    """The share of the activity that is followed, or of the largest right before a followed milestone."""
    behind = [plan.activities.get(ActivityId(follows))] if follows is not None else []
    if behind == [None]:
        before = (each.before for each in plan.dependencies.values() if each.after == follows)
        behind = [plan.activities.get(ActivityId(each)) for each in before]
    return max((each.share for each in behind if each is not None), default=1.0)


def _plainly_follows(dependency: Dependency, node: NodeId) -> bool:
    """Whether a dependency is the usual one from an item: finish to start, without lag."""
    usual = dependency.kind is DependencyKind.FINISH_START and not dependency.lag_days
    return dependency.before == node and usual


def _with_room(plan: Plan, phase: PhaseId, follows: NodeId | None) -> tuple[Plan, int]:
    """A free position in a phase, behind an item where that is in the phase, and the plan that has it."""
    rows = plan.rows_of_phase[plan.phase(phase).id]
    place = next((each.position for each in rows if each.id == follows), None)
    if place is None:
        return plan, max((each.position for each in rows), default=0) + 1
    activities, milestones = dict(plan.activities), dict(plan.milestones)
    for each in rows:
        if each.position > place and isinstance(each, Activity):
            activities[each.id] = replace(each, position=each.position + 1)
        elif each.position > place and isinstance(each, Milestone):
            milestones[each.id] = replace(each, position=each.position + 1)
    return replace(plan, activities=activities, milestones=milestones), place + 1


def remove(plan: Plan, node: NodeId) -> Plan:
    """Remove an activity or milestone with its dependencies and checklist; logged hours keep an activity."""
    found = plan.node(node)
    if plan.sessions_of_activity.get(ActivityId(node)):
        raise InvalidValue(f"“{found.title}” has logged hours, so it stays. Mark it finished instead.")
    if node == plan.facts.finish:
        raise InvalidValue(f"“{found.title}” is where the whole path leads, so it stays.")
    bridged = _bridge(plan, node)
    cleared = {
        key: replace(each, produced_by=None) if each.produced_by == node else each
        for key, each in bridged.checklist.items()
        if each.milestone != node
    }
    return replace(
        bridged,
        activities=without(bridged.activities, ActivityId(node)),
        milestones=without(bridged.milestones, MilestoneId(node)),
        checklist=cleared,
    )


def _bridge(plan: Plan, node: NodeId) -> Plan:
    """Drop an item's dependencies and let its followers wait for what it waited for."""
    mine = plan.dependencies_of(node)
    kept = without(plan.dependencies, *(each.id for each in mine))
    joined = {(each.before, each.after) for each in kept.values()}
    for before in (each for each in mine if each.after == node):
        for after in (each for each in mine if each.before == node):
            if (before.before, after.after) not in joined:
                joined.add((before.before, after.after))
                bridge = Dependency(id=DependencyId(new_id()), before=before.before, after=after.after)
                kept[bridge.id] = bridge
    return replace(plan, dependencies=kept)


def link(
    plan: Plan,
    before: NodeId,
    after: NodeId,
    kind: DependencyKind = DependencyKind.FINISH_START,
    lag_days: int = 0,
) -> Plan:
    """Let one item wait for another; raises `DependencyCycle` with the chain that would close."""
    circle = chain_that_would_close(plan, before, after)
    if circle is not None:
        raise DependencyCycle([plan.node(each).title for each in circle])
    for each in plan.dependencies.values():
        if (each.before, each.after) == (before, after):
            changed = replace(each, kind=kind, lag_days=lag_days)
            return replace(plan, dependencies=with_entry(plan.dependencies, each.id, changed))
    made = Dependency(
        id=DependencyId(new_id()),
        before=plan.node(before).id,
        after=plan.node(after).id,
        kind=kind,
        lag_days=lag_days,
    )
    return replace(plan, dependencies=with_entry(plan.dependencies, made.id, made))


def unlink(plan: Plan, dependency: DependencyId) -> Plan:
    """Let an item no longer wait."""
    if dependency not in plan.dependencies:
        raise UnknownItem("dependency", dependency)
    return replace(plan, dependencies=without(plan.dependencies, dependency))
