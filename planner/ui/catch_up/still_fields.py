"""Fields in content that scrolls: the wheel scrolls past them, and turns only the one with the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget


class StillCombo(QComboBox):
    """A choice that is not turned by the way."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Choose with the wheel only here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class StillSpin(QSpinBox):
    """A number that is not turned by the way."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Count with the wheel only here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
