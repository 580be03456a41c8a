"""A date given from outside (an exam, a cohort's start, an interview) as a milestone: Plan -> Plan, pure."""

from datetime import date

from planner.domain.edits import fix_date, hold_followers
from planner.domain.items import MilestoneId, NodeId, PhaseId
from planner.domain.plan import Plan
from planner.domain.structure import add_milestone, link


def add_fixed_date(
    plan: Plan,
    milestone: MilestoneId,
    group: PhaseId,
    title: str,
    day: date,
    *,
    prepared_by: NodeId | None = None,
    then: NodeId | None = None,
) -> Plan:
    """Add a milestone with a new id that nothing moves from its day.

    It lies right behind the item that has to be done before it, and `then` is an item that waits for the day.
    """
    added = add_milestone(plan, milestone, group, title, follows=prepared_by)
    fixed = fix_date(added, milestone, day)
    if then is None:
        return fixed
    return link(hold_followers(fixed, milestone, True), milestone, then)
