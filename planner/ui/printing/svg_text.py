"""Texts of an SVG that keep their places in any font, as few computers have Inter."""

import xml.etree.ElementTree as ET

from PySide6.QtGui import QFont, QFontMetricsF

FAMILIES = "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
"""The family a picture was measured in, and what stands in for it."""

_SVG = "http://www.w3.org/2000/svg"


def with_measured_texts(svg: bytes) -> bytes:
    """The picture with each text's length written down, so that another font is set to the same width."""
    ET.register_namespace("", _SVG)
    root = ET.fromstring(svg)
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
