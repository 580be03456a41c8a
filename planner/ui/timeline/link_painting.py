"""Dependencies as lines with arrowheads: plain, critical, and those of what is selected or pointed at.

Where a title stands in the way, a line passes behind it: it ends before and goes on after the words. That is
done by leaving pieces out, as a clip would not reach every kind of picture.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from planner.ui.timeline.links import LinkMark
from planner.ui.timeline.marks import Layout
from planner.ui.timeline.style import FADED, TimelineStyle
from planner.ui.timeline.titles import Title

ARROW = 4.0
CORNER = 3.0
"""The radius of a bend."""


def paint_links(
    painter: QPainter,
    layout: Layout,
    titles: Sequence[Title],
    style: TimelineStyle,
    selected: frozenset[str],
    lit: str | None,
) -> None:
    """The dependencies that nothing points at, behind the bars."""
    plain = [each for each in layout.links if not _stands_out(each, selected, lit)]
    words = _areas(titles)
    painter.setOpacity(FADED if any(each.faded for each in plain) else 1.0)
    _paint(painter, (each for each in plain if not each.critical), words, style.link)
    painter.setOpacity(1.0)
    _paint(painter, (each for each in plain if each.critical), words, style.link_critical)


def paint_lit_links(
    painter: QPainter,
    layout: Layout,
    titles: Sequence[Title],
    style: TimelineStyle,
    selected: frozenset[str],
    lit: str | None,
) -> None:
    """Those of what is selected or pointed at, over the bars: dashed into it, full out of it."""
    chosen = selected if lit is None else selected | {lit}
    if not chosen:
        return
    words = _areas(titles)
    _paint(painter, (each for each in layout.links if each.to_row in chosen), words, style.link_in)
    _paint(painter, (each for each in layout.links if each.from_row in chosen), words, style.link_strong)


def _stands_out(link: LinkMark, selected: frozenset[str], lit: str | None) -> bool:
    return any(each == lit or each in selected for each in (link.from_row, link.to_row))


def _areas(titles: Iterable[Title]) -> list[QRectF]:
    """The room of the titles beside, from top to bottom."""
    return [each.area for each in titles if not each.inside]


def _paint(painter: QPainter, links: Iterable[LinkMark], words: Sequence[QRectF], pen: QPen) -> None:
    """Links of one look as one path."""
    lines, heads = QPainterPath(), QPainterPath()
    for each in links:
        _trace(lines, heads, each, words)
    if lines.isEmpty():
        return
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(lines)
    painter.fillPath(heads, pen.color())


def _trace(lines: QPainterPath, heads: QPainterPath, link: LinkMark, words: Sequence[QRectF]) -> None:
    points = [QPointF(round(x) + 0.5, round(y) + 0.5) for x, y in link.points]
    before, tip = points[-2], points[-1]
    dx, dy = tip.x() - before.x(), tip.y() - before.y()
    length = max(abs(dx), abs(dy))
    ux, uy = (dx / length, dy / length) if length else (0.0, 1.0)
    base = QPointF(tip.x() - ux * ARROW * 1.3, tip.y() - uy * ARROW * 1.3)
    corners = [*points[:-1], base]
    near = _in_the_way(corners, words)
    lines.moveTo(corners[0])
    begin = corners[0]
    for number in range(1, len(corners) - 1):
        corner = corners[number]
        end, onwards = _towards(corner, corners[number - 1]), _towards(corner, corners[number + 1])
        _line(lines, begin, end, near)
        if any(each.contains(corner) for each in near):
            lines.moveTo(onwards)
        else:
            lines.quadTo(corner, onwards)
        begin = onwards
    _line(lines, begin, base, near)
    heads.moveTo(tip)
    heads.lineTo(base.x() - uy * ARROW * 0.8, base.y() - ux * ARROW * 0.8)
    heads.lineTo(base.x() + uy * ARROW * 0.8, base.y() + ux * ARROW * 0.8)
    heads.closeSubpath()


def _in_the_way(corners: Sequence[QPointF], words: Sequence[QRectF]) -> list[QRectF]:
    """The words that a line of these corners may run through."""
    xs, ys = [each.x() for each in corners], [each.y() for each in corners]
    first = bisect_left(words, min(ys), key=QRectF.bottom)
    last = bisect_right(words, max(ys), key=QRectF.top)
    left, right = min(xs), max(xs)
    return [each for each in words[first:last] if each.left() < right and each.right() > left]


def _line(lines: QPainterPath, begin: QPointF, end: QPointF, words: Sequence[QRectF]) -> None:
    """A straight piece on a line that has come to `begin`, left out behind words."""
    level = begin.y() == end.y()
    start, stop = (begin.x(), end.x()) if level else (begin.y(), end.y())
    across = begin.y() if level else begin.x()
    onwards = stop >= start
    hidden = []
    for each in words:
        sides = each.left(), each.right(), each.top(), each.bottom()
        low, high, near, far = sides if level else (*sides[2:], *sides[:2])
        if near < across < far and low < max(start, stop) and high > min(start, stop):
            hidden.append((low, high) if onwards else (high, low))
    for before, after in sorted(hidden, reverse=not onwards):
        if (before > start) is onwards:
            lines.lineTo(QPointF(before, across) if level else QPointF(across, before))
        if (after < stop) is onwards:
            lines.moveTo(QPointF(after, across) if level else QPointF(across, after))
        else:
            lines.moveTo(end)
            return
    lines.lineTo(end)


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    """Where a bend begins or ends: with as large a radius as both sides leave."""
    way = other - corner
    length = abs(way.x()) + abs(way.y())
    return corner + way * (min(CORNER, length / 2) / length) if length else corner
