"""The verbs that put a plan on pages: `week`, `checklist` and `timeline`.

Each writes where it was asked to and raises a `MilepostError` for what could not be done. What paints is
imported when a verb runs.
"""

import os
from datetime import date
from typing import TYPE_CHECKING

from planner.cli_files import read_plan, refuse_database
from planner.cli_output import WrongUse, complain, write_out
from planner.domain.errors import InvalidValue

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.domain.plan import Plan
    from planner.ui.printing.page_setup import PageSetup

MANY_WEEKS = 26
"""From so many weeks on, printing takes a moment, and it is told how far it is."""


def print_week(asked: "Namespace") -> None:
    """Write weeks as a PDF, as text or as Markdown."""
    from planner.cli_pages import asked_weeks, page_option
    from planner.cli_progress import Progress
    from planner.domain.weeks_outside import outside_text

    if asked.pdf is None and (option := page_option(asked)):
        raise WrongUse(f"{option} is about pages, and goes with --pdf.")

    plan, laid_out, revision = read_plan(asked.file)
    out = asked.pdf or asked.text or asked.markdown
    refuse_database(out)
    today = date.today()
    try:
        first_day, count = asked_weeks(asked, plan, today)
    except InvalidValue as error:
        raise WrongUse(str(error)) from None
    if asked.pdf is None:
        from planner.exchange.week_text import weeks_as

        complain(outside_text(plan, laid_out, first_day, count))
        write_out(out, weeks_as(plan, laid_out, first_day, count, today, markdown=asked.text is None))
        return
    _paint_without_display()
    from planner.ui.printing.pdf import WeekPages, weeks_from

    weeks = weeks_from(plan, laid_out, first_day, count, today)
    pages = WeekPages(plan, weeks, _page_setup(asked, plan), printed=today, revision=revision)
    progress = Progress(pages.pages, "Printing page {count} of {total}", many=MANY_WEEKS)
    write_out(asked.pdf, pages.pdf(progress))
    complain(outside_text(plan, laid_out, first_day, count))
    complain(pages.missing())


def print_checklist(asked: "Namespace") -> None:
    """Write the checklist of one milestone, or all of them, as a PDF."""
    from planner.domain.named_milestones import milestone_named

    plan, laid_out, revision = read_plan(asked.file)
    refuse_database(asked.pdf)
    try:
        milestone = None if asked.milestone is None else milestone_named(plan, asked.milestone)
    except InvalidValue as error:
        raise WrongUse(f"--milestone: {error}") from None
    _paint_without_display()
    from planner.ui.printing.checklist_pdf import ChecklistPages

    setup = _page_setup(asked, plan)
    pages = ChecklistPages(plan, laid_out, milestone, setup, printed=date.today(), revision=revision)
    write_out(asked.pdf, pages.pdf())
    complain(pages.missing())


def draw_timeline(asked: "Namespace") -> None:
    """Write the timeline as a PDF or a picture."""
    plan, laid_out, _ = read_plan(asked.file)
    out = asked.pdf or asked.png or asked.svg
    refuse_database(out)
    _paint_without_display()
    from planner.ui.printing.timeline_files import Wanted, timeline_as

    form = next(each for each in ("pdf", "png", "svg") if getattr(asked, each) is not None)
    wanted = Wanted(
        form=form,
        paper=asked.paper or plan.facts.paper,
        landscape=not asked.portrait,
        pages_wide=asked.pages_wide,
        width=asked.width,
        colour_by=asked.colour_by,
        critical=asked.critical,
        float_bars=asked.float,
        baseline=asked.baseline,
        forecast=asked.forecast,
    )
    write_out(out, timeline_as(wanted, plan, laid_out, date.today()))


def _page_setup(asked: "Namespace", plan: "Plan") -> "PageSetup":
    """How the pages asked for go on paper."""
    from planner.ui.printing.page_setup import MOST_DAYS, Detail, PageSetup

    return PageSetup(
        paper=asked.paper or plan.facts.paper,
        landscape=asked.landscape,
        days=getattr(asked, "days", None) or MOST_DAYS,
        detail=Detail.SUMMARY if asked.summary else Detail.DETAIL,
        greyscale=asked.greyscale,
    )


def _paint_without_display() -> None:
    """Let Qt paint where there is no display, and where there is one: no window is needed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # An interrupted painter would complain, and letters of other scripts tell of fonts.
    os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false;*.info=false")
