"""What shows that checklist items are done: what each kind is asked for, and what is ticked without it."""

from collections.abc import Collection
from datetime import date

from planner.domain.attachments import Attachment
from planner.domain.checklist_facts import ChecklistKind, Evidence, EvidenceRole
from planner.domain.items import ChecklistItemId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.proof import attach_file, set_evidence, tick, without_loose_files

MOST_EVIDENCE = 50
"""Pieces of evidence with one item."""


def link_roles(kind: ChecklistKind) -> tuple[EvidenceRole, ...]:
    """What the links with an item of a kind stand for, in the order they are asked for."""
    return {
        ChecklistKind.COURSE: (EvidenceRole.CERTIFICATE,),
        ChecklistKind.PORTFOLIO: (EvidenceRole.REPOSITORY, EvidenceRole.ENDPOINT, EvidenceRole.WRITE_UP),
        ChecklistKind.SKILL: (EvidenceRole.OTHER,),
    }[kind]


def file_role(kind: ChecklistKind) -> EvidenceRole:
    """What a file kept with an item of a kind stands for."""
    return {
        ChecklistKind.COURSE: EvidenceRole.CERTIFICATE,
        ChecklistKind.PORTFOLIO: EvidenceRole.WRITE_UP,
        ChecklistKind.SKILL: EvidenceRole.OTHER,
    }[kind]


def give_evidence(
    plan: Plan,
    item: ChecklistItemId,
    kept: tuple[Evidence, ...],
    files: Collection[Attachment] = (),
    done_on: date | None = None,
) -> Plan:
    """Keep this evidence and these new files with an item in place of all it has, and tick it on a day.

    Without a day the tick stays as it is. Files that nothing names any more leave the plan.
    Raises `InvalidValue` where the files have no room.
    """
    plan = without_loose_files(set_evidence(plan, item, kept))
    for each in files:
        plan = attach_file(plan, item, each, file_role(plan.item(item).kind))
    return plan if done_on is None else tick(plan, item, done_on)


def ticked_without_evidence(plan: Plan, milestone: MilestoneId | None = None) -> int:
    """How many items are ticked although the evidence they ask for is missing: of a milestone, or of all."""
    items = plan.checklist.values() if milestone is None else plan.items_of_milestone[milestone]
    return sum(each.lacks_evidence for each in items)
