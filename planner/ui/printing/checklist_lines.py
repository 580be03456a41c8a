"""The small lines of a printed checklist: what an item takes, its evidence, and room to write. Pure.

Sizes are points.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.domain.checklist_facts import ChecklistItem, Evidence, EvidenceKind, EvidenceRole
from planner.domain.web_links import may_be_opened
from planner.domain.wording import day_text, isolated
from planner.ui.printing.checklist_words import ChecklistWords
from planner.ui.printing.link_area import LinkArea
from planner.ui.printing.shapes import (
    Line,
    Measure,
    Shape,
    Style,
    Text,
    Tone,
    Weight,
    elided,
    text_block,
    wrapped,
)

MOST_ABOUT_LINES = 3
MOST_NOTE_LINES = 3
MOST_EVIDENCE = 5
TEXT_LEFT = 19.0
SMALL_LINE = 11.0
SIDE = Style(8.3, tone=Tone.MUTED)

_PROOF = Style(8.3)
_STRONG = Style(8.3, Weight.SEMIBOLD)
_LABEL_WIDE = 52.0
_HINT_LINES = 2
_WRITING_HIGH = 17.0
_MOST_WRITING = 240.0


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

    def lines(self, about: str) -> int:
        """How many small lines a text takes under a milestone's title."""
        return len(wrapped(about, self.wide - TEXT_LEFT, MOST_ABOUT_LINES, SIDE, self.measure))

    def small(self, about: str, y: float) -> list[Text]:
        """A text in these lines, its first baseline at `y`."""
        x, wide = self.left + TEXT_LEFT, self.wide - TEXT_LEFT
        return text_block(about, x, y, wide, SMALL_LINE, SIDE, self.measure, lines=MOST_ABOUT_LINES)


@dataclass(frozen=True, slots=True)
class SmallLine:
    """A text in a few lines: after its label, or right below the title where there is none.

    With `write` there is room to write by hand instead. A `url` is what the text leads to in a PDF.
    """

    frame: Frame
    label: str
    text: str
    wide: float
    lines: int = 1
    style: Style = SIDE
    url: str = ""
    write: bool = False

    @property
    def high(self) -> float:
        """More where one writes by hand."""
        return _WRITING_HIGH if self.write else SMALL_LINE * len(self._shown)

    def at(self, y: float) -> Iterator[Shape]:
        """The lines, their upper edge at `y`."""
        frame = self.frame
        x = frame.left + TEXT_LEFT
        base = y + (_WRITING_HIGH if self.write else SMALL_LINE) - 3.2
        if self.label:
            yield Text(x, base, elided(self.label, _LABEL_WIDE - 4, SIDE, frame.measure), SIDE)
            x += _LABEL_WIDE
        if self.write:
            yield Line(x, base + 1.5, min(x + _MOST_WRITING, frame.right), base + 1.5, 0.6, Tone.LINE)
        elif self.url:
            yield from self._link(x, base)
        else:
            yield from text_block(
                self.text, x, base, self.wide, SMALL_LINE, self.style, frame.measure, lines=self.lines
            )

    @property
    def _shown(self) -> list[str]:
        measure = self.frame.measure
        if self.url:
            return _link_lines(self.url, self.wide, self.lines, self.style, measure)
        return wrapped(self.text, self.wide, self.lines, self.style, measure)

    def _link(self, x: float, base: float) -> Iterator[Shape]:
        """A link, underlined, that leads where it says from each of its lines."""
        shown = self._shown
        changed = shown != [self.url]
        for number, line in enumerate(shown):
            whole = (self.url if number == 0 else "") if changed else None
            yield Text(x, base, line, self.style, whole=whole)
            base += SMALL_LINE
        base -= SMALL_LINE * len(shown)
        for line in shown:
            wide = self.frame.measure(line, self.style)
            yield Line(x, base + 1.6, x + wide, base + 1.6, 0.4, Tone.MUTED)
            yield LinkArea(x, base - 8, wide, SMALL_LINE, self.url)
            base += SMALL_LINE


def item_lines(item: ChecklistItem, frame: Frame, room: float) -> list[SmallLine]:
    """What stands below an item's title; `room` is how wide a line can be beside what stands at its right."""
    return list(_item_lines(item, frame, room))


def _item_lines(item: ChecklistItem, frame: Frame, room: float) -> Iterator[SmallLine]:
    words = frame.words
    done = words.done_on.format(day=day_text(item.done_on)) if item.done_on is not None else ""
    if frame.full:
        # The day first: a hint that is written from right to left would else turn the whole line around.
        about = " · ".join(each for each in (done, isolated(item.hint)) if each)
        if about:
            yield SmallLine(frame, "", about, room, _HINT_LINES)
        for each in item.evidence[:MOST_EVIDENCE]:
            yield _evidence(each, frame)
        if len(item.evidence) > MOST_EVIDENCE:
            yield SmallLine(frame, "", words.more.format(count=len(item.evidence) - MOST_EVIDENCE), room)
        if item.note.strip():
            yield _labelled(words.note, item.note, frame)
    if item.lacks_evidence:
        yield SmallLine(frame, "", words.without, room, style=_STRONG)
    if frame.full and item.needs_evidence and not item.evidence:
        yield SmallLine(frame, words.evidence, "", room, write=True)


def _evidence(evidence: Evidence, frame: Frame) -> SmallLine:
    words = frame.words
    by_kind = words.kinds[evidence.kind]
    label = by_kind if evidence.role is EvidenceRole.OTHER else words.roles[evidence.role]
    pressed = evidence.kind is EvidenceKind.LINK and may_be_opened(evidence.text)
    return _labelled(label, evidence.text, frame, evidence.text if pressed else "")


def _labelled(label: str, text: str, frame: Frame, url: str = "") -> SmallLine:
    room = frame.wide - TEXT_LEFT - _LABEL_WIDE
    return SmallLine(frame, label, text, room, MOST_NOTE_LINES, _PROOF, url=url)


def _link_lines(url: str, wide: float, lines: int, style: Style, measure: Measure) -> list[str]:
    """A link in lines as full as can be: a hyphen at a break would be taken for a part of it."""
    shown: list[str] = []
    rest = url
    while rest and len(shown) < lines - 1 and measure(rest, style) > wide:
        end = 1
        while measure(rest[: end + 1], style) <= wide:
            end += 1
        shown.append(rest[:end])
        rest = rest[end:]
    return [*shown, elided(rest, wide, style, measure)]
