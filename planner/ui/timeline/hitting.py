"""What lies under a point of the chart: a bar's body, ends, range tail and link dots, or a dependency. No Qt.

From inside to outside a bar has its body, an edge of eight pixels at either end, where its range tail ends
another edge, and then the dot a link is drawn from. On a short bar the edges move outwards, so that its
middle can still be grabbed. No two of these share a pixel. What is written beside begins after the dot.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import hypot, inf

from planner.ui.timeline.dense import NEAR_PIXELS
from planner.ui.timeline.links import LinkMark
from planner.ui.timeline.marks import BarMark, DiamondMark, Layout, Mark, SummaryMark, box, landing_x
from planner.ui.timeline.rows import RowKind, Rows

EDGE_GRAB = 8.0
"""How wide an edge is to the pointer."""

LEAST_BODY = 8.0
"""How wide the middle of the shortest bar is to the pointer."""

DOT_RADIUS = 4.0
DOT_GRAB = 12.0
"""How wide a dot is to the pointer, from the edge outwards."""

AFTER_DOT = 5.0
"""Between a dot and what is written beside it."""

LINK_GRAB = 5.0
"""How near to a dependency's line the pointer must be."""

TARGET_REACH = 14.0
"""How far beside a bar or diamond a link can still be dropped on it."""

DOTTED_ROW_HEIGHT = 14.0
"""Lower rows have no room for dots."""


class Part(StrEnum):
    """What of a row lies under the pointer."""

    BODY = "body"
    LEFT_EDGE = "left edge"
    RIGHT_EDGE = "right edge"
    TAIL = "tail"
    START_DOT = "start dot"
    END_DOT = "end dot"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Hit:
    """A row, and what of it was hit."""

    id: str
    kind: RowKind
    part: Part


@dataclass(frozen=True, slots=True)
class Dots:
    """Where the two dots of a mark stand, by their middles."""

    start_x: float
    end_x: float
    y: float


def hit(layout: Layout, rows: Rows, x: float, y: float) -> Hit | None:
    """What lies at a point of the chart's body; None below the last row."""
    number = layout.row_at(x, y)
    if not 0 <= number < len(rows):
        return None
    row = rows.rows[number]
    mark = layout.mark_of(row.id)
    part = Part.ROW
    if mark is not None and abs(y - mark.y) <= max(layout.viewport.row_height / 2, NEAR_PIXELS):
        dots = dots_of(mark, layout.viewport.scale.width)
        part = _part(mark, x, dots if layout.viewport.row_height >= DOTTED_ROW_HEIGHT else None)
    return Hit(row.id, row.kind, part)


def dots_of(mark: Mark, width: float) -> Dots | None:
    """Where a link can be drawn from: outside a bar's edges and its tail, at a diamond's sides.

    In a chart this wide: where a tail ends out of view, the dot stands at the bar's own end.
    """
    if isinstance(mark, SummaryMark):
        return None
    left, right = _outer_edges(mark, width)
    return Dots(left - DOT_GRAB / 2, right + DOT_GRAB / 2, mark.y)


def after_dot(mark: BarMark | DiamondMark) -> float:
    """Where what is written beside a mark begins: clear of its tail and its dot."""
    return _outer_edges(mark, inf)[1] + DOT_GRAB / 2 + DOT_RADIUS + AFTER_DOT


def link_at(layout: Layout, rows: Rows, x: float, y: float) -> LinkMark | None:
    """The dependency whose line passes nearest to a point, within some pixels; none under a bar or diamond.

    Above and below what a row shows a line comes first: those from bar to bar have no other place.
    """
    found = hit(layout, rows, x, y)
    mark = layout.mark_of(found.id) if found is not None and found.part is not Part.ROW else None
    if mark is not None:
        _, top, _, bottom = box(mark)
        if top - 1 <= y <= bottom + 1:
            return None
    near = ((_distance(each.points, x, y), number) for number, each in enumerate(layout.links))
    distance, number = min(near, default=(LINK_GRAB + 1, 0))
    return layout.links[number] if distance <= LINK_GRAB else None


def joined_end(layout: Layout, rows: Rows, x: float, y: float) -> tuple[Mark, bool] | None:
    """The bar or diamond a link would be dropped on, and whether at its start: the left half.

    A diamond is one point in time, so whichever side is aimed at, it is joined at its start.
    """
    number = layout.row_at(x, y)
    mark = layout.mark_of(rows.rows[number].id) if 0 <= number < len(rows) else None
    if mark is None or isinstance(mark, SummaryMark):
        return None
    left, _, right, _ = box(mark)
    if not left - TARGET_REACH <= x <= right + TARGET_REACH:
        return None
    return mark, isinstance(mark, DiamondMark) or x < (left + right) / 2


def _part(mark: Mark, x: float, dots: Dots | None) -> Part:
    if isinstance(mark, SummaryMark):
        return Part.BODY if mark.x0 - 2 <= x <= mark.x1 + 2 else Part.ROW
    if isinstance(mark, DiamondMark) and abs(x - mark.x) <= mark.radius + 2:
        return Part.BODY
    if isinstance(mark, BarMark) and (part := _part_of_bar(mark, x)) is not None:
        return part
    if dots is None:
        return Part.ROW
    if -DOT_GRAB / 2 <= x - dots.start_x < DOT_GRAB / 2:
        return Part.START_DOT
    return Part.END_DOT if -DOT_GRAB / 2 < x - dots.end_x <= DOT_GRAB / 2 else Part.ROW


def _part_of_bar(mark: BarMark, x: float) -> Part | None:
    left, right = _body(mark)
    if left < x < right:
        return Part.BODY
    if left - EDGE_GRAB <= x <= left:
        return Part.LEFT_EDGE
    if right <= x <= right + EDGE_GRAB:
        return Part.RIGHT_EDGE
    if mark.tail_x > mark.x1 and abs(x - _tail_middle(mark)) <= EDGE_GRAB / 2:
        return Part.TAIL
    return None


def _body(mark: BarMark) -> tuple[float, float]:
    """From where to where a bar is grabbed by its middle; a short one also a little beside it."""
    middle = (mark.x0 + mark.x1) / 2
    half = max((mark.x1 - mark.x0) / 2 - EDGE_GRAB / 2, LEAST_BODY / 2)
    return middle - half, middle + half


def _outer_edges(mark: BarMark | DiamondMark, width: float) -> tuple[float, float]:
    """Where what else can be grabbed or read ends, left and right; the dots lie outside of it."""
    if isinstance(mark, DiamondMark):
        return _beside_diamonds(mark)
    left, right = _body(mark)
    right += EDGE_GRAB
    if mark.tail_x > mark.x1 and (right + DOT_GRAB > width or _tail_end(mark) + DOT_GRAB <= width):
        right = _tail_end(mark)
    return left - EDGE_GRAB, right


def _beside_diamonds(mark: DiamondMark) -> tuple[float, float]:
    """Left and right of a diamond, and of where its work lands if a dot would cover that."""
    reach = mark.radius + 2
    left, right = mark.x - reach, mark.x + reach
    lands = landing_x(mark)
    if lands is not None and left - DOT_GRAB - reach < lands < mark.x:
        left = lands - reach
    elif lands is not None and mark.x < lands < right + DOT_GRAB + reach:
        right = lands + reach
    return left, right


def _tail_end(mark: BarMark) -> float:
    """Where the edge at the tail's end ends."""
    return _tail_middle(mark) + EDGE_GRAB / 2


def _tail_middle(mark: BarMark) -> float:
    """The middle of the edge at the tail's end, never over the bar's own edge."""
    return max(mark.tail_x, _body(mark)[1] + EDGE_GRAB * 1.5)


def _distance(points: tuple[tuple[float, float], ...], x: float, y: float) -> float:
    """How far a point is from a line of straight pieces."""
    return min(
        _piece_distance(*points[number], *points[number + 1], x, y) for number in range(len(points) - 1)
    )


def _piece_distance(x0: float, y0: float, x1: float, y1: float, x: float, y: float) -> float:
    dx, dy = x1 - x0, y1 - y0
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((x - x0) * dx + (y - y0) * dy) / length)) if length else 0.0
    return hypot(x - x0 - along * dx, y - y0 - along * dy)
