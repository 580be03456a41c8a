"""Long words are broken where they still read well."""

from itertools import pairwise

import pytest

from planner.domain.syllables import syllable_starts


@pytest.mark.parametrize(
    "parts",
    [
        "Do-nau-dampf-schiff-fahrts-ge-sell-schafts-ka-pi-täns-müt-zen-fa-brik",
        "in-ter-na-tio-na-li-za-tion",
        "вы-со-ко-пре-вос-хо-ди-тельст-во",
        "λο-γρά-φη-μα",
        "Stra-ße",
        "XXXXXXXXXXXX",
        "機械学習の基礎",
        "ab",
        "",
    ],
)
def test_a_syllable_begins_with_a_consonant_before_a_vowel(parts: str) -> None:
    word = parts.replace("-", "")
    edges = [0, *syllable_starts(word), len(word)]
    assert "-".join(word[first:last] for first, last in pairwise(edges)) == parts


def test_no_syllable_is_sought_beside_other_signs() -> None:
    assert syllable_starts("a-ba 12ba") == []
