"""What all painters of the timeline draw with: rectangles, thin lines, diamonds and texts."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPolygonF


def fill(painter: QPainter, x: float, y: float, width: float, height: float, colour: QColor) -> None:
    """A rectangle; where it is a line, on whole pixels of the device, so that all lines are equally thin."""
    if width <= 1 or height <= 1:
        ratio = painter.device().devicePixelRatioF()
        line = max(int(ratio), 1) / ratio
        if width <= 1:
            x, width = round(x * ratio) / ratio, line
        else:
            y, height = round(y * ratio) / ratio, line
    painter.fillRect(QRectF(x, y, width, height), colour)


def upright_lines(
    painter: QPainter, places: Iterable[float], top: float, height: float, colour: QColor
) -> None:
    """Thin lines down from a top, each like `fill` paints one."""
    ratio = painter.device().devicePixelRatioF()
    line = max(int(ratio), 1) / ratio
    for x in places:
        painter.fillRect(QRectF(round(x * ratio) / ratio, top, line, height), colour)


def set_ink(painter: QPainter, font: QFont, colour: QColor) -> None:
    """Write with this font in this colour."""
    painter.setFont(font)
    painter.setPen(colour)


def write(painter: QPainter, x: float, top: float, height: float, text: str) -> None:
    """A text from x on, in the middle of a height."""
    metrics = painter.fontMetrics()
    painter.drawText(QPointF(x, top + (height + metrics.ascent() - metrics.descent()) / 2), text)


def diamond(x: float, y: float, radius: float) -> QPolygonF:
    """A square on its tip, around a point."""
    return QPolygonF(
        [QPointF(x, y - radius), QPointF(x + radius, y), QPointF(x, y + radius), QPointF(x - radius, y)]
    )
