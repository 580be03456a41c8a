"""Low, likely and high hours of an activity, side by side."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.domain.items import LONGEST_EFFORT_HOURS, Estimate
from planner.ui.fields.hours_field import HoursField
from planner.ui.fields.hours_problem import HoursProblem
from planner.ui.fields.text import TextLabel


class EffortFields(QWidget):
    """Three boxes. `edited` comes with low, likely and high in hours, always rising."""

    edited = Signal(float, float, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.low = self._box(self.tr("Hours at least"))
        self.likely = self._box(self.tr("Likely hours"))
        self.high = self._box(self.tr("Hours at most"))
        self.likely.setMinimum(0.25)
        self.high.setMinimum(0.25)
        self._shown = (0.0, 0.0, 0.0)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        captions = (self.tr("low"), self.tr("likely"), self.tr("high"))
        for column, (caption, box) in enumerate(zip(captions, self._boxes, strict=True)):
            label = TextLabel(caption, "muted", self)
            label.setBuddy(box)
            grid.addWidget(label, 0, column)
            grid.addWidget(box, 1, column)
            grid.setColumnStretch(column, 1)
            box.valueChanged.connect(partial(self._on_edited, column))
        grid.addWidget(HoursProblem(self._boxes, self), 2, 0, 1, len(captions))

    def show_effort(self, effort: Estimate) -> None:
        """Show hours without telling of it."""
        self._shown = (effort.low, effort.likely, effort.high)
        for box, hours in zip(self._boxes, self._shown, strict=True):
            box.show_value(hours)

    @property
    def _boxes(self) -> tuple[HoursField, HoursField, HoursField]:
        return self.low, self.likely, self.high

    def _box(self, name: str) -> HoursField:
        box = HoursField(name, most=LONGEST_EFFORT_HOURS, step=1, buttons=False, quarters=True, parent=self)
        box.setMinimumWidth(40)
        return box

    def _on_edited(self, place: int, hours: float) -> None:
        # The boxes round to quarters; figures that were not touched stay as exact as they are.
        low, likely, high = (hours if index == place else kept for index, kept in enumerate(self._shown))
        if place == 0:
            likely, high = max(low, likely), max(low, likely, high)
        elif place == 1:
            low, high = min(low, likely), max(likely, high)
        else:
            low, likely = min(low, high), min(likely, high)
        self.edited.emit(low, likely, high)
