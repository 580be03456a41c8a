"""Dependencies as lines with arrowheads: plain, critical, and those of what is selected or pointed at."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from planner.ui.timeline.links import LinkMark
from planner.ui.timeline.mark_painting import FADED
from planner.ui.timeline.marks import Layout
from planner.ui.timeline.style import TimelineStyle

ARROW = 4.0
CLOSE_BY = 40.0
"""A title moves so far to the right at most, to stand clear of a dependency that leaves its bar."""

CORNER = 3.0
"""The radius of a bend."""


def paint_links(
    painter: QPainter, layout: Layout, style: TimelineStyle, selected: frozenset[str], lit: str | None
) -> None:
    """The dependencies that nothing points at, behind the bars."""
    plain = [each for each in layout.links if not _stands_out(each, selected, lit)]
    painter.setOpacity(FADED if any(each.faded for each in plain) else 1.0)
    _paint(painter, (each for each in plain if not each.critical), style.link)
    painter.setOpacity(1.0)
    _paint(painter, (each for each in plain if each.critical), style.link_critical)


def paint_lit_links(
    painter: QPainter, layout: Layout, style: TimelineStyle, selected: frozenset[str], lit: str | None
) -> None:
    """Those of what is selected or pointed at, over the bars: dashed into it, full out of it."""
    chosen = selected if lit is None else selected | {lit}
    _paint(painter, (each for each in layout.links if each.to_row in chosen), style.link_in)
    _paint(painter, (each for each in layout.links if each.from_row in chosen), style.link_strong)


def turns_beside(layout: Layout) -> dict[str, float]:
    """For each bar that dependencies leave to the right: the x where the last of them turns close by."""
    turns: dict[str, float] = {}
    for each in layout.links:
        left, turn = each.points[0][0], each.points[1][0]
        if left < turn < left + CLOSE_BY:
            turns[each.from_row] = max(turn, turns.get(each.from_row, turn))
    return turns


def _stands_out(link: LinkMark, selected: frozenset[str], lit: str | None) -> bool:
    return any(each == lit or each in selected for each in (link.from_row, link.to_row))


def _paint(painter: QPainter, links: Iterable[LinkMark], pen: QPen) -> None:
    """Links of one look as one path."""
    lines, heads = QPainterPath(), QPainterPath()
    for each in links:
        _trace(lines, heads, each)
    if lines.isEmpty():
        return
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(lines)
    painter.fillPath(heads, pen.color())


def _trace(lines: QPainterPath, heads: QPainterPath, link: LinkMark) -> None:
    points = [QPointF(round(x) + 0.5, round(y) + 0.5) for x, y in link.points]
    before, tip = points[-2], points[-1]
    dx, dy = tip.x() - before.x(), tip.y() - before.y()
    length = max(abs(dx), abs(dy))
    ux, uy = (dx / length, dy / length) if length else (0.0, 1.0)
    base = QPointF(tip.x() - ux * ARROW * 1.3, tip.y() - uy * ARROW * 1.3)
    corners = [*points[:-1], base]
    lines.moveTo(corners[0])
    for number in range(1, len(corners) - 1):
        _bend(lines, corners[number - 1], corners[number], corners[number + 1])
    lines.lineTo(base)
    heads.moveTo(tip)
    heads.lineTo(base.x() - uy * ARROW * 0.8, base.y() - ux * ARROW * 0.8)
    heads.lineTo(base.x() + uy * ARROW * 0.8, base.y() + ux * ARROW * 0.8)
    heads.closeSubpath()


def _bend(lines: QPainterPath, before: QPointF, corner: QPointF, after: QPointF) -> None:
    """A line up to a corner and round it, with as large a radius as both sides leave."""
    start, end = _towards(corner, before), _towards(corner, after)
    lines.lineTo(start)
    lines.quadTo(corner, end)


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    way = other - corner
    length = abs(way.x()) + abs(way.y())
    return corner + way * (min(CORNER, length / 2) / length) if length else corner
