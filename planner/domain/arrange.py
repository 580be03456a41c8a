"""The verbs that arrange the outline: Plan -> Plan, pure, as in `edits`. Arranging moves no dates.

Groups lie in groups to any depth; activities and milestones lie in groups. Positions stay whole numbers, and
as few rows as possible get another one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from planner.domain.copying import with_copies
from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.items import Phase, PhaseId
from planner.domain.outline_order import Row, laid_out, outermost, parent_of
from planner.domain.plan import Plan


def move_rows(plan: Plan, ids: Sequence[str], into: PhaseId | None, before: str | None) -> Plan:
    """Move rows into a group (None: the top level, for groups only), before one of its rows or to its end.

    They keep their order; a group takes along all it holds. Raises `InvalidValue` where they cannot lie.
    """
    rows = outermost(plan, ids)
    for each in rows:
        _check_lies_outside(plan, each, into)
    siblings = _siblings(plan, into)
    if before is not None and before not in siblings:
        raise UnknownItem("row", before)
    moving = {each.id for each in rows}
    behind = siblings[siblings.index(before) :] if before is not None else []
    staying = [each for each in siblings if each not in moving]
    stop = next((staying.index(each) for each in behind if each not in moving), len(staying))
    return laid_out(plan, into, [*staying[:stop], *(each.id for each in rows), *staying[stop:]])


def indent(plan: Plan, ids: Sequence[str]) -> Plan:
    """Move rows to the end of the group right above them; raises `InvalidValue` where there is none."""
    moves: list[tuple[PhaseId, list[str]]] = []
    for run in _runs(plan, ids):
        siblings = plan.children_of[parent_of(run[0])]
        place = next(number for number, each in enumerate(siblings) if each.id == run[0].id)
        above = siblings[place - 1] if place else None
        if not isinstance(above, Phase):
            raise InvalidValue(
                f"There is no group right above “{run[0].title}” to move it into. Add a group there first."
            )
        moves.append((above.id, [each.id for each in run]))
    for group, rows in moves:
        plan = move_rows(plan, rows, group, None)
    return plan


def outdent(plan: Plan, ids: Sequence[str]) -> Plan:
    """Move rows out of their group, right behind it; raises `InvalidValue` at the top."""
    families: dict[PhaseId, list[str]] = {}
    for each in outermost(plan, ids):
        parent = parent_of(each)
        if parent is None:
            raise InvalidValue(f"“{each.title}” is at the top already.")
        if plan.phase(parent).parent is None and not isinstance(each, Phase):
            raise InvalidValue(
                f"“{each.title}” is as far out as an activity or a milestone can be: in a group."
            )
        families.setdefault(parent, []).append(each.id)
    for parent, rows in families.items():
        outer = plan.phase(parent).parent
        siblings = _siblings(plan, outer)
        following = siblings[siblings.index(parent) + 1 :]
        plan = move_rows(plan, rows, outer, following[0] if following else None)
    return plan


def duplicate(plan: Plan, ids: Sequence[str], new_ids: Mapping[str, str]) -> Plan:
    """Copy rows, each run of them to right below it; a group with all it holds and the links within.

    A copy has not begun: no sessions, nothing ticked, no evidence. It waits for what its original waits for,
    and nothing waits for it. `new_ids` gives each row that is copied (`copying.rows_copied`) its new id.
    """
    runs = _runs(plan, ids)
    copied = with_copies(plan, [each for run in runs for each in run], new_ids)
    for run in runs:
        made = [new_ids[each.id] for each in run]
        order = [each for each in _siblings(copied, parent_of(run[0])) if each not in made]
        place = order.index(run[-1].id) + 1
        copied = laid_out(copied, parent_of(run[0]), [*order[:place], *made, *order[place:]], new=set(made))
    return copied


def add_group(
    plan: Plan, group: PhaseId, title: str, parent: PhaseId | None, *, behind: str | None = None
) -> Plan:
    """Add an empty group with a new id: in a group or at the top, right behind one of its rows or at the end.

    It has its parent's colour, or at the top the next one.
    """
    siblings = _siblings(plan, parent)
    if behind is not None and behind not in siblings:
        raise UnknownItem("row", behind)
    if parent is None:
        colour = max((each.colour for each in plan.phases.values()), default=-1) + 1
    else:
        colour = plan.phase(parent).colour
    made = Phase(id=group, title=title.strip(), position=0, colour=colour, parent=parent)
    place = len(siblings) if behind is None else siblings.index(behind) + 1
    added = replace(plan, phases={**plan.phases, group: made})
    return laid_out(added, parent, [*siblings[:place], group, *siblings[place:]], new={group})


def rename_group(plan: Plan, group: PhaseId, title: str) -> Plan:
    """Give a group another title."""
    renamed = replace(plan.phase(group), title=title.strip())
    return replace(plan, phases={**plan.phases, group: renamed})


def remove_group(plan: Plan, group: PhaseId) -> Plan:
    """Dissolve a group: what it holds takes its place, archived activities too.

    Raises `InvalidValue` for a group at the top with activities or milestones, as these lie in groups.
    """
    found = plan.phase(group)
    held = plan.children_of[group]
    if found.parent is None and any(not isinstance(each, Phase) for each in held):
        raise InvalidValue(
            f"“{found.title}” still holds activities or milestones. Move or delete these first."
        )
    siblings = _siblings(plan, found.parent)
    place = siblings.index(group)
    order = [*siblings[:place], *(each.id for each in held), *siblings[place + 1 :]]
    emptied = laid_out(_archived_elsewhere(plan, found), found.parent, order)
    return replace(emptied, phases={key: each for key, each in emptied.phases.items() if key != group})


def _siblings(plan: Plan, group: PhaseId | None) -> list[str]:
    """The ids of what lies directly in a group, in order; raises `UnknownItem`."""
    return [each.id for each in plan.children_of[None if group is None else plan.phase(group).id]]


def _runs(plan: Plan, ids: Sequence[str]) -> list[list[Row]]:
    """The outermost rows in runs that stand right below each other in one group."""
    chosen = outermost(plan, ids)
    chosen_ids = {each.id for each in chosen}
    runs: list[list[Row]] = []
    for parent in dict.fromkeys(parent_of(each) for each in chosen):
        below = False
        for each in plan.children_of[parent]:
            if each.id in chosen_ids:
                if not below:
                    runs.append([])
                runs[-1].append(each)
            below = each.id in chosen_ids
    return runs


def _check_lies_outside(plan: Plan, row: Row, into: PhaseId | None) -> None:
    while into is not None:
        if into == row.id:
            raise InvalidValue(f"“{row.title}” cannot lie in itself.")
        into = plan.phase(into).parent


def _archived_elsewhere(plan: Plan, group: Phase) -> Plan:
    """The plan with a group's archived activities in its parent, else in the group at the top before it."""
    archived = [each for each in plan.archived if each.phase == group.id]
    if not archived:
        return plan
    into = group.parent
    if into is None:
        top = _siblings(plan, None)
        place = top.index(group.id)
        others = [*reversed(top[:place]), *top[place + 1 :]]
        if not others:
            raise InvalidValue(f"“{group.title}” keeps archived activities. Add another group first.")
        into = PhaseId(others[0])
    return replace(
        plan, activities={**plan.activities, **{each.id: replace(each, phase=into) for each in archived}}
    )
