"""Levelling the load: later starts that leave no week with more work than it has hours, as a proposal.

The method is the serial schedule generation scheme with the minimum slack rule (R. Kolisch, "Serial and
parallel resource-constrained project scheduling methods revisited", European Journal of Operational Research
90, 1996, 320-333): activities come one after the other, each once all it waits for has come; each starts as
early as what it waits for allows and the weeks it runs in have the hours. One that starts later for the sake
of the hours gets a not-before date and so starts with a day.

Of those that could come next, the one that starts first comes first, then the one with the least float: work
stays near where it was, and what is planned for later makes room, the finish with it. The learner may have
the one with the least float come first instead (the rule known for the shortest plans): the path keeps its
days, and what nothing waits for goes where hours are left, be it at the far end.

What has started or is finished stays, and so does every target. Weeks that are over are let be.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from heapq import heapify, heappop, heappush

import numpy as np

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS, week_of
from planner.domain.cascade import count_moved
from planner.domain.edits import put_items
from planner.domain.forward_pass import forward
from planner.domain.graph import Graph
from planner.domain.items import Activity, ActivityId, MilestoneId, NodeId
from planner.domain.loose_ends import loose_ends, work_ends
from planner.domain.own_hours import OwnHours
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.week_budget import Piece, WeekBudget

OVER_TOLERANCE_HOURS = 0.05
"""A week that asks for three minutes more than it has is not called too full."""


class First(StrEnum):
    """Which activity comes first where two want the same hours."""

    EARLIEST_START = "earliest start"
    LEAST_FLOAT = "least float"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedWeek:
    """A week that is asked for more hours than it has; `stays` are what runs in it and cannot be moved."""

    first_day: date
    asked_hours: float
    available_hours: float
    stays: tuple[ActivityId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterStart:
    """An activity that is to start later, so that its weeks have the hours for it."""

    activity: ActivityId
    before: date
    after: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Levelling:
    """A plan the learner may take. `moved` counts all items whose days differ, with those that follow, and
    `most_days` is the most that any of them moves; `late` are the milestones whose work would then miss a
    target that it holds now. `loose` are the items that would end after the finish; `ends_before` and
    `ends_after` the last day of all work, which is later than the finish where there are such.
    """

    plan: Plan
    schedule: Schedule
    starts: tuple[LaterStart, ...]
    moved: int
    most_days: int
    late: tuple[MilestoneId, ...]
    red_before: tuple[RedWeek, ...]
    red_after: tuple[RedWeek, ...]
    finish_before: date
    finish_after: date
    loose: tuple[NodeId, ...]
    ends_before: date
    ends_after: date


def level(
    plan: Plan, today: date, current: Schedule | None = None, first: First = First.EARLIEST_START
) -> Levelling:
    """What to start later, so that no week from today's on asks for more hours than it has.

    A plan without such a week is proposed as it is; `current` is its schedule where it is at hand. Raises
    `PlanTooLong`.
    """
    current = schedule(plan) if current is None else current
    red = red_weeks(current, today)
    later = _later_starts(current, today, first) if red else {}
    levelled = start_later(plan, later)
    after = schedule(levelled, current.graph) if later else current
    moved, most_days = count_moved(current, after) if later else (0, 0)
    starts = [LaterStart(activity=each, before=current.start_day(each), after=later[each]) for each in later]
    return Levelling(
        plan=levelled,
        schedule=after,
        starts=tuple(sorted(starts, key=lambda each: (each.before, each.after, each.activity))),
        moved=moved,
        most_days=most_days,
        late=tuple(each for each in plan.milestones if _late(after, each) and not _late(current, each)),
        red_before=red,
        red_after=red_weeks(after, today),
        finish_before=current.finish,
        finish_after=after.finish,
        loose=loose_ends(after),
        ends_before=work_ends(current),
        ends_after=work_ends(after),
    )


def start_later(plan: Plan, days: Mapping[ActivityId, date]) -> Plan:
    """Give each of these activities a not-before date."""
    if not days:
        return plan
    return put_items(plan, [replace(plan.activity(key), not_before=day) for key, day in days.items()])


def red_weeks(current: Schedule, today: date) -> tuple[RedWeek, ...]:
    """The weeks, from today's on, that are asked for more hours than they have."""
    plan = current.plan
    first = week_of(max(today, plan.facts.start), plan.facts.week_start)
    weeks = max((current.last_day - first).days // 7 + 1, 1)
    asked, available = current.load_hours(first, weeks), current.available_hours(first, weeks)
    staying = [key for key, each in plan.active.items() if _stays(each)]
    found = []
    for number in np.flatnonzero(asked > available + OVER_TOLERANCE_HOURS).tolist():
        day = first + timedelta(days=7 * number)
        found.append(
            RedWeek(
                first_day=day,
                asked_hours=float(asked[number]),
                available_hours=float(available[number]),
                stays=tuple(each for each in staying if _runs(current, each, day)),
            )
        )
    return tuple(found)


def _runs(current: Schedule, activity: ActivityId, first_day: date) -> bool:
    """Whether an activity has days in the week that begins on a day."""
    last_day = first_day + timedelta(days=6)
    return current.start_day(activity) <= last_day and current.finish_day(activity) >= first_day


def _late(current: Schedule, milestone: MilestoneId) -> bool:
    margin = current.margin_days(milestone)
    return margin is not None and margin < 0


def _stays(activity: Activity) -> bool:
    return activity.started_on is not None or activity.finished_on is not None


def _later_starts(current: Schedule, today: date, first: First) -> dict[ActivityId, date]:
    """The not-before dates that the scheme gives, by activity."""
    plan, graph, axis = current.plan, current.graph, current.axis
    begins = max(today, plan.facts.start)
    budget = WeekBudget(axis, week_of(begins, plan.facts.week_start))
    soonest = axis.begin(begins)
    activities = list(plan.active.values())
    own_hours = current.actual.own_hours
    for number, activity in enumerate(activities):
        if _stays(activity):
            own = own_hours.get(number)
            budget.take(_pieces(own, current.starts[number], current.finishes[number]), activity.share)
    later: dict[ActivityId, date] = {}

    def place(number: int, earliest: float) -> float:
        activity, own = activities[number], own_hours.get(number)
        length = activity.remaining / activity.share
        if length <= INSTANT_TOLERANCE_HOURS:
            return earliest
        instant = earliest
        while True:
            finish = instant + length if own is None else own.later(instant, length)
            pieces = _pieces(own, instant, finish)
            week = budget.lacking(pieces, activity.share)
            if week is None:
                break
            instant = max(budget.next_try(instant, week, length, activity.share), soonest)
            if own is not None:
                instant = own.start(instant)
        budget.take(pieces, activity.share)
        if instant > earliest:
            later[activity.id] = axis.start_day(instant)
        return instant

    forward(plan, replace(graph, order=order_of(current, first)), axis, place)
    return later


def order_of(current: Schedule, first: First) -> list[int]:
    """The nodes by number in the order they are put in, each after all it waits for."""
    graph, slack = current.graph, current.total_float_hours
    followers: list[list[int]] = [[] for _ in graph.nodes]
    waits = [0] * len(graph.nodes)
    for node in range(len(graph.nodes)):
        for before in _waited_for(graph, node):
            followers[before].append(node)
            waits[node] += 1

    def rank(node: int) -> tuple[bool, float, float, str, int]:
        # Milestones ask for no hours. Floats are sums of hours, and equal ones must be told as equal.
        one, other = round(slack[node], 6), round(current.starts[node], 6)
        if first is First.EARLIEST_START:
            one, other = other, one
        return node < graph.activity_count, one, other, str(graph.nodes[node]), node

    waiting = [rank(node) for node, count in enumerate(waits) if not count]
    heapify(waiting)
    order = []
    while waiting:
        node = heappop(waiting)[-1]
        order.append(node)
        for follower in followers[node]:
            waits[follower] -= 1
            if not waits[follower]:
                heappush(waiting, rank(follower))
    return order


def _waited_for(graph: Graph, node: int) -> list[int]:
    return [*graph.chained[node], *(before for before, _, _ in graph.joined[node])]


def _pieces(own: OwnHours | None, start: float, finish: float) -> list[Piece]:
    """Where an activity runs from an instant to another: not in its pauses."""
    return [(start, finish)] if own is None else list(own.stretches(start, finish))
