"""What setting a date would do, in sentences: the day it means, why it may come out otherwise, what moves."""

from datetime import date

from planner.domain.items import Activity, ActivityId, Milestone, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.shifting import staying_sentence
from planner.domain.waits import Waits
from planner.domain.wording import day_text, effort_text, weekday_text
from planner.ui.date_moves import Rows, Which, day_now
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


def base_sentence() -> str:
    """From where lengths of time count while a date is typed: not all from the same day."""
    return translate("“+2w” counts from that day; “in 3 weeks” and “next Monday” count from today.")


def day_sentence(which: Which, now: date, day: date) -> str:
    """The day it comes to, and how far that is from where the date is now."""
    form = translate("The first of them on {day}") if which is Which.ALL else "{day}"
    return f"{form.format(day=weekday_text(day))}, {_distance((day - now).days)}."


def stays_sentence(after: Schedule, rows: Rows, which: Which, day: date) -> str:
    """Why a day would change nothing at all."""
    row = rows[0]
    if which is Which.START and isinstance(row, Activity) and after.start_day(row.id) != day:
        before = _waits_for(after, row.id)
        form = translate("Cannot start before {day}: what is left begins there.")
        if before:
            form = translate("Cannot start before {day}: it waits for “{title}”.")
        held = form.format(day=weekday_text(after.start_day(row.id)), title=before)
        return _no_hours(after, row.id, day) or held
    if which is Which.ALL and day_now(after.plan, after, rows, which) != day:
        return translate("They stand as early as what they wait for allows.")
    return translate("That is where it is now.")


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
    if after.start_day(activity) == day:
        return ""
    if sentence := _no_hours(after, activity, day):
        return sentence
    before = _waits_for(after, activity)
    if not before:
        return translate("It cannot start before that: what is left begins there.")
    return translate("It cannot start before that: it waits for “{title}”.").format(title=before)


def _no_hours(after: Schedule, activity: ActivityId, day: date) -> str:
    """That a day without study hours starts nothing; empty where something else holds an activity back."""
    starts = after.start_day(activity)
    if starts != after.axis.start_day(after.axis.begin(day)):
        return ""
    form = translate("There are no study hours on {asked}, so it starts on {day}.")
    return form.format(asked=weekday_text(day), day=weekday_text(starts))


def _waits_for(after: Schedule, activity: ActivityId) -> str:
    """The title of what holds the start of an activity back; empty where it is the plan's own beginning."""
    holder = Waits(after).holder(after.graph.index[activity])
    return "" if holder is None else after.plan.node(holder).title


def _of_finish(plan: Plan, after: Schedule, activity: ActivityId, day: date) -> str:
    hours = translate("It takes {now} instead of {before}.").format(
        now=effort_text(after.plan.activity(activity).effort.likely),
        before=effort_text(plan.activity(activity).effort.likely),
    )
    finishes = after.finish_day(activity)
    if finishes == day:
        return hours
    form = translate("It finishes on {day}, the nearest its hours can end.")
    return f"{hours} {form.format(day=weekday_text(finishes))}"


def _of_milestone(after: Schedule, milestone: MilestoneId, day: date) -> str:
    found = after.plan.milestone(milestone)
    lands = after.work_lands(milestone)
    if lands is not None and lands > day:
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
