"""Checklists on pages, and as a PDF with a bookmark for each milestone and links that can be pressed."""

from datetime import date

from PySide6.QtGui import QPainter

from planner.domain.items import MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.ui.printing.checklist_flow import PrintFacts
from planner.ui.printing.checklist_layout import checklist_pages
from planner.ui.printing.checklist_words import checklist_words
from planner.ui.printing.link_area import LinkArea
from planner.ui.printing.missing_signs import missing_sentence
from planner.ui.printing.page_setup import PageSetup
from planner.ui.printing.pdf_document import pdf_of, ready_application
from planner.ui.printing.shape_painting import paint_sheet, ready_fonts, text_width
from planner.ui.printing.shapes import Text


class ChecklistPages:
    """A milestone's checklist, or those of the whole path, laid out for a page setup. Needs no display."""

    def __init__(
        self,
        plan: Plan,
        schedule: Schedule,
        milestone: MilestoneId | None,
        setup: PageSetup,
        *,
        printed: date,
        revision: int,
    ) -> None:
        """`milestone` is None for the whole path; raises `UnknownItem` for one that is not in the plan."""
        ready_application()
        ready_fonts()
        self._setup = setup
        self._words = checklist_words()
        facts = PrintFacts(printed=printed, revision=revision)
        self._pages = checklist_pages(plan, schedule, milestone, facts, setup, self._words, text_width)
        about = self._words.path if milestone is None else plan.milestone(milestone).title
        self.title = f"{plan.facts.title} · {about}"

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._pages)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0; it fills the painter's viewport."""
        paint_sheet(painter, self._pages[number].shapes, self._setup)

    def missing(self) -> str:
        """A sentence about the signs in the texts that no font of this computer has; mostly none."""
        shapes = (shape for page in self._pages for shape in page.shapes)
        return missing_sentence(shape.text for shape in shapes if isinstance(shape, Text))

    def pdf(self) -> bytes:
        """All pages as a PDF that was read back and checked; raises `MilepostError` when it is not whole."""
        found: list[str] = []
        pages = self._pages
        return pdf_of(
            lambda painter, number: paint_sheet(painter, pages[number].shapes, self._setup, found),
            pages=len(pages),
            paper=self._setup.paper,
            landscape=self._setup.landscape,
            title=self.title,
            subject=self._words.subject,
            bookmarks=[(name, number) for number, page in enumerate(pages) for name in page.begins],
            links=[[each for each in page.shapes if isinstance(each, LinkArea)] for page in pages],
            greyscale=self._setup.greyscale,
            found=found,
        )
