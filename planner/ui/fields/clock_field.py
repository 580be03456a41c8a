"""A field for a time of the day."""

from PySide6.QtCore import QEvent, QObject, QTime, QTimer
from PySide6.QtWidgets import QTimeEdit, QWidget


class ClockField(QTimeEdit):
    """Hours and minutes; typed digits replace the hour or the minute that was clicked.

    Qt selects them for the keyboard alone: after a click, typing into a full hour would do nothing.
    """

    def __init__(self, name: str, minutes: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.setWrapping(True)
        self.setAccessibleName(name)
        self.set_minutes(minutes)
        self.lineEdit().installEventFilter(self)

    @property
    def minutes(self) -> int:
        """The time, in minutes after midnight."""
        return self.time().hour() * 60 + self.time().minute()

    def set_minutes(self, minutes: int) -> None:
        """Show a time, given in minutes after midnight."""
        self.setTime(QTime(minutes // 60, minutes % 60))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select what was clicked, once Qt has placed the cursor there."""
        if event.type() == QEvent.Type.MouseButtonRelease and not self.lineEdit().hasSelectedText():
            QTimer.singleShot(0, self, lambda: self.setSelectedSection(self.currentSection()))
        return super().eventFilter(watched, event)
