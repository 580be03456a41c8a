"""What an edit moves: the items whose days differ between two schedules, for honest “moves 5 items” texts."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from planner.domain.items import MilestoneId, NodeId
from planner.domain.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Cascade:
    """The items that move, in the plan's order, and the largest move: days, later is positive."""

    moved: tuple[NodeId, ...] = ()
    biggest: NodeId | None = None
    biggest_days: int = 0


def moved(before: Schedule, after: Schedule) -> list[NodeId]:
    """The items whose days differ; see `cascade`."""
    return list(cascade(before, after).moved)


def cascade(before: Schedule, after: Schedule) -> Cascade:
    """Compare two schedules: bars by first and last day, milestones by where they stand and where they land.

    Items that only one of them has were added or removed, and do not count as moved.
    """
    if before.graph.nodes == after.graph.nodes:
        shifts = _bars_and_landings(before, after)
    else:
        shifts = _one_by_one(before, after)
    for key, milestone in after.plan.milestones.items():
        was = before.plan.milestones.get(key)
        if was is not None and was is not milestone:
            _add(shifts, key, before.shown_day(key), after.shown_day(key))
    if not shifts:
        return Cascade()
    days = max(shifts.values(), key=abs)
    return Cascade(
        moved=tuple(node for node in after.graph.nodes if node in shifts),
        biggest=next(node for node, shift in shifts.items() if shift == days),
        biggest_days=days,
    )


def _bars_and_landings(before: Schedule, after: Schedule) -> dict[NodeId, int]:
    origin = (after.axis.first - before.axis.first).days
    starts = after.start_indices - before.start_indices + origin
    finishes = after.finish_indices - before.finish_indices + origin
    larger = np.where(np.abs(starts) > np.abs(finishes), starts, finishes)
    numbers, nodes = np.flatnonzero(larger), after.graph.nodes
    shifts = larger[numbers].tolist()
    return {nodes[number]: days for number, days in zip(numbers.tolist(), shifts, strict=True)}


def _one_by_one(before: Schedule, after: Schedule) -> dict[NodeId, int]:
    shifts: dict[NodeId, int] = {}
    for node in after.graph.nodes:
        if node in before.graph.index:
            _add(shifts, node, before.start_day(node), after.start_day(node))
            _add(shifts, node, before.finish_day(node), after.finish_day(node))
    return shifts


def _add(shifts: dict[NodeId, int], node: NodeId | MilestoneId, was: date, now: date) -> None:
    days = (now - was).days
    if abs(days) > abs(shifts.get(node, 0)):
        shifts[node] = days
