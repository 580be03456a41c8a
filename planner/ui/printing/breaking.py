"""Where a text may be broken: between words by the rules of its script, or between whole signs.

A sign is what a person sees as one: a letter with its accents, an emoji of several parts. The places are
Unicode's (UAX 14 and UAX 29), found by Qt; indices count Python's characters.
"""

import re
import unicodedata
from functools import lru_cache

from PySide6.QtCore import QTextBoundaryFinder

_PLAIN = re.compile("[\u0020-\u007e\u00a0-\u017f–—‘’“”…·›×→−]*")
_RIGHT_TO_LEFT = ("R", "AL")
_FIRST_EMOJI = "\u2600"
_THIN_SPACE = "\u2009"
_HYPHENATED = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN")
"""Scripts that show a broken word by a hyphen."""


def is_plain(text: str) -> bool:
    """Whether every letter has a glyph of its own in Inter, so that it is found again in a PDF as it is."""
    return _PLAIN.fullmatch(text) is not None


def has_leftwards(text: str) -> bool:
    """Whether any letter of a text is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text)


def runs_leftwards(text: str) -> bool:
    """Whether a text is written from right to left: its first strong letter decides (UAX 9, P2)."""
    if text.isascii():
        return False
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction == "L" or direction in _RIGHT_TO_LEFT:
            return direction != "L"
    return False


@lru_cache(maxsize=4096)
def line_breaks(text: str) -> tuple[int, ...]:
    """The places at which a line may end, the text's end among them."""
    return _places(text, QTextBoundaryFinder.BoundaryType.Line)


@lru_cache(maxsize=4096)
def sign_ends(text: str) -> tuple[int, ...]:
    """The places at which a sign ends, the text's end among them."""
    return _places(text, QTextBoundaryFinder.BoundaryType.Grapheme)


def has_emoji(text: str) -> bool:
    """Whether a text has a sign that fonts keep as a picture."""
    return any(sign >= _FIRST_EMOJI and unicodedata.category(sign) == "So" for sign in text)


def spaced(text: str) -> str:
    """The text as it is drawn: a letter right behind an emoji keeps a little distance from it."""
    if all(sign < _FIRST_EMOJI for sign in text):
        return text
    ends = sign_ends(text)
    signs = [text[begin:end] for begin, end in zip((0, *ends), ends, strict=False)]
    drawn = ""
    for sign, after in zip(signs, (*signs[1:], " "), strict=True):
        close = sign[0] >= _FIRST_EMOJI and after[0].isalnum() and unicodedata.category(sign[0]) == "So"
        drawn += f"{sign}{_THIN_SPACE}" if close else sign
    return drawn


def hyphen_at(text: str, place: int) -> str:
    """“-” where a word broken at a place needs one: between letters of a script that writes so."""
    before, after = text[place - 1], text[place]
    return "-" if _takes_hyphen(before) and _takes_hyphen(after) else ""


def with_hyphen_kept(line: str, text: str) -> str:
    """A line broken from a text; a hyphen at its end stays by its word, whichever way the text runs.

    An unseen mark of the word's own direction behind it sees to that (UAX 9, N1).
    """
    if len(line) < 2 or line[-1] != "-" or not has_leftwards(text):
        return line
    direction = unicodedata.bidirectional(line[-2])
    return line + ("\u200e" if direction == "L" else "\u200f" if direction in _RIGHT_TO_LEFT else "")


def _takes_hyphen(sign: str) -> bool:
    return sign.isalpha() and unicodedata.name(sign, "").startswith(_HYPHENATED)


def _places(text: str, kind: QTextBoundaryFinder.BoundaryType) -> tuple[int, ...]:
    finder = QTextBoundaryFinder(kind, text)
    places = []
    while (place := finder.toNextBoundary()) >= 0:
        places.append(place)
    if all(sign <= "\uffff" for sign in text):
        return tuple(places)
    # Qt counts signs beyond U+FFFF twice, and before a lone accent even finds a place within one.
    index_of = {0: 0}
    units = 0
    for index, sign in enumerate(text, start=1):
        units += 1 if sign <= "\uffff" else 2
        index_of[units] = index
    return tuple(index_of[place] for place in places if place in index_of)
