"""Weeks as a PDF, a page each."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtGui import QPainter

from planner.domain.plan import Paper, Plan
from planner.domain.schedule import Schedule
from planner.domain.week import WeekPlan, week_plan
from planner.ui.printing.pdf_document import pdf_of
from planner.ui.printing.week_layout import SheetFacts
from planner.ui.printing.week_painting import paint_week


def print_weeks(
    plan: Plan,
    schedule: Schedule,
    *,
    first_day: date,
    weeks: int,
    today: date,
    revision: int,
    paper: Paper | None = None,
) -> bytes:
    """So many weeks from the one that holds `first_day`, a page each, as a PDF; on the plan's paper if None.

    Needs no display: where there is no application yet, it makes one without windows.
    """
    made = [
        week_plan(plan, schedule, first_day + timedelta(days=7 * number), today) for number in range(weeks)
    ]
    return week_pdf(
        made, title=plan.facts.title, printed=today, revision=revision, paper=paper or plan.facts.paper
    )


def week_pdf(weeks: Sequence[WeekPlan], *, title: str, printed: date, revision: int, paper: Paper) -> bytes:
    """Weeks, a page each, with bookmarks where there are several, as a PDF that was read back and checked.

    Raises `MilepostError` when what was painted is no whole PDF.
    """

    def paint(painter: QPainter, number: int) -> None:
        facts = SheetFacts(printed=printed, revision=revision, page=number + 1, pages=len(weeks))
        paint_week(painter, weeks[number], facts, paper)

    first, last = weeks[0].title, weeks[-1].title
    several = len(weeks) > 1
    return pdf_of(
        paint,
        pages=len(weeks),
        paper=paper,
        title=title if several else f"{title} · {first}",
        subject=f"{first} to {last}" if several else first,
        bookmarks=[(each.title, number) for number, each in enumerate(weeks)] if several else (),
    )
