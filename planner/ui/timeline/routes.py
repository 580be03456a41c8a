"""How a dependency runs from row to row: at right angles, clear of bars and of other lines. Pure, no Qt.

A line leaves an end sideways, goes down (or up) in one column of the chart and enters the other end from
above or from the side. Of the columns that could serve, the one is taken that runs through the fewest bars
of the rows between; lines that share neither end keep some pixels between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.ui.timeline.places import LINK_STUB, Viewport
from planner.ui.timeline.rows import RowKind

Point = tuple[float, float]

INSIDE = 4.0
"""How far behind its edge a bar is entered from above."""

APART = 4.0
"""Between two lines side by side."""

TRIES = (0.0, APART, -APART, 2 * APART, -2 * APART, 3 * APART)
"""By how much a column gives way to lines that are there already."""

CAREFUL = 150
"""With more lines than this in view no one follows a single one, and columns are taken as they come."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a dependency: its item, row and place, what stands there, and which end of it is joined."""

    node: str
    row: int
    x: float
    shape: RowKind
    at_end: bool


@dataclass(frozen=True, slots=True)
class _Column:
    """A piece of a line that runs up or down, from top to foot."""

    top: float
    foot: float
    before: str
    after: str


class Router:
    """Finds a way for one dependency after the other; `spans` are the places of bars from row `first` on."""

    def __init__(self, viewport: Viewport, first: int, spans: Sequence[tuple[float, float] | None]) -> None:
        self._viewport = viewport
        self._first = first
        self._spans = spans
        self._columns: dict[int, list[tuple[float, _Column]]] = {}
        self._count = 0

    def route(self, source: End, target: End) -> tuple[Point, ...]:
        """The corners of a line from one end to the other, both included."""
        self._count += 1
        y0, y1 = self._viewport.middle_of(source.row), self._viewport.middle_of(target.row)
        if source.row == target.row:
            return (source.x, y0), (target.x, y1)
        down = 1.0 if y1 > y0 else -1.0
        tip = y1 - down * self._reach(target)
        leaves = 1.0 if source.at_end else -1.0
        into = self._into(target)
        if (into - source.x) * leaves >= 0:
            return self._over_and_down(source, target, y0, y1, tip, into)
        if self._same_day(source, target):
            shared = (source.x + target.x) / 2
            for end in (source, target):
                shared = end.x if end.shape is RowKind.MILESTONE else shared
            return (shared, y0 + down * self._reach(source)), (shared, tip)
        return self._around(source, target, y0, y1, tip, down)

    def _over_and_down(
        self, source: End, target: End, y0: float, y1: float, tip: float, into: float
    ) -> tuple[Point, ...]:
        """Sideways, and down where fewest bars are in the way: into the top, or before the side entered."""
        best = (self._crossed(into, source.row, target.row), 0, into)
        if best[0]:
            best = min([best, *self._other_columns(source, target)])
        _, at_side, x = best
        if not at_side:
            x = self._clear(x, y0, tip, source, target, self._entry_room(target))
            return (source.x, y0), (x, y0), (x, tip)
        way = 1.0 if source.at_end else -1.0
        room = sorted((source.x + way * INSIDE, target.x - way * INSIDE))
        x = self._clear(x, y0, y1, source, target, (room[0], room[1]))
        return (source.x, y0), (x, y0), (x, y1), (target.x, y1)

    def _other_columns(self, source: End, target: End) -> Iterator[tuple[int, int, float]]:
        """Columns between two ends that face each other, with how many bars each runs through.

        They lead to the side of what is entered; the nearer to it the better, which the number between says.
        """
        if target.shape is not RowKind.ACTIVITY or target.at_end is source.at_end:
            return
        way = 1.0 if source.at_end else -1.0
        near, far = source.x + way * LINK_STUB, target.x - way * LINK_STUB
        spans = [span for span in self._between(source.row, target.row) if span is not None]
        beside = [span[1] + INSIDE if source.at_end else span[0] - INSIDE for span in spans]
        for number, x in enumerate((far, near, *beside), 1):
            if (x - near) * way >= 0 and (far - x) * way >= 0:
                yield self._crossed(x, source.row, target.row), number, x

    def _around(
        self, source: End, target: End, y0: float, y1: float, tip: float, down: float
    ) -> tuple[Point, ...]:
        """Back to an end that lies behind: through the gap between two rows."""
        leaves = 1.0 if source.at_end else -1.0
        lane = y1 - down * self._viewport.row_height / 2
        stub = self._clear(source.x + leaves * LINK_STUB, y0, lane, source, target, None)
        if target.shape is not RowKind.ACTIVITY:
            return (source.x, y0), (stub, y0), (stub, lane), (target.x, lane), (target.x, tip)
        enters = LINK_STUB + 3 if target.at_end else -LINK_STUB - 3
        side = self._clear(target.x + enters, lane, y1, source, target, None)
        return (source.x, y0), (stub, y0), (stub, lane), (side, lane), (side, y1), (target.x, y1)

    def _into(self, target: End) -> float:
        """The column that enters a bar from above, just inside its edge; a diamond at its tip."""
        if target.shape is not RowKind.ACTIVITY:
            return target.x
        return target.x + (-INSIDE if target.at_end else INSIDE)

    def _entry_room(self, target: End) -> tuple[float, float]:
        """How far the column into a bar's top can give way: not over its edges, for a diamond not at all."""
        into = self._into(target)
        number = target.row - self._first
        span = self._spans[number] if 0 <= number < len(self._spans) else None
        if target.shape is not RowKind.ACTIVITY or span is None:
            return into, into
        return min(span[0] + 2, into), max(min(span[1] - 2, target.x + 5 * INSIDE), into)

    def _reach(self, end: End) -> float:
        """From the middle of what stands at an end to its top or foot."""
        if end.shape is RowKind.MILESTONE:
            return self._viewport.diamond_radius
        return self._viewport.bar_height / 2

    def _same_day(self, source: End, target: End) -> bool:
        """Whether work goes on within the day that another ends on: a line straight down joins the two."""
        return (
            source.at_end
            and not target.at_end
            and source.x - target.x <= self._viewport.scale.px_per_day + 0.5
        )

    def _between(self, row: int, other: int) -> Sequence[tuple[float, float] | None]:
        """The bars of the rows in view that lie between two rows."""
        low, high = sorted((row, other))
        return self._spans[max(low + 1 - self._first, 0) : max(high - self._first, 0)]

    def _crossed(self, x: float, row: int, other: int) -> int:
        """How many bars a column runs through."""
        if self._count > CAREFUL:
            return 0
        return sum(span is not None and span[0] - 3 < x < span[1] + 3 for span in self._between(row, other))

    def _clear(
        self, x: float, y0: float, y1: float, source: End, target: End, room: tuple[float, float] | None
    ) -> float:
        """The column at x, or one close by where another line runs there already; and note it."""
        if self._count > CAREFUL:
            return x
        piece = _Column(min(y0, y1), max(y0, y1), source.node, target.node)
        for shift in TRIES:
            place = x + shift
            if room is not None and not room[0] <= place <= room[1]:
                continue
            if not self._taken(place, piece):
                break
        else:
            place = x
        self._columns.setdefault(int(place // APART), []).append((place, piece))
        return place

    def _taken(self, x: float, piece: _Column) -> bool:
        slot = int(x // APART)
        return any(
            abs(place - x) < APART - 0.5
            and other.top < piece.foot
            and piece.top < other.foot
            and other.before != piece.before
            and other.after != piece.after
            for near in (slot - 1, slot, slot + 1)
            for place, other in self._columns.get(near, ())
        )
