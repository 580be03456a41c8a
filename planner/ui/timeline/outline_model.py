"""The rows of the plan as a Qt model of three columns: Path, Finish and Done."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.domain.changes import Changes
from planner.domain.items import Activity, ActivityId, ChecklistItem, Milestone, MilestoneId, PhaseId, Session
from planner.domain.progress import checklist_count, done_share, phase_done_share
from planner.domain.wording import day_text
from planner.ui.editor import Editor
from planner.ui.timeline.rows import Row, RowKind, kind_of
from planner.ui.timeline.words import translate

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The `Row`."""


class Column(IntEnum):
    """The columns."""

    PATH = 0
    FINISH = 1
    DONE = 2


class OutlineModel(QAbstractItemModel):
    """Phases at the top, their activities and milestones below them; read from the editor when asked."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._read()

    def read_again(self) -> None:
        """The rows themselves changed."""
        self.beginResetModel()
        self._read()
        self.endResetModel()

    def refresh(self, changes: Changes) -> None:
        """The rows are the same: any may end on another day, those that changes name may say more."""
        for parent, siblings in enumerate((self._phases, *self._children)):
            if siblings:
                top = self.createIndex(0, Column.FINISH, parent)
                self.dataChanged.emit(top, self.createIndex(len(siblings) - 1, Column.FINISH, parent))
        for item_id in _items_named(changes):
            index = self.index_of(item_id)
            for each in (index, index.parent()):
                if each.isValid():
                    self.dataChanged.emit(each, each.siblingAtColumn(Column.DONE))

    def index_of(self, item_id: str) -> QModelIndex:
        """The index of a row's first column; invalid where there is none."""
        place = self._places.get(item_id)
        if place is None:
            return QModelIndex()
        phase, child = place
        return self.createIndex(phase, 0, 0) if child is None else self.createIndex(child, 0, phase + 1)

    def row_at(self, index: Index) -> Row:
        """The row of an index."""
        inside = index.internalId()
        return self._children[inside - 1][index.row()] if inside else self._phases[index.row()]

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        # Not `hasIndex`: trees ask this some hundred times a repaint.
        inside = parent.row() + 1 if parent.isValid() else 0
        siblings = self._children[inside - 1] if inside else self._phases
        if not (0 <= row < len(siblings) and 0 <= column < len(Column)) or parent.internalId():
            return QModelIndex()
        return self.createIndex(row, column, inside)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override] # noqa: B008
        inside = index.internalId() if index.isValid() else 0
        return self.createIndex(inside - 1, 0, 0) if inside else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._phases)
        if parent.internalId() or parent.column() > 0:
            return 0
        return len(self._children[parent.row()])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (translate("Path"), translate("Finish"), translate("Done"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.PATH:
            return f"{self._title(row)}, {self._kind(row)}"
        return None

    def text(self, row: Row, column: int) -> str:
        """What a cell says."""
        return (self._title, self._finish, self._done)[column](row)

    def share(self, row: Row) -> float:
        """How much of a row is done, 0 to 1."""
        plan = self._editor.plan
        if row.kind is RowKind.PHASE:
            return phase_done_share(plan, PhaseId(row.id))
        item = plan.node(ActivityId(row.id))
        if isinstance(item, Milestone):
            return 1.0 if item.reached_on is not None else 0.0
        return done_share(plan, item)

    def _read(self) -> None:
        plan = self._editor.plan
        self._phases = [Row(phase.id, RowKind.PHASE, phase.id, phase.colour) for phase in plan.ordered_phases]
        self._children = [
            [Row(each.id, kind_of(each), row.phase, row.colour) for each in plan.rows_of_phase[row.phase]]
            for row in self._phases
        ]
        self._places: dict[str, tuple[int, int | None]] = {}
        for number, row in enumerate(self._phases):
            self._places[row.id] = (number, None)
            for child, each in enumerate(self._children[number]):
                self._places[each.id] = (number, child)

    def _title(self, row: Row) -> str:
        plan = self._editor.plan
        if row.kind is RowKind.PHASE:
            return plan.phase(row.phase).title
        return plan.node(ActivityId(row.id)).title

    def _finish(self, row: Row) -> str:
        current = self._editor.schedule
        if row.kind is RowKind.PHASE:
            span = current.phase_span(row.phase)
            return "" if span is None else day_text(span[1])
        if row.kind is RowKind.MILESTONE:
            return day_text(current.shown_day(MilestoneId(row.id)))
        return day_text(current.finish_day(ActivityId(row.id)))

    def _done(self, row: Row) -> str:
        if row.kind is RowKind.MILESTONE:
            count = checklist_count(self._editor.plan, MilestoneId(row.id))
            return f"{count.done} / {count.total}" if count.total else ""
        return f"{self.share(row):.0%}"

    def _kind(self, row: Row) -> str:
        if row.kind is RowKind.PHASE:
            return translate("phase")
        item = self._editor.plan.node(ActivityId(row.id))
        return item.kind.value if isinstance(item, Activity) else translate("milestone")


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
