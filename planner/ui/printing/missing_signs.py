"""Says which signs of a text no font of the computer has, by their scripts' names, and boxes them.

Milepost brings Inter, which has Latin, Greek and Cyrillic letters; all others come from the system.
"""

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetrics

from planner.ui.printing.breaking import is_plain

_SCRIPTS = {
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "ARABIC": "Arabic",
    "HEBREW": "Hebrew",
    "DEVANAGARI": "Devanagari",
    "BENGALI": "Bengali",
    "TAMIL": "Tamil",
    "TELUGU": "Telugu",
    "GURMUKHI": "Gurmukhi",
    "GUJARATI": "Gujarati",
    "KANNADA": "Kannada",
    "MALAYALAM": "Malayalam",
    "SINHALA": "Sinhala",
    "THAI": "Thai",
    "LAO": "Lao",
    "KHMER": "Khmer",
    "MYANMAR": "Burmese",
    "GEORGIAN": "Georgian",
    "ARMENIAN": "Armenian",
    "ETHIOPIC": "Ethiopic",
    "TIBETAN": "Tibetan",
    "CYRILLIC": "Cyrillic",
    "GREEK": "Greek",
}
_MOST_SHOWN = 6

BOX = "□"
"""Drawn for a sign without a font; Inter has it."""


def missing_sentence(texts: Iterable[str], has_font: Callable[[str], bool] | None = None) -> str:
    """Like “This computer has no font for Thai (ไทย). …”; empty where every sign can be drawn.

    `has_font` says of one sign whether it can be; the system's fonts are asked unless given.
    """
    has_font = has_font or system_has_font
    signs = dict.fromkeys(sign for text in texts if not text.isascii() for sign in text)
    missing: dict[str, list[str]] = {}
    for sign in signs:
        if _is_drawn(sign) and not has_font(sign):
            missing.setdefault(_script_of(sign), []).append(sign)
    if not missing:
        return ""
    named = [
        f"{script} ({''.join(found[:_MOST_SHOWN])}{'…' if len(found) > _MOST_SHOWN else ''})"
        for script, found in missing.items()
    ]
    tr = QCoreApplication.translate
    return tr(
        "MissingSigns",
        "This computer has no font for {scripts}, so these signs are drawn as empty boxes. They appear once"
        " such a font is installed, for example one of the free Noto fonts.",
    ).format(scripts=_listed(named))


def with_boxes(text: str, has_font: Callable[[str], bool] | None = None) -> str:
    """The text as it is drawn: an empty box for each sign that no font has. Qt's own are black in a PDF."""
    if is_plain(text):
        return text
    has_font = has_font or system_has_font
    drawn, boxed = "", False
    for sign in text:
        if _is_drawn(sign):
            boxed = not has_font(sign)
            drawn += BOX if boxed else sign
        elif not boxed or sign.isascii() or sign.isspace():
            boxed = False
            drawn += sign
    return drawn


@cache
def system_has_font(sign: str) -> bool:
    """Whether Inter or a font of the system has a glyph for a sign."""
    # Asked for by itself: glyphs of a text without any font may still have numbers.
    return QFontMetrics(QFont("Inter")).inFontUcs4(ord(sign))


def _is_drawn(sign: str) -> bool:
    """Whether a sign is seen by itself: not a space, a joiner, an accent or a direction."""
    return not sign.isascii() and unicodedata.category(sign)[0] in "LNPS"


def _script_of(sign: str) -> str:
    words = unicodedata.name(sign, "").split(" ")
    if words[0] in _SCRIPTS:
        return _SCRIPTS[words[0]]
    if ord(sign) >= 0x1F000 or 0x2600 <= ord(sign) <= 0x27BF:
        return QCoreApplication.translate("MissingSigns", "emoji")
    return QCoreApplication.translate("MissingSigns", "other signs")


def _listed(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
