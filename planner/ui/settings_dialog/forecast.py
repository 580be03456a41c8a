"""The part of the settings about the forecast: how hours are spread between an estimate's low and high."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from planner.domain.forecast.shapes import Shape
from planner.ui.fields.text import TextLabel
from planner.ui.forecasting.kept import KeptShape
from planner.ui.forecasting.words import shape_names, shapes_reason
from planner.ui.settings import Settings


class ForecastPart(QWidget):
    """Two ways to choose from, and what they are."""

    shape_chosen = Signal(object)
    """The `Shape` that holds from now on."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = KeptShape(settings)
        self.shapes = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(18)
        for shape, (words, spoken) in shape_names().items():
            button = QRadioButton(words, self)
            button.setAccessibleName(spoken)
            button.setAccessibleDescription(shapes_reason())
            button.setChecked(shape is self._kept.shape)
            button.toggled.connect(partial(self._choose, shape))
            self.shapes.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(TextLabel(shapes_reason(), "muted", self))

    def _choose(self, shape: Shape, chosen: bool) -> None:
        if chosen:
            self._kept.shape = shape
            self.shape_chosen.emit(shape)
