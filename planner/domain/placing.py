"""The verbs that put sessions where the learner wants them. Plan -> Plan, pure.

What a placement does to a week is said in `week_placements`: it takes its minutes off what the schedule gives
around the day it was taken from, and nothing else moves. A session that is made shorter leaves the rest where
the schedule has it, as a session of its own; one made longer takes what is missing from the activity's other
sessions of the week, those of its day first, then the latest, and only then asks for more than the schedule
gives. Clock times (`starts_at`) are minutes after midnight.
"""

from dataclasses import replace
from datetime import date, timedelta

from planner.domain.edits import with_entry, without
from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.items import PlacementId
from planner.domain.plan import Plan
from planner.domain.week import PlannedSession
from planner.domain.week_facts import Placement
from planner.domain.wording import day_text


def move_session(
    plan: Plan, session: PlannedSession, day_from: date, day: date, placement_id: PlacementId
) -> Plan:
    """Put a session that lies on `day_from` on another day, of its week or another; its length stays.

    Back on the day the schedule has it on it is the schedule's again. `placement_id` is new, for a session
    that has not been placed before. Raises `InvalidValue` for days that are settled.
    """
    if day == day_from:
        return plan
    if day < plan.facts.status_date:
        happened = "begins on" if day < plan.facts.start else "is settled up to"
        first = plan.facts.start if day < plan.facts.start else plan.facts.status_date
        raise InvalidValue(f"The plan {happened} {day_text(first)}. Choose a day from then on.")
    return _put(plan, session, replace(_placement(plan, session, day_from, placement_id), day=day))


def set_session_minutes(
    plan: Plan, session: PlannedSession, day: date, minutes: int, placement_id: PlacementId
) -> Plan:
    """Plan other minutes for a session that lies on a day; `placement_id` as for `move_session`."""
    if minutes == session.minutes:
        return plan
    placed = replace(_placement(plan, session, day, placement_id), minutes=minutes)
    return replace(plan, placements=with_entry(plan.placements, placed.id, placed))


def set_session_clock(
    plan: Plan, session: PlannedSession, day: date, starts_at: int | None, placement_id: PlacementId
) -> Plan:
    """Give a session that lies on a day a time of its own, or let it follow the others again with None."""
    placement = _placement(plan, session, day, placement_id)
    if starts_at == placement.starts_at:
        return plan
    return _put(plan, session, replace(placement, starts_at=starts_at))


def put_back(plan: Plan, placement: PlacementId) -> Plan:
    """Let a session lie where the schedule has it."""
    if placement not in plan.placements:
        raise UnknownItem("moved session", placement)
    return replace(plan, placements=without(plan.placements, placement))


def put_week_back(plan: Plan, first_day: date) -> Plan:
    """Let all sessions that were moved into, out of or within a week lie where the schedule has them."""
    kept = {key: each for key, each in plan.placements.items() if not _touches(each, first_day)}
    return plan if len(kept) == len(plan.placements) else replace(plan, placements=kept)


def has_moved_sessions(plan: Plan, first_day: date) -> bool:
    """Whether sessions were moved into, out of or within a week."""
    return any(_touches(each, first_day) for each in plan.placements.values())


def without_past_sessions(plan: Plan, day: date) -> Plan:
    """The plan without placements on days before one: settled up to there, none of them counts again."""
    kept = {key: each for key, each in plan.placements.items() if each.day >= day}
    return plan if len(kept) == len(plan.placements) else replace(plan, placements=kept)


def set_clock_times(plan: Plan, times: tuple[int, ...]) -> Plan:
    """Say when studying begins from Monday to Sunday; none for weeks without clock times."""
    return replace(plan, facts=replace(plan.facts, clock_times=times))


def _touches(placed: Placement, first_day: date) -> bool:
    last_day = first_day + timedelta(days=6)
    return first_day <= placed.day <= last_day or first_day <= placed.taken_from <= last_day


def _placement(plan: Plan, session: PlannedSession, day: date, placement_id: PlacementId) -> Placement:
    """The placement that a session is, or the one it becomes where the schedule has it."""
    if session.placement is not None:
        if session.placement not in plan.placements:
            raise UnknownItem("moved session", session.placement)
        return plan.placements[session.placement]
    return Placement(
        id=placement_id,
        activity=plan.activity(session.activity).id,
        step=session.step,
        day=day,
        minutes=session.minutes,
        taken_from=day,
    )


def _put(plan: Plan, session: PlannedSession, placed: Placement) -> Plan:
    """The plan with a placement, or without it where it says nothing that the schedule does not."""
    at_home = placed.day == placed.taken_from and placed.starts_at is None
    if at_home and session.taken_minutes == placed.minutes:
        return replace(plan, placements=without(plan.placements, placed.id))
    return replace(plan, placements=with_entry(plan.placements, placed.id, placed))
