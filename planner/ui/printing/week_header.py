"""Header(week, ...): the head of a printed week: which one it is, what it holds, when it was printed. Pure.

Sizes are points. The phases and the hours stand in one line beside the stamp, or in a line each where they
would not fit it together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planner.domain.week import WeekPlan
from planner.domain.wording import isolated, long_day_text
from planner.ui.printing.shapes import Line, Shape, Style, Text, Tone, Weight, elided, right
from planner.ui.printing.week_cards import Frame

_TITLE = Style(17.2, Weight.BOLD)
_PROGRAM = Style(9.4, Weight.SEMIBOLD, Tone.MUTED)
_ABOUT = Style(9.4, tone=Tone.MUTED)
_STAMP = Style(7.8, tone=Tone.MUTED)
_SMALLEST_TITLE = 0.6
_TITLE_LINE = 54.0
_ABOUT_LINE = 70.0
_NEXT_LINE = 13.0
_BELOW = 11.0
_GAP = 14.0
_WIDEST_DAY = date(2028, 9, 28)
_WIDEST_REVISION = 999


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFacts:
    """What a page says of itself: when it was printed, from which revision, and its number of how many."""

    printed: date
    revision: int
    page: int = 1
    pages: int = 1


class Header:
    """The head of each of a week's pages, between `x` and `x + wide`.

    `height` counts from the paper's upper edge.
    """

    def __init__(self, week: WeekPlan, x: float, wide: float, frame: Frame) -> None:
        self._week, self._frame = week, frame
        self._x, self._wide = x, wide
        self._lines = self._about()
        self.height = _ABOUT_LINE + (len(self._lines) - 1) * _NEXT_LINE + _BELOW

    def shapes(self, facts: SheetFacts, *, again: bool) -> Iterator[Shape]:
        """The head; `again` on a week's second page and those after it."""
        words, measure, edge = self._frame.words, self._frame.measure, self._x + self._wide
        title = words.again.format(title=self._week.title) if again else self._week.title
        yield self._title(title, self._wide - measure(words.program, _PROGRAM) - _GAP)
        yield right(words.program, edge, _TITLE_LINE, _PROGRAM, measure)
        stamp = right(self._stamp(facts.printed, facts.revision), edge, _ABOUT_LINE, _STAMP, measure)
        room = stamp.x - _GAP - self._x
        for number, text in enumerate(self._lines):
            shown = elided(text, room, _ABOUT, measure)
            yield Text(self._x, _ABOUT_LINE + number * _NEXT_LINE, shown, _ABOUT)
            room = self._wide
        yield stamp
        rule = self.height - 1
        yield Line(self._x, rule, edge, rule, 1.2, Tone.MUTED)

    def _about(self) -> list[str]:
        """The phases and the hours, in one line if they fit beside any stamp."""
        phases, amounts, measure = self._week.worked_in, self._week.amounts, self._frame.measure
        stamp = self._stamp(_WIDEST_DAY, _WIDEST_REVISION)
        room = self._wide - measure(stamp, _STAMP) - _GAP
        joined = f"{isolated(phases)} · {amounts}" if phases else amounts
        if not phases or measure(joined, _ABOUT) <= room:
            return [joined]
        return [isolated(elided(phases, room, _ABOUT, measure)), amounts]

    def _stamp(self, printed: date, revision: int) -> str:
        return self._frame.words.printed.format(day=long_day_text(printed), revision=revision)

    def _title(self, title: str, room: float) -> Text:
        """The week in large letters; a long title has smaller ones, as its dates matter."""
        wide = self._frame.measure(title, _TITLE)
        size = _TITLE.size * max(min(room / wide, 1.0), _SMALLEST_TITLE)
        style = Style(int(10 * size) / 10, _TITLE.weight)
        return Text(self._x, _TITLE_LINE, elided(title, room, style, self._frame.measure), style)
