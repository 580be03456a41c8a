"""What moves: every item with the days it has and would have."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from planner.domain.catching_up.proposal import Move
from planner.domain.wording import day_text, span_text
from planner.ui.fields.text import filled
from planner.ui.fields.tips import wrapped_tip

LEAST_ROWS_IN_VIEW = 5
_NARROW = 600
_FRAME = 12


class MovesTable(QTableWidget):
    """A row for each item that moves, and one for each target that moves along."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 6, parent)
        self.setHorizontalHeaderLabels(
            [
                self.tr("What moves"),
                self.tr("Starts now"),
                self.tr("Would start"),
                self.tr("Ends now"),
                self.tr("Would end"),
                self.tr("By"),
            ]
        )
        self.setAccessibleName(self.tr("What moves, with the days now and then"))
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
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)

    def fill(self, moves: Sequence[Move]) -> None:
        """Show these moves."""
        rows = [row for each in moves for row in self._rows(each)]
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                cell = QTableWidgetItem(text)
                cell.setToolTip(wrapped_tip(text) if column == 0 else "")
                self.setItem(number, column, cell)
        line = self.verticalHeader().defaultSectionSize()
        self.setMinimumHeight(line * (min(len(rows), LEAST_ROWS_IN_VIEW) + 1) + _FRAME)
        self.setMaximumHeight(line * (len(rows) + 1) + _FRAME)
        self.setVisible(bool(rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the starts are left out, so that titles can be read."""
        super().resizeEvent(event)
        for column in (1, 2):
            self.setColumnHidden(column, event.size().width() < _NARROW)

    def _rows(self, move: Move) -> list[tuple[str, ...]]:
        if not move.is_milestone:
            starts = day_text(move.start_before), day_text(move.start_after)
            ends = day_text(move.finish_before), day_text(move.finish_after)
            return [(move.title, *starts, *ends, self._by(move.finish_before, move.finish_after))]
        rows = []
        if move.finish_before != move.finish_after:
            days = move.finish_before, move.finish_after
            rows.append((f"◆ {move.title}", "", "", *map(day_text, days), self._by(*days)))
        before, after = move.target_before, move.target_after
        if before is not None and after is not None and before != after:
            title = filled(self.tr("◇ Target of %1"), move.title)
            rows.append((title, "", "", day_text(before), day_text(after), self._by(before, after)))
        return rows

    def _by(self, before: date, after: date) -> str:
        days = (after - before).days
        if not days:
            return self.tr("same day")
        form = self.tr("%1 later") if days > 0 else self.tr("%1 earlier")
        return filled(form, span_text(days))
