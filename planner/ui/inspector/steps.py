"""The steps of an activity: a box for each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.items import Step, StepId
from planner.ui.fields.check_box import CheckBox
from planner.ui.fields.check_row import CheckRow
from planner.ui.fields.clearing import clear


class Steps(QWidget):
    """Boxes for steps. `ticked` comes with a step and whether it is done now."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: dict[StepId, CheckRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show the steps; nothing is rebuilt while they are the same ones."""
        if [each.id for each in steps] != list(self._rows):
            clear(self._layout)
            self._rows = {each.id: self._row(each.id) for each in steps}
        for step in steps:
            self._rows[step.id].say(step.title)
            self._rows[step.id].show_done(step.done)

    def box(self, step: StepId) -> CheckBox:
        """The box of a step; raises KeyError."""
        return self._rows[step].box

    def _row(self, step: StepId) -> CheckRow:
        row = CheckRow("", self)
        row.clicked.connect(lambda done: self.ticked.emit(step, done))
        self._layout.addWidget(row)
        return row
