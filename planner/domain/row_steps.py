"""One step up or down in the outline: past the next row, and at a group's end into the group beside it."""

from collections.abc import Sequence

from planner.domain.arrange import move_rows
from planner.domain.errors import InvalidValue
from planner.domain.items import Phase, PhaseId
from planner.domain.outline_order import Row, outermost, parent_of
from planner.domain.plan import Plan


def step_rows(plan: Plan, ids: Sequence[str], step: int) -> Plan:
    """Move rows of one group a place up (-1) or down (1), all they hold along with them.

    At the end of their group they go on into the group beside it. Raises `InvalidValue` where there is no
    place to go to, and for rows of several groups.
    """
    rows = outermost(plan, ids)
    parents = {parent_of(each) for each in rows}
    if len(parents) > 1:
        raise InvalidValue("These rows lie in several groups. Move those of one group at a time.")
    place = next_place(plan, rows, step)
    if place is None:
        edge = "first" if step < 0 else "last"
        raise InvalidValue(f"“{rows[0].title}” is the {edge} row already.")
    into, before = place
    return move_rows(plan, [each.id for each in rows], into, before)


def next_place(plan: Plan, rows: Sequence[Row], step: int) -> tuple[PhaseId | None, str | None] | None:
    """The group, and the row of it (None: its end) before which rows go; None at the very edge."""
    if not rows:
        return None
    parent = parent_of(rows[0])
    siblings = plan.children_of[parent]
    moving = {each.id for each in rows}
    places = [number for number, each in enumerate(siblings) if each.id in moving]
    beside = places[0] - 1 if step < 0 else places[-1] + 1
    if 0 <= beside < len(siblings):
        before = beside if step < 0 else beside + 1
        while before < len(siblings) and siblings[before].id in moving:
            before += 1
        return parent, siblings[before].id if before < len(siblings) else None
    if parent is None:
        return None
    return _in_the_group_beside(plan, parent, step)


def _in_the_group_beside(plan: Plan, parent: PhaseId, step: int) -> tuple[PhaseId | None, str | None] | None:
    """The end of the group before, or the begin of the group behind, on the same level."""
    outer = plan.phases[parent].parent
    around = plan.children_of[outer]
    place = next(number for number, each in enumerate(around) if each.id == parent)
    beside = around[place - 1 :: -1] if step < 0 and place else around[place + 1 :] if step > 0 else ()
    found = next((each for each in beside if isinstance(each, Phase)), None)
    if found is None:
        return None
    held = plan.children_of[found.id]
    return found.id, (held[0].id if held and step > 0 else None)
