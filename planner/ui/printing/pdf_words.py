"""What a search finds in a PDF, written beside the glyphs where these do not say it themselves. No Qt.

Qt names each glyph by one sign, often another than the one drawn: a radical for a Chinese character, nothing
for a ligature or an emoji. A line broken in two is not found as one either. While a page is painted, such a
text stands between two marks, small squares far off the page; in the painted PDF they become the beginning
and the end of a span with an `ActualText` (PDF 32000-1, 14.9.4), which viewers search and copy.
"""

import re
import unicodedata
from collections.abc import Sequence

MARK_SIZE = 10
_FIRST, _STEP = -90_000, -100
_BEGIN_ROW, _END_ROW = -90_000, -95_000

_SPAN = re.compile(rb"(?P<begin>-\d+) -90000 10 10 re\nf\n(?P<drawn>.*?)-\d+ -95000 10 10 re\nf\n", re.DOTALL)
_TEXT_ENDS = b"ET\n"


def mark_place(number: int, *, begins: bool) -> tuple[int, int]:
    """Where the marks of a text lie, in painter units from the page's corner."""
    return _FIRST + _STEP * number, _BEGIN_ROW if begins else _END_ROW


def with_words(content: bytes, found: Sequence[str]) -> bytes:
    """A page's content with the words for what stands between its marks."""

    def span(marked: re.Match[bytes]) -> bytes:
        number = (int(marked["begin"]) - _FIRST) // _STEP
        words = ("\ufeff" + found[number]).encode("utf-16-be").hex().upper().encode("ascii")
        # Ended right behind the last glyphs, while viewers still know their font and direction.
        drawn, _, rest = marked["drawn"].rpartition(_TEXT_ENDS)
        begin = b"/Span <</ActualText <" + words + b">>> BDC\n"
        return b"n\n" + begin + drawn + _TEXT_ENDS + b"EMC\n" + rest + b"n\n"

    return _SPAN.sub(span, content)


def searched_for(name: bytes) -> bytes:
    """The signs a glyph stands for, given those Qt names it by; both as the hexadecimal digits of a PDF.

    Inter has one glyph for tab and space and one for the Greek and the Latin iota, and Qt takes the first of
    each. Arabic letters are named by the form they take in a word, and some Chinese characters as radicals.
    Lam with alef stays one sign, as viewers disagree on the order of two.
    """
    if not name.startswith(_OTHER_NAMES) or _LAM_ALEF.fullmatch(name):
        return name
    signs = bytes.fromhex(name.decode("ascii")).decode("utf-16-be")
    signs = unicodedata.normalize("NFKC", signs.translate(_ONE_GLYPH))
    return signs.encode("utf-16-be").hex().upper().encode("ascii")


_OTHER_NAMES = (b"0009", b"0269", b"2E", b"2F", b"FB", b"FC", b"FD", b"FE")
_LAM_ALEF = re.compile(rb"FEF[5-9A-C]")
_ONE_GLYPH = {0x0009: " ", 0x0269: "ι"}
