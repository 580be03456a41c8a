"""What an edit moves: the items whose days differ between two schedules, for honest “moves 5 items” texts."""

from collections.abc import Sequence

import numpy as np

from planner.domain.items import MilestoneId, NodeId
from planner.domain.schedule import Schedule


def moved(before: Schedule, after: Schedule) -> list[NodeId]:
    """The items whose days differ, in the plan's order: bars by first and last day, milestones by where they
    stand and where they land.

    Items that only one of the schedules has were added or removed, and do not count as moved.
    """
    if before.graph.nodes == after.graph.nodes:
        found = _bars_and_landings(before, after)
    else:
        found = _one_by_one(before, after)
    for key, milestone in after.plan.milestones.items():
        was = before.plan.milestones.get(key)
        if was is not None and was is not milestone and before.shown_day(key) != after.shown_day(key):
            found.add(key)
    return [node for node in after.graph.nodes if node in found] if found else []


def largest_move_days(before: Schedule, after: Schedule, nodes: Sequence[NodeId]) -> int:
    """The most days by which any of some items starts or finishes elsewhere; for a milestone its diamond."""
    most = 0
    if before.graph.nodes == after.graph.nodes and nodes:
        numbers = [after.graph.index[node] for node in nodes]
        origin = (after.axis.first - before.axis.first).days
        starts = after.start_indices[numbers] - before.start_indices[numbers] + origin
        finishes = after.finish_indices[numbers] - before.finish_indices[numbers] + origin
        most = int(np.maximum(np.abs(starts), np.abs(finishes)).max())
    for node in nodes:
        key = MilestoneId(node)
        was, now = before.plan.milestones.get(key), after.plan.milestones.get(key)
        if was is not None and now is not None and was is not now:
            most = max(most, abs((after.shown_day(key) - before.shown_day(key)).days))
    return most


def _bars_and_landings(before: Schedule, after: Schedule) -> set[NodeId]:
    origin = (after.axis.first - before.axis.first).days
    starts = after.start_indices - before.start_indices + origin
    finishes = after.finish_indices - before.finish_indices + origin
    nodes = after.graph.nodes
    return {nodes[number] for number in np.flatnonzero((starts != 0) | (finishes != 0)).tolist()}


def _one_by_one(before: Schedule, after: Schedule) -> set[NodeId]:
    return {
        node
        for node in after.graph.nodes
        if node in before.graph.index
        and (before.start_day(node), before.finish_day(node))
        != (after.start_day(node), after.finish_day(node))
    }
