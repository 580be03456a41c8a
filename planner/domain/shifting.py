"""Moving many items at once, and the edits of a bar's left edge and range tail: Plan -> Plan, pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import ceil, floor

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS
from planner.domain.edits import put_items, set_effort, set_effort_range
from planner.domain.errors import InvalidValue, PlanTooLong
from planner.domain.items import Activity, ActivityId, Milestone, MilestoneId, NodeId, PhaseId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.waits import Waits

LEAST_HOURS = 0.25
"""Efforts are set in quarters of an hour; less than one is a slip of the hand."""

_MOST_NAMED = 3


def shift_items(plan: Plan, ids: Sequence[str], days: int, current: Schedule) -> Plan:
    """Move activities and milestones by so many days; a group moves all it holds.

    Bars move by their not-before, diamonds by their target. What follows another of them anyway gets no date
    of its own, so their links go on working; a start date that no longer holds anything back goes. What has
    started, is finished or reached or has a fixed date stays (`staying_sentence` names it). `current` is the
    plan's schedule. Raises `InvalidValue` when all of them stay.
    """
    return Shift(plan, ids, current).by(plan, days)


def staying_sentence(plan: Plan, ids: Sequence[str]) -> str:
    """Which of these items no shift moves, and why, as one sentence; empty when all can move."""
    reasons = [reason for each in _items_of(plan, ids) if (reason := _why_it_stays(each))]
    if not reasons:
        return ""
    named = reasons[:_MOST_NAMED]
    if len(reasons) > len(named):
        named.append(f"{len(reasons) - len(named)} more")
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"{listed}, so {'it stays' if len(reasons) == 1 else 'they stay'}."


class Shift:
    """A shift of some items, with all that does not depend on how far worked out once, for a drag."""

    def __init__(self, plan: Plan, ids: Sequence[str], current: Schedule) -> None:
        self._current = current
        items = _items_of(plan, ids)
        self.moving: frozenset[NodeId] = frozenset(each.id for each in items if not _why_it_stays(each))
        if not self.moving:
            raise InvalidValue(staying_sentence(plan, ids) or "There is nothing here to move.")
        self._along = self._carried_along()
        self._bars = [each for each in items if isinstance(each, Activity) and each.id in self.moving]
        self._diamonds = [each for each in items if isinstance(each, Milestone) and each.id in self.moving]

    def by(self, plan: Plan, days: int) -> Plan:
        """The plan with these items so many days later, or earlier where it is negative."""
        return self.scheduled(plan, days).plan if days else plan

    def scheduled(self, plan: Plan, days: int) -> Schedule:
        """Where everything falls with these items so many days later: what `by` has to work out anyway."""
        moved: list[Activity | Milestone] = []
        try:
            for found in self._bars:
                own = self._start_of(found, days)
                if own != found.not_before:
                    moved.append(replace(plan.activity(found.id), not_before=own))
            moved += [self._retargeted(each, days) for each in self._diamonds]
        except OverflowError:
            raise PlanTooLong from None
        return self._without_idle_dates(schedule(put_items(plan, moved), self._current.graph))

    def _carried_along(self) -> set[NodeId]:
        """The moving items that others of them take along, so that they need no date of their own.

        An activity is taken along by what its start hangs on. A milestone without a date is wherever the work
        before it leads, so anything before it that moves is enough.
        """
        graph, waits, plan = self._current.graph, Waits(self._current), self._current.plan
        count = graph.activity_count
        moves, touched = bytearray(len(graph.nodes)), bytearray(len(graph.nodes))
        along: set[NodeId] = set()
        for number in graph.order:
            node = graph.nodes[number]
            before = [*graph.chained[number], *(each[0] for each in graph.joined[number])]
            touched[number] = any(moves[each] or touched[each] for each in before)
            driven = touched[number] and self._driven(number, waits, moves)
            held = number in self._current.actual.holds
            if node not in self.moving:
                moves[number] = driven and not held
                continue
            free = number >= count and plan.milestone(MilestoneId(node)).target is None
            if driven or (free and touched[number]):
                along.add(node)
            # What follows a milestone moves with where it lands, or with a date that holds it.
            moves[number] = driven or number < count or held or (free and not touched[number])
        return along

    def _driven(self, number: int, waits: Waits, moves: bytearray) -> bool:
        """Whether the start of an item, or a milestone's landing, hangs on something that moves.

        What starts on the status date may do so whatever it waits for.
        """
        done = self._current
        if number in done.actual.starts:
            return False
        settled = done.axis.begin(done.plan.facts.status_date)
        begins = max(done.starts[number] - INSTANT_TOLERANCE_HOURS, settled + INSTANT_TOLERANCE_HOURS)
        return any(moves[each.before] and each.instant >= begins for each in waits.of(number))

    def _start_of(self, activity: Activity, days: int) -> date | None:
        """The not-before that moves an activity; what it hangs on keeps it from moving to an earlier day."""
        if activity.id in self._along or (days < 0 and activity.not_before is None):
            moved = activity.not_before
        else:
            moved = self._current.start_day(activity.id)
        return None if moved is None else moved + timedelta(days=days)

    def _retargeted(self, milestone: Milestone, days: int) -> Milestone:
        """A milestone with its date moved; one without gets one, as by dragging its diamond."""
        if milestone.target is not None:
            return replace(milestone, target=milestone.target + timedelta(days=days))
        if milestone.id in self._along or not days:
            return milestone
        target = self._current.lands(milestone.id) + timedelta(days=days)
        return replace(milestone, target=target, holds=days > 0)

    def _without_idle_dates(self, done: Schedule) -> Schedule:
        """The schedule without those new start dates that hold nothing back; its days stay the same."""
        plan, waits, idle = done.plan, Waits(done), []
        for each in self._bars:
            found = plan.activities[each.id]
            if found.not_before is not None:
                number = done.graph.index[found.id]
                begins = waits.begins(number, done.axis.begin(found.not_before))
                if begins <= waits.earliest(number) + INSTANT_TOLERANCE_HOURS:
                    idle.append(replace(found, not_before=None))
        if not idle:
            return done
        return Schedule(put_items(plan, idle), done.graph, done.axis, done.starts, done.finishes, done.actual)


def move_start(plan: Plan, activity: ActivityId, start_day: date, current: Schedule) -> Plan:
    """Let an activity start on a day and finish when it does now: its hours grow or shrink, in quarters.

    Low and high scale along; pauses and share count. It starts no earlier than what it waits for allows, and
    then needs no date of its own. `current` is the plan's schedule. Raises `InvalidValue` for what has begun
    or is archived.
    """
    found = plan.activity(activity)
    if found.archived_on is not None:
        raise InvalidValue(f"“{found.title}” is archived. Bring it back first.")
    if found.finished_on is not None:
        raise InvalidValue(
            f"“{found.title}” is finished, so it stays where it was. Reopen it to plan it anew."
        )
    if found.started_on is not None:
        raise InvalidValue(
            f"“{found.title}” has started, so its start stays. Drag its right end to change its hours."
        )
    number, waits = current.graph.index[activity], Waits(current)
    day = min(start_day, current.finish_day(activity))
    begins = waits.begins(number, current.axis.begin(day))
    earliest = waits.earliest(number, into_start=True)
    own = day if begins > earliest + INSTANT_TOLERANCE_HOURS else None
    begins = max(begins, earliest)
    moved = replace(found, not_before=own)
    if abs(begins - current.starts[number]) > INSTANT_TOLERANCE_HOURS:
        hours = found.effort.likely + _hours_from(current, number, begins, found.share) - found.remaining
        moved = replace(
            set_effort(plan, activity, max(hours, LEAST_HOURS)).activity(activity), not_before=own
        )
    return put_items(plan, [moved])


def set_high(plan: Plan, activity: ActivityId, hours: float) -> Plan:
    """Set the high estimate, in hours, never below the likely one; raises `InvalidValue` once finished."""
    found = plan.activity(activity)
    if found.finished_on is not None:
        raise InvalidValue(f"“{found.title}” is finished, so its hours stay. Reopen it to plan it anew.")
    effort = found.effort
    return set_effort_range(plan, activity, effort.low, effort.likely, max(hours, effort.likely))


def high_hours_until(current: Schedule, activity: ActivityId, day: date) -> float:
    """The high estimate, in quarters of an hour, with which an activity would finish on a day."""
    found, number = current.plan.activity(activity), current.graph.index[activity]
    extra = current.between(number, current.finishes[number], current.axis.end(day)) * found.share
    return found.effort.likely + max(floor(extra / LEAST_HOURS + 1e-6), 0) * LEAST_HOURS


def _hours_from(current: Schedule, number: int, begins: float, share: float) -> float:
    """Hours of work from an instant to an item's finish: in quarters where these end on its day."""
    finish, last = current.finishes[number], current.axis.finish_index(current.finishes[number])
    room = current.between(number, begins, finish) * share
    for rounded in (floor, ceil):
        hours = rounded(room / LEAST_HOURS) * LEAST_HOURS
        if hours > 0 and current.axis.finish_index(current.later(number, begins, hours / share)) == last:
            return hours
    return room


def _items_of(plan: Plan, ids: Sequence[str]) -> list[Activity | Milestone]:
    """The activities and milestones that are meant, each once; groups stand for all they hold."""
    found: dict[str, Activity | Milestone] = {}
    waiting = list(reversed(ids))
    while waiting:
        item = waiting.pop()
        if item in plan.phases:
            waiting += [each.id for each in reversed(plan.children_of[PhaseId(item)])]
        elif ActivityId(item) not in plan.activities or ActivityId(item) in plan.active:
            found[item] = plan.node(ActivityId(item))
    return list(found.values())


def _why_it_stays(item: Activity | Milestone) -> str:
    if isinstance(item, Milestone):
        if item.reached_on is not None:
            return f"“{item.title}” is reached"
        return f"“{item.title}” has a fixed date" if item.fixed else ""
    if item.finished_on is not None:
        return f"“{item.title}” is finished"
    return f"“{item.title}” has started" if item.started_on is not None else ""
