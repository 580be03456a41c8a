"""A table to read: whole rows are chosen, nothing is typed, and Tab leaves it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from planner.ui.fields.tips import wrapped_tip

_FRAME = 12


class ReadTable(QTableWidget):
    """Its first column takes the room that the others leave."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setProperty("role", "card")
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def name_columns(self, columns: Sequence[str], name: str) -> None:
        """Say what stands in each column, and to a screen reader what the table lists."""
        self.setColumnCount(len(columns))
        self.setHorizontalHeaderLabels(list(columns))
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(name)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these texts; the first of a row, which may be cut, is whole in its tooltip."""
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                cell = QTableWidgetItem(text)
                cell.setToolTip(wrapped_tip(text) if column == 0 else "")
                self.setItem(number, column, cell)

    def height_of(self, rows: int) -> int:
        """Pixels that so many rows take, with heading and frame."""
        return self.verticalHeader().defaultSectionSize() * (rows + 1) + _FRAME
