"""A chart from its plot to any QPainter: window, PNG and SVG alike. No widgets here."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from planner.ui.contrast import blend, readable_on
from planner.ui.progress.plot import (
    Area,
    Bar,
    DateAxis,
    Entry,
    Fill,
    Line,
    NamesAxis,
    Note,
    Plot,
    Rule,
    Shape,
    Side,
    Sign,
    WeeksAxis,
)
from planner.ui.progress.plot_layout import SWATCH, PlotLayout
from planner.ui.progress.plot_style import PlotStyle
from planner.ui.timeline.strokes import diamond, fill, set_ink, write

_SIGN = 5.0
_NUMBER = 8.5
_HATCH_STEP = 5.0


def paint_plot(painter: QPainter, plot: Plot, layout: PlotLayout, style: PlotStyle) -> None:
    """Grid, marks in their order, words of the axes, legend and list; from the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_grid(painter, plot, layout, style)
    for mark in plot.marks:
        if isinstance(mark, Line):
            _paint_line(painter, [layout.point(each) for each in mark.points], mark, style)
        elif isinstance(mark, Area):
            _paint_area(painter, mark, layout, style)
        elif isinstance(mark, Bar):
            _paint_bar(painter, _bar_box(mark, layout), mark, style)
        elif isinstance(mark, Sign):
            _paint_sign(painter, layout.point((mark.x, mark.y)), mark, style)
        elif isinstance(mark, Rule):
            _paint_rule(painter, mark, layout, style)
        else:
            _paint_note(painter, mark, layout, style)
    _paint_words(painter, plot, layout, style)
    _paint_legend(painter, plot.legend, layout, style)
    for number, text in enumerate(plot.listed):
        top = layout.listed_top + number * (style.line + 4)
        set_ink(painter, style.small, style.colour("text_muted"))
        room = layout.frame.right() - 4
        write(painter, 0, top, style.line, _elided(text, room, style))


def _paint_grid(painter: QPainter, plot: Plot, layout: PlotLayout, style: PlotStyle) -> None:
    frame, grid = layout.frame, style.colour("divider")
    if plot.by_rows:
        for tick in layout.y_ticks[1:]:
            fill(painter, 0, layout.y(tick.at - 0.5), frame.right(), 1, style.colour("grid"))
    else:
        for tick in layout.y_ticks:
            fill(painter, frame.left(), layout.y(tick.at), frame.width(), 1, grid)
    if isinstance(plot.x, WeeksAxis):
        return
    for tick in layout.x_ticks:
        fill(
            painter,
            layout.x(tick.at),
            frame.top(),
            1,
            frame.height(),
            style.colour("grid" if not plot.by_rows else "divider"),
        )


def _paint_words(painter: QPainter, plot: Plot, layout: PlotLayout, style: PlotStyle) -> None:
    frame, muted = layout.frame, style.colour("text_muted")
    metrics = QFontMetricsF(style.small)
    rows = isinstance(plot.y, NamesAxis)
    set_ink(painter, style.small, style.colour("text") if rows else muted)
    for tick in layout.y_ticks:
        text = _elided(tick.text, layout.names_width, style)
        x = 0.0 if rows else frame.left() - 8 - metrics.horizontalAdvance(text)
        write(painter, x, layout.y(tick.at) - style.line / 2, style.line, text)
    if isinstance(plot.y, NamesAxis):
        set_ink(painter, style.small, muted)
        for place, text in enumerate(plot.y.after):
            write(painter, frame.right() + 10, layout.y(place) - style.line / 2, style.line, text)
    strong = plot.x.strong if isinstance(plot.x, WeeksAxis) else None
    end = frame.right() + 14
    for tick in layout.x_ticks:
        here = tick.at == strong and isinstance(plot.x, WeeksAxis)
        set_ink(painter, style.strong if here else style.small, style.colour("text") if here else muted)
        wide = painter.fontMetrics().horizontalAdvance(tick.text)
        x = layout.x(tick.at) - wide / 2
        # The words of a month stand where it begins.
        x = layout.x(tick.at) if isinstance(plot.x, DateAxis) else x
        if tick.text and x + wide <= end:
            write(painter, x, frame.bottom() + 6, style.line, tick.text)


def _paint_line(painter: QPainter, points: Sequence[QPointF], mark: Line, style: PlotStyle) -> None:
    painter.setPen(style.pen(mark.role, mark.width, mark.dash))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))


def _paint_area(painter: QPainter, mark: Area, layout: PlotLayout, style: PlotStyle) -> None:
    outline = [layout.point(each) for each in (*mark.upper, *reversed(mark.lower))]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_over_surface(mark.role, mark.share, style))
    painter.drawPolygon(QPolygonF(outline))


def _bar_box(mark: Bar, layout: PlotLayout) -> QRectF:
    box = QRectF(layout.point((mark.left, mark.top)), layout.point((mark.right, mark.bottom))).normalized()
    if mark.thick is not None:
        box = QRectF(box.left(), box.center().y() - mark.thick / 2, box.width(), mark.thick)
    return box


def _paint_bar(painter: QPainter, box: QRectF, mark: Bar, style: PlotStyle) -> None:
    """A bar; a hatching is drawn as lines, since patterns of a brush are pictures in an SVG."""
    if box.width() <= 0 or box.height() <= 0:
        return
    colour = style.colour(mark.role)
    if mark.fill is Fill.SOLID:
        painter.fillRect(box, colour)
        return
    line = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark.fill is Fill.HATCHED:
        painter.fillRect(box, _over_surface(mark.role, 0.16, style))
        painter.setPen(QPen(colour, 1))
        painter.drawLines(_hatching(line))
    painter.setPen(QPen(colour, 1))
    painter.drawRect(line)


def _hatching(box: QRectF) -> list[QLineF]:
    """Slanted lines, cut at the edges of a box."""
    lines = []
    sums = box.left() + box.top(), box.right() + box.bottom()
    at = (int(sums[0] / _HATCH_STEP) + 1) * _HATCH_STEP
    while at < sums[1]:
        left = max(box.left(), at - box.bottom())
        right = min(box.right(), at - box.top())
        lines.append(QLineF(left, at - left, right, at - right))
        at += _HATCH_STEP
    return lines


def _paint_sign(painter: QPainter, at: QPointF, mark: Sign, style: PlotStyle) -> None:
    colour, surface = style.colour(mark.role), style.colour("surface")
    if mark.shape in (Shape.STROKE, Shape.SHORT_STROKE):
        reach = 8.0 if mark.shape is Shape.STROKE else 5.0
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(at.x(), at.y() - reach), QPointF(at.x(), at.y() + reach))
        return
    painter.setPen(QPen(surface if mark.shape is not Shape.HOLLOW else colour, 1.6))
    painter.setBrush(surface if mark.shape is Shape.HOLLOW else colour)
    if mark.shape is Shape.DOT:
        painter.drawEllipse(at, _SIGN, _SIGN)
    elif mark.shape is Shape.NUMBER:
        wide = QFontMetricsF(style.strong).horizontalAdvance(mark.text)
        half = max(_NUMBER, wide / 2 + 4)
        box = QRectF(at.x() - half, at.y() - _NUMBER, 2 * half, 2 * _NUMBER)
        painter.drawRoundedRect(box, _NUMBER, _NUMBER)
        set_ink(painter, style.strong, readable_on(colour, (surface, style.colour("text"))))
        write(painter, at.x() - wide / 2, box.top(), box.height(), mark.text)
    else:
        painter.drawPolygon(diamond(at.x(), at.y(), _SIGN + 1.5))


def _paint_rule(painter: QPainter, mark: Rule, layout: PlotLayout, style: PlotStyle) -> None:
    frame = layout.frame
    painter.setPen(style.pen(mark.role, 1.2, mark.dash))
    if mark.across:
        y = layout.y(mark.at)
        painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        place = QPointF(frame.left() + 6, y - style.line - 1)
    else:
        x = layout.x(mark.at)
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        wide = style.width(mark.text)
        place = QPointF(
            min(max(x - wide / 2, frame.left()), frame.right() - wide), frame.top() - style.line - 1
        )
    if mark.text:
        set_ink(painter, style.small, style.colour(mark.role))
        write(painter, place.x(), place.y(), style.line, mark.text)


def _paint_note(painter: QPainter, mark: Note, layout: PlotLayout, style: PlotStyle) -> None:
    at = layout.point((mark.x, mark.y))
    wide = style.width(mark.text)
    x, top = at.x() + 10, at.y() - style.line / 2
    if mark.side is Side.LEFT:
        x = at.x() - 10 - wide
    elif mark.side is Side.ABOVE:
        x, top = at.x() - wide / 2, at.y() - style.line - 7
    x = min(max(x, layout.frame.left() + 2), layout.frame.right() + 12 - wide)
    set_ink(painter, style.small, style.colour(mark.role))
    write(painter, x, max(top, layout.frame.top() - style.line), style.line, mark.text)


def _paint_legend(painter: QPainter, entries: Sequence[Entry], layout: PlotLayout, style: PlotStyle) -> None:
    for line, places in enumerate(layout.legend):
        top = layout.legend_top + line * (style.line + 4)
        for left, number in places:
            _paint_sample(painter, entries[number].sample, QRectF(left, top, SWATCH, style.line), style)
            set_ink(painter, style.small, style.colour("text_muted"))
            room = layout.frame.right() + 14 - left - SWATCH - 6
            write(painter, left + SWATCH + 6, top, style.line, _elided(entries[number].text, room, style))


def _paint_sample(
    painter: QPainter, sample: Line | Area | Bar | Sign | Rule, box: QRectF, style: PlotStyle
) -> None:
    left, right = QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y())
    if isinstance(sample, Line):
        _paint_line(painter, (left, right), sample, style)
    elif isinstance(sample, Rule):
        painter.setPen(style.pen(sample.role, 1.2, sample.dash))
        painter.drawLine(left, right)
    elif isinstance(sample, Area):
        painter.fillRect(box.adjusted(0, 2, 0, -2), _over_surface(sample.role, sample.share, style))
    elif isinstance(sample, Bar):
        _paint_bar(painter, box.adjusted(4, 2, -4, -2), sample, style)
    else:
        _paint_sign(painter, box.center(), sample, style)


def _over_surface(role: str, share: float, style: PlotStyle) -> QColor:
    return blend(style.colour(role), style.colour("surface"), share)


def _elided(text: str, room: float, style: PlotStyle) -> str:
    return QFontMetricsF(style.small).elidedText(text, Qt.TextElideMode.ElideRight, room + 1)
