"""week_sheet(week, ...) -> shapes: one week on one page of A4 or Letter, for paper, PDF and preview. Pure.

Sizes are points (1/72 inch). The page is always one: days get what they need first, then the room for notes
and the boxes at the end of the week grow with what is left.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planner.domain.plan import Paper
from planner.domain.week import WeekPlan
from planner.domain.week_aims import MOST_GOALS
from planner.domain.wording import day_text, long_day_text, number_text
from planner.ui.printing.page_setup import PAPER_POINTS
from planner.ui.printing.shapes import (
    Box,
    Diamond,
    Line,
    Measure,
    Shape,
    Style,
    Text,
    Tone,
    Weight,
    elided,
    right,
)
from planner.ui.printing.week_grid import SMALLEST, GridFrame, grid, natural_height
from planner.ui.printing.words import SheetWords

MARGIN = 36.0

_TITLE = Style(17.2, Weight.BOLD)
_HEADING = Style(10.1, Weight.BOLD)
_BODY = Style(9.5)
_STRONG = Style(9.1, Weight.SEMIBOLD)
_SIDE = Style(8.3, tone=Tone.MUTED)
_GOAL_PITCH = 18.0
_FEED_PITCH = 16.5
_NOTE_PITCH = 19.5
_GRID_HEIGHTS = (150.0, 215.0)
_CATCH_UP_HEIGHTS = (30.0, 44.0)
_BOX_HEIGHTS = (46.0, 74.0)
_FEWEST_NOTES = 2
_FOOT = 38.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFacts:
    """What the sheet says of itself: when it was printed, from which revision, and its page of how many."""

    printed: date
    revision: int
    page: int = 1
    pages: int = 1


@dataclass(frozen=True, slots=True)
class _Room:
    """The heights of what can give way."""

    grid: float
    catch_up: float
    notes: int
    boxes: float


def week_sheet(
    week: WeekPlan, facts: SheetFacts, paper: Paper, words: SheetWords, measure: Measure
) -> list[Shape]:
    """The shapes of one week's page, all inside its margins."""
    wide, high = PAPER_POINTS[paper]
    return list(_Sheet(week, facts, words, measure, wide, high).shapes())


class _Sheet:
    """One page while it is laid out: sections from top to bottom, each returning where it ends."""

    def __init__(
        self, week: WeekPlan, facts: SheetFacts, words: SheetWords, measure: Measure, wide: float, high: float
    ) -> None:
        self.week = week
        self.facts = facts
        self.words = words
        self.measure = measure
        self.left = MARGIN
        self.right = wide - MARGIN
        self.bottom = high - MARGIN
        self.wide = wide - 2 * MARGIN

    def shapes(self) -> Iterator[Shape]:
        """All shapes of the page."""
        room = self._room()
        yield from self._header()
        y = 81.0
        yield from self._goals(y)
        y += self._goals_height()
        frame = GridFrame(self.left, y, self.wide, room.grid, self.measure, self.words)
        yield from grid(self.week.days, frame)
        y += room.grid
        yield from self._feeds(y)
        y += self._feeds_height()
        yield from self._catch_up(y, room.catch_up)
        y += 33 + room.catch_up
        yield from self._notes(y, room.notes)
        yield from self._end(self.bottom - _FOOT - room.boxes, room.boxes)
        yield from self._footer()

    def _room(self) -> _Room:
        """Days first; then catch-up block and boxes up to their best size, then notes, then days."""
        column = self.wide / 7
        fixed = 81 + self._goals_height() + self._feeds_height() + 33 + 29 + 33 + _FOOT + MARGIN
        free = self.bottom + MARGIN - fixed
        spare = free - _CATCH_UP_HEIGHTS[0] - _BOX_HEIGHTS[0] - _FEWEST_NOTES * _NOTE_PITCH
        wanted = natural_height(self.week.days, column, 1.0, self.measure)
        if wanted > spare:
            wanted = natural_height(self.week.days, column, SMALLEST, self.measure)
        days = min(max(wanted, _GRID_HEIGHTS[0]), spare)
        spare -= days
        catch_up = min(_CATCH_UP_HEIGHTS[0] + spare, _CATCH_UP_HEIGHTS[1])
        spare -= catch_up - _CATCH_UP_HEIGHTS[0]
        boxes = min(_BOX_HEIGHTS[0] + spare, _BOX_HEIGHTS[1])
        spare -= boxes - _BOX_HEIGHTS[0]
        more_days = min(max(_GRID_HEIGHTS[1] - days, 0.0), spare / 2)
        notes = int((spare - more_days) // _NOTE_PITCH)
        days += spare - notes * _NOTE_PITCH
        return _Room(days, catch_up, _FEWEST_NOTES + notes, boxes)

    def _header(self) -> Iterator[Shape]:
        week, facts, words, measure = self.week, self.facts, self.words, self.measure
        program = Style(9.4, Weight.SEMIBOLD, Tone.MUTED)
        printed = words.printed.format(day=long_day_text(facts.printed), revision=facts.revision)
        stamp = Style(7.8, tone=Tone.MUTED)
        about = Style(9.4, tone=Tone.MUTED)
        yield Text(self.left, 54, elided(week.title, self.wide - 60, _TITLE, measure), _TITLE)
        yield right(words.program, self.right, 54, program, measure)
        room = self.wide - measure(printed, stamp) - 14
        # Where both do not fit, the phases give way: the hours are what one looks for.
        amounts = f" · {week.amounts}" if week.worked_in else week.amounts
        phases = elided(week.worked_in, max(room - measure(amounts, about), 0.3 * room), about, measure)
        yield Text(self.left, 70, elided(phases + amounts, room, about, measure), about)
        yield right(printed, self.right, 70, stamp, measure)
        yield Line(self.left, 80, self.right, 80, 1.2, Tone.MUTED)

    def _goals(self, y: float) -> Iterator[Shape]:
        yield self._heading(self.words.goals, y + 17)
        y += 35
        for place in range(MOST_GOALS):
            yield Box(self.left, y - 8.2, 9.8, 9.8, 0.9, Tone.INK, radius=1.9)
            if place < len(self.week.goals):
                goal = self.week.goals[place]
                about = right(goal.about, self.right, y, _SIDE, self.measure)
                text = elided(goal.text, about.x - self.left - 30, _BODY, self.measure)
                yield Text(self.left + 18, y, text, _BODY)
                yield about
            else:
                yield Line(self.left + 18, y + 2, self.right, y + 2, 0.6, Tone.LINE)
            y += _GOAL_PITCH

    def _goals_height(self) -> float:
        return 35 + MOST_GOALS * _GOAL_PITCH + 2

    def _feeds(self, y: float) -> Iterator[Shape]:
        yield self._heading(self.words.feeds, y + 23)
        yield Line(self.left, y + 30, self.right, y + 30, 0.6, Tone.LINE)
        y += 46
        if not self.week.feeds:
            yield Text(self.left, y, self.words.nothing, Style(_BODY.size, tone=Tone.MUTED))
        date_column = self.left + 0.4 * self.wide
        for feed in self.week.feeds:
            yield Diamond(self.left + 4.4, y - 3.2, 4.4, Tone.INK)
            title = elided(feed.title, date_column - self.left - 22, _STRONG, self.measure)
            yield Text(self.left + 13, y, title, _STRONG)
            yield Text(date_column, y, day_text(feed.day), Style(9.1))
            yield right(feed.about, self.right, y, _SIDE, self.measure)
            y += _FEED_PITCH

    def _feeds_height(self) -> float:
        return 46 + _FEED_PITCH * (max(len(self.week.feeds), 1) - 1)

    def _catch_up(self, y: float, height: float) -> Iterator[Shape]:
        yield self._heading(self.words.catch_up, y + 26)
        hint = self.left + self.measure(self.words.catch_up, _HEADING) + 10
        yield Text(hint, y + 26, self.words.catch_up_hint, _SIDE)
        yield Box(self.left, y + 33, self.wide, height, 0.7, Tone.LINE, radius=3)

    def _notes(self, y: float, lines: int) -> Iterator[Shape]:
        yield self._heading(self.words.notes, y + 26)
        for number in range(1, lines + 1):
            line = y + 29 + number * _NOTE_PITCH
            yield Line(self.left, line, self.right, line, 0.7, Tone.LINE)

    def _end(self, y: float, height: float) -> Iterator[Shape]:
        yield self._heading(self.words.end, y - 8)
        gap = 8.0
        width = (self.wide - 3 * gap) / 4
        label = Style(8.3, Weight.SEMIBOLD, Tone.MUTED)
        for place, text in enumerate(self.words.boxes):
            x = self.left + place * (width + gap)
            yield Box(x, y, width, height, 0.7, Tone.LINE, radius=3)
            yield Text(x + 7, y + 14, elided(text, width - 14, label, self.measure), label)

    def _footer(self) -> Iterator[Shape]:
        words, facts, measure = self.words, self.facts, self.measure
        origin = Style(7.4, tone=Tone.MUTED)
        sentence = elided(self.week.origin.sentence, self.wide, origin, measure)
        yield Text(self.left, self.bottom - 17.5, sentence, origin)
        yield Line(self.left, self.bottom - 12, self.right, self.bottom - 12, 0.9, Tone.MUTED)
        yield Text(self.left, self.bottom, words.studied, _STRONG)
        x = self.left + measure(words.studied, _STRONG) + 4
        yield Line(x, self.bottom + 1.2, x + 34, self.bottom + 1.2, 0.8, Tone.INK)
        if self.week.available_minutes:
            hours = number_text(self.week.available_minutes / 60)
            yield Text(x + 38, self.bottom, words.of_hours.format(hours=hours), _STRONG)
        page = words.page.format(page=facts.page, pages=facts.pages)
        yield right(f"{words.hint} · {page}", self.right, self.bottom, Style(7.8, tone=Tone.MUTED), measure)

    def _heading(self, text: str, y: float) -> Text:
        return Text(self.left, y, text, _HEADING)
