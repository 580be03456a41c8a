"""What a drag on the week page says before it is let go: where the minutes would lie, and what gives."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.items import ActivityId
from planner.domain.week import PlannedSession, WeekDay, WeekPlan
from planner.domain.wording import WEEKDAYS, minutes_text, weekday_text
from planner.ui.fields.text import filled

MOST_DAYS = 2
"""How many other days are named."""


def move_lines(after: WeekPlan, session: PlannedSession, day: date) -> tuple[str, ...]:
    """Where a session would go, and how full that day would be in the week it lies in."""
    headline = filled(_tr("%1 to %2"), minutes_text(session.minutes), weekday_text(day))
    return (headline, *(_fullness(each) for each in after.days if each.day == day))


def length_lines(
    before: WeekPlan, after: WeekPlan, session: PlannedSession, day: date, minutes: int
) -> tuple[str, ...]:
    """How long a session would be, how full its day, and which other days give or get the difference."""
    more = minutes - session.minutes
    template = _tr("%1 · %2 longer") if more > 0 else _tr("%1 · %2 shorter")
    headline = filled(template, minutes_text(minutes), minutes_text(abs(more)))
    had, has = (next(each for each in week.days if each.day == day) for week in (before, after))
    stays = more < 0 and has.planned_minutes >= had.planned_minutes
    rest = (filled(_tr("The other %1 stay on this day"), minutes_text(-more)),) if stays else ()
    return (headline, *rest, _fullness(has), *_what_gives(before, after, session.activity, day))


def _fullness(day: WeekDay) -> str:
    planned, has = minutes_text(day.planned_minutes), minutes_text(day.available_minutes)
    if day.rest:
        return filled(_tr("%1 on a day of rest"), planned)
    if day.planned_minutes > day.available_minutes:
        return filled(_tr("%1 planned, the day has %2"), planned, has)
    return filled(_tr("%1 of the day’s %2"), planned, has)


def _what_gives(before: WeekPlan, after: WeekPlan, activity: ActivityId, besides: date) -> tuple[str, ...]:
    """The other days on which the activity would get other minutes than now."""
    lines = []
    for now, then in zip(before.days, after.days, strict=True):
        had, gets = (_minutes_of(each, activity) for each in (now, then))
        if had != gets and now.day != besides:
            name = f"{WEEKDAYS[now.day.weekday()][:3]} {now.day.day}"
            gets_text = minutes_text(gets) if gets else _tr("nothing")
            had_text = minutes_text(had) if had else _tr("nothing")
            lines.append(filled(_tr("%1: %2 instead of %3"), name, gets_text, had_text))
    more = len(lines) - MOST_DAYS
    return tuple(lines[:MOST_DAYS]) + ((filled(_tr("and %1 more"), str(more)),) if more > 0 else ())


def _minutes_of(day: WeekDay, activity: ActivityId) -> int:
    return sum(each.minutes for each in day.sessions if each.activity == activity)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SessionHand", text)
