"""Days off as the timeline shows them: columns in pixels, and their names. No Qt."""

from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.calendar import CalendarException, StudyCalendar
from planner.domain.wording import days_text, hours_text, isolated
from planner.ui.timeline.axis import FIRST_DAY, LAST_DAY, DateScale
from planner.ui.timeline.words import translate

LEAST_WIDTH = 1.0
LEAST_GAP = 3.0
"""Columns nearer to each other than this become one."""

LEAST_SHOWN = 0.7
"""Days off narrower than this would be a stripe each and say nothing: they are left out."""


REACH = 2.0
MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class DaysOffMark:
    """A column from x0 to x1 and what it stands for; more than one where they lie too close together."""

    x0: float
    x1: float
    days: tuple[CalendarException, ...]

    @property
    def name(self) -> str:
        """What to write into the column: its only name."""
        names = {_name(each) for each in self.days}
        return names.pop() if len(names) == 1 else ""


def days_off_marks(calendar: StudyCalendar, scale: DateScale) -> tuple[DaysOffMark, ...]:
    """The columns in view, left to right. Days with more time than usual are no days off."""
    first = date.fromordinal(max(int(scale.left), FIRST_DAY))
    last = date.fromordinal(min(int(scale.right) + 1, LAST_DAY))
    found = [each for each in calendar.exceptions_between(first, last) if is_off(calendar, each)]
    marks: list[DaysOffMark] = []
    for each in sorted(found, key=lambda one: (one.first, one.last)):
        x0, x1 = scale.x(each.first.toordinal()), scale.x(each.last.toordinal() + 1)
        if x1 - x0 < LEAST_SHOWN:
            continue
        before = marks[-1] if marks else None
        if before is not None and x0 < before.x1 + (LEAST_GAP if scale.px_per_day < LEAST_GAP else 0):
            marks[-1] = DaysOffMark(before.x0, max(before.x1, x1), (*before.days, each))
        else:
            marks.append(DaysOffMark(x0, max(x1, x0 + LEAST_WIDTH), (each,)))
    return tuple(marks)


def is_off(calendar: StudyCalendar, exception: CalendarException) -> bool:
    """Whether days have no more hours than their week would give them."""
    if not exception.hours:
        return True
    length = min((exception.last - exception.first).days + 1, 7)
    days = [exception.first + timedelta(days=number) for number in range(length)]
    usual = sum(calendar.weekly_on(each).hours[each.weekday()] for each in days)
    return exception.hours * length <= usual


def days_off_lines(marks: tuple[DaysOffMark, ...], x: float) -> tuple[str, ...]:
    """Line by line what the column at a pixel stands for; a thin one is found from beside it too."""
    near = [each for each in marks if each.x0 - REACH <= x <= each.x1 + REACH]
    if not near:
        return ()
    found = min(near, key=lambda each: max(each.x0 - x, x - each.x1, 0.0))
    return tuple(days_off_line(each) for each in found.days[:MOST_LINES])


def days_off_line(exception: CalendarException) -> str:
    """Like “Summer holiday · 1–14 August 2027 · no study”."""
    form = translate("{hours} a day") if exception.hours else translate("no study")
    hours = form.format(hours=hours_text(exception.hours))
    return f"{isolated(_name(exception))} · {days_text(exception.first, exception.last)} · {hours}"


def _name(exception: CalendarException) -> str:
    return exception.name or (translate("Days off") if not exception.hours else translate("Other hours"))
