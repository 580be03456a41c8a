"""Checklists as a PDF: painted pages with a bookmark for each milestone and links that can be pressed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QPainter

from planner.domain.items import MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.ui.printing.checklist_layout import ChecklistPage, PrintFacts, checklist_pages
from planner.ui.printing.checklist_words import checklist_words
from planner.ui.printing.page_setup import PageSetup
from planner.ui.printing.pdf_document import UNITS_A_POINT, pdf_of, ready_application
from planner.ui.printing.week_painting import paint_shapes, ready_fonts, text_width


def print_checklist(
    plan: Plan,
    schedule: Schedule,
    milestone: MilestoneId | None,
    *,
    today: date,
    revision: int,
    setup: PageSetup,
) -> bytes:
    """A milestone's checklist, or all of the path where it is None, as a PDF.

    Needs no display: where there is no application yet, it makes one without windows. Raises `UnknownItem`.
    """
    ready_application()
    pages = pages_to_paint(plan, schedule, milestone, today=today, revision=revision, setup=setup)
    return checklist_pdf(pages, title=checklist_title(plan, milestone), setup=setup)


def checklist_title(plan: Plan, milestone: MilestoneId | None) -> str:
    """What a checklist is called, in a printer's queue and in a PDF's properties."""
    about = checklist_words().path if milestone is None else plan.milestone(milestone).title
    return f"{plan.facts.title} · {about}"


def pages_to_paint(
    plan: Plan,
    schedule: Schedule,
    milestone: MilestoneId | None,
    *,
    today: date,
    revision: int,
    setup: PageSetup,
) -> list[ChecklistPage]:
    """The pages, measured with the letters they will be painted with; needs an application."""
    ready_fonts()
    facts = PrintFacts(printed=today, revision=revision)
    return checklist_pages(plan, schedule, milestone, facts, setup, checklist_words(), text_width)


def paint_checklist(painter: QPainter, page: ChecklistPage, setup: PageSetup) -> None:
    """Paint one page; a page of the setup must fill the painter's viewport."""
    wide, high = setup.points
    viewport = painter.viewport()
    painter.save()
    painter.scale(viewport.width() / (wide * UNITS_A_POINT), viewport.height() / (high * UNITS_A_POINT))
    paint_shapes(painter, page.shapes)
    painter.restore()


def checklist_pdf(pages: Sequence[ChecklistPage], *, title: str, setup: PageSetup) -> bytes:
    """Pages as a PDF that was read back and checked; raises `MilepostError` when it is not whole."""
    begins = [(name, number) for number, page in enumerate(pages) for name in page.begins]
    return pdf_of(
        lambda painter, number: paint_checklist(painter, pages[number], setup),
        pages=len(pages),
        paper=setup.paper,
        landscape=setup.landscape,
        title=title,
        subject=checklist_words().subject,
        bookmarks=begins,
        links=[page.links for page in pages],
    )
