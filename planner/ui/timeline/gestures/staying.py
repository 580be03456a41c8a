"""Why a drag goes no further than it does, or changes nothing at all, as sentences."""

from datetime import date

from planner.domain.items import Activity, ActivityId
from planner.domain.schedule import Schedule
from planner.domain.shifting import LEAST_HOURS
from planner.domain.waits import Waits
from planner.domain.wording import day_text, isolated, weekday_text
from planner.ui.timeline.axis import Unit
from planner.ui.timeline.words import translate


def as_it_was(title: str, reason: str = "") -> str:
    """That a drop changed nothing, and why where there is more to say than that it was dropped in place."""
    stays = translate("“{title}” stays as it was.").format(title=title)
    return f"{stays} {reason}" if reason else stays


def held_sentence(after: Schedule, activity: ActivityId, asked: date, *, into_start: bool = False) -> str:
    """What keeps an activity from starting on the day it is dragged to; empty where nothing does.

    With `into_start` only what holds its start counts, not what holds its finish.
    """
    start = after.start_day(activity)
    if asked >= start:
        return ""
    holder = Waits(after).holder(after.graph.index[activity], into_start=into_start)
    begins = holder is None and asked < after.plan.facts.status_date
    if not begins and start == after.axis.start_day(after.axis.begin(asked)):
        form = translate("There are no study hours on {asked}, so it starts on {day}.")
        return form.format(asked=weekday_text(asked), day=day_text(start))
    if holder is None:
        form = translate("What is left of the plan begins then, so it starts no earlier than {day}.")
        return form.format(day=day_text(start))
    form = translate("It waits for “{title}”, so it starts no earlier than {day}.")
    return form.format(title=isolated(after.plan.node(holder).title), day=day_text(start))


def no_hours_sentence() -> str:
    """That the days from where an end is to where it is dragged to have no hours to give or to take."""
    return translate("There are no study hours in between.")


def step_sentence(unit: Unit) -> str:
    """By what a drag goes at this zoom, and how it goes by days; empty where it does."""
    if unit is Unit.DAY:
        return ""
    step = translate("a week") if unit is Unit.WEEK else translate("a month")
    return translate("Drags go in steps of {step} here: hold Shift for single days.").format(step=step)


def hours_stay_sentence(activity: Activity) -> str:
    """Why a drag of the right end leaves an activity's hours as they are."""
    if activity.remaining <= LEAST_HOURS:
        return translate("A quarter of an hour is the least that can be left of it.")
    return no_hours_sentence()


def high_stays_sentence(activity: Activity) -> str:
    """Why a drag of the range tail leaves an activity's high estimate as it is."""
    if activity.effort.high <= activity.effort.likely:
        return translate("Its high estimate is never below the likely one.")
    return no_hours_sentence()
