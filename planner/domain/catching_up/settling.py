"""What every way of catching up begins with: the plan settled up to today, the weeks gone by kept."""

from datetime import date

from planner.domain.frame import settle
from planner.domain.placing import without_past_sessions
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.week_notes import settle_weeks


def settled(plan: Plan, before: Schedule, today: date) -> Plan:
    """The plan settled up to today, `before` being its schedule.

    What was planned for the weeks gone by is kept with them; where their sessions lay is not. A plan that is
    settled already is itself. Raises `InvalidValue` for a day before its status date.
    """
    if settle(plan, today) == plan:
        return plan
    return settle(without_past_sessions(settle_weeks(plan, before, today), today), today)
