"""Nothing is stacked on one day: what is left does not all begin at once only because all of it is late.

Activities that wait for nothing common keep apart by their dates. Once those dates have gone by they would
all begin today, and a day be asked for twice its hours. So each goes where it finds room: those that came
first before stay first; one that has not started gets a not-before date, one that has a pause until then.
Work that ran side by side before may do so again, for as many hours as it did.
"""

from dataclasses import replace
from datetime import date, timedelta

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS, WorkAxis
from planner.domain.catching_up.room import Room, Span, crowded
from planner.domain.forward_pass import forward
from planner.domain.items import Activity, ActivityId, Pause
from planner.domain.levelling import First, order_of
from planner.domain.own_hours import OwnHours
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.splitting import with_pause


def unstacked(plan: Plan, before: Schedule) -> Schedule:
    """A settled plan in which what would be stacked waits for its turn; `before` says how things stood.

    Nothing is changed where no more than one activity's worth runs at a time. Fixed dates and targets stay.
    """
    laid_out = schedule(plan, before.graph)
    spans = {each: _spans(laid_out, each) for each in _unfinished(laid_out)}
    shares = [each.share for each in plan.active.values()]
    if not crowded([(span, shares[each]) for each, found in spans.items() for span in found]):
        return laid_out
    axis = laid_out.axis
    room = Room(
        {each: _spans(before, each) for each in range(before.graph.activity_count)},
        lambda instant: axis.begin(_day_from(axis, instant)),
    )
    turn = {node: place for place, node in enumerate(order_of(before, First.EARLIEST_START))}
    paused = _with_pauses(laid_out, before, room, turn)
    return schedule(_with_later_starts(paused, room, sorted(turn, key=turn.__getitem__)), before.graph)


def _with_pauses(laid_out: Schedule, before: Schedule, room: Room, turn: dict[int, int]) -> Schedule:
    """What has started, in the room, each with a pause where it would be stacked on another."""
    plan, axis = laid_out.plan, laid_out.axis
    activities = list(plan.active.values())
    started = [each for each in _unfinished(laid_out) if activities[each].started_on is not None]
    paused: dict[ActivityId, Activity] = {}
    for number in sorted(started, key=lambda each: (before.starts[each], turn[each])):
        activity = found = activities[number]
        begins = max(plan.facts.status_date, activity.started_on or plan.facts.status_date)
        spans = _run(axis, found, axis.begin(begins))
        while (free := room.next_try(number, activity.share, spans)) is not None:
            last = axis.start_day(free) - timedelta(days=1)
            found = with_pause(activity, Pause(first=begins, last=last))
            paused[activity.id] = found
            spans = _run(axis, found, axis.begin(begins))
        room.put(number, activity.share, spans)
    if not paused:
        return laid_out
    return schedule(replace(plan, activities={**plan.activities, **paused}), laid_out.graph)


def _with_later_starts(laid_out: Schedule, room: Room, order: list[int]) -> Plan:
    """What has not started, each with a not-before date where it would be stacked on what is in the room."""
    plan, axis = laid_out.plan, laid_out.axis
    activities = list(plan.active.values())
    later: dict[ActivityId, Activity] = {}

    def place(number: int, earliest: float) -> float:
        activity = activities[number]
        spans = _run(axis, activity, earliest)
        if not spans:
            return earliest
        while (free := room.next_try(number, activity.share, spans)) is not None:
            later[activity.id] = replace(activity, not_before=axis.start_day(free))
            spans = _run(axis, activity, free)
        room.put(number, activity.share, spans)
        return spans[0][0]

    forward(plan, replace(laid_out.graph, order=order), axis, place)
    return replace(plan, activities={**plan.activities, **later}) if later else plan


def _unfinished(laid_out: Schedule) -> list[int]:
    """The numbers of the activities with work left."""
    return [
        number
        for number, each in enumerate(laid_out.plan.active.values())
        if each.finished_on is None and each.remaining > INSTANT_TOLERANCE_HOURS
    ]


def _spans(laid_out: Schedule, number: int) -> list[Span]:
    """Where an activity runs: from the status date on where it has started, and not in its pauses."""
    settled = laid_out.axis.begin(laid_out.plan.facts.status_date)
    start, finish = max(laid_out.starts[number], settled), laid_out.finishes[number]
    own = laid_out.actual.own_hours.get(number)
    if own is not None:
        return list(own.stretches(start, finish))
    return [(start, finish)] if finish > start else []


def _run(axis: WorkAxis, activity: Activity, instant: float) -> list[Span]:
    """Where an activity's work would lie from an instant on; nowhere without any."""
    length = activity.remaining / activity.share
    if length <= INSTANT_TOLERANCE_HOURS:
        return []
    if not activity.pauses:
        return [(instant, instant + length)]
    own = OwnHours(axis, activity.pauses)
    begin = own.start(instant)
    return list(own.stretches(begin, own.later(begin, length)))


def _day_from(axis: WorkAxis, instant: float) -> date:
    """The first day with hours that begins at an instant or after it."""
    day = axis.start_day(instant)
    if axis.begin(day) >= instant - INSTANT_TOLERANCE_HOURS:
        return day
    return axis.start_day(axis.end(day))
