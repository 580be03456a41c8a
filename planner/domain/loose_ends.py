"""Work that ends after the finish: nothing the finish waits for, so the finish alone would hide it."""

from datetime import date, timedelta

import numpy as np

from planner.domain.items import Activity, NodeId
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text, isolated

_NAMED = 2


def loose_ends(current: Schedule) -> tuple[NodeId, ...]:
    """The items still to do that end after the day of the finish, the last one first."""
    finish = (current.finish - current.axis.first).days
    days = current.finish_indices
    nodes, plan = current.graph.nodes, current.plan
    found = [(-int(days[number]), number) for number in np.flatnonzero(days > finish).tolist()]
    return tuple(nodes[number] for _, number in sorted(found) if not _settled(plan.node(nodes[number])))


def is_loose_end(current: Schedule, node: NodeId) -> bool:
    """Whether an item ends after the day of the finish."""
    return current.finish_day(node) > current.finish


def work_ends(current: Schedule) -> date:
    """The true last day of all work and milestones, wherever the finish is; without any, the finish."""
    days = current.finish_indices
    if not days.size:
        return current.finish
    return current.axis.first + timedelta(days=int(days.max()))


def loose_ends_sentence(current: Schedule) -> str:
    """Like “‘Regression’ ends after the finish, on 13 Jun 2028.”; empty where nothing does."""
    found = loose_ends(current)
    if not found:
        return ""
    titles = [f"“{isolated(current.plan.node(each).title)}”" for each in found]
    day = day_text(current.finish_day(found[0]))
    if len(found) == 1:
        return f"{titles[0]} ends after the finish, on {day}."
    more = titles[1] if len(found) == _NAMED else f"{len(found) - 1:,} more"
    return f"{titles[0]} and {more} end after the finish, the last on {day}."


def _settled(item: object) -> bool:
    if isinstance(item, Activity):
        return item.finished_on is not None
    return getattr(item, "reached_on", None) is not None
