"""The verbs that keep an activity for its logged hours alone, and bring it back: Plan -> Plan, pure."""

from dataclasses import replace
from datetime import date

from planner.domain.bridging import with_bridges_past, with_links_awake
from planner.domain.edits import put_activity
from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Plan


def archive(plan: Plan, activity: ActivityId, on: date) -> Plan:
    """Take an activity out of the plan on a day, and keep it with its logged hours.

    What waited for it waits for what it waited for. Raises `InvalidValue` for milestones and for what is
    archived already.
    """
    milestone = plan.milestones.get(MilestoneId(activity))
    if milestone is not None:
        raise InvalidValue(f"“{milestone.title}” is a milestone. Only activities are archived.")
    found = plan.activity(activity)
    if found.archived_on is not None:
        raise InvalidValue(f"“{found.title}” is archived already.")
    return with_bridges_past(put_activity(plan, replace(found, archived_on=on)), activity)


def restore(plan: Plan, activity: ActivityId) -> Plan:
    """Bring an archived activity back to its place, with what it waited for and what waited for it."""
    found = plan.activity(activity)
    if found.archived_on is None:
        raise InvalidValue(f"“{found.title}” is not archived.")
    return with_links_awake(put_activity(plan, replace(found, archived_on=None)), activity)
