"""Signs without a font are named by their script; fonts are looked up by a stand-in for a bare computer."""

import pytest
from pytestqt.qtbot import QtBot

from planner.ui.printing.missing_signs import missing_sentence, system_has_font, with_boxes
from planner.ui.printing.shape_painting import ready_fonts


def only_inter(sign: str) -> bool:
    """A computer with no font besides the one Milepost brings."""
    return sign < "\u0530" or "\u2000" <= sign <= "\u22ff"


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("機械学習の基礎", "Chinese (機械学習基礎) and Japanese (の)"),
        ("تعلم الآلة", "Arabic (تعلماآ…)"),
        ("למידה", "Hebrew (למידה)"),
        ("मशीन", "Devanagari (मशन)"),
        ("🎓 party", "emoji (🎓)"),
    ],
)
def test_the_script_is_named_with_its_signs(title: str, named: str) -> None:
    sentence = missing_sentence([title, "Docker"], only_inter)
    assert sentence.startswith(f"This computer has no font for {named}, so these signs are drawn as")
    assert "installed" in sentence


def test_what_milepost_brings_is_never_missing(qtbot: QtBot) -> None:
    ready_fonts()
    texts = ["Week 14 of 89 · 5–11 April 2027", "Γειά σου", "Эксперимент", "café “naïve” › …"]
    assert missing_sentence(texts, only_inter) == ""
    assert missing_sentence(texts) == ""


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Docker – “naïve”", "Docker – “naïve”"),
        ("ไทย Γειά", "□□□ Γειά"),
        ("की 2", "□ 2"),
        ("👩‍💻 party", "□□ party"),
        ("למידה (2)", "□□□□□ (2)"),
    ],
)
def test_what_no_font_has_is_drawn_as_empty_boxes(text: str, drawn: str) -> None:
    assert with_boxes(text, only_inter) == drawn
    assert with_boxes(text, lambda _: True) == text


def test_a_sign_of_nobody_has_no_font(qtbot: QtBot) -> None:
    ready_fonts()
    assert system_has_font("A")
    assert not system_has_font("\U0010fffd")
