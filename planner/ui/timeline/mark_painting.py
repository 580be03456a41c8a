"""What stands on a row: summary bar, bar or diamond, its float and where it stood. No widgets here."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from planner.domain.wording import range_text
from planner.ui.timeline.bar_painting import LEAST_DETAILED, paint_bar, paint_pin
from planner.ui.timeline.marks import BarMark, DiamondMark, Mark, SummaryMark, landing_x
from planner.ui.timeline.sign_painting import paint_sign
from planner.ui.timeline.strokes import diamond, fill, set_ink, write
from planner.ui.timeline.style import FADED, TimelineStyle
from planner.ui.timeline.words import translate

SUMMARY_HEIGHT = 6.0
SUMMARY_DROP = 5.0
WAS_HEIGHT = 3.0
"""The bar of a baseline, below the bar itself."""

PARTED = 2.0
"""How wide the rim is that parts a filled diamond from a hollow one behind it."""


def paint_mark(painter: QPainter, mark: Mark, style: TimelineStyle) -> None:
    """One summary bar, bar or diamond."""
    painter.setOpacity(FADED if mark.faded else 1.0)
    if isinstance(mark, BarMark):
        _paint_float(painter, mark.x1, mark.float_x, mark.y + mark.height / 2 - 1, style)
        paint_bar(painter, mark, style)
    elif isinstance(mark, DiamondMark):
        _paint_float(painter, mark.x, mark.float_x, mark.y, style)
        _paint_diamond(painter, mark, style)
    else:
        _paint_summary(painter, mark, style)
    painter.setOpacity(1.0)


def paint_was(painter: QPainter, mark: Mark, style: TimelineStyle) -> None:
    """Where a bar or diamond stood in the baseline: thinner or smaller, behind and a little below it."""
    if isinstance(mark, BarMark) and mark.was is not None:
        left, right = mark.was
        foot = mark.y + mark.height / 2 + 1
        painter.fillRect(QRectF(left, foot, right - left, min(WAS_HEIGHT, mark.height / 3)), style.was)
    elif isinstance(mark, DiamondMark) and mark.was_x is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.was)
        painter.drawPolygon(diamond(mark.was_x, mark.y + mark.radius * 0.4, mark.radius * 0.6))


def _paint_float(painter: QPainter, x: float, to: float | None, y: float, style: TimelineStyle) -> None:
    """From the end of an item to as late as it may end: a thin line with a foot."""
    if to is None or to <= x:
        return
    painter.setPen(style.slack)
    painter.drawLine(QLineF(x, y, to, y))
    fill(painter, to - 1, y - 5, 1.5, 6, style.slack.color())


def _paint_summary(painter: QPainter, mark: SummaryMark, style: TimelineStyle) -> None:
    colours = style.tint(mark.colour)
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
        painter.setOpacity(1.0)
        set_ink(painter, style.small_strong, style.faded_ink(mark.colour) if mark.faded else colours.text)
        write(painter, label_x, mark.y - 10, 18, text)


def _paint_landing(painter: QPainter, mark: DiamondMark, lands: float, style: TimelineStyle) -> None:
    """Where the work lands: hollow, behind the filled diamond and parted from it where the two overlap."""
    painter.setPen(style.lands_late if mark.late else style.lands)
    painter.drawLine(QLineF(mark.x, mark.y, lands, mark.y))
    painter.setBrush(style.colour("surface"))
    painter.drawPolygon(diamond(lands, mark.y, mark.radius - 0.5))
    if abs(lands - mark.x) < 2 * mark.radius + PARTED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(diamond(mark.x, mark.y, mark.radius + PARTED))


def _paint_diamond(painter: QPainter, mark: DiamondMark, style: TimelineStyle) -> None:
    colours, radius = style.tint(mark.colour), mark.radius
    lands = landing_x(mark)
    if lands is not None:
        _paint_landing(painter, mark, lands, style)
    painter.setPen(style.critical_rim if mark.critical else Qt.PenStyle.NoPen)
    painter.setBrush(colours.solid)
    painter.drawPolygon(diamond(mark.x, mark.y, radius))
    if 2 * radius < LEAST_DETAILED:
        return
    if mark.reached:
        painter.setPen(style.check)
        painter.drawPolyline(
            QPolygonF([QPointF(mark.x + dx, mark.y + dy) for dx, dy in ((-3, 0.2), (-0.8, 2.4), (3.2, -2.2))])
        )
    elif mark.sign is not None:
        paint_sign(painter, mark.sign, mark.x, mark.y, style.colour("surface"), radius)
    if mark.fixed:
        fill(painter, mark.x - radius, mark.y + radius + 1, 2 * radius, 1.5, colours.solid)
    if mark.holds and not mark.reached:
        paint_pin(painter, mark.x, mark.y - radius + 1, style)
