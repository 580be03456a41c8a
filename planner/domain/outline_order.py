"""The outline's rows: which are meant, where they lie, and whole positions for a new order."""

from collections.abc import Sequence, Set
from dataclasses import replace

from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.items import Activity, ActivityId, Milestone, MilestoneId, Phase, PhaseId
from planner.domain.plan import Plan

Row = Phase | Activity | Milestone
"""A group, or an item in one."""


def outermost(plan: Plan, ids: Sequence[str]) -> list[Row]:
    """The rows that are meant, each once, in outline order, without those in a group that is meant too."""
    chosen = {row_of(plan, each).id for each in ids}
    found: list[Row] = []
    waiting = list(reversed(plan.children_of[None]))
    while waiting:
        each = waiting.pop()
        if each.id in chosen:
            found.append(each)
        elif isinstance(each, Phase):
            waiting += reversed(plan.children_of[each.id])
    return found


def row_of(plan: Plan, row_id: str) -> Row:
    """The group, activity or milestone with this id; raises `UnknownItem` where it is no row."""
    item = plan.active.get(ActivityId(row_id)) or plan.milestones.get(MilestoneId(row_id))
    found = plan.phases.get(PhaseId(row_id)) or item
    if found is None:
        raise UnknownItem("row", row_id)
    return found


def parent_of(row: Row) -> PhaseId | None:
    """The group a row lies in; None is the top level."""
    return row.parent if isinstance(row, Phase) else row.phase


def laid_out(plan: Plan, into: PhaseId | None, order: Sequence[str], new: Set[str] = frozenset()) -> Plan:
    """The plan with these rows in a group, in this order.

    Rows that lie elsewhere come there; `new` are rows just added, whose own position means nothing.
    """
    phases, activities, milestones = dict(plan.phases), dict(plan.activities), dict(plan.milestones)
    rows = [row_of(plan, each) for each in order]
    kept = [each.position if parent_of(each) == into and each.id not in new else None for each in rows]
    for row, old, position in zip(rows, kept, whole_positions(kept), strict=True):
        if position == old:
            continue
        if isinstance(row, Phase):
            phases[row.id] = replace(row, position=position, parent=into)
        elif into is None:
            raise InvalidValue(f"“{row.title}” lies in a group, as all activities and milestones do.")
        elif isinstance(row, Activity):
            activities[row.id] = replace(row, position=position, phase=into)
        else:
            milestones[row.id] = replace(row, position=position, phase=into)
    return replace(plan, phases=phases, activities=activities, milestones=milestones)


def whole_positions(kept: Sequence[int | None]) -> list[int]:
    """Rising positions from 0 on for rows in order; those that have one keep it where that is possible.

    Rows are pushed down or up, whichever changes fewer of them.
    """
    down: list[int] = []
    for each in kept:
        last = down[-1] if down else -1
        down.append(each if each is not None and each > last else last + 1)
    up: list[int] = []
    trailing = next((place for place, each in enumerate(reversed(kept)) if each is not None), len(kept))
    highest = max((each for each in kept if each is not None), default=-1) + trailing
    for each in reversed(kept):
        last = up[-1] if up else highest + 1
        up.append(each if each is not None and each < last else last - 1)
    up.reverse()
    changed = [sum(a != b for a, b in zip(kept, found, strict=True)) for found in (down, up)]
    return up if up and up[0] >= 0 and changed[1] < changed[0] else down
