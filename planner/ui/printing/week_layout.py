"""WeekSheet(week, setup, ...) -> pages of shapes: one week on A4 or Letter, for paper, PDF and preview. Pure.

Sizes are points (1/72 inch). A week is one page: days get what they need first, then the boxes and the room
for notes grow with what is left. Only what does not fit in small letters goes on on a second page, under the
same heads.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.domain.items import ActivityId
from planner.domain.week import WeekPlan
from planner.domain.wording import number_text
from planner.ui.printing.page_setup import PageSetup
from planner.ui.printing.shapes import (
    Line,
    Measure,
    Shape,
    Style,
    Text,
    Tone,
    right,
    text_block,
)
from planner.ui.printing.week_cards import Frame
from planner.ui.printing.week_columns import columns_of
from planner.ui.printing.week_grid import LEAST_GRID, SCALES, Grid
from planner.ui.printing.week_header import Header, SheetFacts
from planner.ui.printing.week_sections import STRONG, CatchUp, End, Feeds, Goals, Notes
from planner.ui.printing.words import SheetWords

MARGIN = 36.0

_FOOT = 38.0
_GOOD_GRID = 215.0
_COLUMN_GAP = 26.0
_LEFT_SHARE = 0.45
_CATCH_UP_HEIGHTS = (30.0, 44.0)
_BOX_HEIGHTS = (46.0, 74.0)
_FEWEST_NOTES = 2
_HOURS_LINE = 64.0
"""Where the hours studied are written by hand."""

_MOST_END = 188.0
"""In landscape the boxes of the end are as high as the notes beside them, but no higher than this."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page holds: the goals, some of the days in a grid so high, and what stands below it."""

    goals: bool
    grid: Grid | None
    grid_high: float
    tail: bool


class WeekSheet:
    """One week laid out. `links` are those of activities; in a PDF their titles can be pressed."""

    def __init__(
        self,
        week: WeekPlan,
        setup: PageSetup,
        words: SheetWords,
        measure: Measure,
        links: Mapping[ActivityId, str],
    ) -> None:
        self.week = week
        self._setup = setup
        self._frame = Frame(measure, words, setup.detail, links, _repeated(week))
        wide, high = setup.points
        self._left, self._edge = MARGIN, wide - MARGIN
        self._wide = wide - 2 * MARGIN
        self._bottom = high - MARGIN
        self._header = Header(week, self._left, self._wide, self._frame)
        self._head = self._header.height
        room = self._bottom - _FOOT - self._head
        self._top = _Top(week, self._left, self._wide, self._frame, setup.landscape, room)
        self._tail = _Tail(week, self._left, self._wide, self._frame, setup.landscape)
        self._pages = list(self._divide())

    @property
    def pages(self) -> int:
        """How many pages the week takes: one, unless it must be more."""
        return len(self._pages)

    def shapes(self, number: int, facts: SheetFacts) -> list[Shape]:
        """All shapes of a page, counted from 0, inside its margins."""
        return list(self._shapes(self._pages[number], number, facts))

    def _shapes(self, page: _Page, number: int, facts: SheetFacts) -> Iterator[Shape]:
        yield from self._header.shapes(facts, again=number > 0)
        y = self._head
        if page.goals:
            yield from self._top.shapes(y)
            y += self._top.height
        elif page.grid is not None:
            y += 14
        if page.grid is not None:
            yield from page.grid.shapes(self._left, y, page.grid_high)
            y += page.grid_high
        if page.tail:
            yield from self._tail.shapes(y, self._bottom - _FOOT - y)
        yield from self._footer(facts)

    def _divide(self) -> Iterator[_Page]:
        """The pages: one if it can be, else the grid goes on and what stands below it comes last."""
        columns = columns_of(self.week.days, self._setup.days)
        room = self._bottom - _FOOT - self._head - self._top.height
        for scale in SCALES:
            grid = Grid.of(columns, self._wide, scale, self._frame, room - self._tail.least)
            if max(grid.height, LEAST_GRID) <= room - self._tail.least:
                yield self._with_tail(grid, room, goals=True)
                return
        rest = Grid.of(columns, self._wide, 1.0, self._frame)
        goals = True
        while True:
            if room < LEAST_GRID + 10:
                yield _Page(goals, None, 0, tail=False)
            elif rest.height + self._tail.least <= room:
                yield self._with_tail(rest, room, goals=goals)
                return
            else:
                here, rest = rest.split(room - 10)
                yield _Page(goals, here, room - 10, tail=False)
                if rest.empty:
                    yield _Page(goals=False, grid=None, grid_high=0, tail=True)
                    return
            goals, room = False, self._bottom - _FOOT - self._head - 14

    def _with_tail(self, grid: Grid, room: float, *, goals: bool) -> _Page:
        """Grid and tail on one page: boxes grow first, then the grid to a good size, then the notes."""
        wanted = min(max(grid.height, LEAST_GRID), room - self._tail.least)
        spare = room - self._tail.least - wanted
        spare -= min(spare, self._tail.best - self._tail.least)
        more = min(max(_GOOD_GRID - wanted, 0.0), spare / 2)
        # What is no whole line of notes goes to the days.
        return _Page(goals, grid, wanted + more + (spare - more) % Notes.PITCH, tail=True)

    def _footer(self, facts: SheetFacts) -> Iterator[Shape]:
        words, measure, bottom = self._frame.words, self._frame.measure, self._bottom
        if self._frame.full:
            origin = Style(7.4, tone=Tone.MUTED)
            sentence = self.week.origin.sentence
            yield from text_block(sentence, self._left, bottom - 17.5, self._wide, 0, origin, measure)
        yield Line(self._left, bottom - 12, self._edge, bottom - 12, 0.9, Tone.MUTED)
        yield Text(self._left, bottom, words.studied, STRONG)
        x = self._left + measure(words.studied, STRONG) + 4
        yield Line(x, bottom + 1.2, x + _HOURS_LINE, bottom + 1.2, 0.8, Tone.INK)
        if self.week.available_minutes:
            hours = number_text(self.week.available_minutes / 60)
            yield Text(x + _HOURS_LINE + 4, bottom, words.of_hours.format(hours=hours), STRONG)
        page = words.page.format(page=facts.page, pages=facts.pages)
        yield right(f"{words.hint} · {page}", self._edge, bottom, Style(7.8, tone=Tone.MUTED), measure)


def _repeated(week: WeekPlan) -> frozenset[str]:
    """The titles of which the week has several steps."""
    steps: dict[str, set[str]] = {}
    for session in week.sessions:
        steps.setdefault(session.title, set()).add(session.step_title)
    return frozenset(title for title, found in steps.items() if len(found) > 1)


def _halves(wide: float, landscape: bool) -> tuple[float, float]:
    """How wide sections are on the left, and on the right: all of the page in portrait.

    Milestones with their days and margins need more than goals, and so the right half has more.
    """
    if not landscape:
        return wide, wide
    left = _LEFT_SHARE * (wide - _COLUMN_GAP)
    return left, wide - _COLUMN_GAP - left


class _Top:
    """What stands over the days: the goals, and in landscape the milestones beside them."""

    def __init__(
        self, week: WeekPlan, x: float, wide: float, frame: Frame, landscape: bool, room: float
    ) -> None:
        left, beside = _halves(wide, landscape)
        self._goals = Goals(week, x, left, frame, room)
        self._feeds = Feeds(week, x + wide - beside, beside, frame) if landscape else None
        self.height = max(self._goals.height, self._feeds.height if self._feeds is not None else 0.0)

    def shapes(self, y: float) -> Iterator[Shape]:
        """All of it from `y` on."""
        yield from self._goals.shapes(y)
        if self._feeds is not None:
            yield from self._feeds.shapes(y - 6)


class _Tail:
    """What stands below the days: milestones, catch-up, notes and the end of the week.

    In landscape the milestones stand above, and the end beside the notes. `least` is the height it needs,
    `best` that in which its boxes have a good size; what there is beyond goes to the notes.
    """

    def __init__(self, week: WeekPlan, x: float, wide: float, frame: Frame, landscape: bool) -> None:
        left, beside = _halves(wide, landscape)
        self._landscape = landscape
        self._feeds = None if landscape else Feeds(week, x, wide, frame)
        self._catch_up = CatchUp(week, x, left, frame) if frame.full else None
        self._notes = Notes(week, x, left, frame)
        self._end = End(week, x + wide - beside, beside, frame)
        self.least, self.best = (self._height(catch_up, boxes) for catch_up, boxes in _SIZES)

    def shapes(self, y: float, high: float) -> Iterator[Shape]:
        """All of it from `y` on, in so much height."""
        growth = min(max(high - self.least, 0.0) / max(self.best - self.least, 1.0), 1.0)
        catch_up, boxes = (small + growth * (large - small) for small, large in zip(*_SIZES, strict=True))
        bottom = y + high
        if self._landscape:
            yield from self._end.shapes(y, min(high - End.BEFORE, _MOST_END))
        else:
            yield from self._end.shapes(bottom - boxes - End.BEFORE, boxes)
            bottom -= boxes + End.BEFORE
        if self._feeds is not None:
            yield from self._feeds.shapes(y)
            y += self._feeds.height
        if self._catch_up is not None:
            yield from self._catch_up.shapes(y, catch_up)
            y += CatchUp.BEFORE + catch_up
        yield from self._notes.shapes(y, int((bottom - y - Notes.BEFORE + 0.01) // Notes.PITCH))

    def _height(self, catch_up: float, boxes: float) -> float:
        written = Notes.BEFORE + _FEWEST_NOTES * Notes.PITCH
        if self._catch_up is not None:
            written += CatchUp.BEFORE + catch_up
        if self._landscape:
            return max(written, End.BEFORE + 2 * _BOX_HEIGHTS[0] + 8)
        feeds = self._feeds.height if self._feeds is not None else 0.0
        return feeds + written + End.BEFORE + boxes


_SIZES: Sequence[tuple[float, float]] = tuple(zip(_CATCH_UP_HEIGHTS, _BOX_HEIGHTS, strict=True))
"""The heights of the catch-up box and of those at the end: at least, and at best."""
