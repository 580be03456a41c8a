"""What a drag or a nudge to a day means: which verb, and what undo calls it. Mouse and keyboard share it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import floor

from planner.domain.edits import move_activity, retarget, set_effort
from planner.domain.items import Activity, ActivityId, Milestone, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.wording import day_text, hours_text
from planner.ui.timeline.words import translate

LEAST_HOURS = 0.25
"""Efforts are set in quarters of an hour; less than one is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Move:
    """One edit: what undo calls it, its verb with all but the plan filled in, and the day it aims at."""

    text: str
    verb: Callable[[Plan], Plan]
    day: date


def move_refusal(item: Activity | Milestone) -> str:
    """Why an item cannot be moved, as one sentence with a place for its title; empty when it can."""
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


def resize_refusal(item: Activity | Milestone) -> str:
    """Why an activity's hours cannot be changed by its end, as one such sentence; empty when they can."""
    if isinstance(item, Activity) and item.finished_on is not None:
        return translate("“{title}” is finished, so its hours stay. Reopen it to plan it anew.")
    return ""


def earliest_start(plan: Plan, current: Schedule, activity: ActivityId) -> date:
    """The first day an activity could start on without a date of its own."""
    return schedule(move_activity(plan, activity, None), current.graph).start_day(activity)


def move_bar(activity: Activity, day: date, earliest: date) -> Move:
    """Start an activity on a day; at or before its earliest start it needs no date of its own."""
    own = day if day > earliest else None
    start = max(day, earliest)
    text = translate("Move {title} to {day}").format(title=activity.title, day=day_text(start))
    return Move(text, partial(move_activity, activity=activity.id, not_before=own), start)


def move_diamond(milestone: Milestone, day: date, lands: date) -> Move:
    """Give a milestone a target: later than its work lands it holds what follows, else it is a deadline."""
    text = translate("Move {title} to {day}").format(title=milestone.title, day=day_text(day))
    return Move(text, partial(retarget, milestone=milestone.id, target=day, holds=day > lands), day)


def resize_bar(current: Schedule, activity: Activity, day: date) -> Move:
    """Give an activity the hours, in quarters, with which it finishes on a day."""
    finish = current.finishes[current.graph.index[activity.id]]
    begins = finish - activity.remaining / activity.share
    room = (current.axis.end(day) - begins) * activity.share
    left = max(floor(room / LEAST_HOURS + 1e-6) * LEAST_HOURS, LEAST_HOURS)
    hours = max(activity.effort.likely + left - activity.remaining, LEAST_HOURS)
    text = translate("Give {title} {hours}").format(title=activity.title, hours=hours_text(hours))
    return Move(text, partial(set_effort, activity=activity.id, likely=hours), day)


def shown_day(current: Schedule, item: Activity | Milestone) -> date:
    """The day a move counts from: an activity's start, a milestone's diamond."""
    if isinstance(item, Milestone):
        return current.shown_day(MilestoneId(item.id))
    return current.start_day(ActivityId(item.id))
