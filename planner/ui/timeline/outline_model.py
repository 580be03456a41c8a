"""The rows of the plan as a Qt tree of groups in groups, one column for each of `COLUMNS`."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible

from planner.domain.changes import Changes
from planner.domain.checklist_facts import ChecklistItem
from planner.domain.items import (
    Activity,
    ActivityId,
    Milestone,
    Session,
)
from planner.domain.schedule import Schedule
from planner.ui.editor import Editor
from planner.ui.timeline.columns import (
    COLUMNS,
    Column,
    Dates,
    Thing,
    cell_text,
    explanation_of,
    share_of,
    title_of,
)
from planner.ui.timeline.rows import Row, RowKind, Rows
from planner.ui.timeline.words import translate

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The `Row`."""

AT_TOP = -1
"""The holder of the groups at the top."""


class OutlineModel(QAbstractItemModel):
    """The rows it is given, folded or not; what the cells say is read from the editor when asked.

    An index carries the row's number in `Rows.tree`.
    """

    def __init__(self, editor: Editor, rows: Rows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._proposed: Schedule | None = None
        self._read(rows)

    @property
    def rows(self) -> Rows:
        """The rows it shows."""
        return self._rows

    @property
    def dates(self) -> Dates:
        """What the cells are read from; during a drag with the dates that letting go would give."""
        return Dates(self._editor.plan, self._proposed or self._editor.schedule, self._editor.today)

    def propose(self, proposed: Schedule | None) -> None:
        """Tell the dates of a drag in progress, or again those of the plan."""
        self._proposed = proposed

    def show_rows(self, rows: Rows) -> None:
        """Other rows; the tree is built anew."""
        self.beginResetModel()
        self._read(rows)
        self.endResetModel()

    def show_same_rows(self, rows: Rows) -> None:
        """The same rows in the same order, of which some are folded otherwise."""
        self._rows = rows

    def refresh(self, changes: Changes) -> None:
        """The rows are the same: any may have other dates, those that changes name may say more.

        A screen reader is told of each group's rows. Otherwise once is enough, as the tree then paints all
        that is in view.
        """
        if not self._rows.tree:
            return
        for item_id in _items_named(changes):
            index = self.index_of(item_id)
            if index.isValid():
                self.dataChanged.emit(index, index.siblingAtColumn(len(COLUMNS) - 1))
        holders = self._children if QAccessible.isActive() else (AT_TOP,)
        for holder in holders:
            inside = self._children[holder]
            top = self.createIndex(0, 1, inside[0])
            bottom = self.createIndex(len(inside) - 1, len(COLUMNS) - 1, inside[-1])
            self.dataChanged.emit(top, bottom)

    def index_of(self, item_id: str) -> QModelIndex:
        """The index of a row's first column; invalid where there is none."""
        number = self._rows.tree_index.get(item_id)
        return QModelIndex() if number is None else self.createIndex(self._places[number], 0, number)

    def row_at(self, index: Index) -> Row:
        """The row of an index."""
        return self._rows.tree[index.internalId()]

    def holds_rows(self, row: Row) -> bool:
        """Whether anything lies in a group."""
        return self._rows.tree_index[row.id] in self._children

    def siblings(self, parent: Index) -> list[Row]:
        """The rows that lie directly in a group; those at the top for an invalid index."""
        holder = parent.internalId() if parent.isValid() else AT_TOP
        return [self._rows.tree[number] for number in self._children.get(holder, ())]

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        # Not `hasIndex`: trees ask this some hundred times a repaint.
        inside = self._children.get(parent.internalId() if parent.isValid() else AT_TOP)
        if inside is None or not (0 <= row < len(inside) and 0 <= column < len(COLUMNS)):
            return QModelIndex()
        return self.createIndex(row, column, inside[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override] # noqa: B008
        holder = self._rows.tree[index.internalId()].holder if index.isValid() else AT_TOP
        return QModelIndex() if holder == AT_TOP else self.createIndex(self._places[holder], 0, holder)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._children.get(AT_TOP, ()))
        return 0 if parent.column() else len(self._children.get(parent.internalId(), ()))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return title_of(COLUMNS[section])
            if role == Qt.ItemDataRole.ToolTipRole:
                return explanation_of(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, COLUMNS[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row, COLUMNS[index.column()])
        return None

    def text(self, row: Row, column: Column) -> str:
        """What a cell says."""
        return cell_text(self.dates, self.thing(row), column)

    def share(self, row: Row) -> float:
        """How much of a row is done, 0 to 1."""
        return share_of(self._editor.plan, self.thing(row))

    def thing(self, row: Row) -> Thing:
        """What a row stands for."""
        plan = self._editor.plan
        return plan.phase(row.phase) if row.kind is RowKind.PHASE else plan.node(ActivityId(row.id))

    def _said(self, row: Row, column: Column) -> str:
        """What a screen reader says of a cell: a value alone would not tell what it is of."""
        text = self.text(row, column)
        if column is Column.PATH:
            return f"{text}, {self._kind(row)}"
        return f"{title_of(column)} {text}" if text else ""

    def _kind(self, row: Row) -> str:
        if row.kind is RowKind.PHASE:
            return translate("phase") if row.depth == 0 else translate("group")
        return self.text(row, Column.KIND)

    def _read(self, rows: Rows) -> None:
        self._rows = rows
        children: dict[int, list[int]] = {}
        places: list[int] = []
        for number, row in enumerate(rows.tree):
            inside = children.setdefault(row.holder, [])
            places.append(len(inside))
            inside.append(number)
        self._children, self._places = children, places


def _items_named(changes: Changes) -> set[str]:
    """The items whose own facts, checklists or sessions changed."""
    found: set[str] = set()
    for change in changes:
        for fact in (change.before, change.after):
            if isinstance(fact, Activity | Milestone):
                found.add(fact.id)
            elif isinstance(fact, ChecklistItem):
                found.add(fact.milestone)
            elif isinstance(fact, Session):
                found.add(fact.activity)
    return found
