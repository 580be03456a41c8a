"""carried_lines(...) -> the lines that say what earlier weeks left open, activity by activity. Pure.

An amount is never broken over two lines. A title is, and each part of it is kept from turning around what
stands beside it: Unicode's isolates (UAX 9, 2.1) hold within a line alone.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise

from planner.domain.week_carried import Carried
from planner.domain.wording import minutes_text
from planner.ui.printing.breaking import (
    has_leftwards,
    line_breaks,
    runs_leftwards,
    spaced,
    with_hyphen_kept,
)
from planner.ui.printing.shapes import Measure, Style, Text, elided, wrapped
from planner.ui.printing.words import SheetWords

MOST_LINES = 4
_TITLE_LINES = 1.5
"""A title longer than so many lines is shortened, so that the others have room."""

_MOST_NAMED = 40
"""More short titles have no room in all the lines, and are not tried."""

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _END = "\u2066", "\u2067", "\u2069"


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the sentence that is not broken, with the space behind it; of a title, or of none."""

    text: str
    title: str = ""


def carried_lines(
    last_week: Sequence[Carried],
    before: Sequence[Carried],
    words: SheetWords,
    wide: float,
    style: Style,
    measure: Measure,
) -> list[Text]:
    """Lines at 0, 0 that name all that is open, in at most `MOST_LINES` of so many points.

    Where there is too much for that, the last ones are counted: “and 7 more: 12 h”. None where nothing is.
    """
    measure = cache(measure)

    def said(named: int) -> list[_Part]:
        first = min(named, len(last_week))
        lists = [
            list(_list_parts(form, carried, count, words, wide, style, measure))
            for form, carried, count in (
                (words.carried, last_week, first),
                (words.carried_before, before, named - first),
            )
            if carried
        ]
        return [part for each in _with_stops(lists) for part in each]

    def lines(named: int) -> list[str]:
        return list(_filled(said(named), wide, style, measure))

    named = min(len(last_week) + len(before), _MOST_NAMED)
    if len(lines(named)) > MOST_LINES:
        named = max(bisect_right(range(named), MOST_LINES, key=lambda each: len(lines(each))) - 1, 0)
    whole = "".join(each.text for each in said(named)).rstrip()
    shown = lines(named)[:MOST_LINES]
    changed = shown != [whole]
    return [
        Text(0, 0, line, style, whole=(whole if number == 0 else "") if changed else None)
        for number, line in enumerate(shown)
    ]


def _list_parts(
    form: str,
    carried: Sequence[Carried],
    named: int,
    words: SheetWords,
    wide: float,
    style: Style,
    measure: Measure,
) -> Iterator[_Part]:
    """What one list says: its beginning, the activities it names, and the others together."""
    begin, _, end = form.partition("{what}")
    for piece in _pieces(begin, wide, style, measure):
        yield _Part(piece)
    others = carried[named:]
    rest = minutes_text(sum(each.minutes for each in others)) if others else ""
    for number, each in enumerate(carried[:named], start=1):
        title = elided(spaced(" ".join(each.title.split())), _TITLE_LINES * wide, style, measure)
        for piece in _pieces(f"{title} ", wide, style, measure):
            yield _Part(piece, title)
        yield _Part(minutes_text(each.minutes) + (" · " if number < named else " " if others else ""))
    if others and named:
        yield _Part(words.carried_more.format(count=len(others), amount=rest))
    elif others:
        yield _Part(rest)
    if end:
        yield _Part(end)


def _with_stops(lists: Sequence[list[_Part]]) -> Iterator[list[_Part]]:
    """The lists with a full stop between them."""
    for each, after in pairwise((*lists, None)):
        if each is not None:
            yield [*each[:-1], _Part(f"{each[-1].text}. ")] if after is not None else each


def _pieces(text: str, wide: float, style: Style, measure: Measure) -> Iterator[str]:
    """A text between the places at which a line may end; what is wider than a line in several pieces."""
    for begin, end in pairwise((0, *line_breaks(text))):
        piece = text[begin:end]
        if measure(piece.rstrip(), style) <= wide:
            yield piece
            continue
        *full, last = wrapped(piece, wide, len(piece), style, measure)
        yield from full
        yield last + piece[len(piece.rstrip()) :]


def _filled(parts: Sequence[_Part], wide: float, style: Style, measure: Measure) -> Iterator[str]:
    """Lines with as many parts each as they have room for.

    A line is as wide as its parts together: measuring each as a whole would take several times as long.
    """
    line: list[_Part] = []
    filled = 0.0
    for part in parts:
        if line and filled + measure(part.text.rstrip(), style) > wide:
            yield _drawn(line)
            line, filled = [], 0.0
        line.append(part)
        filled += measure(part.text, style)
    if line:
        yield _drawn(line)


def _drawn(line: Sequence[_Part]) -> str:
    """A line's text, the stretch of each title in it by itself."""
    drawn = ""
    for title, parts in groupby(line, key=lambda part: part.title):
        text = "".join(part.text for part in parts)
        if has_leftwards(title):
            word = text.rstrip()
            mark = _RIGHT_TO_LEFT if runs_leftwards(title) else _LEFT_TO_RIGHT
            text = f"{mark}{with_hyphen_kept(word, title)}{_END}{text[len(word) :]}"
        drawn += text
    return drawn.rstrip()
