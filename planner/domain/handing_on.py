"""Lookups that a plan hands on to one made from it: working them out anew takes as long as a whole schedule.

A lookup is handed on when nothing it is made of has changed. Where an item keeps its group and its position,
which is what nearly every edit does, the rows differ by that item alone.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from planner.domain.items import Activity, Milestone, Phase, PhaseId
from planner.domain.plan import Plan

Item = Activity | Milestone
Rows = Mapping[Any, tuple[Any, ...]]


def hand_on(old: Plan, new: Plan, items: Sequence[tuple[Item | None, Item | None]]) -> None:
    """Give a plan the lookups that were worked out for the one it was made from and still hold.

    `items` are all activities and milestones that differ, as they were and as they are; None where added or
    removed.
    """
    known, given = vars(old), vars(new)
    if new.sessions is old.sessions:
        _give("sessions_of_activity", known, given)
    if new.phases is not old.phases or not all(_same_place(before, after) for before, after in items):
        return
    for name in ("archived", "ordered_phases"):
        _give(name, known, given)
    changed = [after for _, after in items if after is not None]
    if known.get("archived"):
        if "active" in known:
            given["active"] = {**known["active"], **_activities(changed)}
        if new.dependencies is old.dependencies:
            _give("active_dependencies", known, given)
    for name in ("rows_of_phase", "children_of"):
        if name in known:
            given[name] = _with_items(known[name], changed)


def _give(name: str, known: Mapping[str, Any], given: dict[str, Any]) -> None:
    if name in known:
        given[name] = known[name]


def _activities(items: Sequence[Item]) -> dict[str, Activity]:
    return {each.id: each for each in items if isinstance(each, Activity)}


def _same_place(before: Item | None, after: Item | None) -> bool:
    """Whether an item stands in the same row as before, and in a row at all."""
    if before is None or after is None or (before.phase, before.position) != (after.phase, after.position):
        return False
    return not any(isinstance(each, Activity) and each.archived_on is not None for each in (before, after))


def _with_items(rows: Rows, items: Sequence[Item]) -> Rows:
    """The rows with items replaced by those of the same id."""
    if not items:
        return rows
    replaced: dict[PhaseId, dict[str, Item]] = {}
    for item in items:
        replaced.setdefault(item.phase, {})[item.id] = item
    return {**rows, **{phase: _row_with(rows[phase], here) for phase, here in replaced.items()}}


def _row_with(row: tuple[Any, ...], items: Mapping[str, Item]) -> tuple[Any, ...]:
    return tuple([each if isinstance(each, Phase) else items.get(each.id, each) for each in row])
