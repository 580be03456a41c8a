"""What an edit moves: the items whose days differ between two schedules, for honest “moves 5 items” texts."""

import numpy as np

from planner.domain.items import NodeId
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
