"""One reason as a line to press: an icon, its words, and a small arrow, for it leads somewhere."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from planner.ui.fields.text import TextLabel
from planner.ui.theme_controller import ThemeController

_ICON = 15
_RADIUS = 6


class ReasonLine(QAbstractButton):
    """Pressed by a click, Enter or Space; `leads` says where to, for the tip and for screen readers."""

    stepped = Signal(int)
    """An arrow key: 1 to the next line, -1 to the one before."""

    def __init__(
        self, icon: str, words: str, leads: str, theme_controller: ThemeController, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.words = words
        self._look = theme_controller
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(8, 5, 8, 5)
        self._line.setSpacing(9)
        top = Qt.AlignmentFlag.AlignTop
        self._line.addWidget(self._drawing(icon, "text_muted"), 0, top)
        self._line.addWidget(TextLabel(words, parent=self), 1)
        self._line.addWidget(self._drawing("chevron-right", "text_faint"), 0, top)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(words)
        self.setAccessibleDescription(leads)
        self.setToolTip(leads.replace("<", "&lt;") if "<" in leads else leads)

    def sizeHint(self) -> QSize:
        """As much as its words ask for."""
        return self._line.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too; the arrow keys go to the lines beside it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground under the mouse, a ring with the keyboard."""
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if self.underMouse() or self.isDown():
                painter.setBrush(self._look.theme.colour("pressed" if self.isDown() else "hover"))
                painter.drawRoundedRect(room, _RADIUS, _RADIUS)
            if self.hasFocus():
                painter.setPen(QPen(self._look.theme.colour("accent"), 1.6))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(room, _RADIUS, _RADIUS)

    def _drawing(self, icon: str, role: str) -> QLabel:
        label = QLabel(self)
        label.setPixmap(self._look.icons.pixmap(icon, _ICON, role, self.devicePixelRatioF()))
        label.setContentsMargins(0, 2, 0, 0)
        return label
