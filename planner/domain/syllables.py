"""syllable_starts(word): where a long word may be broken with a hyphen so that it still reads well. Pure.

A rule for all alphabets with vowels, not a dictionary: a syllable begins with one consonant before a vowel,
or with a pair that is spoken as one, like “ch” and “tr”. It may be wrong about a language, and reads better
than a break anywhere.
"""

import re
import unicodedata

_LEAST = 2
"""Letters on each side of a break, at least."""

_VOWELS = "aeiouyаеиоуыэюяєіїαεηιουω"
_BEFORE_LIQUID = "bcdfgkptбвгдкптфхβγδθκπτφχ"
_ONSET = re.compile(
    rf"""(?: sch | (?<!s)ch | [pst]h | qu  # spoken as one
         | [{_BEFORE_LIQUID}] [lrлрλρ]
         | (?<![cpst]) h
         | (?<![{_BEFORE_LIQUID}]) [lrлрλρ]
         | (?<!sc) [^\W\d_{_VOWELS}hlrлрλρ]
         ) [{_VOWELS}]""",
    re.VERBOSE,
)


def syllable_starts(word: str) -> list[int]:
    """The places within a word at which a syllable begins; none in a script without vowels."""
    letters = "".join(unicodedata.normalize("NFD", sign.lower())[0] for sign in word)
    return [
        place
        for place in range(_LEAST, len(letters) - _LEAST + 1)
        if letters[place - _LEAST : place].isalpha() and _ONSET.match(letters, place)
    ]
