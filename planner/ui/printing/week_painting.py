"""Drawing a page's shapes with a `QPainter`: the same on screen, in a PDF and on a printer.

Everything is drawn in tenths of a point, so that letters have whole pixel sizes and the same widths on every
device. Paper is white whatever the program's theme is.
"""

from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPen, QPolygonF

from planner.domain.plan import Paper
from planner.domain.week import WeekPlan
from planner.ui.printing.page_setup import PAPER_POINTS
from planner.ui.printing.pdf_document import UNITS_A_POINT
from planner.ui.printing.shapes import Box, Diamond, Line, Shape, Style, Text, Tick, Tone
from planner.ui.printing.week_layout import SheetFacts, week_sheet
from planner.ui.printing.words import sheet_words
from planner.ui.theme import load_fonts

COLOURS = {Tone.INK: "#1f2733", Tone.MUTED: "#576273", Tone.LINE: "#c3cbd5", Tone.TINT: "#edf1f5"}


def paint_week(painter: QPainter, week: WeekPlan, facts: SheetFacts, paper: Paper) -> None:
    """Paint one week's page; a page of `paper` must fill the painter's viewport."""
    ready_fonts()
    shapes = week_sheet(week, facts, paper, sheet_words(), text_width)
    wide, high = PAPER_POINTS[paper]
    viewport = painter.viewport()
    painter.save()
    painter.scale(viewport.width() / (wide * UNITS_A_POINT), viewport.height() / (high * UNITS_A_POINT))
    paint_shapes(painter, shapes)
    painter.restore()


def paint_shapes(painter: QPainter, shapes: list[Shape]) -> None:
    """Draw shapes, on a painter scaled to `UNITS_A_POINT` units a point."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for shape in shapes:
        if isinstance(shape, Text):
            painter.setPen(QColor(COLOURS[shape.style.tone]))
            painter.setFont(_font(shape.style))
            painter.drawText(_point(shape.x, shape.y), shape.text)
        elif isinstance(shape, Line):
            painter.setPen(_pen(shape.tone, shape.width))
            painter.drawLine(QLineF(_point(shape.x1, shape.y1), _point(shape.x2, shape.y2)))
        elif isinstance(shape, Box):
            _paint_box(painter, shape)
        elif isinstance(shape, Diamond):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLOURS[shape.tone]))
            x, y, radius = shape.x, shape.y, shape.radius
            corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
            painter.drawPolygon(QPolygonF([_point(*each) for each in corners]))
        else:
            _paint_tick(painter, shape)


def text_width(text: str, style: Style) -> float:
    """The width of a text in points."""
    return _metrics(style).horizontalAdvance(text) / UNITS_A_POINT


@cache
def ready_fonts() -> None:
    """Make sure that Inter is there, also where no window has loaded it."""
    if "Inter" not in QFontDatabase.families():
        load_fonts()


@cache
def _font(style: Style) -> QFont:
    font = QFont("Inter")
    font.setPixelSize(round(style.size * UNITS_A_POINT))
    font.setWeight(QFont.Weight(style.weight))
    # Letters that follow the screen's pixels would be wider or narrower than on paper.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Inter's contextual forms (a raised dash between figures) have no letter to find them by in a PDF.
    font.setFeature(QFont.Tag("calt"), 0)
    return font


@cache
def _metrics(style: Style) -> QFontMetricsF:
    return QFontMetricsF(_font(style))


def _paint_box(painter: QPainter, box: Box) -> None:
    painter.setPen(_pen(box.tone, box.width) if box.width else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QBrush() if box.fill is None else QBrush(QColor(COLOURS[box.fill])))
    area = QRectF(_point(box.x, box.y), _point(box.x + box.wide, box.y + box.high))
    if box.radius:
        painter.drawRoundedRect(area, box.radius * UNITS_A_POINT, box.radius * UNITS_A_POINT)
    else:
        painter.drawRect(area)


def _paint_tick(painter: QPainter, tick: Tick) -> None:
    pen = _pen(Tone.INK, tick.size * 0.15)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = ((0.24, 0.54), (0.43, 0.73), (0.77, 0.30))
    painter.drawPolyline(
        QPolygonF([_point(tick.x + x * tick.size, tick.y + y * tick.size) for x, y in corners])
    )


def _pen(tone: Tone, width: float) -> QPen:
    return QPen(QColor(COLOURS[tone]), width * UNITS_A_POINT)


def _point(x: float, y: float) -> QPointF:
    return QPointF(x * UNITS_A_POINT, y * UNITS_A_POINT)
