"""What an edit moves: the items whose days differ between two schedules, for honest “moves 5 items” texts."""

from collections.abc import Collection

import numpy as np
import numpy.typing as npt

from planner.domain.items import ActivityId, MilestoneId, NodeId
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
    nodes = after.graph.nodes
    return [nodes[number] for number in np.flatnonzero(_days_moved(before, after)).tolist()]


def count_moved(before: Schedule, after: Schedule, besides: Collection[str] = ()) -> tuple[int, int]:
    """How many items move but for some, and the most days by which any of them starts or finishes elsewhere.

    The days of a milestone are its diamond's too. Where items came or went, the days are of diamonds alone.
    """
    if not _same_nodes(before, after):
        diamonds = _other_diamonds(before, after)
        others = [each for each in moved(before, after) if each not in besides]
        return len(others), max((abs(diamonds.get(MilestoneId(each), 0)) for each in others), default=0)
    days = _days_moved(before, after)
    days[[number for each in besides if (number := after.graph.index.get(ActivityId(each))) is not None]] = 0
    return int(np.count_nonzero(days)), int(days.max(initial=0))


def _days_moved(before: Schedule, after: Schedule) -> npt.NDArray[np.int64]:
    """By how many days each node starts or finishes elsewhere, or its diamond stands; 0 for what stays."""
    origin = (after.axis.first - before.axis.first).days
    starts = after.start_indices - before.start_indices + origin
    finishes = after.finish_indices - before.finish_indices + origin
    days: npt.NDArray[np.int64] = np.maximum(np.abs(starts), np.abs(finishes))
    for milestone, by in _other_diamonds(before, after).items():
        number = after.graph.index[milestone]
        days[number] = max(int(days[number]), abs(by))
    return days


def _same_nodes(before: Schedule, after: Schedule) -> bool:
    return before.graph is after.graph or before.graph.nodes == after.graph.nodes


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
