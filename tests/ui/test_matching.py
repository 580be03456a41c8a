"""Fuzzy match: words in any order, parts of words, scattered letters."""

import pytest

from planner.ui.matching import match


def letters(words: str, line: str) -> str:
    """The letters of a line that fit, in brackets."""
    found = match(words, line)
    assert found is not None
    return "".join(f"[{each}]" if place in found.places else each for place, each in enumerate(line))


@pytest.mark.parametrize(
    ("words", "line", "shown"),
    [
        ("later", "Move later", "Move [l][a][t][e][r]"),
        ("lat mov", "Move later", "[M][o][v]e [l][a][t]er"),
        ("mvlt", "Move later", "[M]o[v]e [l]a[t]er"),
        ("over", "Move over", "Move [o][v][e][r]"),
        ("ÜBER", "Go to Übersicht", "Go to [Ü][b][e][r]sicht"),
    ],
)
def test_what_fits(words: str, line: str, shown: str) -> None:
    assert letters(words, line) == shown


@pytest.mark.parametrize(
    ("words", "line"),
    [("xyz", "Move later"), ("move sooner", "Move later"), ("vl", "Move later"), ("spl", "Sort in the plan")],
)
def test_what_does_not_fit(words: str, line: str) -> None:
    assert match(words, line) is None


def test_the_start_of_a_word_counts_more_than_its_middle_and_one_piece_more_than_scattered() -> None:
    lines = ["Rename…", "Delete", "Make shorter", "Export as JSON…", "Sort by date"]
    scores = {each: found.score for each in lines if (found := match("sh", each)) is not None}
    assert max(scores, key=lambda each: scores[each]) == "Make shorter"
    exact, part = match("delete", "Delete"), match("delete", "Undelete it")
    assert exact is not None
    assert part is not None
    assert exact.score > part.score


def test_nothing_typed_fits_everything() -> None:
    assert match("  ", "Move later") is not None


def test_letters_that_fold_into_two_leave_the_places_right() -> None:
    assert letters("weg", "Straße weg") == "Straße [w][e][g]"
