"""Painted pages as a PDF: vector, with its fonts in it. No widgets, so that the command line prints too.

Painted into memory, read back and checked before anyone writes it: a full disk goes unsaid by `QPdfWriter`.
"""

import os
import re
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PdfReadError
from pypdf.generic import DictionaryObject, StreamObject
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from planner.domain.errors import MilepostError
from planner.domain.plan import Paper

UNITS_A_POINT = 10
"""Painter units in one point."""

PAGE_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}

_CHARACTERS = re.compile(rb"\[[^\]]*\]")
"""The characters of a run of glyphs in a font's ToUnicode table."""


def pdf_of(
    paint: Callable[[QPainter, int], None],
    *,
    pages: int,
    paper: Paper,
    landscape: bool = False,
    title: str,
    subject: str,
    bookmarks: Sequence[str] = (),
) -> bytes:
    """Pages, each painted by `paint(painter, number from 0)`, as a PDF that was read back and checked.

    `bookmarks` name the pages in order. Raises `MilepostError` when what was painted is no whole PDF.
    """
    ready_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * UNITS_A_POINT)
    writer.setPageLayout(page_layout(paper, landscape=landscape))
    with QPainter(writer) as painter:
        for page in range(pages):
            if page:
                writer.newPage()
            paint(painter, page)
    buffer.close()
    try:
        return _finished(bytes(buffer.data().data()), pages, title, subject, bookmarks)
    except PdfReadError as error:
        raise MilepostError("The pages could not be painted whole, so there is no PDF.") from error


def page_layout(paper: Paper, *, landscape: bool = False) -> QPageLayout:
    """A page without margins: sheets keep their own, which are wider than what printers need."""
    way = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(PAGE_SIZES[paper]), way, QMarginsF(0, 0, 0, 0))


def ready_application() -> None:
    """Fonts and painters need an application: where there is none yet, one without windows is made."""
    if QGuiApplication.instance() is None:
        _application_without_windows()


def _finished(painted: bytes, pages: int, title: str, subject: str, bookmarks: Sequence[str]) -> bytes:
    """The PDF with its properties and bookmarks, which `QPdfWriter` does not offer."""
    reader = PdfReader(BytesIO(painted), strict=True)
    if not painted.startswith(b"%PDF") or len(reader.pages) != pages:
        raise PdfReadError("The pages were not painted whole.")
    writer = PdfWriter(clone_from=reader)
    writer.add_metadata({"/Title": title, "/Subject": subject, "/Author": "Milepost", "/Creator": "Milepost"})
    for page, name in enumerate(bookmarks):
        writer.add_outline_item(title=name, page_number=page)
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
    """It is kept as long as the program runs."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["milepost"])
