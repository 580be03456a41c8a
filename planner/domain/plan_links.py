"""All links of a plan: the evidence kept with its checklists, and the pages of its courses and projects."""

from dataclasses import dataclass

from planner.domain.checklist_facts import EvidenceKind, EvidenceRole
from planner.domain.items import MilestoneId
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLink:
    """A link and where it stands: the title of its item and of the milestone, or of its activity alone.

    `role` is None for the page of an activity.
    """

    link: str
    title: str
    milestone: str = ""
    role: EvidenceRole | None = None


def plan_links(plan: Plan, milestone: MilestoneId | None = None) -> tuple[PlanLink, ...]:
    """The links of the whole plan, or of one milestone and of the activities that produce its items.

    Evidence comes first, milestone by milestone. What is archived is left out.
    """
    chosen = tuple(plan.milestones) if milestone is None else (milestone,)
    items = [item for each in chosen for item in plan.items_of_milestone[each]]
    evidence = [
        PlanLink(
            link=each.text, title=item.title, milestone=plan.milestone(item.milestone).title, role=each.role
        )
        for item in items
        for each in item.evidence
        if each.kind is EvidenceKind.LINK
    ]
    producing = {item.produced_by for item in items}
    pages = [
        PlanLink(link=each.link, title=each.title)
        for each in plan.active.values()
        if each.link and (milestone is None or each.id in producing)
    ]
    return (*evidence, *pages)
