"""Weeks as a PDF: vector, with its fonts in it. No widgets, so that the command line prints too.

Painted into memory, read back and checked before anyone writes it: a full disk goes unsaid by `QPdfWriter`.
"""

import os
import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PdfReadError
from pypdf.generic import DictionaryObject, StreamObject
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter

from planner.domain.errors import MilepostError
from planner.domain.plan import Paper, Plan
from planner.domain.schedule import Schedule
from planner.domain.week import WeekPlan, week_plan
from planner.ui.printing.week_layout import SheetFacts
from planner.ui.printing.week_painting import UNITS_A_POINT, paint_week

_CHARACTERS = re.compile(rb"\[[^\]]*\]")
"""The characters of a run of glyphs in a font's ToUnicode table."""

PAGE_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


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
    if QGuiApplication.instance() is None:
        _application_without_windows()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _paint(buffer, weeks, printed, revision, paper)
    buffer.close()
    try:
        return _finished(bytes(buffer.data().data()), weeks, title)
    except PdfReadError as error:
        raise MilepostError("The pages could not be painted whole, so there is no PDF.") from error


def _paint(buffer: QBuffer, weeks: Sequence[WeekPlan], printed: date, revision: int, paper: Paper) -> None:
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * UNITS_A_POINT)
    writer.setPageSize(QPageSize(PAGE_SIZES[paper]))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    with QPainter(writer) as painter:
        for page, week in enumerate(weeks, 1):
            if page > 1:
                writer.newPage()
            facts = SheetFacts(printed=printed, revision=revision, page=page, pages=len(weeks))
            paint_week(painter, week, facts, paper)


def _finished(painted: bytes, weeks: Sequence[WeekPlan], title: str) -> bytes:
    """The PDF with its properties and bookmarks, which `QPdfWriter` does not offer."""
    reader = PdfReader(BytesIO(painted), strict=True)
    if not painted.startswith(b"%PDF") or len(reader.pages) != len(weeks):
        raise PdfReadError("The pages were not painted whole.")
    writer = PdfWriter(clone_from=reader)
    writer.add_metadata(
        {
            "/Title": f"{title} · {weeks[0].title}" if len(weeks) == 1 else title,
            "/Subject": weeks[0].title if len(weeks) == 1 else f"{weeks[0].title} to {weeks[-1].title}",
            "/Author": "Milepost",
            "/Creator": "Milepost",
        }
    )
    if len(weeks) > 1:
        for page, week in enumerate(weeks):
            writer.add_outline_item(title=week.title, page_number=page)
    _mend_spaces(writer)
    result = BytesIO()
    writer.write(result)
    return result.getvalue()


def _mend_spaces(writer: PdfWriter) -> None:
    """Let spaces be found as spaces: Inter has one glyph for tab and space, and Qt takes it for the tab."""
    mended: set[int] = set()
    for page in writer.pages:
        fonts = page.get("/Resources", DictionaryObject()).get("/Font", DictionaryObject())
        for font in fonts.values():
            names = font.get_object()["/ToUnicode"].get_object()
            if isinstance(names, StreamObject) and id(names) not in mended:
                mended.add(id(names))
                names.set_data(_CHARACTERS.sub(_tabs_to_spaces, names.get_data()))


def _tabs_to_spaces(characters: re.Match[bytes]) -> bytes:
    return characters[0].replace(b"<0009>", b"<0020>")


@cache
def _application_without_windows() -> QGuiApplication:
    """Fonts and painters need an application; it is kept as long as the program runs."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["milepost"])
