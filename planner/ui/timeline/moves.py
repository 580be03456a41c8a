"""What a drag or a nudge to a day means: which verb, and what undo calls it. Mouse and keyboard share it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import floor

from planner.domain.edits import move_activity, retarget, set_effort
from planner.domain.items import (
    Activity,
    ActivityId,
    Dependency,
    DependencyKind,
    Milestone,
    MilestoneId,
    NodeId,
    Phase,
)
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.shifting import high_hours_until, move_start, set_high
from planner.domain.structure import link, unlink
from planner.domain.wording import day_text, effort_text, isolated
from planner.ui.timeline.words import translate

LEAST_HOURS = 0.25
"""Efforts are set in quarters of an hour; less than one is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Move:
    """One edit: what undo calls it, and its verb with all but the plan filled in."""

    text: str
    verb: Callable[[Plan], Plan]
    about: frozenset[str] | None = None
    """The items it moves by hand where they are several: what else moves is told besides them."""


def move_refusal(item: Activity | Milestone | Phase) -> str:
    """Why an item cannot be moved, as one sentence with a place for its title; empty when it can."""
    if isinstance(item, Phase):
        return ""
    if isinstance(item, Milestone):
        if item.fixed:
            return translate("“{title}” has a fixed date, so it stays. Make it movable first.")
        if item.reached_on is not None:
            return translate("“{title}” is reached, so its date stays.")
        return ""
    if item.finished_on is not None:
        return translate("“{title}” is finished, so it stays where it was. Reopen it to plan it anew.")
    if item.started_on is not None:
        return translate("“{title}” has started, so its start stays. Drag its right end to change its hours.")
    return ""


def resize_refusal(item: Activity | Milestone | Phase) -> str:
    """Why an activity's hours cannot be changed by its end, as one such sentence; empty when they can."""
    if isinstance(item, Phase):
        return translate("“{title}” is as long as what it holds: change one of its activities.")
    if isinstance(item, Milestone):
        return translate("“{title}” is a milestone and has no length: move it instead.")
    if item.finished_on is not None:
        return translate("“{title}” is finished, so its hours stay. Reopen it to plan it anew.")
    return ""


def earliest_start(plan: Plan, current: Schedule, activity: ActivityId) -> date:
    """The first day an activity could start on without a date of its own."""
    return schedule(move_activity(plan, activity, None), current.graph).start_day(activity)


def move_bar(current: Schedule, activity: Activity, day: date, earliest: date) -> Move:
    """Start an activity on a day; at or before its earliest start it needs no date of its own.

    It is told of by the day it really starts: a day without study hours, or of a pause, starts nothing.
    """
    own = day if day > earliest else None
    begins = current.axis.begin(max(day, earliest))
    own_hours = current.actual.own_hours.get(current.graph.index[activity.id])
    start = current.axis.start_day(begins if own_hours is None else own_hours.start(begins))
    text = translate("Move {title} to {day}").format(title=isolated(activity.title), day=day_text(start))
    return Move(text, partial(move_activity, activity=activity.id, not_before=own))


def move_diamond(milestone: Milestone, day: date, lands: date) -> Move:
    """Give a milestone a target: later than its work lands it holds what follows, else it is a deadline."""
    text = translate("Move {title} to {day}").format(title=isolated(milestone.title), day=day_text(day))
    return Move(text, partial(retarget, milestone=milestone.id, target=day, holds=day > lands))


def resize_bar(current: Schedule, activity: Activity, day: date) -> Move:
    """Give an activity the hours, in quarters, with which it finishes on a day."""
    number = current.graph.index[activity.id]
    more = current.between(number, current.finishes[number], current.axis.end(day)) * activity.share
    room = activity.remaining + more
    left = max(floor(room / LEAST_HOURS + 1e-6) * LEAST_HOURS, LEAST_HOURS)
    hours = max(activity.effort.likely + left - activity.remaining, LEAST_HOURS)
    text = translate("Give {title} {hours}").format(title=isolated(activity.title), hours=effort_text(hours))
    return Move(text, partial(set_effort, activity=activity.id, likely=hours))


def set_start(current: Schedule, activity: Activity, day: date) -> Move:
    """Start an activity on a day and let it finish when it does now, with the hours that takes.

    Raises `InvalidValue` for what has begun.
    """
    verb = partial(move_start, activity=activity.id, start_day=day, current=current)
    hours = verb(current.plan).activity(activity.id).effort.likely
    form = translate("Start {title} on {day}, {hours}")
    text = form.format(title=isolated(activity.title), day=day_text(day), hours=effort_text(hours))
    return Move(text, verb)


def stretch_tail(current: Schedule, activity: Activity, day: date) -> Move:
    """Give an activity the high estimate with which it would finish on a day; never below the likely one."""
    hours = high_hours_until(current, activity.id, day)
    form = translate("Give {title} at most {hours}")
    text = form.format(title=isolated(activity.title), hours=effort_text(hours))
    return Move(text, partial(set_high, activity=activity.id, hours=hours))


def link_items(plan: Plan, before: NodeId, after: NodeId, kind: DependencyKind, lag_days: int = 0) -> Move:
    """Let one item wait for another; a link these two have already is changed."""
    text = translate("Link {before} to {after} ({kind})").format(
        before=plan.node(before).title, after=plan.node(after).title, kind=kind.value
    )
    return Move(text, partial(link, before=before, after=after, kind=kind, lag_days=lag_days))


def unlink_items(plan: Plan, dependency: Dependency) -> Move:
    """Let an item no longer wait for another."""
    text = translate("Remove the link from {before} to {after}").format(
        before=plan.node(dependency.before).title, after=plan.node(dependency.after).title
    )
    return Move(text, partial(unlink, dependency=dependency.id))


def shown_day(current: Schedule, item: Activity | Milestone | Phase) -> date:
    """The day a move counts from: the start of an activity or a group, a milestone's diamond."""
    if isinstance(item, Phase):
        span = current.phase_span(item.id)
        return current.plan.facts.start if span is None else span[0]
    if isinstance(item, Milestone):
        return current.shown_day(MilestoneId(item.id))
    return current.start_day(ActivityId(item.id))
