"""The verbs on checklist items themselves: their words, their heading, their place. Plan -> Plan, pure."""

from dataclasses import asdict, dataclass, replace

from planner.domain.checklist_facts import ChecklistKind
from planner.domain.edits import with_entry
from planner.domain.items import ChecklistItemId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.proof import add_item, tick


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemWords:
    """What the learner says an item is; `kind` is the heading it stands under."""

    title: str
    hint: str = ""
    kind: ChecklistKind = ChecklistKind.SKILL
    required: bool = True
    needs_evidence: bool = False


def add_item_as(plan: Plan, item_id: ChecklistItemId, milestone: MilestoneId, words: ItemWords) -> Plan:
    """Add an item with a new id at the end of a milestone's checklist."""
    return change_item(add_item(plan, item_id, milestone, words.kind, words.title), item_id, words)


def change_item(plan: Plan, item: ChecklistItemId, words: ItemWords) -> Plan:
    """Say anew what an item is. Its tick, its evidence and its note stay.

    A milestone may be reached by it, or be open again, as only required items count.
    """
    found = plan.item(item)
    said = replace(words, title=words.title.strip(), hint=words.hint.strip())
    plan = replace(plan, checklist=with_entry(plan.checklist, item, replace(found, **asdict(said))))
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
