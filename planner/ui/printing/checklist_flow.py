"""Pages(...).put(part): milestones of a checklist laid from column to column and page to page. Pure.

Sizes are points from a page's top left corner. What does not fit goes on in the next column or on the next
page, under the names of the phase and the milestone it belongs to; no item stands alone there or is left
alone under its heads.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from planner.domain.wording import isolated, long_day_text
from planner.ui.printing.checklist_blocks import Block
from planner.ui.printing.checklist_lines import Frame
from planner.ui.printing.shapes import (
    Line,
    Shape,
    Style,
    Text,
    Tone,
    Weight,
    elided,
    moved,
    right,
    text_block,
)

MARGIN = 36.0
COLUMN_GAP = 30.0

_TITLE = Style(17.2, Weight.BOLD)
_TITLE_AGAIN = Style(10.6, Weight.BOLD)
_ABOUT = Style(9.4, tone=Tone.MUTED)
_PROGRAM = Style(9.4, Weight.SEMIBOLD, Tone.MUTED)
_STAMP = Style(7.8, tone=Tone.MUTED)
_FOOT = 24.0
_PART_GAP = 9.0
_KEPT = 2
"""Items that stay together at a page's foot and at a page's head, where a milestone has so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFacts:
    """What the pages say of themselves: when they were printed, and from which revision."""

    printed: date
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistPage:
    """One page: what is drawn on it, links among it, and the milestones that begin on it."""

    shapes: list[Shape]
    begins: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Part:
    """A milestone's blocks: the phase's band where it begins one, its head, its items.

    The `again` blocks stand on the next page over what goes on there.
    """

    band: Block | None
    band_again: Block | None
    head: Block | None
    head_again: Block | None
    items: tuple[Block, ...]
    bookmark: str

    @property
    def least(self) -> float:
        """The height that has to be free: no head stands over a single item at a page's foot."""
        together = self.items if len(self.items) < 2 * _KEPT else self.items[:_KEPT]
        return sum(each.height for each in (self.band, self.head, *together) if each is not None)


@dataclass(frozen=True, slots=True)
class Heading:
    """The words at the head of the pages. Where `context` and `state` do not fit, the context gives way."""

    title: str
    context: str
    state: str
    warning: str


class Pages:
    """Pages while they are filled, from the first to the last."""

    def __init__(self, heading: Heading, facts: PrintFacts, whole: Frame, column: Frame, high: float) -> None:
        """Blocks are laid out for a `column`, and headers for the `whole` page."""
        self._heading = heading
        self._facts = facts
        self._frame = whole
        self._step = column.wide + COLUMN_GAP
        self._columns = 1 if column == whole else 2
        self._column = self._columns
        self._foot = high - MARGIN
        self._bottom = self._foot - _FOOT
        self._pages: list[ChecklistPage] = []
        self._fresh = True
        self._begin()

    def put(self, part: Part) -> None:
        """Put a milestone after what is there, on a new page where its beginning does not fit."""
        gap = 0.0 if self._fresh else _PART_GAP
        if not self._fresh and self._y + gap + part.least > self._bottom:
            self._begin()
            self._draw(part.band or part.band_again)
        else:
            self._y += gap
            self._draw(part.band)
        if part.bookmark:
            self._pages[-1].begins.append(part.bookmark)
        self._draw(part.head)
        here = 0
        for place, item in enumerate(part.items):
            last = part.items[place:] if len(part.items) - place == _KEPT else (item,)
            room = sum(each.height for each in (last if here >= _KEPT else (item,)))
            if not self._fresh and self._y + room > self._bottom:
                self._begin()
                self._draw(part.band_again)
                self._draw(part.head_again)
                here = 0
            self._draw(item)
            here += 1

    def finish(self) -> list[ChecklistPage]:
        """All pages, each with its number."""
        for number, page in enumerate(self._pages, start=1):
            page.shapes.extend(self._footer(number))
        return self._pages

    def _draw(self, block: Block | None) -> None:
        if block is None:
            return
        x = self._column * self._step
        self._pages[-1].shapes.extend(moved(each, x) for each in block.at(self._y))
        self._y += block.height
        self._fresh = False

    def _begin(self) -> None:
        """Begin the next column, on a new page after the last one."""
        self._column += 1
        if self._column >= self._columns:
            self._column = 0
            header = self._header_again() if self._pages else self._header()
            self._pages.append(ChecklistPage(shapes=list(header)))
        self._y = 92.0 if len(self._pages) == 1 else 64.0
        self._fresh = True

    def _header(self) -> Iterator[Shape]:
        frame, measure, words = self._frame, self._frame.measure, self._frame.words
        printed = self._stamp()
        yield from text_block(self._heading.title, frame.left, 54, frame.wide - 60, 0, _TITLE, measure)
        yield right(words.program, frame.right, 54, _PROGRAM, measure)
        room = frame.wide - measure(printed, _STAMP) - 14
        left = max(room - measure(self._heading.state, _ABOUT), 0.2 * room)
        about = isolated(elided(self._heading.context, left, _ABOUT, measure)) + self._heading.state
        yield Text(frame.left, 70, elided(about, room, _ABOUT, measure), _ABOUT)
        yield right(printed, frame.right, 70, _STAMP, measure)
        yield Line(frame.left, 80, frame.right, 80, 1.2, Tone.MUTED)

    def _header_again(self) -> Iterator[Shape]:
        frame, measure = self._frame, self._frame.measure
        printed = self._stamp()
        room = frame.wide - measure(printed, _STAMP) - 14
        yield from text_block(self._heading.title, frame.left, 47, room, 0, _TITLE_AGAIN, measure)
        yield right(printed, frame.right, 47, _STAMP, measure)
        yield Line(frame.left, 53, frame.right, 53, 0.9, Tone.MUTED)

    def _stamp(self) -> str:
        printed, revision = long_day_text(self._facts.printed), self._facts.revision
        return self._frame.words.printed.format(day=printed, revision=revision)

    def _footer(self, number: int) -> Iterator[Shape]:
        frame, measure = self._frame, self._frame.measure
        page = frame.words.page.format(page=number, pages=len(self._pages))
        yield Line(frame.left, self._foot - 12, frame.right, self._foot - 12, 0.9, Tone.MUTED)
        if self._heading.warning:
            strong = Style(_STAMP.size, Weight.SEMIBOLD)
            yield Text(frame.left, self._foot, self._heading.warning, strong)
        yield right(page, frame.right, self._foot, _STAMP, measure)
