"""What stands around the days on the printed week: goals, milestones, room to write. Pure.

Sizes are points; `y` is where a section begins.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from planner.domain.week import WeekPlan
from planner.domain.week_aims import MOST_GOALS
from planner.domain.wording import day_text
from planner.ui.printing.carried_lines import carried_lines
from planner.ui.printing.shapes import (
    Box,
    Diamond,
    Line,
    PhaseTone,
    Shape,
    Style,
    Text,
    Tick,
    Tone,
    Weight,
    elided,
    right,
    text_block,
)
from planner.ui.printing.week_cards import Frame

HEADING = Style(10.1, Weight.BOLD)
STRONG = Style(9.1, Weight.SEMIBOLD)
_BODY = Style(9.5)
_SIDE = Style(8.3, tone=Tone.MUTED)
_GOAL_PITCH = 18.0
_GOAL_LINE = 12.0
_GOAL_LINES = 3
_CARRIED_LINE = 11.0
_FEED_PITCH = 16.5
_BOX_GAP = 8.0
_NARROW = 420.0
"""Below this width the boxes of the end stand in two rows."""


@dataclass(frozen=True)
class Section:
    """A part of a week's sheet, between `x` and `x + wide`."""

    week: WeekPlan
    x: float
    wide: float
    frame: Frame

    @property
    def edge(self) -> float:
        """The right edge."""
        return self.x + self.wide

    def heading(self, text: str, y: float) -> Text:
        """A section's name."""
        return Text(self.x, y, text, HEADING)


@dataclass(frozen=True)
class Goals(Section):
    """What the week is for, with boxes to tick, and what the week before left open.

    A long goal takes several lines, unless there are so many that they would not fit the `room`.
    """

    room: float

    @property
    def height(self) -> float:
        """With the gap below."""
        return self._height(self._most_lines)

    @cached_property
    def _most_lines(self) -> int:
        return next((each for each in range(_GOAL_LINES, 1, -1) if self._height(each) <= self.room), 1)

    def _height(self, most: int) -> float:
        lines = [len(self._text(place, 0, most)) for place in range(len(self.week.goals))]
        rows = sum(_GOAL_PITCH + (count - 1) * _GOAL_LINE for count in lines)
        rows += _GOAL_PITCH * max(MOST_GOALS - len(lines), 0)
        return 35 + rows + 2 + (len(self._carried) * _CARRIED_LINE + 7 if self._carried else 0)

    def shapes(self, y: float) -> Iterator[Shape]:
        """The heading, the goals or lines to write them on, and what was carried over."""
        yield self.heading(self.frame.words.goals, y + 17)
        y += 35
        for place in range(max(len(self.week.goals), MOST_GOALS)):
            yield Box(self.x, y - 8.2, 9.8, 9.8, 0.9, Tone.INK, radius=1.9)
            if place < len(self.week.goals):
                goal = self.week.goals[place]
                if goal.done:
                    yield Tick(self.x, y - 8.2, 9.8)
                lines = self._text(place, y, self._most_lines)
                yield from lines
                yield from self.frame.link_over(goal.activity, lines, _GOAL_LINE)
                yield self._about(place, y)
                y += (len(lines) - 1) * _GOAL_LINE
            else:
                yield Line(self.x + 18, y + 2, self.edge, y + 2, 0.6, Tone.LINE)
            y += _GOAL_PITCH
        for number, line in enumerate(self._carried):
            yield replace(line, x=self.x, y=y + number * _CARRIED_LINE)

    def _about(self, place: int, y: float) -> Text:
        about = elided(self.week.goals[place].about, 0.3 * self.wide, _SIDE, self.frame.measure)
        return right(about, self.edge, y, _SIDE, self.frame.measure)

    def _text(self, place: int, y: float, lines: int) -> list[Text]:
        room = self._about(place, y).x - self.x - 30
        text = self.week.goals[place].text
        x, measure = self.x + 18, self.frame.measure
        return text_block(text, x, y, room, _GOAL_LINE, _BODY, measure, lines=lines, marked=True)

    @cached_property
    def _carried(self) -> list[Text]:
        """What earlier weeks left open, in lines that have no place yet."""
        if not self.frame.full:
            return []
        week, frame = self.week, self.frame
        return carried_lines(week.carried, week.carried_before, frame.words, self.wide, _SIDE, frame.measure)


class Feeds(Section):
    """The milestones the week's work leads to, with their day and their margin."""

    @property
    def height(self) -> float:
        """Without a gap below: the next heading brings its own."""
        return 46 + _FEED_PITCH * (max(len(self.week.feeds), 1) - 1)

    def shapes(self, y: float) -> Iterator[Shape]:
        """The heading and a line for each milestone."""
        frame, measure = self.frame, self.frame.measure
        yield self.heading(frame.words.feeds, y + 23)
        yield Line(self.x, y + 30, self.edge, y + 30, 0.6, Tone.LINE)
        y += 46
        if not self.week.feeds:
            yield Text(self.x, y, self._none, Style(_BODY.size, tone=Tone.MUTED))
        about = max((measure(each.about, _SIDE) for each in self.week.feeds), default=0) if frame.full else 0
        days = max((measure(day_text(each.day), _BODY) for each in self.week.feeds), default=0)
        column = min(self.x + 0.4 * self.wide, self.edge - about - days - 14)
        for feed in self.week.feeds:
            yield Diamond(self.x + 4.4, y - 3.2, 4.4, PhaseTone(feed.colour))
            room = column - self.x - 22
            yield from text_block(feed.title, self.x + 13, y, room, 0, STRONG, measure, marked=True)
            yield Text(column, y, day_text(feed.day), Style(9.1))
            if frame.full:
                said = elided(feed.about, self.edge - column - days - 10, _SIDE, measure)
                yield right(said, self.edge, y, _SIDE, measure)
            y += _FEED_PITCH

    @property
    def _none(self) -> str:
        """Why there are no milestones."""
        words = self.frame.words
        if self.week.number > self.week.count:
            return words.finished
        return words.feeds_none if self.week.sessions else words.nothing


class CatchUp(Section):
    """Room for what slipped."""

    BEFORE = 33.0

    def shapes(self, y: float, high: float) -> Iterator[Shape]:
        """The heading, and a box so high."""
        words, measure = self.frame.words, self.frame.measure
        yield self.heading(words.catch_up, y + 26)
        hint = self.x + measure(words.catch_up, HEADING) + 10
        yield Text(hint, y + 26, elided(words.catch_up_hint, self.edge - hint, _SIDE, measure), _SIDE)
        yield Box(self.x, y + 33, self.wide, high, 0.7, Tone.LINE, radius=3)


class Notes(Section):
    """Lines to write on."""

    BEFORE = 29.0
    PITCH = 19.5

    def shapes(self, y: float, lines: int) -> Iterator[Shape]:
        """The heading, and so many lines."""
        yield self.heading(self.frame.words.notes, y + 26)
        for number in range(1, lines + 1):
            line = y + 29 + number * self.PITCH
            yield Line(self.x, line, self.edge, line, 0.7, Tone.LINE)


class End(Section):
    """The boxes of the weekly review; with the learner's words where there are any."""

    BEFORE = 33.0

    @property
    def rows(self) -> int:
        """In how many rows the four boxes stand."""
        return 2 if self.wide < _NARROW else 1

    def shapes(self, y: float, high: float) -> Iterator[Shape]:
        """The heading, and boxes that take so much height together."""
        yield self.heading(self.frame.words.end, y + 26)
        y += self.BEFORE
        across = 4 // self.rows
        wide = (self.wide - (across - 1) * _BOX_GAP) / across
        box = (high - (self.rows - 1) * _BOX_GAP) / self.rows
        label = Style(8.3, Weight.SEMIBOLD, Tone.MUTED)
        notes = self.week.notes
        said = (notes.done, notes.moved, notes.why, notes.next_step) if notes is not None else ("",) * 4
        for place, (text, answer) in enumerate(zip(self.frame.words.boxes, said, strict=True)):
            x = self.x + place % across * (wide + _BOX_GAP)
            top = y + place // across * (box + _BOX_GAP)
            yield Box(x, top, wide, box, 0.7, Tone.LINE, radius=3)
            yield Text(x + 7, top + 14, elided(text, wide - 14, label, self.frame.measure), label)
            lines = int((box - 18) // 10)
            if answer and lines > 0:
                style = Style(8.0)
                yield from text_block(
                    answer, x + 7, top + 25, wide - 14, 10, style, self.frame.measure, lines=lines
                )
