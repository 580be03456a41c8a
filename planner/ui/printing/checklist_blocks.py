"""What a printed checklist is put together from: phase bands, milestones' heads and items. Pure.

Each block knows its height and makes its shapes for the place where a page puts it. Sizes are points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from planner.domain.items import ChecklistItem, Evidence, EvidenceKind, EvidenceRole
from planner.domain.web_links import may_be_opened
from planner.domain.wording import day_text
from planner.ui.printing.checklist_words import ChecklistWords
from planner.ui.printing.link_area import LinkArea
from planner.ui.printing.shapes import (
    Box,
    Diamond,
    Line,
    Measure,
    Shape,
    Style,
    Text,
    Tick,
    Tone,
    Weight,
    elided,
    right,
    wrapped,
)

MOST_TITLE_LINES = 3
MOST_NOTE_LINES = 3
MOST_EVIDENCE = 5

_BAND = Style(9.5, Weight.SEMIBOLD)
_HEAD = Style(10.6, Weight.BOLD)
_ITEM = Style(9.5)
_SIDE = Style(8.3, tone=Tone.MUTED)
_PROOF = Style(8.3)
_STRONG_SIDE = Style(8.3, Weight.SEMIBOLD)
_LABEL_WIDE = 52.0
_TEXT_LEFT = 19.0
_LINE = 12.0
_SMALL_LINE = 11.0
_GAP = 5.0
_MOST_WRITING = 240.0

Drawn = Shape | LinkArea


@dataclass(frozen=True, slots=True)
class Frame:
    """Between which edges blocks stand, how they measure, and their words. `full`: all there is to know."""

    left: float
    right: float
    measure: Measure
    words: ChecklistWords
    full: bool

    @property
    def wide(self) -> float:
        """The width of a block."""
        return self.right - self.left


class Block(Protocol):
    """A piece of a page that is never torn."""

    @property
    def height(self) -> float:
        """How much of the page it takes."""

    def at(self, y: float) -> Iterator[Drawn]:
        """Its shapes and links, its upper edge at `y`."""


@dataclass(frozen=True, slots=True)
class Band:
    """A phase's name over its milestones, with how much of it is done."""

    frame: Frame
    title: str
    side: str
    height: float = 26.0

    def at(self, y: float) -> Iterator[Drawn]:
        """The band, and room below it."""
        frame = self.frame
        side = right(self.side, frame.right - 7, y + 12.8, _SIDE, frame.measure)
        yield Box(frame.left, y, frame.wide, 18.5, 0, Tone.TINT, radius=2.5, fill=Tone.TINT)
        title = elided(self.title, side.x - frame.left - 18, _BAND, frame.measure)
        yield Text(frame.left + 7, y + 12.8, title, _BAND)
        yield side


@dataclass(frozen=True, slots=True)
class Head:
    """A milestone's diamond and title over its items; `lines` say what it is about."""

    frame: Frame
    title: str
    side: str
    lines: Sequence[str] = ()

    @property
    def height(self) -> float:
        """One line, and those of what it is about."""
        return 24.0 + len(self.lines) * _SMALL_LINE

    def at(self, y: float) -> Iterator[Drawn]:
        """The diamond and the texts, over a thin line."""
        frame = self.frame
        side = right(self.side, frame.right, y + 13, _SIDE, frame.measure)
        yield Diamond(frame.left + 5, y + 9.4, 4.8, Tone.INK)
        title = elided(self.title, side.x - frame.left - _TEXT_LEFT - 12, _HEAD, frame.measure)
        yield Text(frame.left + _TEXT_LEFT, y + 13, title, _HEAD)
        yield side
        y += 13
        for line in self.lines:
            y += _SMALL_LINE
            yield Text(frame.left + _TEXT_LEFT, y, line, _SIDE)
        yield Line(frame.left, y + 5.5, frame.right, y + 5.5, 0.6, Tone.LINE)


@dataclass(frozen=True, slots=True)
class Remark:
    """Quiet lines: what a milestone is about, or that a checklist has no items."""

    frame: Frame
    lines: Sequence[str]

    @property
    def height(self) -> float:
        """The lines, and room below them."""
        return len(self.lines) * _SMALL_LINE + 8.0

    def at(self, y: float) -> Iterator[Drawn]:
        """The lines, where items would stand."""
        for line in self.lines:
            y += _SMALL_LINE
            yield Text(self.frame.left + _TEXT_LEFT, y, line, _SIDE)


class ItemBlock:
    """One checklist item: a box to tick, what it is, and its evidence or room to write it down."""

    def __init__(self, item: ChecklistItem, frame: Frame) -> None:
        self._item = item
        self._frame = frame
        words = frame.words
        need = words.required if item.required else words.optional
        self._side = f"{item.kind.value} · {need}"
        side = frame.measure(self._side, _SIDE)
        self._room = frame.wide - _TEXT_LEFT - side - 16
        self._title = wrapped(item.title, self._room, MOST_TITLE_LINES, _ITEM, frame.measure)
        self._lines = list(self._below())

    @property
    def height(self) -> float:
        """The title's lines, and those below it."""
        title = _LINE * len(self._title)
        return _GAP + title + sum(each.high for each in self._lines) + 3.0

    def at(self, y: float) -> Iterator[Drawn]:
        """The box with its tick, the title, and the lines below it."""
        frame = self._frame
        y += _GAP
        yield Box(frame.left, y - 0.2, 9.8, 9.8, 0.9, Tone.INK, radius=1.9)
        if self._item.done:
            yield Tick(frame.left, y - 0.2, 9.8)
        yield right(self._side, frame.right, y + 8.2, _SIDE, frame.measure)
        for line in self._title:
            yield Text(frame.left + _TEXT_LEFT, y + 8.2, line, _ITEM)
            y += _LINE
        for each in self._lines:
            yield from each.at(y)
            y += each.high

    def _below(self) -> Iterator["_Line"]:
        item, frame, words = self._item, self._frame, self._frame.words
        done = words.done_on.format(day=day_text(item.done_on)) if item.done_on is not None else ""
        if frame.full:
            about = " · ".join(each for each in (item.hint, done) if each)
            yield from (_Line(frame, "", each) for each in self._small(about, 2))
            shown = item.evidence[:MOST_EVIDENCE]
            for each in shown:
                yield from self._evidence(each)
            if len(item.evidence) > len(shown):
                more = words.more.format(count=len(item.evidence) - len(shown))
                yield _Line(frame, "", more)
            if item.note.strip():
                yield from self._labelled(words.note, item.note)
        if item.lacks_evidence:
            yield _Line(frame, "", words.without, strong=True)
        if frame.full and item.needs_evidence and not item.evidence:
            yield _Line(frame, words.evidence, "", write=True)

    def _evidence(self, evidence: Evidence) -> Iterator["_Line"]:
        words = self._frame.words
        by_kind = words.kinds[evidence.kind]
        label = by_kind if evidence.role is EvidenceRole.OTHER else words.roles[evidence.role]
        pressed = evidence.kind is EvidenceKind.LINK and may_be_opened(evidence.text)
        yield from self._labelled(label, evidence.text, evidence.text if pressed else "")

    def _labelled(self, label: str, text: str, url: str = "") -> Iterator["_Line"]:
        room = self._frame.wide - _TEXT_LEFT - _LABEL_WIDE
        for number, line in enumerate(wrapped(text, room, MOST_NOTE_LINES, _PROOF, self._frame.measure)):
            yield _Line(self._frame, label if number == 0 else " ", line, url=url)

    def _small(self, text: str, lines: int) -> list[str]:
        return wrapped(text, self._room, lines, _SIDE, self._frame.measure)


@dataclass(frozen=True, slots=True)
class _Line:
    """A small line below a title: after its label, or right below the title where there is none."""

    frame: Frame
    label: str
    text: str
    url: str = ""
    strong: bool = False
    write: bool = False

    @property
    def high(self) -> float:
        """More where one writes by hand."""
        return 17.0 if self.write else _SMALL_LINE

    def at(self, y: float) -> Iterator[Drawn]:
        """The line, its upper edge at `y`."""
        frame = self.frame
        x = frame.left + _TEXT_LEFT
        base = y + self.high - 3.2
        if self.label.strip():
            yield Text(x, base, elided(self.label, _LABEL_WIDE - 4, _SIDE, frame.measure), _SIDE)
        if self.label:
            x += _LABEL_WIDE
        if self.write:
            yield Line(x, base + 1.5, min(x + _MOST_WRITING, frame.right), base + 1.5, 0.6, Tone.LINE)
            return
        style = _STRONG_SIDE if self.strong else _PROOF if self.label else _SIDE
        yield Text(x, base, self.text, style)
        if self.url:
            wide = frame.measure(self.text, style)
            yield Line(x, base + 1.6, x + wide, base + 1.6, 0.4, Tone.MUTED)
            yield LinkArea(x, base - 8, wide, 11, self.url)


def text_lines(text: str, frame: Frame, lines: int) -> list[str]:
    """A text in the small letters that stand under a milestone's title."""
    return wrapped(text, frame.wide - _TEXT_LEFT, lines, _SIDE, frame.measure)
