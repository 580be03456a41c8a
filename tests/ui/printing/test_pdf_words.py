"""Words written beside glyphs: marks become spans, and glyphs are named by the signs they stand for."""

import pytest

from planner.ui.printing.pdf_words import MARK_SIZE, mark_place, searched_for, with_words


def mark(number: int, *, begins: bool) -> bytes:
    """A mark as Qt writes it into a page."""
    x, y = mark_place(number, begins=begins)
    return f"{x} {y} {MARK_SIZE} {MARK_SIZE} re\nf\n".encode("ascii")


def test_what_stands_between_marks_gets_its_words() -> None:
    drawn = b"BT\n<0001> Tj\nET\nQ\n"
    page = b"q\n" + mark(0, begins=True) + drawn + mark(0, begins=False) + b"Q\n"
    page += mark(1, begins=True) + drawn + drawn + mark(1, begins=False)
    written = with_words(page, ["手", "Ω!"])
    assert written.count(b" BDC\n") == written.count(b"EMC\n") == 2
    assert b"/Span <</ActualText <FEFF624B>>> BDC\nBT\n<0001> Tj\nET\nEMC\nQ\n" in written
    assert b"/Span <</ActualText <FEFF03A90021>>> BDC\n" + drawn + b"BT\n<0001> Tj\nET\nEMC\n" in written
    assert b"-90" not in written


def test_a_page_without_marks_stays_as_it_is() -> None:
    page = b"q\n0 0 10 10 re\nf\nBT\n<0001> Tj\nET\nQ\n"
    assert with_words(page, []) == page


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("A", "A"),
        ("\t", " "),
        ("\u0269", "ι"),
        ("⼿", "手"),
        ("\ufee3", "م"),
        ("\ufb2a", "\u05e9\u05c1"),
        ("\ufefb", "\ufefb"),
        ("手", "手"),
    ],
)
def test_a_glyph_is_found_by_the_sign_it_stands_for(name: str, sign: str) -> None:
    given = name.encode("utf-16-be").hex().upper().encode("ascii")
    assert bytes.fromhex(searched_for(given).decode("ascii")).decode("utf-16-be") == sign
