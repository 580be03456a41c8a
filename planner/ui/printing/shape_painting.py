"""Drawing a page's shapes with a `QPainter`: the same on screen, in a PDF and on a printer.

Everything is drawn in tenths of a point, so that letters have whole pixel sizes and the same widths on every
device. Paper is white whatever the program's theme is.
"""

from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    qGray,
)

from planner.ui.printing.breaking import has_emoji, has_leftwards, is_plain
from planner.ui.printing.link_area import LinkArea
from planner.ui.printing.missing_signs import with_boxes
from planner.ui.printing.page_setup import PageSetup
from planner.ui.printing.pdf_document import UNITS_A_POINT
from planner.ui.printing.pdf_words import MARK_SIZE, mark_place
from planner.ui.printing.shapes import Box, Diamond, Ink, Line, PhaseTone, Shape, Style, Text, Tick, Tone
from planner.ui.theme import built_in_theme, load_fonts

COLOURS = {Tone.INK: "#1f2733", Tone.MUTED: "#576273", Tone.LINE: "#c3cbd5", Tone.TINT: "#edf1f5"}


_IMAGE_DOTS = 2
"""Dots in a point of an image in the preview, which mostly shows about one."""


def paint_sheet(
    painter: QPainter, shapes: Sequence[Shape], setup: PageSetup, found: list[str] | None = None
) -> None:
    """Paint one page of a week or a checklist; a page of the setup's paper must fill the painter's viewport.

    `found` collects what a search finds in a PDF, as `paint_shapes` says.
    """
    wide, high = setup.points
    viewport = painter.viewport()
    painter.save()
    painter.scale(viewport.width() / (wide * UNITS_A_POINT), viewport.height() / (high * UNITS_A_POINT))
    paint_shapes(painter, shapes, greyscale=setup.greyscale, found=found)
    painter.restore()


def paint_shapes(
    painter: QPainter, shapes: Sequence[Shape], *, greyscale: bool = False, found: list[str] | None = None
) -> None:
    """Draw shapes, on a painter scaled to `UNITS_A_POINT` units a point.

    In a PDF, whose glyphs may stand for other signs than those drawn, texts that would not be found are put
    between marks; what is to be found there is appended to `found`, for `pdf_of` to write it down.
    """
    ready_fonts()
    ink = _grey if greyscale else _colour
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    shapes = [each for each in shapes if not isinstance(each, LinkArea)]
    marked = False
    for number, shape in enumerate(shapes):
        if isinstance(shape, Text):
            if found is not None and _needs_words(shape):
                marked = True
                _mark(painter, len(found), begins=True)
                found.append(shape.text if shape.whole is None else shape.whole)
                painter.setFont(_font(shape.style))
                painter.setPen(ink(shape.style.tone))
                # A picture in a font is no text to a viewer; a space before it is.
                painter.drawText(_point(shape.x, shape.y), " ")
            _paint_text(painter, shape, ink(shape.style.tone))
            after = shapes[number + 1] if number + 1 < len(shapes) else None
            if found is not None and marked and not (isinstance(after, Text) and after.whole == ""):
                marked = False
                _mark(painter, len(found) - 1, begins=False)
        elif isinstance(shape, Line):
            painter.setPen(_pen(ink(shape.tone), shape.width))
            painter.drawLine(QLineF(_point(shape.x1, shape.y1), _point(shape.x2, shape.y2)))
        elif isinstance(shape, Box):
            _paint_box(painter, shape, ink)
        elif isinstance(shape, Diamond):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(shape.tone))
            x, y, radius = shape.x, shape.y, shape.radius
            corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
            painter.drawPolygon(QPolygonF([_point(*each) for each in corners]))
        elif isinstance(shape, Tick):
            _paint_tick(painter, shape, ink(Tone.INK))


def text_width(text: str, style: Style) -> float:
    """The width of a text in points."""
    return _metrics(style).horizontalAdvance(with_boxes(text)) / UNITS_A_POINT


def _needs_words(text: Text) -> bool:
    """Whether a PDF has to say what is found from here on, as boxes say nothing.

    Never for right-to-left letters that are drawn, whose glyphs say it: viewers turn the order of what they
    find, also of words that have it right already.
    """
    whole = text.text if text.whole is None else text.whole
    if with_boxes(text.text) != text.text:
        return True
    return (bool(text.whole) or not is_plain(whole)) and not has_leftwards(whole)


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


@cache
def _colour(ink: Ink) -> QColor:
    if isinstance(ink, PhaseTone):
        return built_in_theme(dark=False).phase(ink.phase).solid
    return QColor(COLOURS[ink])


@cache
def _grey(ink: Ink) -> QColor:
    """The same lightness without any colour; phases are told apart by their names then."""
    level = qGray(_colour(ink).rgb())
    return QColor(level, level, level)


def _mark(painter: QPainter, number: int, *, begins: bool) -> None:
    """Leave a mark off the page by which `pdf_finishing` finds a text's place in the painted PDF."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    x, y = mark_place(number, begins=begins)
    painter.drawRect(QRectF(x, y, MARK_SIZE, MARK_SIZE))


def _paint_text(painter: QPainter, text: Text, colour: QColor) -> None:
    painter.setPen(colour)
    painter.setFont(_font(text.style))
    if text.leftwards:
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    elif text.whole is not None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    else:
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    if painter.paintEngine().type() is QPaintEngine.Type.Picture and has_leftwards(text.text):
        _paint_as_seen(painter, text)
    else:
        painter.drawText(_point(text.x, text.y), with_boxes(text.text))


def _paint_as_seen(painter: QPainter, text: Text) -> None:
    """Qt's preview keeps words by the order they stand in, and turns brackets and words around: it is given
    the outlines of those written from right to left, or an image where there are emoji, which have none.
    """
    if not has_emoji(text.text):
        direction = "\u200f" if text.leftwards else "\u200e" if text.whole is not None else ""
        outlines = QPainterPath()
        outlines.addText(_point(text.x, text.y), painter.font(), direction + with_boxes(text.text))
        painter.fillPath(outlines, painter.pen().color())
        return
    rise, pad = 2 * text.style.size, text.style.size
    area = QRectF(text.x - pad, text.y - rise, text_width(text.text, text.style) + 2 * pad, 1.5 * rise)
    image = QImage((area.size() * _IMAGE_DOTS).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as brush:
        brush.scale(_IMAGE_DOTS / UNITS_A_POINT, _IMAGE_DOTS / UNITS_A_POINT)
        brush.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        brush.setPen(painter.pen())
        brush.setFont(painter.font())
        brush.setLayoutDirection(painter.layoutDirection())
        brush.drawText(_point(pad, rise), with_boxes(text.text))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(_point(area.x(), area.y()), area.size() * UNITS_A_POINT), image)


def _paint_box(painter: QPainter, box: Box, ink: Callable[[Ink], QColor]) -> None:
    painter.setPen(_pen(ink(box.tone), box.width) if box.width else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QBrush() if box.fill is None else QBrush(ink(box.fill)))
    area = QRectF(_point(box.x, box.y), _point(box.x + box.wide, box.y + box.high))
    if box.radius:
        painter.drawRoundedRect(area, box.radius * UNITS_A_POINT, box.radius * UNITS_A_POINT)
    else:
        painter.drawRect(area)


def _paint_tick(painter: QPainter, tick: Tick, colour: QColor) -> None:
    pen = _pen(colour, tick.size * 0.15)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = ((0.24, 0.54), (0.43, 0.73), (0.77, 0.30))
    painter.drawPolyline(
        QPolygonF([_point(tick.x + x * tick.size, tick.y + y * tick.size) for x, y in corners])
    )


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width * UNITS_A_POINT)


def _point(x: float, y: float) -> QPointF:
    return QPointF(x * UNITS_A_POINT, y * UNITS_A_POINT)
