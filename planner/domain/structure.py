"""The verbs that add, remove and join items: Plan -> Plan, pure, as in `edits`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planner.domain.archive import archive
from planner.domain.arrange import remove_group
from planner.domain.bridging import without_nodes
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
    Phase,
    PhaseId,
    Provenance,
    new_id,
)
from planner.domain.outline_order import row_of
from planner.domain.plan import Plan
from planner.domain.proof import without_loose_files


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
        before = (each.before for each in plan.active_dependencies.values() if each.after == follows)
        behind = [plan.activities.get(ActivityId(each)) for each in before]
    return max((each.share for each in behind if each is not None), default=1.0)


def _plainly_follows(dependency: Dependency, node: NodeId) -> bool:
    """Whether a dependency is the usual one from an item: finish to start, without lag."""
    usual = dependency.kind is DependencyKind.FINISH_START and not dependency.lag_days
    return dependency.before == node and usual


def _with_room(plan: Plan, phase: PhaseId, follows: NodeId | None) -> tuple[Plan, int]:
    """A free position in a phase, behind an item where that is in the phase, and the plan that has it."""
    rows = plan.children_of[plan.phase(phase).id]
    place = next((each.position for each in rows if each.id == follows), None)
    if place is None:
        return plan, max((each.position for each in rows), default=0) + 1
    phases, activities, milestones = dict(plan.phases), dict(plan.activities), dict(plan.milestones)
    for each in (row for row in rows if row.position > place):
        if isinstance(each, Phase):
            phases[each.id] = replace(each, position=each.position + 1)
        elif isinstance(each, Activity):
            activities[each.id] = replace(each, position=each.position + 1)
        else:
            milestones[each.id] = replace(each, position=each.position + 1)
    return replace(plan, phases=phases, activities=activities, milestones=milestones), place + 1


def remove_items(plan: Plan, ids: Sequence[str], on: date) -> Plan:
    """Remove activities, milestones, and groups with all they hold, in one go.

    An activity with logged hours is archived on the day instead, which keeps them. Raises `InvalidValue` for
    the milestone that the whole path leads to, and nothing is removed then.
    """
    nodes, groups = what_goes(plan, ids)
    kept = [each for each in nodes if plan.sessions_of_activity.get(ActivityId(each))]
    removed = _without_nodes(plan, [each for each in nodes if each not in set(kept)])
    for each in kept:
        removed = archive(removed, ActivityId(each), on)
    for group in reversed(groups):
        removed = remove_group(removed, group)
    return removed


def what_goes(plan: Plan, ids: Sequence[str]) -> tuple[list[NodeId], list[PhaseId]]:
    """The items and the groups, outer ones first, that go when these rows do: a group with all it holds."""
    nodes: dict[NodeId, None] = {}
    groups: dict[PhaseId, None] = {}
    waiting = list(reversed([row_of(plan, each) for each in ids]))
    while waiting:
        each = waiting.pop()
        if not isinstance(each, Phase):
            nodes[each.id] = None
            continue
        groups.pop(each.id, None)
        groups[each.id] = None
        waiting += reversed(plan.children_of[each.id])
    return list(nodes), list(groups)


def _without_nodes(plan: Plan, nodes: Sequence[NodeId]) -> Plan:
    gone = set(nodes)
    if plan.facts.finish in gone:
        title = plan.node(plan.facts.finish).title
        raise InvalidValue(f"“{title}” is where the whole path leads, so it stays.")
    bridged = without_nodes(plan, nodes)
    cleared = {
        key: replace(each, produced_by=None) if each.produced_by in gone else each
        for key, each in bridged.checklist.items()
        if each.milestone not in gone
    }
    removed = replace(
        bridged,
        activities={key: each for key, each in bridged.activities.items() if key not in gone},
        milestones={key: each for key, each in bridged.milestones.items() if key not in gone},
        checklist=cleared,
        placements={key: each for key, each in bridged.placements.items() if each.activity not in gone},
    )
    return without_loose_files(removed)


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
