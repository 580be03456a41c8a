"""Columns stand under each other, whatever the titles are written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.exchange.table_text import aligned, elided, printable, table_width, text_width


def test_the_first_column_stands_left_and_the_others_right() -> None:
    assert aligned([["", "Start"], ["Regression", "4 Jan"], ["SQL", "12 Jan"]]) == [
        "             Start",
        "Regression   4 Jan",
        "SQL         12 Jan",
    ]


def test_wide_and_combining_characters_keep_the_columns_straight() -> None:
    lines = aligned([["機械学習", "1"], ["e\u0301tude", "2"], ["🚀 launch", "3"], ["plain", "4"]])

    assert [text_width(line) for line in lines] == [12, 12, 12, 12]
    assert text_width("機械学習") == 8


def test_only_the_first_column_is_shortened_to_fit() -> None:
    rows = [["A title of some length", "4 Jan 2027"], ["Short", "5 Jan 2027"]]

    lines = aligned(rows, 30)

    assert lines == ["A title of some l…  4 Jan 2027", "Short               5 Jan 2027"]
    assert aligned(rows, table_width(rows)) == aligned(rows)


def test_a_title_keeps_a_readable_rest_on_the_narrowest_terminal() -> None:
    assert aligned([["A title of some length", "4 Jan 2027"]], 5) == ["A title of…   4 Jan 2027"]


def test_no_rows_are_no_lines() -> None:
    assert aligned([], 80) == []
    assert table_width([]) == 0


@given(st.text(), st.integers(1, 40))
def test_what_is_shortened_fits(text: str, width: int) -> None:
    assert text_width(elided(printable(text), width)) <= width


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred", " [31mred"),
        ("two\nlines", "two lines"),
        ("\u202egnp.exe", "gnp.exe"),
        ("half \ud83d", "half \N{REPLACEMENT CHARACTER}"),
        ("family 👩\u200d💻", "family 👩\u200d💻"),
        ("bell\x07 \x9b2J", "bell   2J"),
    ],
)
def test_a_title_cannot_steer_the_terminal(hostile: str, shown: str) -> None:
    assert printable(hostile) == shown
