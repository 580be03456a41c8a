"""The legend on any painter: samples with their words, as many lines as the width asks for. No widgets here.

The caller moves the painter to the top left of the legend.
"""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath

from planner.ui.timeline.forecast_painting import paint_band
from planner.ui.timeline.legend import LegendEntry, Sample
from planner.ui.timeline.marks import BandMark
from planner.ui.timeline.places import BAR_RADIUS, DIAMOND_RADIUS
from planner.ui.timeline.sign_painting import paint_sign
from planner.ui.timeline.strokes import diamond, fill, set_ink, write
from planner.ui.timeline.style import TimelineStyle

SAMPLE_WIDTH = 26.0
BAR_HEIGHT = 13.0
GAP = 7.0
"""Between a sample and its words."""

BETWEEN = 18.0
"""Between the words of one sample and the next sample."""


def legend_height(entries: Sequence[LegendEntry], width: float, style: TimelineStyle) -> float:
    """How high the legend is where it is so wide."""
    places = _places(entries, width, style)
    return (max((line for _, line in places), default=-1) + 1) * _line_height(style)


def paint_legend(
    painter: QPainter, entries: Sequence[LegendEntry], width: float, style: TimelineStyle
) -> None:
    """Paint it, so wide."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    high = _line_height(style)
    for entry, (x, line) in zip(entries, _places(entries, width, style), strict=True):
        _paint_sample(painter, entry, x, (line + 0.5) * high, style)
        set_ink(painter, style.small, style.colour("text_muted"))
        left = x + SAMPLE_WIDTH + GAP
        text = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, int(width - left))
        write(painter, left, line * high, high, text)


def _line_height(style: TimelineStyle) -> float:
    return max(QFontMetricsF(style.small).height() + 5, BAR_HEIGHT + 6)


def _places(entries: Sequence[LegendEntry], width: float, style: TimelineStyle) -> list[tuple[float, int]]:
    """Where each sample stands: x, and the number of its line."""
    metrics = QFontMetricsF(style.small)
    places = []
    x, line = 0.0, 0
    for each in entries:
        wide = SAMPLE_WIDTH + GAP + metrics.horizontalAdvance(each.text)
        if x and x + wide > width:
            x, line = 0.0, line + 1
        places.append((x, line))
        x += wide + BETWEEN
    return places


def _paint_sample(painter: QPainter, entry: LegendEntry, x: float, y: float, style: TimelineStyle) -> None:
    middle, right = x + SAMPLE_WIDTH / 2, x + SAMPLE_WIDTH
    colours = style.tint(entry.tint.colour)
    painter.setPen(Qt.PenStyle.NoPen)
    match entry.sample:
        case Sample.BAR:
            painter.fillPath(_bar(x, right, y), colours.soft)
            painter.save()
            painter.setClipRect(QRectF(x, y - BAR_HEIGHT / 2, SAMPLE_WIDTH / 2, BAR_HEIGHT))
            painter.fillPath(_bar(x, right, y), colours.solid)
            painter.restore()
            if entry.tint.sign is not None:
                paint_sign(painter, entry.tint.sign, x + SAMPLE_WIDTH * 0.75, y, colours.text, 8)
        case Sample.DIAMOND:
            painter.setBrush(colours.solid)
            painter.drawPolygon(diamond(middle, y, 6.5))
        case Sample.RANGE:
            painter.fillPath(_bar(x, middle, y), colours.soft)
            fill(painter, middle - 2, y - 3, SAMPLE_WIDTH / 2, 6, colours.soft)
            fill(painter, right - 2, y - 5, 1.5, 10, colours.solid)
        case Sample.FORECAST:
            band = BandMark(x, x + SAMPLE_WIDTH * 0.4, x + SAMPLE_WIDTH * 0.75, right)
            paint_band(painter, band, y, DIAMOND_RADIUS, colours)
        case Sample.LANDING:
            painter.setBrush(colours.solid)
            painter.drawPolygon(diamond(x + 6, y, 6))
            painter.setPen(style.lands)
            painter.drawLine(QLineF(x + 12, y, right - 11, y))
            painter.setBrush(style.colour("surface"))
            painter.drawPolygon(diamond(right - 6, y, 5.5))
        case Sample.CRITICAL:
            painter.fillPath(_bar(x, right, y), colours.soft)
            painter.setPen(style.critical_rim)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_bar(x + 1, right - 1, y))
        case Sample.FLOAT:
            painter.fillPath(_bar(x, middle - 3, y), colours.soft)
            painter.setPen(style.slack)
            foot = y + BAR_HEIGHT / 2 - 1
            painter.drawLine(QLineF(middle - 3, foot, right - 1, foot))
            fill(painter, right - 2, foot - 5, 1.5, 6, style.slack.color())
        case Sample.WAS:
            painter.fillRect(QRectF(x, y - 1.5, SAMPLE_WIDTH, 3), style.was)
        case Sample.DAY_OFF:
            ground = QRectF(x, y - BAR_HEIGHT / 2, SAMPLE_WIDTH, BAR_HEIGHT)
            painter.fillRect(ground, style.colour("surface"))
            painter.fillRect(ground.adjusted(7, 0, -7, 0), style.colour("day_off"))
        case Sample.LINK_IN | Sample.LINK_OUT:
            _paint_link(painter, x, right, y, style, into=entry.sample is Sample.LINK_IN)


def _paint_link(
    painter: QPainter, left: float, right: float, y: float, style: TimelineStyle, *, into: bool
) -> None:
    pen = style.link_in if into else style.link_strong
    painter.setPen(pen)
    painter.drawLine(QLineF(left, y, right - 5, y))
    head = QPainterPath(QPointF(right, y))
    head.lineTo(right - 6, y - 3.5)
    head.lineTo(right - 6, y + 3.5)
    head.closeSubpath()
    painter.fillPath(head, pen.color())


def _bar(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(left, y - BAR_HEIGHT / 2, right - left, BAR_HEIGHT), BAR_RADIUS, BAR_RADIUS)
    return path
