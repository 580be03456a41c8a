"""What waits for an item that goes waits for what that item waited for.

A removed item takes its dependencies along. Those of an archived one stay and sleep, so that it can come
back; bridges stand in for them meanwhile. A bridge is a plain dependency from finish to start, which its id
tells apart from the learner's own.
"""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID, uuid5

from planner.domain.graph import chain_that_would_close
from planner.domain.items import ActivityId, Dependency, DependencyId, DependencyKind, NodeId, new_id
from planner.domain.plan import Plan

_BRIDGES = UUID("6f1d3c1e-52b0-4a6f-9a3e-0d6f4f1b7a10")
"""The name space of bridges' ids."""


def without_nodes(plan: Plan, nodes: Iterable[NodeId]) -> Plan:
    """The plan without the dependencies of these items; their followers wait for what they waited for."""
    into: dict[NodeId, dict[NodeId, Dependency]] = {}
    out: dict[NodeId, dict[NodeId, Dependency]] = {}
    kept = dict(plan.dependencies)

    def add(dependency: Dependency) -> None:
        into.setdefault(dependency.after, {})[dependency.before] = dependency
        out.setdefault(dependency.before, {})[dependency.after] = dependency

    for each in plan.dependencies.values():
        add(each)
    for node in nodes:
        before, after = into.pop(node, {}), out.pop(node, {})
        for each in before.values():
            del kept[each.id], out[each.before][node]
        for each in after.values():
            del kept[each.id], into[each.after][node]
        for first in before:
            for last in after:
                if last not in out.get(first, {}):
                    bridge = Dependency(id=DependencyId(new_id()), before=first, after=last)
                    kept[bridge.id] = bridge
                    add(bridge)
    return replace(plan, dependencies=kept)


def with_bridges_past(plan: Plan, node: ActivityId) -> Plan:
    """The plan with bridges from all an archived activity waited for to all that waited for it."""
    joined = {(each.before, each.after) for each in plan.dependencies.values()}
    asleep = _asleep(plan)
    found = dict(plan.dependencies)
    befores, afters = _reached(plan, node, forwards=False), _reached(plan, node, forwards=True)
    for before in (each for each in befores if each not in asleep):
        for after in (each for each in afters if each not in asleep):
            if (before, after) not in joined and before != after:
                bridge = _bridge(before, after)
                found[bridge.id] = bridge
    return replace(plan, dependencies=found)


def with_links_awake(plan: Plan, node: ActivityId) -> Plan:
    """The plan in which an activity that was archived waits and is waited for again, without its bridges.

    A dependency that would now close a circle is dropped. What it would join to an archived activity, a
    bridge joins to what lies beyond.
    """
    asleep = _asleep(plan)
    befores, afters = _reached(plan, node, forwards=False), _reached(plan, node, forwards=True)
    bridges = {_bridge(before, after) for before in befores for after in afters if before != after}
    mine = [each for each in plan.dependencies.values() if node in (each.before, each.after)]
    joined = {(each.before, each.after) for each in mine}
    awake = [each for each in mine if each.before not in asleep and each.after not in asleep]
    beyond = [_bridge(each, node) for each in befores if each not in asleep and (each, node) not in joined]
    beyond += [_bridge(node, each) for each in afters if each not in asleep and (node, each) not in joined]
    gone = {each.id for each in awake}
    gone |= {each.id for each in bridges if plan.dependencies.get(each.id) == each}
    kept = {key: each for key, each in plan.dependencies.items() if key not in gone}
    plan = replace(plan, dependencies=kept)
    for each in (*awake, *beyond):
        if chain_that_would_close(plan, each.before, each.after) is None:
            plan = replace(plan, dependencies={**plan.dependencies, each.id: each})
    return plan


def _reached(plan: Plan, node: NodeId, *, forwards: bool) -> list[NodeId]:
    """The items before or behind an item with only archived ones between, those too."""
    asleep = _asleep(plan)
    beside: dict[NodeId, list[NodeId]] = {}
    for each in plan.dependencies.values():
        here, there = (each.before, each.after) if forwards else (each.after, each.before)
        beside.setdefault(here, []).append(there)
    found: dict[NodeId, None] = {}
    seen, waiting = {node}, [node]
    while waiting:
        for other in beside.get(waiting.pop(), ()):
            if other not in seen:
                seen.add(other)
                found[other] = None
                if other in asleep:
                    waiting.append(other)
    return list(found)


def _asleep(plan: Plan) -> set[NodeId]:
    return {each.id for each in plan.archived}


def _bridge(before: NodeId, after: NodeId) -> Dependency:
    key = str(uuid5(_BRIDGES, f"{len(before)} {before} {after}"))
    return Dependency(id=DependencyId(key), before=before, after=after, kind=DependencyKind.FINISH_START)
