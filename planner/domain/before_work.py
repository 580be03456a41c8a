"""A plan as it stood before any work since a day was said to be begun, finished or reached. Pure."""

from dataclasses import replace
from datetime import date

from planner.domain.items import Activity, ActivityId, Milestone, MilestoneId
from planner.domain.plan import Plan


def without_work(plan: Plan, since: date) -> Plan:
    """The plan without the beginnings and ends said for that day and later; itself where there are none.

    Logged hours, steps and what is left of the effort are not touched: no date follows from them.
    """
    activities: dict[ActivityId, Activity] = {}
    for key, each in plan.activities.items():
        begun, done = each.started_on, each.finished_on
        if (_before(begun, since), _before(done, since)) != (begun, done):
            activities[key] = replace(
                each, started_on=_before(begun, since), finished_on=_before(done, since)
            )
    milestones: dict[MilestoneId, Milestone] = {
        key: replace(each, reached_on=None)
        for key, each in plan.milestones.items()
        if each.reached_on is not None and each.reached_on >= since
    }
    if not activities and not milestones:
        return plan
    return replace(
        plan,
        activities={**plan.activities, **activities},
        milestones={**plan.milestones, **milestones},
    )


def _before(day: date | None, since: date) -> date | None:
    return None if day is None or day >= since else day
