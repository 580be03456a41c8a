"""What Qt's PDFs lack: properties, bookmarks, and spaces that are found as spaces. No Qt."""

import re
from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PdfReadError
from pypdf.generic import DictionaryObject, StreamObject

from planner.domain.errors import MilepostError

_CHARACTERS = re.compile(rb"\[[^\]]*\]")
"""The characters of a run of glyphs in a font's ToUnicode table."""


def finished(painted: bytes, pages: int, title: str, subject: str, bookmarks: Sequence[str]) -> bytes:
    """A painted PDF with its properties and bookmarks; raises `MilepostError` when it is not whole."""
    try:
        return _read_back(painted, pages, title, subject, bookmarks)
    except PdfReadError as error:
        raise MilepostError("The pages could not be painted whole, so there is no PDF.") from error


def _read_back(painted: bytes, pages: int, title: str, subject: str, bookmarks: Sequence[str]) -> bytes:
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
