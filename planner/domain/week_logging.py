"""Keeping what was studied for a planned session: one verb behind the tick and the actual minutes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planner.domain.edits import with_entry
from planner.domain.items import ActivityId, PlacementId, SessionId, StepId
from planner.domain.plan import Plan
from planner.domain.proof import change_session, log_session, remove_session


def set_logged(
    plan: Plan,
    entries: Sequence[SessionId],
    activity: ActivityId,
    day: date,
    minutes: int,
    step: StepId | None = None,
    placement: PlacementId | None = None,
) -> Plan:
    """Let so many minutes stand for an activity on a day, in place of these entries; 0 takes them back.

    `step` and `placement` are those of the planned session, for an entry that is made.
    """
    kept = list(entries)
    for surplus in kept[1 if minutes else 0 :]:
        plan = remove_session(plan, surplus)
    if not minutes:
        return plan
    if not kept:
        return log_session(plan, activity, day, minutes, step, placement=placement)
    return change_session(plan, kept[0], day, minutes)


def log_for_placement(plan: Plan, entries: Sequence[SessionId], placement: PlacementId) -> Plan:
    """Let entries count for a session of the learner's placing, where it is one; else nothing changes."""
    if placement not in plan.placements:
        return plan
    for key in entries:
        kept = replace(plan.sessions[key], placement=placement)
        plan = replace(plan, sessions=with_entry(plan.sessions, key, kept))
    return plan
