"""A small moment of joy over a milestone that was just reached: its diamond opens into many small ones."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

LENGTH_MS = 1400
REACH = 64
"""Pixels from the middle to where the last small diamond fades."""

_SPARKS = 12


class Celebration(QWidget):
    """Plays once over the middle of `mark`, inside `stage`, and frees itself. It takes no clicks."""

    def __init__(self, stage: QWidget, mark: QWidget, colours: tuple[QColor, ...]) -> None:
        super().__init__(stage)
        self._colours = colours
        self._at = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        centre = mark.mapTo(stage, mark.rect().center())
        self.setGeometry(centre.x() - REACH, centre.y() - REACH, 2 * REACH, 2 * REACH)
        self.animation = QVariantAnimation(self)
        self.animation.setDuration(LENGTH_MS)
        self.animation.setStartValue(0.0)
        self.animation.setEndValue(1.0)
        self.animation.valueChanged.connect(self.show_at)
        self.animation.finished.connect(self.hide)
        self.animation.finished.connect(self.deleteLater)

    def start(self) -> None:
        """Play it."""
        self.show()
        self.raise_()
        self.animation.start()

    def show_at(self, moment: float) -> None:
        """Show one moment of it, from 0 to 1."""
        self._at = moment
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ring that widens and fades, and the small diamonds that fly ahead of it."""
        moment = 1 - (1 - self._at) ** 3  # quick at first, then slower
        fading = 1 - self._at**2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(REACH, REACH)
            painter.setPen(Qt.PenStyle.NoPen)
            self._paint_halo(painter, moment, fading)
            for number in range(_SPARKS):
                colour = QColor(self._colours[number % len(self._colours)])
                colour.setAlphaF(fading)
                painter.setBrush(colour)
                angle = 2 * pi * (number + 0.5 * (number % 2)) / _SPARKS
                far = (0.62 + 0.3 * (number % 3) / 2) * REACH * moment
                painter.drawPolygon(_diamond(QPointF(far * cos(angle), far * sin(angle)), 4.5 * fading + 1))

    def _paint_halo(self, painter: QPainter, moment: float, fading: float) -> None:
        halo = QColor(self._colours[0])
        halo.setAlphaF(0.22 * fading)
        painter.setBrush(halo)
        radius = 8 + 30 * moment
        painter.drawEllipse(QRectF(-radius, -radius, 2 * radius, 2 * radius))


def _diamond(centre: QPointF, reach: float) -> QPolygonF:
    points = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
    return QPolygonF([centre + QPointF(x, y) for x, y in points])
