"""Catching up in one go, for tests of what it leaves behind."""

from datetime import date

from planner.domain.catching_up.proposal import take
from planner.domain.catching_up.shift import shift
from planner.domain.items import BaselineId
from planner.domain.plan import Plan


def catch_up(plan: Plan, today: date, baseline: BaselineId) -> Plan:
    """The plan shifted to today, with its dates from before in a baseline by a new id."""
    return take(plan, shift(plan, today), baseline)
