"""Summary bars, bars and diamonds, from the marks of a layout. No widgets here."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from planner.domain.wording import range_text
from planner.ui.timeline.marks import BarMark, DiamondMark, Mark, SummaryMark
from planner.ui.timeline.places import BAR_HEIGHT, DIAMOND_RADIUS
from planner.ui.timeline.strokes import diamond, fill, set_ink, write
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.words import translate

BAR_RADIUS = 3.5
SUMMARY_HEIGHT = 6.0
SUMMARY_DROP = 5.0
TAIL_HEIGHT = 6.0


def paint_mark(painter: QPainter, mark: Mark, style: TimelineStyle) -> None:
    """One summary bar, bar or diamond."""
    if isinstance(mark, BarMark):
        _paint_bar(painter, mark, style)
    elif isinstance(mark, DiamondMark):
        _paint_diamond(painter, mark, style)
    else:
        _paint_summary(painter, mark, style)


def _paint_summary(painter: QPainter, mark: SummaryMark, style: TimelineStyle) -> None:
    colours = style.phase(mark.colour)
    top = mark.y - SUMMARY_HEIGHT / 2 - 1
    foot = top + SUMMARY_HEIGHT
    drop = min(SUMMARY_DROP + 1, (mark.x1 - mark.x0) / 2)
    shape = QPolygonF(
        [
            QPointF(mark.x0, top),
            QPointF(mark.x1, top),
            QPointF(mark.x1, foot + SUMMARY_DROP),
            QPointF(mark.x1 - drop, foot),
            QPointF(mark.x0 + drop, foot),
            QPointF(mark.x0, foot + SUMMARY_DROP),
        ]
    )
    label_x = mark.x1 + 9
    if mark.low_x is not None and mark.high_x is not None:
        y = top + SUMMARY_HEIGHT / 2
        if mark.high_x > mark.x1:
            fill(painter, mark.x1, y - 0.5, mark.high_x - mark.x1, 1.5, colours.solid)
        for x in (mark.low_x, mark.high_x):
            fill(painter, x - 0.75, y - 5, 1.5, 11, colours.solid)
        label_x = max(mark.x1, mark.high_x) + 8
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.solid)
    painter.drawPolygon(shape)
    if mark.months is not None:
        text = translate("{range} mo").format(range=range_text(mark.months.low, mark.months.high))
        set_ink(painter, style.small_strong, colours.text)
        write(painter, label_x, mark.y - 10, 18, text)


def _paint_bar(painter: QPainter, mark: BarMark, style: TimelineStyle) -> None:
    colours = style.phase(mark.colour)
    top = mark.y - BAR_HEIGHT / 2
    shape = QRectF(mark.x0, top, mark.x1 - mark.x0, BAR_HEIGHT)
    finished = mark.done_x >= mark.x1
    if mark.tail_x > mark.x1 + 1:
        fill(
            painter,
            mark.x1 - 2,
            mark.y - TAIL_HEIGHT / 2,
            mark.tail_x - mark.x1 + 2,
            TAIL_HEIGHT,
            colours.soft,
        )
        fill(painter, mark.tail_x - 0.75, mark.y - 6, 1.5, 12, colours.solid)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.solid if finished else colours.soft)
    painter.drawRoundedRect(shape, BAR_RADIUS, BAR_RADIUS)
    if not finished and mark.done_x > mark.x0 + 0.5:
        painter.save()
        painter.setClipRect(
            QRectF(mark.x0, top, mark.done_x - mark.x0, BAR_HEIGHT), Qt.ClipOperation.IntersectClip
        )
        painter.setBrush(colours.solid)
        painter.drawRoundedRect(shape, BAR_RADIUS, BAR_RADIUS)
        painter.restore()
    if mark.separators and shape.width() >= 4 * (len(mark.separators) + 1):
        for x in mark.separators:
            fill(painter, x - 0.5, top, 1, BAR_HEIGHT, style.colour("surface"))
    if mark.pin_x is not None:
        _paint_pin(painter, mark.pin_x + 1, top - 1, style)


def _paint_diamond(painter: QPainter, mark: DiamondMark, style: TimelineStyle) -> None:
    colours = style.phase(mark.colour)
    if mark.lands_x is not None:
        pen = style.lands_late if mark.late else style.lands
        painter.setPen(pen)
        painter.drawLine(QLineF(mark.x, mark.y, mark.lands_x, mark.y))
        painter.setBrush(style.colour("surface"))
        painter.drawPolygon(diamond(mark.lands_x, mark.y, DIAMOND_RADIUS - 0.5))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.solid)
    painter.drawPolygon(diamond(mark.x, mark.y, DIAMOND_RADIUS))
    if mark.reached:
        painter.setPen(style.check)
        painter.drawPolyline(
            QPolygonF([QPointF(mark.x + dx, mark.y + dy) for dx, dy in ((-3, 0.2), (-0.8, 2.4), (3.2, -2.2))])
        )
    if mark.fixed:
        fill(
            painter,
            mark.x - DIAMOND_RADIUS,
            mark.y + DIAMOND_RADIUS + 1,
            2 * DIAMOND_RADIUS,
            1.5,
            colours.solid,
        )
    if mark.holds and not mark.reached:
        _paint_pin(painter, mark.x, mark.y - DIAMOND_RADIUS + 1, style)


def _paint_pin(painter: QPainter, x: float, foot: float, style: TimelineStyle) -> None:
    """A drawing pin whose point is at x, foot: someone put this here on purpose."""
    ink = style.colour("text")
    fill(painter, x - 0.5, foot - 3, 1.2, 4, ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(x, foot - 4.5), 2.6, 2.6)
