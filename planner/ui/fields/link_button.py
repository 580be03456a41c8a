"""A button that looks like a link and leaves out the middle of its text where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from planner.ui.fields.tips import wrapped_tip

_LEAST_WIDTH = 60
_PADDING = 3


class LinkButton(QPushButton):
    """Pressable words; `say` sets them. Tooltip and screen reader have them whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setProperty("role", "link")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show words; without any the button hides."""
        # A new hint of its size lays the page around it out anew, which each edit would pay for.
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.setToolTip(wrapped_tip(words))
            self.updateGeometry()
            self._elide()
        self.setVisible(bool(words))

    def sizeHint(self) -> QSize:
        """Room for all the words."""
        width = self.fontMetrics().horizontalAdvance(self._words) + 2 * _PADDING
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A little is enough."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words anew."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - 2 * _PADDING + 2
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room)
        self.setText(shown.replace("&", "&&"))
