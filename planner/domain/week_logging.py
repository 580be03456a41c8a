"""Keeping what was studied for a planned session: the verbs behind the tick and the actual minutes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planner.domain.edits import with_entry
from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, PlacementId, SessionId, StepId
from planner.domain.placing import move_session
from planner.domain.plan import Plan
from planner.domain.proof import change_session, log_session, remove_session
from planner.domain.week_days import PlannedSession, SessionState, state_of
from planner.domain.wording import day_text


def set_logged(
    plan: Plan,
    entries: Sequence[SessionId],
    activity: ActivityId,
    day: date,
    minutes: int,
    step: StepId | None = None,
    placement: PlacementId | None = None,
) -> Plan:
    """Let the entries of a session have so many minutes together; 0 takes them back.

    The last entry takes what is more; what is less is taken off the last ones first, so that the others stay
    as they are, notes and all. `step` and `placement` are those of the planned session, for an entry made.
    """
    kept = list(entries)
    if minutes and not kept:
        return log_session(plan, activity, day, minutes, step, placement=placement)
    surplus = sum(plan.sessions[each].minutes for each in kept) - minutes
    for key in reversed(kept):
        entry = plan.sessions[key]
        if surplus >= entry.minutes:
            plan = remove_session(plan, key)
            surplus -= entry.minutes
        elif surplus:
            plan = change_session(plan, key, entry.day, entry.minutes - surplus)
            surplus = 0
    return plan


def log_the_rest(plan: Plan, session: PlannedSession, day: date) -> Plan:
    """Log what a session of a day lacks, as an entry of its own: what was logged for it stays as it is."""
    return log_session(
        plan,
        session.activity,
        day,
        session.minutes - session.logged_minutes,
        session.step,
        placement=session.placement,
    )


def log_ahead(
    plan: Plan, session: PlannedSession, day: date, today: date, minutes: int, placement_id: PlacementId
) -> Plan:
    """Log minutes today for a session of a day still to come, which moves to today.

    Where it is not done with them, only so much of it moves: the rest stays where the schedule has it.
    `placement_id` is new, for a session that has not been placed before. Raises `InvalidValue` before the
    plan begins.
    """
    plan = bring_to_today(plan, session, day, today, placement_id)
    placement = plan.placements.get(session.placement or placement_id)
    if placement is not None and state_of(session.minutes, minutes) is SessionState.BEGUN:
        placement = replace(placement, minutes=minutes)
        plan = replace(plan, placements=with_entry(plan.placements, placement.id, placement))
    key = None if placement is None else placement.id
    return log_session(plan, session.activity, today, minutes, session.step, placement=key)


def bring_to_today(
    plan: Plan, session: PlannedSession, day: date, today: date, placement_id: PlacementId
) -> Plan:
    """Move a session of another day to today, as that is when it is studied; raises like `log_ahead`."""
    if today < plan.facts.start:
        begins = day_text(plan.facts.start)
        raise InvalidValue(f"The plan begins on {begins}. “Log study” keeps what you study before.")
    return move_session(plan, session, day, today, placement_id)


def log_for_placement(plan: Plan, entries: Sequence[SessionId], placement: PlacementId) -> Plan:
    """Let entries count for a session of the learner's placing, where it is one; else nothing changes."""
    if placement not in plan.placements:
        return plan
    for key in entries:
        kept = replace(plan.sessions[key], placement=placement)
        plan = replace(plan, sessions=with_entry(plan.sessions, key, kept))
    return plan
