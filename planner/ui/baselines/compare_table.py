"""Two baselines line by line: a table to sort by any column, and the same as rows for a spreadsheet."""

from collections.abc import Sequence
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from planner.domain.baseline_comparison import ComparedLine, Sort, days_apart
from planner.domain.wording import day_text, isolated
from planner.ui.fields.text import filled
from planner.ui.fields.tips import wrapped_tip

_ROW_AIR = 10
_NODE = Qt.ItemDataRole.UserRole + 1
_SORTED = Qt.ItemDataRole.UserRole
_FAR = 10**6
"""More days than any plan has: what is in one of the two only comes before or after what is in both."""


class Column(IntEnum):
    """What stands beside each other."""

    TITLE = 0
    ONE = 1
    OTHER = 2
    DIFFERENCE = 3


class CompareTable(QTableView):
    """The lines of a comparison, in the outline's order until a heading is pressed."""

    item_requested = Signal(str)
    """A double click, or Enter, on a row: the item to go to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(0, len(Column), self)
        self._rows.setSortRole(_SORTED)
        self.setModel(self._rows)
        self.setAccessibleName(_tr("Each item in both"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_AIR)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(lambda index: self._request(index.row()))

    def show_lines(self, lines: Sequence[ComparedLine], one: str, other: str) -> None:
        """Show other lines; `one` and `other` name what is compared, for the headings."""
        header = self.horizontalHeader()
        self.setSortingEnabled(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._rows.removeRows(0, self._rows.rowCount())
        self._rows.setHorizontalHeaderLabels([_tr("Item"), one, other, _tr("Difference")])
        for place, each in enumerate(lines):
            self._rows.appendRow(_row(place, each))
        self.setSortingEnabled(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        widest = self.fontMetrics().horizontalAdvance
        for column, words in ((Column.ONE, one), (Column.OTHER, other)):
            self.setColumnWidth(column, max(widest("28 Sep 2028"), min(widest(words), 150)) + 30)
        self.setColumnWidth(Column.DIFFERENCE, widest("starts 300 days earlier") + 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the item."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._request(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def titles(self) -> list[str]:
        """The items in the order they stand in."""
        return [self._rows.item(row, Column.TITLE).text() for row in range(self._rows.rowCount())]

    def words_at(self, row: int) -> list[str]:
        """What a row says."""
        return [self._rows.item(row, column).text() for column in Column]

    def _request(self, row: int) -> None:
        self.item_requested.emit(self._rows.item(row, Column.TITLE).data(_NODE))


def difference_words(line: ComparedLine) -> str:
    """Like “12 days later”, “starts 3 days earlier”, “added” or “the same”."""
    if line.sort in (Sort.ADDED, Sort.REMOVED) or line.days is None or line.start_days is None:
        return _tr("added") if line.sort is Sort.ADDED else _tr("removed")
    if line.days:
        return filled(_tr("%1 later") if line.days > 0 else _tr("%1 earlier"), days_apart(line.days))
    if line.start_days:
        words = _tr("starts %1 later") if line.start_days > 0 else _tr("starts %1 earlier")
        return filled(words, days_apart(line.start_days))
    return _tr("the same")


def spreadsheet(
    lines: Sequence[ComparedLine], one: str, other: str
) -> tuple[list[str], list[list[str | float | date | None]]]:
    """The lines as a table for a file: its header and its rows, with first days and days as a number too."""
    first, last = _tr("%1: first day"), _tr("%1: last day")
    header = [_tr("Item"), *(filled(words, name) for name in (one, other) for words in (first, last))]
    header += [_tr("Days later"), _tr("Difference")]
    rows: list[list[str | float | date | None]] = []
    for each in lines:
        days: list[date | None] = []
        for found in (each.one, each.other):
            days += [None, None] if found is None else [found.start, found.finish]
        rows.append([each.title, *days, each.days, difference_words(each)])
    return header, rows


def _row(place: int, line: ComparedLine) -> list[QStandardItem]:
    by = line.days
    if by is None:
        by = _FAR if line.sort is Sort.ADDED else -_FAR
    title = QStandardItem(isolated(line.title))
    title.setData(place, _SORTED)
    title.setData(line.node, _NODE)
    title.setToolTip(wrapped_tip(line.title))
    cells = [title]
    for found in (line.one, line.other):
        day = QStandardItem("–" if found is None else day_text(found.finish))
        day.setData(0 if found is None else found.finish.toordinal(), _SORTED)
        cells.append(day)
    difference = QStandardItem(difference_words(line))
    difference.setData(by * _FAR + (line.start_days or 0), _SORTED)
    cells.append(difference)
    return cells


def _tr(text: str) -> str:
    return QCoreApplication.translate("Baselines", text)
