"""Fuzzy match of typed words with a line: in any order, each in one piece or as scattered letters. Pure."""

from dataclasses import dataclass

WORD_START = 8.0
WHOLE_WORD = 4.0
INSIDE = 3.0
SCATTERED = 1.0
CLOSE = 0.34
"""How much of the stretch that scattered letters span they are at least; wider apart they mean nothing."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well a line fits, more is better, and the places of the letters that fit, in order."""

    score: float
    places: tuple[int, ...]


def match(words: str, line: str) -> Match | None:
    """How the words fit a line; None when one of them does not. No words fit everything, equally."""
    low = line.casefold()
    if len(low) != len(line):
        # Some letters fold into two; their places would be off.
        low = line.lower() if len(line.lower()) == len(line) else line
    score, places = 0.0, set[int]()
    for word in words.casefold().split():
        found = _part(word, low) or _scattered(word, low)
        if found is None:
            return None
        score += found.score
        places.update(found.places)
    # Of two lines that fit alike the shorter says less besides.
    return Match(score - len(line) / 1000, tuple(sorted(places)))


def _part(word: str, line: str) -> Match | None:
    """A word in one piece, at the best place: at a word's start, else anywhere."""
    best: Match | None = None
    begin = line.find(word)
    while begin >= 0:
        end = begin + len(word)
        at_start = begin == 0 or not line[begin - 1].isalnum()
        score = len(word) * ((WORD_START if at_start else INSIDE) - begin / 1000)
        if at_start and (end == len(line) or not line[end].isalnum()):
            score += WHOLE_WORD
        if best is None or score > best.score:
            best = Match(score, tuple(range(begin, end)))
        begin = line.find(word, begin + 1)
    return best


def _scattered(word: str, line: str) -> Match | None:
    """The letters of a word in order, the first of them at a word's start: “mvlt” in “Move later”."""
    if len(word) < 2:
        return None
    for begin, letter in enumerate(line):
        if letter != word[0] or (begin and line[begin - 1].isalnum()):
            continue
        places = [begin]
        for wanted in word[1:]:
            place = line.find(wanted, places[-1] + 1)
            if place < 0:
                break
            places.append(place)
        if len(places) == len(word) and len(word) >= CLOSE * (places[-1] - places[0] + 1):
            starts = sum(not line[each - 1].isalnum() for each in places if each)
            spread = places[-1] - places[0] + 1
            return Match(SCATTERED * (len(word) + starts) * len(word) / spread, tuple(places))
    return None
