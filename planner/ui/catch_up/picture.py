"""A line from today on: where the finish stands, where it would, and where it may come to lie."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui.theme_controller import ThemeController

_HEIGHT, _MARGIN, _DIAMOND, _BAND = 44, 8, 6.0, 9.0
_BAND_SHARE = 0.28
_LEAST_YEAR_GAP = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class Finishes:
    """The days shown: the finish now and then, and the forecast's range; `held` is a target or None."""

    now: date
    then: date
    earliest: date
    latest: date
    held: date | None = None


class FinishPicture(QWidget):
    """Drawn from a first to a last day, which all pictures beside each other share."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self._shown: tuple[Finishes, date, date] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_controller.changed.connect(self.update)

    def show_finishes(self, finishes: Finishes | None, first: date, last: date) -> None:
        """Show these days on a line from first to last; None hides the picture."""
        self._shown = None if finishes is None else (finishes, first, last)
        self.setVisible(finishes is not None)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as it needs."""
        return QSize(160, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line with its marks."""
        if self._shown is None:
            return
        finishes, first, last = self._shown
        colour = self._look.theme.colour
        middle = 16.0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_years(painter, first, last, middle)
            painter.setPen(Qt.PenStyle.NoPen)
            band = colour("accent")
            band.setAlphaF(_BAND_SHARE)
            painter.setBrush(band)
            left, right = self._x(finishes.earliest, first, last), self._x(finishes.latest, first, last)
            painter.drawRoundedRect(QRectF(left, middle - _BAND / 2, right - left, _BAND), 4, 4)
            painter.setPen(QPen(colour("border_strong"), 1))
            painter.drawLine(QPointF(_MARGIN, middle), QPointF(self.width() - _MARGIN, middle))
            if finishes.held is not None:
                painter.setPen(QPen(colour("text_muted"), 2))
                x = self._x(finishes.held, first, last)
                painter.drawLine(QPointF(x, middle - 11), QPointF(x, middle + 11))
            if finishes.now != finishes.then:
                painter.setPen(QPen(colour("text_muted"), 1.4))
                painter.setBrush(colour("surface"))
                painter.drawPolygon(_diamond(self._x(finishes.now, first, last), middle))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawPolygon(_diamond(self._x(finishes.then, first, last), middle))

    def _draw_years(self, painter: QPainter, first: date, last: date, middle: float) -> None:
        colour = self._look.theme.colour
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        step = max(round((last.year - first.year) * _LEAST_YEAR_GAP / max(self.width(), 1) + 0.5), 1)
        for year in range(first.year + 1, last.year + 1, step):
            x = self._x(date(year, 1, 1), first, last)
            words = QRectF(x - 20, middle + 12, 40, _HEIGHT - middle - 12)
            if words.left() < 0 or words.right() > self.width():
                continue
            painter.setPen(QPen(colour("grid_strong"), 1))
            painter.drawLine(QPointF(x, middle - 9), QPointF(x, middle + 11))
            painter.setPen(colour("text_muted"))
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(year))

    def _x(self, day: date, first: date, last: date) -> float:
        part = (day - first).days / max((last - first).days, 1)
        return _MARGIN + min(max(part, 0.0), 1.0) * (self.width() - 2 * _MARGIN)


def _diamond(x: float, y: float) -> QPolygonF:
    size = _DIAMOND
    return QPolygonF([QPointF(x, y - size), QPointF(x + size, y), QPointF(x, y + size), QPointF(x - size, y)])
