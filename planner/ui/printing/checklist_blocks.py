"""What a printed checklist is put together from: phase bands, milestones' heads and items. Pure.

Each block knows its height and makes its shapes for the place where a page puts it. Sizes are points.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from planner.domain.checklist_facts import ChecklistItem
from planner.ui.printing.checklist_lines import SIDE, SMALL_LINE, TEXT_LEFT, Frame, item_lines
from planner.ui.printing.shapes import (
    Box,
    Diamond,
    Line,
    PhaseTone,
    Shape,
    Style,
    Tick,
    Tone,
    Weight,
    link_over,
    right,
    text_block,
    wrapped,
)

MOST_TITLE_LINES = 3
MOST_HEAD_LINES = 2

_BAND = Style(9.5, Weight.SEMIBOLD)
_HEAD = Style(10.6, Weight.BOLD)
_ITEM = Style(9.5)
_LINE = 12.0
_HEAD_LINE = 13.0
_GAP = 5.0
_STRIP = 3.0


class Block(Protocol):
    """A piece of a page that is never torn."""

    @property
    def height(self) -> float:
        """How much of the page it takes."""

    def at(self, y: float) -> Iterator[Shape]:
        """Its shapes and links, its upper edge at `y`."""


@dataclass(frozen=True, slots=True)
class Band:
    """A phase's name over its milestones, with how much of it is done and the phase's colour."""

    frame: Frame
    title: str
    side: str
    colour: int
    height: float = 26.0

    def at(self, y: float) -> Iterator[Shape]:
        """The band, and room below it."""
        frame = self.frame
        side = right(self.side, frame.right - 7, y + 12.8, SIDE, frame.measure)
        yield Box(frame.left, y, frame.wide, 18.5, 0, Tone.TINT, radius=2.5, fill=Tone.TINT)
        yield Box(frame.left, y, _STRIP, 18.5, 0, Tone.LINE, radius=1.2, fill=PhaseTone(self.colour))
        room = side.x - frame.left - 21
        left, measure = frame.left + 10, frame.measure
        yield from text_block(self.title, left, y + 12.8, room, 0, _BAND, measure, marked=True)
        yield side


@dataclass(frozen=True, slots=True)
class Head:
    """A milestone's diamond and title over its items, and what it is about."""

    frame: Frame
    title: str
    side: str
    colour: int
    about: str = ""

    @property
    def height(self) -> float:
        """The title's lines, and those of what it is about."""
        title = len(wrapped(self.title, self._room, MOST_HEAD_LINES, _HEAD, self.frame.measure))
        return 24.0 + (title - 1) * _HEAD_LINE + self.frame.lines(self.about) * SMALL_LINE

    def at(self, y: float) -> Iterator[Shape]:
        """The diamond and the texts, over a thin line."""
        frame = self.frame
        side = right(self.side, frame.right, y + 13, SIDE, frame.measure)
        yield Diamond(frame.left + 5, y + 9.4, 4.8, PhaseTone(self.colour))
        title = text_block(
            self.title,
            frame.left + TEXT_LEFT,
            y + 13,
            self._room,
            _HEAD_LINE,
            _HEAD,
            frame.measure,
            lines=MOST_HEAD_LINES,
            marked=True,
        )
        yield from title
        yield side
        y += 13 + (len(title) - 1) * _HEAD_LINE
        yield from frame.small(self.about, y + SMALL_LINE)
        y += frame.lines(self.about) * SMALL_LINE
        yield Line(frame.left, y + 5.5, frame.right, y + 5.5, 0.6, Tone.LINE)

    @property
    def _room(self) -> float:
        """How wide the title can be beside what stands at its right."""
        return self.frame.wide - self.frame.measure(self.side, SIDE) - TEXT_LEFT - 12


@dataclass(frozen=True, slots=True)
class Remark:
    """Quiet words: what a milestone is about, or that a checklist has no items."""

    frame: Frame
    text: str

    @property
    def height(self) -> float:
        """The lines, and room below them."""
        return self.frame.lines(self.text) * SMALL_LINE + 8.0

    def at(self, y: float) -> Iterator[Shape]:
        """The lines, where items would stand."""
        yield from self.frame.small(self.text, y + SMALL_LINE)


class ItemBlock:
    """One checklist item: a box to tick, what it is, and its evidence or room to write it down.

    `url` is the link of the activity that produces it: in a PDF its title leads there.
    """

    def __init__(self, item: ChecklistItem, url: str, frame: Frame) -> None:
        self._item = item
        self._url = url
        self._frame = frame
        words = frame.words
        need = words.required if item.required else words.optional
        self._side = f"{item.kind.value} · {need}"
        self._room = frame.wide - TEXT_LEFT - frame.measure(self._side, SIDE) - 16
        self._lines = len(wrapped(item.title, self._room, MOST_TITLE_LINES, _ITEM, frame.measure))
        self._below = item_lines(item, frame, self._room)

    @property
    def height(self) -> float:
        """The title's lines, and those below it."""
        return _GAP + _LINE * self._lines + sum(each.high for each in self._below) + 3.0

    def at(self, y: float) -> Iterator[Shape]:
        """The box with its tick, the title, and the lines below it."""
        frame, item = self._frame, self._item
        y += _GAP
        yield Box(frame.left, y - 0.2, 9.8, 9.8, 0.9, Tone.INK, radius=1.9)
        if item.done:
            yield Tick(frame.left, y - 0.2, 9.8)
        yield right(self._side, frame.right, y + 8.2, SIDE, frame.measure)
        x = frame.left + TEXT_LEFT
        title = text_block(
            item.title,
            x,
            y + 8.2,
            self._room,
            _LINE,
            _ITEM,
            frame.measure,
            lines=MOST_TITLE_LINES,
            marked=True,
        )
        yield from title
        for link in link_over(self._url, title, _LINE, frame.measure):
            yield link
            for line in title:
                end = line.x + frame.measure(line.text, line.style)
                yield Line(line.x, line.y + 1.9, end, line.y + 1.9, 0.4, Tone.MUTED)
        y += _LINE * self._lines
        for each in self._below:
            yield from each.at(y)
            y += each.high
