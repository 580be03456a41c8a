"""The goals of a printed week, to tick those that were ticked on paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.paper_entry import Sheet
from planner.ui.fields.check_row import CheckRow
from planner.ui.fields.text import TextLabel


class GoalTicks(QWidget):
    """A box for each goal; hidden where the sheet has none."""

    changed = Signal()
    """The person ticked or unticked one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[CheckRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 10, 8, 4)
        self._column.setSpacing(2)
        self._column.addWidget(TextLabel(self.tr("Goals ticked on paper"), "strong", self))

    @property
    def ticked(self) -> list[bool]:
        """Whether each goal is ticked here."""
        return [row.box.isChecked() for row in self.rows]

    def show_goals(self, sheet: Sheet, done: Sequence[bool]) -> None:
        """Show a sheet's goals, those ticked that the plan has done."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for goal, ticked in zip(sheet.week.goals, done, strict=True):
            row = CheckRow(goal.text, self)
            row.box.show_checked(ticked)
            row.clicked.connect(lambda _on: self.changed.emit())
            self._column.addWidget(row)
            self.rows.append(row)
        self.setVisible(bool(self.rows))
