"""A chart's figures as a real table, for screen readers and for everyone who would rather read."""

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from planner.domain.wording import isolated
from planner.ui.progress.chart import Table, cell_text

MOST_ROWS_IN_VIEW = 10
_ROW_HEIGHT = 27
_FRAME = 4

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TableModel(QAbstractTableModel):
    """The cells of a table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = Table(columns=(), rows=())

    def show(self, table: Table) -> None:
        """Show other cells."""
        if table != self.table:
            self.beginResetModel()
            self.table = table
            self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return isolated(cell_text(cell))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # A screen reader says of a dash alone nothing, or “dash”.
            return isolated(cell_text(cell)) if cell is not None else self.tr("nothing")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self.table.columns[section] if role == Qt.ItemDataRole.DisplayRole else None

    def has_numbers(self, column: int) -> bool:
        """Whether a column's cells are numbers, as far as they hold anything."""
        cells = [row[column] for row in self.table.rows if row[column] is not None]
        return bool(cells) and not isinstance(cells[0], str | date)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.has_numbers(column) else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class ChartTable(QTableView):
    """Shows a table; Enter or a double click on a row leads to what it is about."""

    item_requested = Signal(str)
    """The id of what a row is about."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells = TableModel(self)
        self.setModel(self._cells)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        self.doubleClicked.connect(lambda index: self._go_to(index.row()))

    def show_table(self, name: str, table: Table) -> None:
        """Show a table by its name."""
        self.setAccessibleName(name)
        self._cells.show(table)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # Words have the room that is left; a number that far from its row's others would be hard to read.
        header.setStretchLastSection(
            bool(table.columns) and not self._cells.has_numbers(len(table.columns) - 1)
        )
        rows = min(max(len(table.rows), 1), MOST_ROWS_IN_VIEW)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(header.sizeHint().height() + rows * _ROW_HEIGHT + bar + _FRAME)
        if table.rows and not self.currentIndex().isValid():
            place = self._cells.index(min(table.first, len(table.rows) - 1), 0)
            self.setCurrentIndex(place)
            self.scrollTo(place, QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to what the row is about; other keys move among the cells."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._go_to(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _go_to(self, row: int) -> None:
        items = self._cells.table.items
        if row < len(items):
            self.item_requested.emit(items[row])
