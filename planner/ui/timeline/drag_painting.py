"""What lies over the chart: ghosts, guides, dots, the line of a link being drawn, a band. No widgets here."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.ui.timeline.hitting import DOT_RADIUS, dots_of
from planner.ui.timeline.links import LinkMark
from planner.ui.timeline.marks import DiamondMark, Layout, Mark, SummaryMark, box
from planner.ui.timeline.places import BAR_RADIUS
from planner.ui.timeline.strokes import diamond
from planner.ui.timeline.style import TimelineStyle

END_WIDTH = 4.0
"""How wide the mark on the end is that a link would join."""


def paint_ghosts(painter: QPainter, ghosts: Sequence[Mark], style: TimelineStyle) -> None:
    """Where things stood before a drag, as dashed outlines."""
    painter.setPen(style.ghost)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in ghosts:
        if isinstance(mark, DiamondMark):
            painter.drawPolygon(diamond(mark.x, mark.y, mark.radius - 1))
            continue
        # On whole pixels, so that the dashes are thin and sharp.
        left, top, right, bottom = (round(each) + 0.5 for each in box(mark))
        if isinstance(mark, SummaryMark):
            painter.drawLine(QLineF(left, round(mark.y) - 0.5, right, round(mark.y) - 0.5))
            painter.drawLine(QLineF(left, mark.y - 4, left, mark.y + 6))
            painter.drawLine(QLineF(right, mark.y - 4, right, mark.y + 6))
            continue
        painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), BAR_RADIUS, BAR_RADIUS)
        if mark.tail_x > mark.x1:
            tail, middle = round(mark.tail_x) + 0.5, round(mark.y) + 0.5
            painter.drawLine(QLineF(right, middle, tail, middle))
            painter.drawLine(QLineF(tail, top + 2, tail, bottom - 2))


def paint_guide(painter: QPainter, x: float, layout: Layout, style: TimelineStyle) -> None:
    """A dashed line the height of the body, up to the date header."""
    painter.setPen(style.guide)
    painter.drawLine(QLineF(round(x) + 0.5, 0, round(x) + 0.5, layout.viewport.height))


def paint_dots(painter: QPainter, mark: Mark, width: float, style: TimelineStyle) -> None:
    """The two dots a link is drawn from, in a chart so wide."""
    dots = dots_of(mark, width)
    if dots is None:
        return
    painter.setPen(QPen(style.colour("accent"), 1.5))
    painter.setBrush(style.colour("surface"))
    for x in (dots.start_x, dots.end_x):
        painter.drawEllipse(QPointF(x, dots.y), DOT_RADIUS - 0.5, DOT_RADIUS - 0.5)


def paint_rubber(painter: QPainter, begin: QPointF, end: QPointF, colour: QColor) -> None:
    """The line of a link being drawn: a filled dot where it begins, an arrowhead where the pointer is."""
    painter.setPen(QPen(colour, 1.8))
    painter.drawLine(begin, end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(begin, DOT_RADIUS, DOT_RADIUS)
    length = QLineF(begin, end).length()
    if length < 1:
        return
    along = (end - begin) / length
    across = QPointF(-along.y(), along.x()) * 4.5
    base = end - along * 9
    painter.drawPolygon([end, base + across, base - across])


def paint_joined_end(painter: QPainter, mark: Mark, *, at_start: bool, colour: QColor) -> None:
    """A frame around the item a link would join, strong at the end it would join."""
    _frame(painter, mark, colour)
    if isinstance(mark, DiamondMark):
        return
    left, top, right, bottom = (round(each) for each in box(mark))
    x = left - END_WIDTH - 1 if at_start else right + 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(x, top - 3, END_WIDTH, bottom - top + 6), 2, 2)


def paint_chosen_link(painter: QPainter, link: LinkMark, style: TimelineStyle) -> None:
    """The selected dependency, over all others, with its two ends."""
    pen = QPen(style.colour("accent"), 2.6)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = [QPointF(round(x) + 0.5, round(y) + 0.5) for x, y in link.points]
    painter.drawPolyline(points)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("accent"))
    for end in (points[0], points[-1]):
        painter.drawEllipse(end, 3.2, 3.2)


def paint_band(painter: QPainter, band: QRectF, marks: tuple[Mark, ...], style: TimelineStyle) -> None:
    """A band around what is to be selected, with a frame around each item it holds."""
    accent = style.colour("accent")
    wash = QColor(accent)
    wash.setAlphaF(0.12)
    painter.setPen(QPen(accent, 1))
    painter.setBrush(wash)
    painter.drawRect(band)
    for mark in marks:
        _frame(painter, mark, accent)


def _frame(painter: QPainter, mark: Mark, colour: QColor) -> None:
    """A frame around a bar or diamond."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2))
    if isinstance(mark, DiamondMark):
        painter.drawPolygon(diamond(mark.x, mark.y, mark.radius + 3))
        return
    left, top, right, bottom = (round(each) for each in box(mark))
    frame = QRectF(left - 3, top - 3, right - left + 6, bottom - top + 6)
    painter.drawRoundedRect(frame, BAR_RADIUS + 3, BAR_RADIUS + 3)
