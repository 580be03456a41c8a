"""The line in which a goal of the week is written where it stands."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.domain.guards import LONGEST_TITLE


class GoalLine(QLineEdit):
    """Lies over the words it changes, so that nothing below moves when writing begins and ends."""

    def __init__(self, row: QWidget) -> None:
        super().__init__(row)
        self._row = row
        self.setMaxLength(LONGEST_TITLE)
        self.setAccessibleName(self.tr("Goal"))

    def cover(self, words: QRect) -> None:
        """Lie over words of the row, as high as a line needs and the row has room for."""
        row = self._row.rect()
        height = min(max(self.sizeHint().height(), words.height() + 2), row.height())
        place = QRect(words.x(), 0, words.width(), height)
        place.moveTop(min(max(words.center().y() - height // 2, 0), row.height() - height))
        self.setGeometry(place)
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, which line edits pass on: on the row it begins to write."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
