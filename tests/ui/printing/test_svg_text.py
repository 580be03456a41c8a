"""Texts of an SVG: measured, and fit for XML whatever was typed."""

import xml.etree.ElementTree as ET

from PySide6.QtWidgets import QApplication

from planner.ui.printing.svg_text import with_measured_texts

WORDS = '<svg xmlns="http://www.w3.org/2000/svg"><text font-size="13">{}</text></svg>'


def text_of(svg: bytes) -> ET.Element:
    (found,) = (each for each in ET.fromstring(svg).iter() if each.tag.endswith("text"))
    return found


def test_each_text_has_its_length_written_down(qapp: QApplication) -> None:
    short, long = (text_of(with_measured_texts(WORDS.format(each).encode())) for each in ("ab", "abcdef"))
    assert float(long.get("textLength", "0")) > float(short.get("textLength", "0")) > 0
    assert "Inter" in long.get("font-family", "")


def test_signs_that_xml_cannot_hold_become_spaces(qapp: QApplication) -> None:
    svg = with_measured_texts(WORDS.format("a\x07b\x1b]0;c\uffffd").encode())
    assert text_of(svg).text == "a b ]0;c d"
