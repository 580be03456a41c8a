"""What Qt's PDFs lack: properties, bookmarks, links, and texts that are found as they are read. No Qt."""

import re
from collections.abc import Sequence
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PdfReadError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from planner.domain.errors import MilepostError
from planner.ui.printing.link_area import LinkArea
from planner.ui.printing.pdf_words import searched_for, with_words

_NAMES = re.compile(rb"(?<=> )(?:<[0-9A-F]+>$|\[[^\]]*\])", re.MULTILINE)
"""The signs that a run of glyphs stands for, in a font's ToUnicode table."""

_NAME = re.compile(rb"(?<=<)[0-9A-F]+(?=>)")


def finished(
    painted: bytes,
    pages: int,
    title: str,
    subject: str,
    bookmarks: Sequence[tuple[str, int]],
    links: Sequence[Sequence[LinkArea]] = (),
    found: Sequence[str] = (),
) -> bytes:
    """A painted PDF with its properties, bookmarks (name, page from 0) and the links of each page.

    `found` are the words of texts between marks, see `pdf_words`. Raises `MilepostError` when the PDF is
    not whole.
    """
    try:
        return _read_back(painted, pages, title, subject, bookmarks, links, found)
    except PdfReadError as error:
        raise MilepostError("The pages could not be painted whole, so there is no PDF.") from error


def _read_back(
    painted: bytes,
    pages: int,
    title: str,
    subject: str,
    bookmarks: Sequence[tuple[str, int]],
    links: Sequence[Sequence[LinkArea]],
    found: Sequence[str],
) -> bytes:
    reader = PdfReader(BytesIO(painted), strict=True)
    if not painted.startswith(b"%PDF") or len(reader.pages) != pages:
        raise PdfReadError("The pages were not painted whole.")
    writer = PdfWriter(clone_from=reader)
    writer.add_metadata({"/Title": title, "/Subject": subject, "/Author": "Milepost", "/Creator": "Milepost"})
    for name, number in bookmarks:
        writer.add_outline_item(title=name, page_number=number)
    if len(bookmarks) > 1:
        writer.page_mode = "/UseOutlines"  # let viewers show them
    for page, areas in zip(writer.pages, links, strict=False):
        _add_links(page, areas)
    if found:
        _write_words(writer, found)
    _mend_names(writer)
    if _share_pictures(writer):
        for _ in range(2):  # first the pictures left over, then their masks
            writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
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


def _write_words(writer: PdfWriter, found: Sequence[str]) -> None:
    for page in writer.pages:
        content = page["/Contents"].get_object()
        if isinstance(content, StreamObject):
            content.set_data(with_words(content.get_data(), found))


def _share_pictures(writer: PdfWriter) -> bool:
    """Let equal pictures be kept once; Qt writes an emoji anew each time. True where any was left over."""
    first: dict[tuple[bytes, bytes], IndirectObject] = {}
    shared = False
    for page in writer.pages:
        objects = page.get("/Resources", DictionaryObject()).get("/XObject", DictionaryObject()).get_object()
        for name in objects:
            reference, picture = objects.raw_get(name), objects[name]
            if isinstance(reference, IndirectObject) and picture.get("/Subtype") == "/Image":
                mask = picture.get("/SMask")
                key = (picture.get_data(), mask.get_object().get_data() if mask is not None else b"")
                objects[NameObject(name)] = first.setdefault(key, reference)
                shared = shared or first[key] != reference
    return shared


def _mend_names(writer: PdfWriter) -> None:
    """Let glyphs be found by the signs they stand for."""
    mended: set[int] = set()
    for page in writer.pages:
        fonts = page.get("/Resources", DictionaryObject()).get("/Font", DictionaryObject())
        for font in fonts.values():
            table = font.get_object()["/ToUnicode"].get_object()
            if isinstance(table, StreamObject) and id(table) not in mended:
                mended.add(id(table))
                table.set_data(_NAMES.sub(_searched_for, table.get_data()))


def _searched_for(names: re.Match[bytes]) -> bytes:
    return _NAME.sub(lambda name: searched_for(name[0]), names[0])
