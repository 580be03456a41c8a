"""A frame around the inspector for a moment: where to look, when the keyboard goes there by itself."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

SHOWN_MS = 1500
LINE = 3.0
WASH = 26
"""How much of the colour lies over what is framed, of 255."""


class Cue(QWidget):
    """Lies over a widget, takes no clicks, and goes by itself."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._colour = QColor()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_for_a_moment(self, colour: QColor) -> None:
        """Frame the widget as large as it is now."""
        self._colour = colour
        around = self.parentWidget()
        if around is not None:
            self.setGeometry(around.rect())
        self.show()
        self.raise_()
        self._timer.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        half = LINE / 2
        wash = QColor(self._colour)
        wash.setAlpha(WASH)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), wash)
            pen = QPen(self._colour, LINE)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
