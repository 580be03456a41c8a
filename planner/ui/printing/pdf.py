"""Weeks on pages, and as a PDF."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtGui import QPainter

from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.week import WeekPlan, week_plan
from planner.domain.wording import days_text
from planner.ui.printing.link_area import LinkArea
from planner.ui.printing.missing_signs import missing_sentence
from planner.ui.printing.page_setup import PageSetup
from planner.ui.printing.pdf_document import pdf_of, ready_application
from planner.ui.printing.shape_painting import paint_sheet, ready_fonts, text_width
from planner.ui.printing.shapes import Shape, Text
from planner.ui.printing.week_header import SheetFacts
from planner.ui.printing.week_layout import WeekSheet
from planner.ui.printing.words import sheet_words


class WeekPages:
    """The pages of one week or several, laid out for a page setup. Needs no display."""

    def __init__(
        self,
        plan: Plan,
        weeks: Iterable[WeekPlan],
        setup: PageSetup,
        *,
        printed: date,
        revision: int,
    ) -> None:
        ready_application()
        ready_fonts()
        links = {each.id: each.link for each in plan.activities.values() if each.link}
        words = sheet_words()
        self._title = plan.facts.title
        self._setup = setup
        self._facts = SheetFacts(printed=printed, revision=revision)
        self._sheets = [WeekSheet(week, setup, words, text_width, links) for week in weeks]
        places = [(sheet, number) for sheet in self._sheets for number in range(sheet.pages)]
        self._pages: list[list[Shape]] = [
            sheet.shapes(number, replace(self._facts, page=page, pages=len(places)))
            for page, (sheet, number) in enumerate(places, start=1)
        ]

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._pages)

    @property
    def title(self) -> str:
        """The plan's title and the week's, or from which week to which: “My path · Weeks 4–12 of 85”."""
        first, last = self._sheets[0].week, self._sheets[-1].week
        if first is last:
            about = first.title
        elif first.number >= 1 and last.number <= last.count:
            about = f"Weeks {first.number}–{last.number} of {last.count}"
        else:
            about = days_text(first.first_day, last.last_day)
        return f"{self._title} · {about}"

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0; it fills the painter's viewport."""
        paint_sheet(painter, self._pages[number], self._setup)

    def missing(self) -> str:
        """A sentence about the signs in the texts that no font of this computer has; mostly none."""
        return missing_sentence(
            shape.text for page in self._pages for shape in page if isinstance(shape, Text)
        )

    def pdf(self, progress: Callable[[int], None] | None = None) -> bytes:
        """All pages as a PDF with a bookmark for each week; `progress` is told how many pages are painted.

        Raises `MilepostError` when what was painted is no whole PDF.
        """
        found: list[str] = []

        def paint(painter: QPainter, number: int) -> None:
            paint_sheet(painter, self._pages[number], self._setup, found)
            if progress is not None:
                progress(number + 1)

        first, last = self._sheets[0].week.title, self._sheets[-1].week.title
        return pdf_of(
            paint,
            pages=self.pages,
            paper=self._setup.paper,
            landscape=self._setup.landscape,
            title=self.title,
            subject=f"{first} to {last}" if len(self._sheets) > 1 else first,
            bookmarks=list(self._bookmarks()),
            links=[[each for each in page if isinstance(each, LinkArea)] for page in self._pages],
            greyscale=self._setup.greyscale,
            found=found,
        )

    def _bookmarks(self) -> Iterator[tuple[str, int]]:
        page = 0
        for sheet in self._sheets:
            yield sheet.week.title, page
            page += sheet.pages


def weeks_from(plan: Plan, schedule: Schedule, first_day: date, count: int, today: date) -> list[WeekPlan]:
    """So many weeks from the one that holds `first_day`."""
    return [
        week_plan(plan, schedule, first_day + timedelta(days=7 * number), today) for number in range(count)
    ]
