"""The small signs in bars and diamonds: as shapes, to be sharp at every size. No widgets here."""

from math import cos, pi, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from planner.ui.timeline.tints import Sign

SIGN_SIZE = 9.0
"""Width and height of a sign in a bar, in logical pixels."""


def paint_sign(
    painter: QPainter, sign: Sign, x: float, y: float, ink: QColor, size: float = SIGN_SIZE
) -> None:
    """A sign around a point."""
    painter.save()
    painter.translate(x, y)
    painter.scale(size / 10, size / 10)
    pen = QPen(ink, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if sign in _FILLED:
        painter.setBrush(ink)
        painter.setPen(Qt.PenStyle.NoPen)
    _DRAW[sign](painter)
    painter.restore()


def _lines(painter: QPainter) -> None:
    painter.drawLines([QLineF(-4, -3, 4, -3), QLineF(-4, 0, 4, 0), QLineF(-4, 3, 1.5, 3)])


def _play(painter: QPainter) -> None:
    painter.drawPolygon(QPolygonF([QPointF(-3, -4.5), QPointF(4.5, 0), QPointF(-3, 4.5)]))


def _hexagon(painter: QPainter) -> None:
    painter.drawPolygon(QPolygonF([QPointF(4.4 * sin(k * pi / 3), 4.4 * cos(k * pi / 3)) for k in range(6)]))
    painter.drawLines([QLineF(0, 0, 0, 4.4), QLineF(0, 0, -3.8, -2.2), QLineF(0, 0, 3.8, -2.2)])


def _star(painter: QPainter) -> None:
    radii = (5.4, 2.2)
    painter.drawPolygon(
        QPolygonF(
            [QPointF(radii[k % 2] * sin(k * pi / 5), -radii[k % 2] * cos(k * pi / 5)) for k in range(10)]
        )
    )


def _loop(painter: QPainter) -> None:
    painter.drawArc(QRectF(-4, -4, 8, 8), 60 * 16, 290 * 16)
    painter.drawPolyline(QPolygonF([QPointF(4.6, -4.4), QPointF(3.6, -1.4), QPointF(0.8, -2.6)]))


def _lens(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(-1, -1), 3.2, 3.2)
    painter.drawLine(QLineF(1.6, 1.6, 4.4, 4.4))


def _check(painter: QPainter) -> None:
    painter.drawPolyline(QPolygonF([QPointF(-4, 0.3), QPointF(-1.2, 3.2), QPointF(4.2, -3)]))


def _half(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(0, 0), 4, 4)
    painter.setBrush(painter.pen().color())
    painter.drawPie(QRectF(-4, -4, 8, 8), 90 * 16, 180 * 16)


def _circle(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(0, 0), 3.8, 3.8)


def _dots(painter: QPainter) -> None:
    for x in (-3.8, 0.0, 3.8):
        painter.drawEllipse(QPointF(x, 0), 1.3, 1.3)


def _bang(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(-1.1, -5, 2.2, 6.4), 1, 1)
    painter.drawEllipse(QPointF(0, 3.9), 1.3, 1.3)


_DRAW = {
    Sign.LINES: _lines,
    Sign.PLAY: _play,
    Sign.HEXAGON: _hexagon,
    Sign.STAR: _star,
    Sign.LOOP: _loop,
    Sign.LENS: _lens,
    Sign.CHECK: _check,
    Sign.HALF: _half,
    Sign.CIRCLE: _circle,
    Sign.DOTS: _dots,
    Sign.BANG: _bang,
}

_FILLED = {Sign.PLAY, Sign.STAR, Sign.DOTS, Sign.BANG}
