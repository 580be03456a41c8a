"""Painted pages as a PDF: vector, with its fonts in it. No widgets, so that the command line prints too.

Painted into memory, read back and checked before anyone writes it: a full disk goes unsaid by `QPdfWriter`.
"""

import os
from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from planner.domain.plan import Paper
from planner.ui.printing.link_area import LinkArea

Bookmark = tuple[str, int]
"""A name, and the number from 0 of the page it leads to."""

UNITS_A_POINT = 10
"""Painter units in one point."""

PAGE_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def pdf_of(
    paint: Callable[[QPainter, int], None],
    *,
    pages: int,
    paper: Paper,
    landscape: bool = False,
    title: str,
    subject: str,
    bookmarks: Sequence[Bookmark] = (),
    links: Sequence[Sequence[LinkArea]] = (),
    greyscale: bool = False,
    found: Sequence[str] = (),
) -> bytes:
    """Pages, each painted by `paint(painter, number from 0)`, as a PDF that was read back and checked.

    `links` are those of each page in order; `found` is the list that `paint_shapes` fills while painting.
    In greyscale pictures in a font, as emoji are, lose their colours too. Raises `MilepostError` when what
    was painted is no whole PDF.
    """
    ready_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * UNITS_A_POINT)
    # Qt writes these as XMP too, which viewers show before what pypdf adds.
    writer.setTitle(title)
    writer.setAuthor("Milepost")
    writer.setCreator("Milepost")
    if greyscale:
        writer.setColorModel(QPdfWriter.ColorModel.Grayscale)
    writer.setPageLayout(page_layout(paper, landscape=landscape))
    with QPainter(writer) as painter:
        for page in range(pages):
            if page:
                writer.newPage()
            paint(painter, page)
    buffer.close()
    # Loaded with the first page: pypdf takes a quarter of a second, which no start of the window needs.
    from planner.ui.printing.pdf_finishing import finished

    return finished(bytes(buffer.data().data()), pages, title, subject, bookmarks, links, found)


def page_layout(paper: Paper, *, landscape: bool = False) -> QPageLayout:
    """A page without margins: sheets keep their own, which are wider than what printers need."""
    way = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(PAGE_SIZES[paper]), way, QMarginsF(0, 0, 0, 0))


def ready_application() -> None:
    """Fonts and painters need an application: where there is none yet, one without windows is made."""
    if QGuiApplication.instance() is None:
        _application_without_windows()


@cache
def _application_without_windows() -> QGuiApplication:
    """It is kept as long as the program runs."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["milepost"])
