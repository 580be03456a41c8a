"""Where rows can be moved to in the outline by dropping them. Pure, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.domain.items import ActivityId, PhaseId
from planner.domain.plan import Plan
from planner.ui.timeline.rows import Row, RowKind, Rows
from planner.ui.timeline.words import translate

EDGE_SHARE = 0.28
"""Of a group's row, the part at its upper and lower end that means before and behind it; between is into."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Rows moved into a group (None: the top), before one of its rows or to its end.

    `gap` is the number of the row above which the line is drawn, None where the rows go into the group in the
    row `onto`; `depth` is how deep they will lie.
    """

    ids: tuple[str, ...]
    into: PhaseId | None
    before: str | None
    gap: int | None = None
    onto: int | None = None
    depth: int = 0


def drop_at(plan: Plan, rows: Rows, ids: Sequence[str], place: float, depth: int) -> Drop | None:
    """What dropping rows at a place means, counted in rows from the top; None where they cannot go.

    `depth` is how deep the pointer stands: it decides where several levels end at one line.
    """
    if not rows.rows:
        return None
    number = min(int(place), len(rows) - 1)
    row, part = rows.rows[number], place - number
    if row.kind is RowKind.PHASE and EDGE_SHARE <= part <= 1 - EDGE_SHARE:
        drop = Drop(tuple(ids), row.phase, None, onto=number, depth=row.depth + 1)
    else:
        drop = _between(plan, rows, tuple(ids), number + 1 if part > 0.5 else number, depth)
    return drop if _fits(plan, drop) else None


def drop_text(plan: Plan, drop: Drop) -> str:
    """What undo calls a drop."""
    if len(drop.ids) > 1:
        return translate("Move {count} rows").format(count=len(drop.ids))
    phase = plan.phases.get(PhaseId(drop.ids[0]))
    title = phase.title if phase is not None else plan.node(ActivityId(drop.ids[0])).title
    if drop.onto is not None and drop.into is not None:
        form = translate("Move {title} into {group}")
        return form.format(title=title, group=plan.phase(drop.into).title)
    return translate("Move {title} in the outline").format(title=title)


def _between(plan: Plan, rows: Rows, ids: tuple[str, ...], gap: int, depth: int) -> Drop:
    """A drop on the line above the row `gap`, as deep as wanted where that line ends several levels."""
    above = rows.rows[gap - 1] if gap else None
    below = rows.rows[gap] if gap < len(rows) else None
    groups_only = all(PhaseId(each) in plan.phases for each in ids)
    shallowest = max(below.depth if below is not None else 0, 0 if groups_only else 1)
    deepest = max(above.depth if above is not None else 0, shallowest)
    wanted = min(max(depth, shallowest), deepest)
    if below is not None and wanted <= below.depth:
        return Drop(ids, _holder(rows, below), below.id, gap=gap, depth=below.depth)
    if above is None or wanted > above.depth:
        into = above.phase if above is not None and above.kind is RowKind.PHASE else None
        return Drop(ids, into, None, gap=gap, depth=wanted)
    last = above
    while last.depth > wanted:
        last = rows.tree[last.holder]
    group = _holder(rows, last)
    siblings = [each.id for each in plan.children_of[group]]
    place = next(number for number, each in enumerate(siblings) if each == last.id)
    behind = siblings[place + 1 :]
    return Drop(ids, group, next((each for each in behind if each not in ids), None), gap=gap, depth=wanted)


def _holder(rows: Rows, row: Row) -> PhaseId | None:
    return rows.tree[row.holder].phase if row.holder >= 0 else None


def _fits(plan: Plan, drop: Drop) -> bool:
    """Items lie in groups, and no group in itself."""
    if drop.into is None:
        return all(PhaseId(each) in plan.phases for each in drop.ids)
    group: PhaseId | None = drop.into
    while group is not None:
        if group in drop.ids:
            return False
        group = plan.phase(group).parent
    return True
