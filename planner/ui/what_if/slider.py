"""A slider in steps, which a wheel that only passes by does not move."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget


class StepSlider(QSlider):
    """`slid` tells of a step taken by a person: by mouse, wheel or keys."""

    slid = Signal(int)

    def __init__(self, name: str, least: int, most: int, page: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(name)
        self.setRange(least, max(most, least))
        self.setPageStep(page)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.slid)

    def show_value(self, value: int) -> None:
        """Show a value, or the nearest there is, without telling of it."""
        was = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(was)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll the page unless the slider was chosen."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
