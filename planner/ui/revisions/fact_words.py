"""What changed in the plan as a whole, in words: its settings and its study hours. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from planner.domain.calendar import CalendarException, StudyCalendar
from planner.domain.changes import Change
from planner.domain.plan import PlanFacts
from planner.domain.wording import days_text, hours_text, long_day_text
from planner.ui.fields.text import filled

Names = Callable[[str], str]
"""Gives the title that goes with an id."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that was done, as a part of a sentence.

    `form` says it without its details, with the title as %1, so that several alike are told as one.
    `by_the_way` is not told beside other things; `settles` is a catch-up, with all that
    goes along with it.
    """

    words: str
    form: str
    title: str = ""
    by_the_way: bool = False
    settles: bool = False


def whole_table_clause(change: Change) -> Clause:
    """What changed in the plan's settings or in its calendar."""
    before, after = change.before, change.after
    if isinstance(before, PlanFacts) and isinstance(after, PlanFacts):
        return _facts(before, after)
    assert isinstance(before, StudyCalendar)
    assert isinstance(after, StudyCalendar)
    return _plain(_calendar(before, after))


def _plain(words: str, *, by_the_way: bool = False, settles: bool = False) -> Clause:
    return Clause(words, words, by_the_way=by_the_way, settles=settles)


def _facts(before: PlanFacts, after: PlanFacts) -> Clause:
    if before.status_date < after.status_date and before.start == after.start:
        return _plain(filled(_tr("caught up to %1"), long_day_text(after.status_date)), settles=True)
    if before.title != after.title:
        return _plain(filled(_tr("renamed the plan from %1 to %2"), before.title, after.title))
    if before.start != after.start:
        days = long_day_text(before.start), long_day_text(after.start)
        return _plain(filled(_tr("moved the plan’s start from %1 to %2"), *days))
    if before.most_hours_a_week != after.most_hours_a_week:
        most = hours_text(after.most_hours_a_week)
        return _plain(filled(_tr("set the most hours a week to %1"), most))
    if before.clock_times != after.clock_times:
        return _plain(_tr("changed the times at which studying begins"))
    if before.track != after.track or before.cloud != after.cloud or before.background != after.background:
        return _plain(_tr("changed the plan’s direction"))
    return _plain(_tr("changed the plan’s settings"), by_the_way=before.finish != after.finish)


def _calendar(before: StudyCalendar, after: StudyCalendar) -> str:
    if before.weekly != after.weekly:
        was, now = before.weekly[-1].total, after.weekly[-1].total
        if was != now:
            hours = hours_text(was), hours_text(now)
            return filled(_tr("changed the study hours from %1 to %2 a week"), *hours)
        return _tr("changed the study hours")
    new = [each for each in after.exceptions if each not in before.exceptions]
    gone = [each for each in before.exceptions if each not in after.exceptions]
    if len(new) == 1 and not gone:
        form = _tr("added days with other hours: %1") if new[0].hours else _tr("added days off: %1")
        return filled(form, _days(new[0]))
    if len(gone) == 1 and not new:
        return filled(_tr("removed days off: %1"), _days(gone[0]))
    if new and not gone:
        return filled(_tr("added %1 entries of days off"), str(len(new)))
    return _tr("changed the days off")


def _days(exception: CalendarException) -> str:
    days = days_text(exception.first, exception.last)
    return f"{days} ({exception.name})" if exception.name else days


def _tr(text: str) -> str:
    return QCoreApplication.translate("Revisions", text)
