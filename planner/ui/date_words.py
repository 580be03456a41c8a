"""What setting a date would do, in sentences: the day it means, why it may come out otherwise, what moves."""

from datetime import date

from planner.domain.items import Activity, ActivityId, Milestone, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.shifting import staying_sentence
from planner.domain.wording import day_text, hours_text, weekday_text
from planner.ui.date_moves import Rows, Which
from planner.ui.timeline.words import counted_days, translate


def now_sentence(which: Which, day: date) -> str:
    """Where a date is now."""
    form = {
        Which.START: translate("It starts on {day} now."),
        Which.FINISH: translate("It finishes on {day} now."),
        Which.TARGET: translate("It stands on {day} now."),
        Which.ALL: translate("The first of them stands on {day} now."),
    }[which]
    return form.format(day=weekday_text(day))


def day_sentence(which: Which, now: date, day: date) -> str:
    """The day that was meant, and how far it is from where the date is now."""
    form = translate("The first of them on {day}") if which is Which.ALL else "{day}"
    return f"{form.format(day=weekday_text(day))}, {_distance((day - now).days)}."


def outcome_sentence(before: Schedule, after: Schedule, rows: Rows, which: Which, day: date) -> str:
    """What comes of it beyond the day itself; empty when it is just as asked."""
    row = rows[0]
    if which is Which.ALL:
        return staying_sentence(before.plan, [each.id for each in rows])
    if isinstance(row, Milestone):
        return _of_milestone(after, row.id, day)
    assert isinstance(row, Activity)
    if which is Which.START:
        return _of_start(after, row.id, day)
    return _of_finish(before.plan, after, row.id, day)


def _of_start(after: Schedule, activity: ActivityId, day: date) -> str:
    starts = after.start_day(activity)
    if starts == day:
        return ""
    if starts == after.axis.start_day(after.axis.begin(day)):
        form = translate("There are no study hours on that day, so it starts on {day}.")
    else:
        form = translate("What it waits for lets it start on {day} at the earliest.")
    return form.format(day=weekday_text(starts))


def _of_finish(plan: Plan, after: Schedule, activity: ActivityId, day: date) -> str:
    hours = translate("It takes {now} instead of {before}.").format(
        now=hours_text(after.plan.activity(activity).effort.likely),
        before=hours_text(plan.activity(activity).effort.likely),
    )
    finishes = after.finish_day(activity)
    if finishes == day:
        return hours
    form = translate("It finishes on {day}, the nearest its hours can end.")
    return f"{hours} {form.format(day=weekday_text(finishes))}"


def _of_milestone(after: Schedule, milestone: MilestoneId, day: date) -> str:
    found = after.plan.milestone(milestone)
    lands = after.lands(milestone)
    if lands > day:
        form = translate("Its work lands on {day}, {count} later.")
        return form.format(day=day_text(lands), count=counted_days((lands - day).days))
    if found.fixed:
        return translate("The date is fixed: no drag and no catching up moves it.")
    return translate("What follows it waits for that day.") if found.holds else ""


def _distance(days: int) -> str:
    if not days:
        return translate("as now")
    form = translate("{count} later") if days > 0 else translate("{count} earlier")
    return form.format(count=counted_days(abs(days)))
