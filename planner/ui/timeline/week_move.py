"""What giving a week other hours means, it alone or with all after it: the edit, what undo calls it, why it
cannot be. Mouse and keyboard share it."""

from datetime import date, timedelta
from functools import partial

from planner.domain.calendar import week_of
from planner.domain.frame import kept_hours, set_hours_from_week, set_hours_of_week
from planner.domain.plan import Plan
from planner.domain.wording import day_text, hours_text, number_text
from planner.ui.timeline.moves import Move
from planner.ui.timeline.words import translate


def week_move(first_day: date, hours: float) -> Move:
    """Give the week that begins on a day so many hours in all."""
    text = translate("Give the week of {day} {hours}").format(
        day=day_text(first_day), hours=hours_text(hours)
    )
    return Move(text, partial(set_hours_of_week, first_day=first_day, total=hours))


def onward_move(first_day: date, hours: float) -> Move:
    """Give the week that begins on a day, and every week after it, so many hours in all."""
    text = translate("Give each week from {day} on {hours}").format(
        day=day_text(first_day), hours=hours_text(hours)
    )
    return Move(text, partial(set_hours_from_week, first_day=first_day, total=hours))


def usual_hours(plan: Plan, first_day: date) -> float:
    """The hours of a whole week as it is planned from the week that begins on a day on, days off aside."""
    return plan.calendar.weekly_on(max(first_day, plan.facts.start, plan.facts.status_date)).total


def usual_hours_for(plan: Plan, first_day: date, hours: float) -> float:
    """The usual hours of a week that leave so many to the one that begins on a day, its days off included."""
    kept, now = kept_hours(plan, first_day), hours_of_week(plan, first_day)
    if now - kept <= 0:
        return max(hours, 0.0)
    return max(hours - kept, 0.0) * usual_hours(plan, first_day) / (now - kept)


def onward_note(plan: Plan, first_day: date) -> str:
    """That other hours planned for later go, where there are such; else empty."""
    begins = max(first_day, plan.facts.start)
    if all(each.hours == plan.calendar.weekly_on(begins).hours for each in plan.calendar.weekly_from(begins)):
        return ""
    return translate("Other hours you planned for later weeks go")


def week_refusal(plan: Plan, first_day: date, today: date) -> str:
    """Why a week's hours cannot be changed, as one sentence; empty when they can."""
    if first_day < week_of(today, plan.facts.week_start):
        return translate("The week of {day} is over, so its hours stay.").format(day=day_text(first_day))
    if first_day + timedelta(days=6) < plan.facts.start:
        return translate("Your plan begins later than the week of {day}.").format(day=day_text(first_day))
    return ""


def hours_of_week(plan: Plan, first_day: date) -> float:
    """The hours there are in the week that begins on a day, from the plan's start on."""
    begins = max(first_day, plan.facts.start)
    days = max((first_day - begins).days + 7, 0)
    return float(plan.calendar.daily_hours(begins, days).sum()) if days else 0.0


def most_hours_note(plan: Plan, hours: float) -> str:
    """Said kindly where a week has more hours than the learner said they could give; else empty."""
    most = plan.facts.most_hours_a_week
    if hours <= most:
        return ""
    form = translate("More than the {most} h a week you said you could give")
    return form.format(most=number_text(most))
