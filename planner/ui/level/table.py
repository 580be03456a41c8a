"""The activities that would get a start of their own: from when to when, and how much later."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from planner.domain.levelling import Levelling
from planner.domain.wording import day_text, span_text
from planner.ui.fields.tips import wrapped_tip

MOST_ROWS_IN_VIEW = 9
_FRAME = 12


class StartsTable(QTableWidget):
    """A row for each later start, earliest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 4, parent)
        self.setHorizontalHeaderLabels(
            [self.tr("Activity"), self.tr("Starts now"), self.tr("Would start"), self.tr("Later by")]
        )
        self.setAccessibleName(self.tr("Activities that would start later"))
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

    def fill(self, levelling: Levelling) -> None:
        """Show what would start later."""
        self.setRowCount(len(levelling.starts))
        for row, each in enumerate(levelling.starts):
            texts = (
                levelling.plan.activity(each.activity).title,
                day_text(each.before),
                day_text(each.after),
                span_text((each.after - each.before).days),
            )
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                cell.setToolTip(wrapped_tip(text) if column == 0 else "")
                self.setItem(row, column, cell)
        line = self.verticalHeader().defaultSectionSize()
        rows = min(len(levelling.starts), MOST_ROWS_IN_VIEW)
        self.setMinimumHeight(line * (rows + 1) + _FRAME)
        self.setMaximumHeight(line * (len(levelling.starts) + 1) + _FRAME)
