"""The bars and diamonds of rows too low to read, many in one stroke. No widgets here.

What falls on the same line of pixels in the same colour is painted once, so that ten thousand rows cost no
more than the chart has lines.
"""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from planner.ui.timeline.dense import DenseMarks, Flags, Floats, Numbers, link_lines, merged, rows_with
from planner.ui.timeline.forecast_painting import paint_low_bands
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.strokes import diamond
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.tints import LATE

SHAPED_ROW_HEIGHT = 6.0
"""From here on bars are soft with what is done solid, and diamonds are diamonds; lower, all are ticks."""

LINKED_ROW_HEIGHT = 5.0
"""In lower rows dependencies are those of the selected items alone."""

LEAST_BAND = 3.0
MOST_TIPS = 50
TICK_WIDTH = 3.0
GROUND_ALPHA = 0.55
PALE_ALPHA = 0.25
"""Behind bars that are soft themselves."""

MOST_LINKS = 3000
"""Lines beyond this many would only blacken the chart."""


def paint_dense(
    painter: QPainter,
    marks: DenseMarks,
    viewport: Viewport,
    style: TimelineStyle,
    selected: frozenset[str],
) -> None:
    """The rows in view, with dependencies behind them; those of the selected items in the accent."""
    paint_chosen_rows(painter, marks, selected, viewport, viewport.scale.width, style)
    first, last = _in_view(marks, viewport)
    inside = np.zeros(len(marks.x0), np.bool_)
    inside[first : last + 1] = True
    inside &= (
        (marks.x1 >= marks.x0) & (marks.x1 > -TICK_WIDTH) & (marks.x0 < viewport.scale.width + TICK_WIDTH)
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if viewport.row_height >= LINKED_ROW_HEIGHT:
        _paint_links(painter, link_lines(marks), viewport, style.link)
    if selected:
        _paint_links(painter, link_lines(marks, selected), viewport, style.link_strong)
    facts, shaped = marks.facts, viewport.row_height >= SHAPED_ROW_HEIGHT
    _paint_groups(painter, marks, first, last, viewport, style)
    paint_low_bands(painter, marks, viewport, slice(first, last + 1), style)
    bars = inside & facts.bars
    soft = bars & marks.faded if not shaped else bars
    _fill(painter, marks.x0, marks.x1, soft, facts.colours, viewport, style, solid=False)
    if not shaped:
        _fill(painter, marks.x0, marks.x1, bars & ~marks.faded, facts.colours, viewport, style)
    done = marks.x0 + (marks.x1 - marks.x0) * facts.done
    begun = bars & (facts.done > 0)
    if shaped:
        _fill(painter, marks.x0, done, begun, facts.colours, viewport, style)
    else:
        _fill(painter, marks.x0, done, begun, facts.colours, viewport, style, ink="text")
    _paint_diamonds(painter, marks, inside & facts.diamonds, viewport, style)


def paint_dense_ghosts(
    painter: QPainter, before: DenseMarks, after: DenseMarks, viewport: Viewport, style: TimelineStyle
) -> None:
    """Where things stood before a drag, as thin lines."""
    gone = (before.x1 >= before.x0) & ((before.x0 != after.x0) | (before.x1 != after.x1))
    gone &= before.facts.nodes >= 0
    rows = np.arange(len(before.x0))
    top = (rows + 0.5) * viewport.row_height - viewport.top
    gone &= (top >= 0) & (top <= viewport.height)
    line = viewport if viewport.row_height < 2 else None
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if line is not None:
        _fill(painter, before.x0, before.x1, gone, rows * 0, viewport, style, ink="text_faint")
        return
    rects = [
        QRectF(x0, y, max(x1 - x0, 2.0), 1.0)
        for x0, x1, y in zip(
            before.x0[gone].tolist(), before.x1[gone].tolist(), top[gone].tolist(), strict=True
        )
    ]
    _paint_rects(painter, rects, style.colour("text_faint"))


def paint_chosen_rows(
    painter: QPainter,
    marks: DenseMarks,
    selected: frozenset[str],
    viewport: Viewport,
    width: float,
    style: TimelineStyle,
) -> None:
    """The selected rows as bands wide enough to be found among thousands; few have a tip at the left edge."""
    rows = rows_with(marks.rows, selected) if selected else np.zeros(0, np.int64)
    high = max(viewport.row_height, LEAST_BAND)
    tops = np.round((rows + 0.5) * viewport.row_height - viewport.top - high / 2)
    for top in sorted(set(tops[(tops > -high) & (tops < viewport.height)].tolist())):
        painter.fillRect(QRectF(0, top, width, round(high)), style.colour("accent_soft"))
        if len(rows) <= MOST_TIPS:
            y = top + high / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent"))
            painter.drawPolygon(QPolygonF([QPointF(0, y - 5), QPointF(7, y), QPointF(0, y + 5)]))


def paint_row_ticks(
    painter: QPainter, marks: DenseMarks, viewport: Viewport, left: float, width: float, style: TimelineStyle
) -> None:
    """A tick for each row beside the chart, as much of it dark as is done; a dark point for a milestone."""
    facts, (first, last) = marks.facts, _in_view(marks, viewport)
    seen = np.zeros(len(marks.x0), np.bool_)
    seen[first : last + 1] = True
    x0 = np.full(len(marks.x0), left)
    places = facts.colours, viewport, style
    _fill(painter, x0, x0 + width, seen & facts.bars, *places, solid=False)
    _fill(painter, x0, x0 + width * facts.done, seen & facts.bars & (facts.done > 0), *places)
    _fill(painter, x0 + width, x0 + width + TICK_WIDTH, seen & facts.diamonds, *places, ink="text")


def colour_of(style: TimelineStyle, number: int, *, solid: bool = True) -> QColor:
    """The colour with a number, full or as a ground."""
    if number == LATE:
        return style.colour("danger")
    colours = style.phase(number)
    return colours.solid if solid else colours.soft


def _in_view(marks: DenseMarks, viewport: Viewport) -> tuple[int, int]:
    """The first and the last row in view."""
    return max(viewport.row_at(0), 0), min(viewport.row_at(viewport.height), len(marks.x0) - 1)


def _fill(
    painter: QPainter,
    x0: Floats,
    x1: Floats,
    which: Flags,
    colours: Numbers,
    viewport: Viewport,
    style: TimelineStyle,
    *,
    solid: bool = True,
    ink: str = "",
) -> None:
    """Stretches of rows as rectangles, one stroke a colour."""
    rows = np.flatnonzero(which)
    if not rows.size:
        return
    ratio = painter.device().devicePixelRatioF()
    x0, x1, colours = x0[rows], np.maximum(x1[rows], x0[rows] + 1.0), colours[rows]
    lefts, rights, tops, colours, high = _rectangles(rows, x0, x1, colours, viewport, ratio)
    width = viewport.scale.width
    lefts, rights = np.maximum(lefts, -4.0), np.minimum(rights, width + 4.0)
    for colour in sorted(set(colours.tolist())):
        mine = colours == colour
        rects = [
            QRectF(left, top, right - left, high)
            for left, right, top in zip(
                lefts[mine].tolist(), rights[mine].tolist(), tops[mine].tolist(), strict=True
            )
        ]
        _paint_rects(painter, rects, style.colour(ink) if ink else colour_of(style, colour, solid=solid))


def _rectangles(
    rows: Numbers, x0: Floats, x1: Floats, colours: Numbers, viewport: Viewport, ratio: float
) -> tuple[Floats, Floats, Floats, Numbers, float]:
    """Lefts, rights, tops and colours of what to paint, and how high it is: whole lines of device pixels."""
    low = viewport.row_height * ratio
    if low >= 3:
        high = max(round(low * 0.7), 2) / ratio
        tops = np.round(((rows + 0.5) * viewport.row_height - viewport.top - high / 2) * ratio) / ratio
        return x0, x1, tops, colours, high
    lines = np.floor(((rows + 0.5) * viewport.row_height - viewport.top) * ratio).astype(np.int64)
    order, begins = merged(lines, colours, x0, x1)
    starts = np.flatnonzero(begins)
    rights = np.maximum.reduceat(x1[order], starts)
    firsts = order[starts]
    return x0[firsts], rights, lines[firsts] / ratio, colours[firsts], 1 / ratio


def _paint_groups(
    painter: QPainter, marks: DenseMarks, first: int, last: int, viewport: Viewport, style: TimelineStyle
) -> None:
    """Groups as lines from their first day to their last, over a ground as far down as they reach."""
    high = round(min(max(viewport.row_height * 0.35, 1.0), 4.0))
    groups = (marks.facts.nodes < 0) & (marks.x1 >= marks.x0) & (marks.facts.lasts >= first)
    for row in np.flatnonzero(groups[: last + 1]).tolist():
        below = int(marks.facts.lasts[row])
        left, right = max(float(marks.x0[row]), -4.0), min(float(marks.x1[row]), viewport.scale.width + 4.0)
        if right <= left:
            continue
        top = row * viewport.row_height - viewport.top
        ground = QColor(colour_of(style, int(marks.facts.colours[row]), solid=False))
        ground.setAlphaF(PALE_ALPHA if viewport.row_height >= SHAPED_ROW_HEIGHT else GROUND_ALPHA)
        painter.fillRect(
            QRectF(left, top, right - left, (below + 1 - row) * viewport.row_height).toAlignedRect(), ground
        )
        solid = colour_of(style, int(marks.facts.colours[row]), solid=True)
        painter.fillRect(
            QRectF(left, round(top + viewport.row_height / 2 - high / 2), right - left, high), solid
        )


def _paint_diamonds(
    painter: QPainter, marks: DenseMarks, which: Flags, viewport: Viewport, style: TimelineStyle
) -> None:
    rows = np.flatnonzero(which)
    if viewport.row_height < SHAPED_ROW_HEIGHT:
        wide, rows_inks = TICK_WIDTH / 2, np.zeros_like(marks.facts.colours)
        for late, ink in ((False, "text"), (True, "danger")):
            mine = which & (marks.late == late)
            x0, x1 = marks.x0 - wide, marks.x0 + wide
            _fill(painter, x0, x1, mine, rows_inks, viewport, style, ink=ink)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = viewport.row_height * 0.45
    for row in rows.tolist():
        late = bool(marks.late[row])
        colour = colour_of(style, int(marks.facts.colours[row]), solid=True)
        painter.setBrush(style.colour("danger") if late else colour)
        painter.drawPolygon(diamond(float(marks.x0[row]), viewport.middle_of(row), radius))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_links(painter: QPainter, links: npt.NDArray[np.float64], viewport: Viewport, pen: QPen) -> None:
    """Dependencies as a line down and a line across, those that cross what is in view."""
    if not len(links):
        return
    leaves, enters = links[:, 0], links[:, 2]
    y0, y1 = ((links[:, each] + 0.5) * viewport.row_height - viewport.top for each in (1, 3))
    seen = (np.maximum(y0, y1) >= 0) & (np.minimum(y0, y1) <= viewport.height)
    seen &= (np.maximum(leaves, enters) >= 0) & (np.minimum(leaves, enters) <= viewport.scale.width)
    # A line shorter than some pixels is hidden by the bars it joins.
    seen &= (np.abs(y1 - y0) >= 3) | (np.abs(enters - leaves) >= 6)
    chosen = np.flatnonzero(seen)
    if chosen.size > MOST_LINKS:
        longest = np.argsort(np.abs(y1 - y0)[chosen])[-MOST_LINKS:]
        chosen = chosen[longest]
    lines = []
    for x0, top, x1, foot in zip(
        leaves[chosen].tolist(),
        y0[chosen].tolist(),
        enters[chosen].tolist(),
        y1[chosen].tolist(),
        strict=True,
    ):
        lines += [QLineF(x0, top, x0, foot), QLineF(x0, foot, x1, foot)]
    painter.setPen(pen)
    painter.drawLines(lines)


def _paint_rects(painter: QPainter, rects: list[QRectF], colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawRects(rects)
