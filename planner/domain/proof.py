"""The verbs on what proves a milestone: ticks, evidence, notes, and hours logged. Plan -> Plan, pure."""

from dataclasses import replace
from datetime import date

from planner.domain.attachments import LARGEST_TOGETHER_BYTES, Attachment
from planner.domain.checklist_facts import ChecklistItem, ChecklistKind, Evidence, EvidenceKind, EvidenceRole
from planner.domain.edits import put_milestone, with_entry, without
from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.items import (
    ActivityId,
    ChecklistItemId,
    MilestoneId,
    PlacementId,
    Session,
    SessionId,
    StepId,
    new_id,
)
from planner.domain.plan import Plan


def tick(plan: Plan, item: ChecklistItemId, day: date | None) -> Plan:
    """Tick a checklist item as done on a day, or untick it with None.

    The milestone is reached on the day its last required item was done, and no longer once one is open.
    """
    found = plan.item(item)
    return _settle(_put(plan, replace(found, done_on=day)), found.milestone)


def set_evidence(plan: Plan, item: ChecklistItemId, evidence: tuple[Evidence, ...]) -> Plan:
    """Keep what shows that an item is done."""
    return _put(plan, replace(plan.item(item), evidence=evidence))


def attach_file(plan: Plan, item: ChecklistItemId, attachment: Attachment, role: EvidenceRole) -> Plan:
    """Keep a small file in the plan, as evidence of an item; raises `InvalidValue` where it has no room."""
    found = plan.item(item)
    together = sum(len(each.data) for each in plan.attachments.values()) + len(attachment.data)
    if together > LARGEST_TOGETHER_BYTES:
        raise InvalidValue(
            f"With “{attachment.name}” the files in this plan would be more than 20 MiB. "
            "Keep it elsewhere, and add a link to it."
        )
    evidence = Evidence(kind=EvidenceKind.FILE, text=attachment.name, role=role, file=attachment.id)
    plan = replace(plan, attachments=with_entry(plan.attachments, attachment.id, attachment))
    return set_evidence(plan, item, (*found.evidence, evidence))


def remove_evidence(plan: Plan, item: ChecklistItemId, evidence: Evidence) -> Plan:
    """Take evidence off an item; a file that nothing names any more leaves the plan."""
    kept = list(plan.item(item).evidence)
    if evidence not in kept:
        raise UnknownItem("evidence", evidence.text)
    kept.remove(evidence)
    return without_loose_files(set_evidence(plan, item, tuple(kept)))


def without_loose_files(plan: Plan) -> Plan:
    """The plan without the files that no checklist item names."""
    if not plan.attachments:
        return plan
    named = {each.file for item in plan.checklist.values() for each in item.evidence}
    if named >= plan.attachments.keys():
        return plan
    kept = {key: each for key, each in plan.attachments.items() if key in named}
    return replace(plan, attachments=kept)


def set_item_note(plan: Plan, item: ChecklistItemId, note: str) -> Plan:
    """Keep the learner's own note with a checklist item."""
    return _put(plan, replace(plan.item(item), note=note))


def add_item(
    plan: Plan, item_id: ChecklistItemId, milestone: MilestoneId, kind: ChecklistKind, title: str
) -> Plan:
    """Add an item with a new id at the end of a milestone's checklist."""
    items = plan.items_of_milestone[plan.milestone(milestone).id]
    item = ChecklistItem(
        id=item_id,
        milestone=milestone,
        kind=kind,
        title=title.strip(),
        position=max((each.position for each in items), default=0) + 1,
    )
    return _settle(_put(plan, item), milestone)


def remove_item(plan: Plan, item: ChecklistItemId) -> Plan:
    """Remove a checklist item."""
    found = plan.item(item)
    removed = without_loose_files(replace(plan, checklist=without(plan.checklist, item)))
    return _settle(removed, found.milestone)


def log_session(
    plan: Plan,
    activity: ActivityId,
    day: date,
    minutes: int,
    step: StepId | None = None,
    note: str = "",
    placement: PlacementId | None = None,
) -> Plan:
    """Log minutes studied on a day. It fills the bar and moves nothing."""
    session = Session(
        id=SessionId(new_id()),
        activity=plan.activity(activity).id,
        day=day,
        minutes=minutes,
        step=step,
        note=note,
        placement=placement,
    )
    return replace(plan, sessions=with_entry(plan.sessions, session.id, session))


def change_session(plan: Plan, session: SessionId, day: date, minutes: int) -> Plan:
    """Correct the day or the minutes of a logged session."""
    if session not in plan.sessions:
        raise UnknownItem("session", session)
    changed = replace(plan.sessions[session], day=day, minutes=minutes)
    return replace(plan, sessions=with_entry(plan.sessions, session, changed))


def remove_session(plan: Plan, session: SessionId) -> Plan:
    """Take a logged session back."""
    if session not in plan.sessions:
        raise UnknownItem("session", session)
    return replace(plan, sessions=without(plan.sessions, session))


def _put(plan: Plan, item: ChecklistItem) -> Plan:
    return replace(plan, checklist=with_entry(plan.checklist, item.id, item))


def _settle(plan: Plan, milestone: MilestoneId) -> Plan:
    """Derive `reached on` from the required items; a checklist without any proves nothing."""
    found = plan.milestone(milestone)
    required = [each for each in plan.items_of_milestone[milestone] if each.required]
    days = [each.done_on for each in required if each.done_on is not None]
    reached = max(days) if required and len(days) == len(required) else None
    return plan if found.reached_on == reached else put_milestone(plan, replace(found, reached_on=reached))
