"""The dependencies of a plan, compiled once: an order to schedule in, and what lies before each milestone.

Nodes are numbered activities first, then milestones, in the plan's own order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from planner.domain.errors import DependencyCycle, UnknownItem
from planner.domain.items import Dependency, DependencyId, DependencyKind, NodeId
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """A plan's network without what is archived: `order` is topological, each node after all it waits for.

    For each node, `chained` are the nodes it follows finish-to-start without lag (by far the most common) and
    `joined` all its other dependencies as (node before, kind, lag in days). Activities that lie before the
    same milestones form a stretch: `stretch` is the number of each activity's, shape (activities,), and
    `stretches_before` has a 1 where a stretch lies before a milestone, shape (milestones, stretches).
    """

    dependencies: Mapping[DependencyId, Dependency]
    nodes: list[NodeId]
    index: dict[NodeId, int]
    activity_count: int
    order: list[int]
    chained: list[list[int]]
    joined: list[tuple[tuple[int, DependencyKind, int], ...]]
    stretch: npt.NDArray[np.intp]
    stretches_before: npt.NDArray[np.float64]

    def hours_before(self, hours: Sequence[float]) -> list[float]:
        """The hours of all activities before each milestone, from the hours of each activity."""
        if not hours:
            return [0.0] * len(self.stretches_before)
        sums: list[float] = (self.stretches_before @ np.bincount(self.stretch, hours)).tolist()
        return sums

    def fits(self, plan: Plan) -> bool:
        """Whether this graph is still the plan's: same dependencies object, same items in the same order."""
        return (
            self.dependencies is plan.dependencies
            and len(self.nodes) == len(plan.active) + len(plan.milestones)
            and self.activity_count == len(plan.active)
            and self.nodes == [*plan.active, *plan.milestones]
        )

    def without_lag(self, plan: Plan, dependency: Dependency) -> "Graph":
        """The graph of a plan that differs by this dependency only, which has no lag any more."""
        after = self.index[dependency.after]
        lagging = self.index[dependency.before], dependency.kind, dependency.lag_days
        joined = self.joined.copy()
        joined[after] = tuple((*each[:2], 0) if each == lagging else each for each in joined[after])
        return replace(self, dependencies=plan.dependencies, joined=joined)


def graph_of(plan: Plan, previous: Graph | None = None) -> Graph:
    """The plan's graph: the previous one while it fits, else a newly compiled one."""
    if previous is not None and previous.fits(plan):
        return previous
    return compile_graph(plan)


def compile_graph(plan: Plan) -> Graph:
    """Compile a plan's dependencies; raises `DependencyCycle` naming the chain, `UnknownItem`."""
    nodes: list[NodeId] = [*plan.active, *plan.milestones]
    index = {node: number for number, node in enumerate(nodes)}
    chained: list[list[int]] = [[] for _ in nodes]
    joined: list[tuple[tuple[int, DependencyKind, int], ...]] = [()] * len(nodes)
    followers: list[list[int]] = [[] for _ in nodes]
    for each in plan.active_dependencies.values():
        try:
            before, after = index[each.before], index[each.after]
        except KeyError as missing:
            raise UnknownItem("item", str(missing.args[0])) from None
        followers[before].append(after)
        if each.lag_days == 0 and each.kind is DependencyKind.FINISH_START:
            chained[after].append(before)
        else:
            joined[after] += ((before, each.kind, each.lag_days),)
    order = _topological_order(plan, nodes, followers)
    stretch, stretches_before = _stretches(order, followers, len(plan.active))
    return Graph(
        dependencies=plan.dependencies,
        nodes=nodes,
        index=index,
        activity_count=len(plan.active),
        order=order,
        chained=chained,
        joined=joined,
        stretch=stretch,
        stretches_before=stretches_before,
    )


def chain_that_would_close(plan: Plan, before: NodeId, after: NodeId) -> tuple[NodeId, ...] | None:
    """The circle that a dependency from `before` to `after` would close, or None when there is none."""
    followers: dict[NodeId, list[NodeId]] = {}
    for each in plan.active_dependencies.values():
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


def _topological_order(plan: Plan, nodes: list[NodeId], followers: list[list[int]]) -> list[int]:
    waits = [0] * len(nodes)
    for each in followers:
        for follower in each:
            waits[follower] += 1
    order = [number for number, count in enumerate(waits) if not count]
    for node in order:
        for follower in followers[node]:
            waits[follower] -= 1
            if not waits[follower]:
                order.append(follower)
    if len(order) < len(nodes):
        circle = _circle(followers, waits)
        raise DependencyCycle([plan.node(nodes[each]).title for each in circle])
    return order


def _circle(followers: list[list[int]], waits: list[int]) -> list[int]:
    """Walk backwards among the nodes that never became free until one repeats: that stretch is a circle."""
    stuck_before = {follower: node for node, each in enumerate(followers) if waits[node] for follower in each}
    node = next(number for number, count in enumerate(waits) if count)
    seen: dict[int, int] = {}
    path: list[int] = []
    while node not in seen:
        seen[node] = len(path)
        path.append(node)
        node = stuck_before[node]
    return [*path[seen[node] :], node][::-1]


def _stretches(
    order: list[int], followers: list[list[int]], activity_count: int
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float64]]:
    """Group activities by the milestones after them; a set of milestones is the bits of one integer.

    There are far fewer milestones than activities, so the sets stay small and many activities share one.
    """
    milestone_count = len(order) - activity_count
    after_bits = [0] * len(order)
    for node in reversed(order):
        bits = 1 << (node - activity_count) if node >= activity_count else 0
        for follower in followers[node]:
            bits |= after_bits[follower]
        after_bits[node] = bits
    numbers: dict[int, int] = {}
    stretch = [numbers.setdefault(bits, len(numbers)) for bits in after_bits[:activity_count]]
    size = (milestone_count + 7) // 8
    packed = np.frombuffer(b"".join(bits.to_bytes(size, "little") for bits in numbers), dtype=np.uint8)
    unpacked = np.unpackbits(packed.reshape(len(numbers), size), axis=1, bitorder="little")
    return np.array(stretch, dtype=np.intp), unpacked[:, :milestone_count].T.astype(np.float64)
