"""The dependencies of a plan, compiled once: an order to schedule in, and what lies before each milestone.

Nodes are numbered activities first, then milestones, in the plan's own order.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from planner.domain.errors import DependencyCycle, UnknownItem
from planner.domain.items import Dependency, DependencyId, DependencyKind, NodeId
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """A plan's network: `order` is topological, each node after all it waits for.

    For each node, `chained` are the nodes it follows finish-to-start without lag (by far the most common) and
    `joined` all its other dependencies as (node before, kind, lag in days). `work_before` holds for each
    milestone the indices of all activities before it.
    """

    dependencies: Mapping[DependencyId, Dependency]
    nodes: list[NodeId]
    index: dict[NodeId, int]
    activity_count: int
    order: list[int]
    chained: list[tuple[int, ...]]
    joined: list[tuple[tuple[int, DependencyKind, int], ...]]
    work_before: list[npt.NDArray[np.intp]]

    def fits(self, plan: Plan) -> bool:
        """Whether this graph is still the plan's: same dependencies object, same items in the same order."""
        return (
            self.dependencies is plan.dependencies
            and len(self.nodes) == len(plan.activities) + len(plan.milestones)
            and self.activity_count == len(plan.activities)
            and self.nodes == [*plan.activities, *plan.milestones]
        )


def graph_of(plan: Plan, previous: Graph | None = None) -> Graph:
    """The plan's graph: the previous one while it fits, else a newly compiled one."""
    if previous is not None and previous.fits(plan):
        return previous
    return compile_graph(plan)


def compile_graph(plan: Plan) -> Graph:
    """Compile a plan's dependencies; raises `DependencyCycle` naming the chain, `UnknownItem`."""
    nodes: list[NodeId] = [*plan.activities, *plan.milestones]
    index = {node: number for number, node in enumerate(nodes)}
    befores: list[list[int]] = [[] for _ in nodes]
    chained: list[tuple[int, ...]] = [()] * len(nodes)
    joined: list[tuple[tuple[int, DependencyKind, int], ...]] = [()] * len(nodes)
    followers: list[list[int]] = [[] for _ in nodes]
    for each in plan.dependencies.values():
        try:
            before, after = index[each.before], index[each.after]
        except KeyError as missing:
            raise UnknownItem("item", str(missing.args[0])) from None
        befores[after].append(before)
        followers[before].append(after)
        if each.lag_days == 0 and each.kind is DependencyKind.FINISH_START:
            chained[after] += (before,)
        else:
            joined[after] += ((before, each.kind, each.lag_days),)
    order = _topological_order(plan, nodes, befores, followers)
    return Graph(
        dependencies=plan.dependencies,
        nodes=nodes,
        index=index,
        activity_count=len(plan.activities),
        order=order,
        chained=chained,
        joined=joined,
        work_before=_work_before(order, befores, len(plan.activities), len(nodes)),
    )


def chain_that_would_close(plan: Plan, before: NodeId, after: NodeId) -> tuple[NodeId, ...] | None:
    """The circle that a dependency from `before` to `after` would close, or None when there is none."""
    followers: dict[NodeId, list[NodeId]] = {}
    for each in plan.dependencies.values():
        followers.setdefault(each.before, []).append(each.after)
    came_from: dict[NodeId, NodeId | None] = {after: None}
    waiting = [after]
    while waiting:
        node = waiting.pop()
        if node == before:
            return (before, *reversed(_walk_back(came_from, node)))
        for follower in followers.get(node, ()):
            if follower not in came_from:
                came_from[follower] = node
                waiting.append(follower)
    return None


def _walk_back(came_from: dict[NodeId, NodeId | None], node: NodeId) -> list[NodeId]:
    chain = [node]
    while (previous := came_from[chain[-1]]) is not None:
        chain.append(previous)
    return chain


def _topological_order(
    plan: Plan, nodes: list[NodeId], befores: list[list[int]], followers: list[list[int]]
) -> list[int]:
    waits = [len(each) for each in befores]
    order = [number for number, count in enumerate(waits) if not count]
    for node in order:
        for follower in followers[node]:
            waits[follower] -= 1
            if not waits[follower]:
                order.append(follower)
    if len(order) < len(nodes):
        raise DependencyCycle(_cycle_titles(plan, nodes, befores, waits))
    return order


def _cycle_titles(plan: Plan, nodes: list[NodeId], befores: list[list[int]], waits: list[int]) -> list[str]:
    """Walk backwards among the nodes that never became free until one repeats: that stretch is a circle."""
    node = next(number for number, count in enumerate(waits) if count)
    seen: dict[int, int] = {}
    path: list[int] = []
    while node not in seen:
        seen[node] = len(path)
        path.append(node)
        node = next(each for each in befores[node] if waits[each])
    circle = [*path[seen[node] :], node]
    return [plan.node(nodes[each]).title for each in reversed(circle)]


def _work_before(
    order: list[int], befores: list[list[int]], activity_count: int, node_count: int
) -> list[npt.NDArray[np.intp]]:
    """Sets as the bits of one integer a node, so that a union is one operation however large."""
    if node_count == activity_count:
        return []
    before_bits = [0] * node_count
    for node in order:
        bits = 0
        for before in befores[node]:
            bits |= before_bits[before]
            if before < activity_count:
                bits |= 1 << before
        before_bits[node] = bits
    size = (activity_count + 7) // 8
    return [
        np.flatnonzero(
            np.unpackbits(np.frombuffer(bits.to_bytes(size, "little"), dtype=np.uint8), bitorder="little")
        )
        for bits in before_bits[activity_count:]
    ]
