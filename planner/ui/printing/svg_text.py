"""Texts of an SVG that keep their places in any font, as few computers have Inter."""

import re
import xml.etree.ElementTree as ET

from PySide6.QtGui import QFont, QFontMetricsF

FAMILIES = "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
"""The family a picture was measured in, and what stands in for it."""

_SVG = "http://www.w3.org/2000/svg"

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold (its production 2, "Char"); Qt writes what it is given."""


def with_measured_texts(svg: bytes) -> bytes:
    """The picture with each text's length written down, so that another font is set to the same width.

    Signs of a title that have no place in XML become spaces.
    """
    ET.register_namespace("", _SVG)
    root = ET.fromstring(_NOT_IN_XML.sub(" ", svg.decode("utf-8", "replace")))
    for text in root.iter(f"{{{_SVG}}}text"):
        words = text.text or ""
        if not words.strip():
            continue
        font = QFont("Inter")
        font.setPixelSize(max(round(float(text.get("font-size", "13"))), 1))
        font.setWeight(QFont.Weight(int(text.get("font-weight", "400"))))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setFeature(QFont.Tag("calt"), 0)
        text.set("font-family", FAMILIES)
        text.set("textLength", f"{QFontMetricsF(font).horizontalAdvance(words):.2f}")
        text.set("lengthAdjust", "spacingAndGlyphs")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
