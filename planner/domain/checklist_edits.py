"""The verbs on checklist items themselves: their words, their heading, their place. Plan -> Plan, pure."""

from dataclasses import replace

from planner.domain.edits import with_entry
from planner.domain.items import ChecklistItemId, ChecklistKind
from planner.domain.plan import Plan
from planner.domain.proof import tick


def change_item(
    plan: Plan,
    item: ChecklistItemId,
    *,
    title: str,
    hint: str,
    kind: ChecklistKind,
    required: bool,
    needs_evidence: bool,
) -> Plan:
    """Say anew what an item is. Its tick, its evidence and its note stay.

    A milestone may be reached by it, or be open again, as only required items count.
    """
    found = plan.item(item)
    changed = replace(
        found,
        title=title.strip(),
        hint=hint.strip(),
        kind=kind,
        required=required,
        needs_evidence=needs_evidence,
    )
    plan = replace(plan, checklist=with_entry(plan.checklist, item, changed))
    return tick(plan, item, found.done_on)


def move_item(plan: Plan, item: ChecklistItemId, by: int) -> Plan:
    """Move an item up (-1) or down (1) among those of its milestone and its kind; at the end it stays."""
    found = plan.item(item)
    order = list(plan.items_of_milestone[found.milestone])
    alike = [each for each in order if each.kind is found.kind]
    place = alike.index(found) + by
    if not 0 <= place < len(alike):
        return plan
    first, second = order.index(found), order.index(alike[place])
    positions = [each.position for each in order]
    if len(set(positions)) < len(positions):
        positions = list(range(1, len(order) + 1))
    order[first], order[second] = order[second], order[first]
    checklist = plan.checklist
    for each, position in zip(order, positions, strict=True):
        if each.position != position:
            checklist = with_entry(checklist, each.id, replace(each, position=position))
    return replace(plan, checklist=checklist)
