"""What Qt's PDFs lack: properties, bookmarks, links, and spaces that are found as spaces. No Qt."""

import re
from collections.abc import Sequence
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PdfReadError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from planner.domain.errors import MilepostError
from planner.ui.printing.link_area import LinkArea

_CHARACTERS = re.compile(rb"\[[^\]]*\]")
"""The characters of a run of glyphs in a font's ToUnicode table."""


def finished(
    painted: bytes,
    pages: int,
    title: str,
    subject: str,
    bookmarks: Sequence[tuple[str, int]],
    links: Sequence[Sequence[LinkArea]] = (),
) -> bytes:
    """A painted PDF with its properties, bookmarks (name, page from 0) and the links of each page.

    Raises `MilepostError` when it is not whole.
    """
    try:
        return _read_back(painted, pages, title, subject, bookmarks, links)
    except PdfReadError as error:
        raise MilepostError("The pages could not be painted whole, so there is no PDF.") from error


def _read_back(
    painted: bytes,
    pages: int,
    title: str,
    subject: str,
    bookmarks: Sequence[tuple[str, int]],
    links: Sequence[Sequence[LinkArea]],
) -> bytes:
    reader = PdfReader(BytesIO(painted), strict=True)
    if not painted.startswith(b"%PDF") or len(reader.pages) != pages:
        raise PdfReadError("The pages were not painted whole.")
    writer = PdfWriter(clone_from=reader)
    writer.add_metadata({"/Title": title, "/Subject": subject, "/Author": "Milepost", "/Creator": "Milepost"})
    for name, number in bookmarks:
        writer.add_outline_item(title=name, page_number=number)
    for page, areas in zip(writer.pages, links, strict=False):
        _add_links(page, areas)
    _mend_spaces(writer)
    result = BytesIO()
    writer.write(result)
    return result.getvalue()


def _add_links(page: PageObject, areas: Sequence[LinkArea]) -> None:
    """Let places of a page open links; a PDF counts from the page's lower left corner."""
    high = float(page.mediabox.height)
    for area in areas:
        corners = (area.x, high - area.y - area.high, area.x + area.wide, high - area.y)
        action = {NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject(area.url)}
        note = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Link"),
                NameObject("/Rect"): ArrayObject([FloatObject(round(each, 2)) for each in corners]),
                NameObject("/Border"): ArrayObject([NumberObject(0)] * 3),
                NameObject("/A"): DictionaryObject(action),
            }
        )
        notes = page.setdefault(NameObject("/Annots"), ArrayObject())
        notes.get_object().append(note)


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
