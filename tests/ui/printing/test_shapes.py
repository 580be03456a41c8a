"""Texts broken into lines: at words, by the rules of their script, never within a sign."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner.ui.printing.breaking import sign_ends
from planner.ui.printing.shapes import Style, elided, text_block, wrapped

STYLE = Style(10)


def measure(text: str, style: Style) -> float:
    """Every letter six tenths as wide as it is high; marks of direction are not seen."""
    return 0.6 * style.size * len(seen(text))


def seen(text: str) -> str:
    """A text without its marks of direction."""
    return text.replace("\u200e", "").replace("\u200f", "")


def test_text_is_wrapped_at_words_and_shortened_at_the_end() -> None:
    assert wrapped("Gradient descent by hand", 70, 2, STYLE, measure) == ["Gradient", "descent by…"]
    assert wrapped("Docker", 70, 3, STYLE, measure) == ["Docker"]
    assert wrapped("", 70, 3, STYLE, measure) == []
    assert elided("Kubernetes", 48, STYLE, measure) == "Kuberne…"
    assert all(measure(line, STYLE) <= 60 for line in wrapped("Z" * 99, 60, 3, STYLE, measure))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Donaudampfschiff", ["Donau-", "dampf-", "schiff"]),
        ("превосходительство", ["превос-", "ходи-", "тельство"]),
        ("Brrrrrrrrrrrrr", ["Brrrrrr-", "rrrrrrr"]),
        ("learning-by-doing", ["learning", "-by-", "doing"]),
        ("機械学習の基礎を手で解く", ["機械学習の基礎を", "手で解く"]),
        ("ひらがな「かっこ」を", ["ひらがな「かっ", "こ」を"]),
    ],
)
def test_long_words_get_hyphens_where_their_script_has_them(text: str, lines: list[str]) -> None:
    assert wrapped(text, 48, 3, STYLE, measure) == lines


@pytest.mark.parametrize("sign", ["👩‍💻", "🇪🇺", "é", "👍🏽", "की"])
def test_no_sign_is_cut_in_two(sign: str) -> None:
    for width in range(6, 90, 6):
        for line in (elided(sign * 9, width, STYLE, measure), *wrapped(sign * 9, width, 4, STYLE, measure)):
            assert line.rstrip("…-").replace(sign, "") == ""


def test_a_search_finds_the_whole_of_what_is_broken_or_shortened() -> None:
    (line,) = text_block("Docker", 10, 20, 100, 12, STYLE, measure, lines=2)
    assert (line.x, line.y, line.whole, line.leftwards) == (10, 20, None, False)
    first, second = text_block("Gradient  descent by hand", 10, 20, 70, 12, STYLE, measure, lines=2)
    assert (first.text, first.whole, first.y) == ("Gradient", "Gradient descent by hand", 20)
    assert (second.text, second.whole, second.y) == ("descent by…", "", 32)


def test_right_to_left_texts_begin_at_the_right_edge() -> None:
    lines = text_block("تعلم الآلة 123", 10, 20, 60, 12, STYLE, measure, lines=2)
    assert len(lines) == 2
    for line in lines:
        assert line.leftwards
        assert line.x + measure(line.text, STYLE) == pytest.approx(70)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("تعلم learning-by-doing", "تعلم learning-by-\u200e"),
        ("انحدارDonaudampfschifffahrt", "انحدارDonau-\u200e"),
        ("Doing by hand תרגול-יומיומי", "Doing by hand תרגול-\u200f"),
        ("We are learning by-doing", "We are learning by-"),
    ],
)
def test_a_hyphen_at_a_lines_end_stays_by_its_word_whichever_way_the_text_runs(text: str, line: str) -> None:
    assert wrapped(text, 6 * len(seen(line)), 2, STYLE, measure)[0] == line


@example("👩ी", 1)
@given(st.text(alphabet="abc é-👩\u200d💻漢字かなशीमع 1/", max_size=60), st.integers(1, 12))
def test_lines_hold_all_of_a_text_in_order(text: str, signs: int) -> None:
    width = 6.0 * signs
    lines = wrapped(text, width, 200, STYLE, measure)
    shown = "".join(seen("".join(lines)).replace("-", "").split())
    assert shown == "".join(text.split()).replace("-", "")
    # A sign wider than a line stands alone in it.
    assert all(
        measure(line, STYLE) <= width or len(sign_ends(seen(line).removesuffix("-"))) == 1
        for line in lines[:-1]
    )


def test_beside_a_mark_right_to_left_texts_stay_by_it() -> None:
    first, second = text_block("تعلم الآلة 123", 10, 20, 60, 12, STYLE, measure, lines=2, marked=True)
    assert first.leftwards
    assert second.leftwards
    assert min(first.x, second.x) == 10
    assert first.x + measure(first.text, STYLE) == second.x + measure(second.text, STYLE)


def test_a_letter_keeps_its_distance_from_an_emoji() -> None:
    (line,) = text_block("🎯Aim 🧠 at🇪🇺1", 0, 0, 900, 12, STYLE, measure)
    assert line.text == "🎯\u2009Aim 🧠 at🇪🇺\u20091"
    assert line.whole == "🎯Aim 🧠 at🇪🇺1"
    (plain,) = text_block("機械学習 ✓", 0, 0, 900, 12, STYLE, measure)
    assert (plain.text, plain.whole) == ("機械学習 ✓", None)
