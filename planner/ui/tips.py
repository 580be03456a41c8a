"""What a chart tells under the pointer: Qt's own tooltip, with round corners like the card of a drag.

A style sheet rounds what is painted, not the window it is painted on, so that window gets a mask.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBitmap, QPainter
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

CORNER = 7.0
"""The radius of a corner, as in the style sheet and as the card of a drag has it, in logical pixels."""


def show_tip(at: QPoint, text: str, widget: QWidget, area: QRect | None = None) -> None:
    """Show a text at a point of the screen for as long as the pointer stays in an area of the widget."""
    if area is None:
        QToolTip.showText(at, text, widget)
    else:
        QToolTip.showText(at, text, widget, area)
    for label in tips():
        if label.findChild(_Rounding, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
            label.installEventFilter(_Rounding(label))
        _round(label)


def tips() -> list[QWidget]:
    """The tooltips there are: one, or none."""
    return [each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel")]


class _Rounding(QObject):
    """Keeps the corners round when Qt shows another text in the same window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            _round(watched)
        return False


def _round(label: QWidget) -> None:
    mask = QBitmap(label.size())
    mask.clear()
    with QPainter(mask) as painter:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.color1)
        painter.drawRoundedRect(QRectF(label.rect()), CORNER, CORNER)
    label.setMask(mask)
