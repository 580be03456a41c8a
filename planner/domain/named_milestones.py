"""A milestone as a person names it: by its id, its title, or a part of the title that no other has."""

from planner.domain.items import MilestoneId
from planner.domain.named_items import named
from planner.domain.plan import Plan


def milestone_named(plan: Plan, text: str) -> MilestoneId:
    """The milestone that is meant; raises `InvalidValue`, which names those that could be."""
    if text in plan.milestones:
        return MilestoneId(text)
    return MilestoneId(named(list(plan.milestones.values()), text, "milestone").id)
