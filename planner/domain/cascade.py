"""What an edit moves: the items whose days differ between two schedules, for honest “moves 5 items” texts."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from planner.domain.items import MilestoneId, NodeId
from planner.domain.schedule import Schedule


def moved(before: Schedule, after: Schedule) -> list[NodeId]:
    """The items whose days differ, in the plan's order: bars by first and last day, milestones by where they
    stand and where they land.

    Items that only one of the schedules has were added or removed, and do not count as moved.
    """
    if not _same_nodes(before, after):
        found = _one_by_one(before, after)
        found.update(_other_diamonds(before, after))
        return [node for node in after.graph.nodes if node in found]
    starts, finishes = _shifts(before, after)
    differ = (starts != 0) | (finishes != 0)
    differ[[after.graph.index[key] for key in _other_diamonds(before, after)]] = True
    nodes = after.graph.nodes
    return [nodes[number] for number in np.flatnonzero(differ).tolist()]


def largest_move_days(before: Schedule, after: Schedule, nodes: Sequence[NodeId]) -> int:
    """The most days by which any of some items starts or finishes elsewhere; for a milestone its diamond."""
    most = 0
    if _same_nodes(before, after) and nodes:
        numbers = list(map(after.graph.index.__getitem__, nodes))
        starts, finishes = _shifts(before, after)
        most = int(max(np.abs(starts[numbers]).max(), np.abs(finishes[numbers]).max()))
    asked = _other_diamonds(before, after)
    for key in asked.keys() & set(nodes) if asked else ():
        most = max(most, abs(asked[MilestoneId(key)]))
    return most


def _same_nodes(before: Schedule, after: Schedule) -> bool:
    return before.graph is after.graph or before.graph.nodes == after.graph.nodes


def _shifts(before: Schedule, after: Schedule) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """By how many days each node starts and finishes later, by the number both schedules give it."""
    origin = (after.axis.first - before.axis.first).days
    starts = after.start_indices - before.start_indices + origin
    return starts, after.finish_indices - before.finish_indices + origin


def _other_diamonds(before: Schedule, after: Schedule) -> dict[MilestoneId, int]:
    """The milestones whose own facts changed and whose diamonds stand on another day, with the days."""
    found: dict[MilestoneId, int] = {}
    for key, milestone in after.plan.milestones.items():
        was = before.plan.milestones.get(key)
        if was is not None and was is not milestone:
            days = (after.shown_day(key) - before.shown_day(key)).days
            if days:
                found[key] = days
    return found


def _one_by_one(before: Schedule, after: Schedule) -> set[NodeId]:
    return {
        node
        for node in after.graph.nodes
        if node in before.graph.index
        and (before.start_day(node), before.finish_day(node))
        != (after.start_day(node), after.finish_day(node))
    }
