"""The legend below the chart, as high as its samples need, with a button that puts it away."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from planner.ui.timeline.legend import LegendEntry, legend_text
from planner.ui.timeline.legend_painting import legend_height, paint_legend
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.words import translate

SIDE = 12
PAD = 6


class LegendStrip(QWidget):
    """Samples and words; hidden while there is nothing to name."""

    def __init__(self, look: TimelineStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._entries: tuple[LegendEntry, ...] = ()
        self.close_button = QToolButton()
        self.close_button.setProperty("role", "quiet")
        self.close_button.setToolTip(translate("Hide the legend"))
        self.close_button.setAccessibleName(translate("Hide the legend"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 4, 2)
        row.addStretch(1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_entries(self, entries: tuple[LegendEntry, ...], look: TimelineStyle, close: QIcon) -> None:
        """Name these, in this look and with this picture on the button."""
        self._entries, self._look = entries, look
        self.close_button.setIcon(close)
        self.setAccessibleName(translate("Legend: {entries}").format(entries=legend_text(entries)))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("header"))
            painter.fillRect(0, 0, self.width(), 1, self._look.colour("divider"))
            painter.translate(QPointF(SIDE, PAD))
            paint_legend(painter, self._entries, self._room(), self._look)

    def _room(self) -> float:
        """How wide the samples may be beside the button."""
        return float(max(self.width() - 2 * SIDE - self.close_button.sizeHint().width(), 80))

    def _fit(self) -> None:
        high = legend_height(self._entries, self._room(), self._look) + 2 * PAD
        self.setFixedHeight(max(round(high), self.close_button.sizeHint().height() + 4))
