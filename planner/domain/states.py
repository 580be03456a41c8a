"""Where an item stands: done, under way, ready to start, waiting or late."""

from datetime import date, timedelta
from enum import StrEnum

from planner.domain.calendar import week_of
from planner.domain.items import Activity, DependencyKind, Milestone, NodeId
from planner.domain.plan import Plan
from planner.domain.progress import checklist_count, done_share
from planner.domain.schedule import Schedule


class State(StrEnum):
    """Where an item stands on a day."""

    DONE = "done"
    UNDER_WAY = "under way"
    READY = "ready to start"
    WAITING = "waiting"
    LATE = "late"


def state_of(plan: Plan, current: Schedule, node: NodeId, today: date) -> State:
    """Where an activity or milestone stands today; raises `UnknownItem`.

    An activity is late once the week it was to end in is over, a milestone as soon as its work lands after
    its target, or the target has passed.
    """
    item = plan.node(node)
    if isinstance(item, Activity):
        return _activity(plan, current, item, today)
    return _milestone(plan, current, item, today)


def _activity(plan: Plan, current: Schedule, item: Activity, today: date) -> State:
    if item.finished_on is not None:
        return State.DONE
    if current.finish_day(item.id) < week_of(today, plan.facts.week_start):
        return State.LATE
    if item.started_on is not None or done_share(plan, item) > 0:
        return State.UNDER_WAY
    if item.not_before is not None and item.not_before > today:
        return State.WAITING
    return State.READY if _may_start(plan, current, item.id, today) else State.WAITING


def _milestone(plan: Plan, current: Schedule, item: Milestone, today: date) -> State:
    if item.reached_on is not None:
        return State.DONE
    if item.target is not None and ((current.margin_days(item.id) or 0) < 0 or item.target < today):
        return State.LATE
    if _may_start(plan, current, item.id, today):
        return State.READY
    return State.UNDER_WAY if checklist_count(plan, item.id).done else State.WAITING


def _may_start(plan: Plan, current: Schedule, node: NodeId, today: date) -> bool:
    """Whether all that has to come before the start of an item has come."""
    graph = current.graph
    number = graph.index[node]
    waits = [(before, DependencyKind.FINISH_START, 0) for before in graph.chained[number]]
    return all(
        _has_come(plan, graph.nodes[before], kind, lag, today)
        for before, kind, lag in (*waits, *graph.joined[number])
    )


def _has_come(plan: Plan, before: NodeId, kind: DependencyKind, lag: int, today: date) -> bool:
    if kind in (DependencyKind.FINISH_FINISH, DependencyKind.START_FINISH):
        return True  # these hold the end of what follows, not its start
    item = plan.node(before)
    if isinstance(item, Milestone):
        day = item.reached_on
    elif kind is DependencyKind.FINISH_START:
        day = item.finished_on
    else:
        day = item.started_on or item.finished_on
    if day is None:
        return False
    # With a lag, what waits for an end starts on the day after it.
    full = lag + 1 if lag and kind is DependencyKind.FINISH_START else lag
    return day + timedelta(days=full) <= today
