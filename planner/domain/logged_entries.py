"""The verbs on what was studied, entry by entry: log, correct, remove. Plan -> Plan, pure."""

from collections.abc import Iterable
from dataclasses import replace

from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.items import Session, SessionId
from planner.domain.plan import Plan

LONGEST_NOTE = 4_000
"""Characters."""


def keep_entries(plan: Plan, entries: Iterable[Session]) -> Plan:
    """Log these sessions; one whose id is logged already is corrected, in its place among the others.

    Raises `UnknownItem` for an activity that the plan does not hold and `InvalidValue` for a step of another
    activity or a note without an end. It fills bars and moves nothing.
    """
    sessions = dict(plan.sessions)
    for each in entries:
        activity = plan.activity(each.activity)
        if each.step is not None and each.step not in (step.id for step in activity.steps):
            raise InvalidValue(f"“{activity.title}” has no step “{each.step}”.")
        if len(each.note) > LONGEST_NOTE:
            raise InvalidValue(f"A note has at most {LONGEST_NOTE:,} characters.")
        if sessions.get(each.id) != each:
            sessions[each.id] = each
    return replace(plan, sessions=sessions)


def drop_entries(plan: Plan, keys: Iterable[SessionId]) -> Plan:
    """Take logged sessions back; raises `UnknownItem` for one that is not there."""
    gone = set(keys)
    if unknown := gone - plan.sessions.keys():
        raise UnknownItem("session", min(unknown))
    return replace(plan, sessions={key: each for key, each in plan.sessions.items() if key not in gone})
