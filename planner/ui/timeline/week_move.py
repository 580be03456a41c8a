"""What giving a single week other hours means: the edit, what undo calls it, why it cannot be. Mouse and
keyboard share it."""

from datetime import date, timedelta
from functools import partial

from planner.domain.calendar import week_of
from planner.domain.frame import set_hours_of_week
from planner.domain.plan import Plan
from planner.domain.wording import day_text, effort_text, number_text
from planner.ui.timeline.moves import Move
from planner.ui.timeline.words import translate


def week_move(first_day: date, hours: float) -> Move:
    """Give the week that begins on a day so many hours in all."""
    text = translate("Give the week of {day} {hours}").format(
        day=day_text(first_day), hours=effort_text(hours)
    )
    return Move(text, partial(set_hours_of_week, first_day=first_day, total=hours))


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
