"""The selection as Qt's tree keeps it: shown there for screen readers, and read back where they change it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex

from planner.ui.timeline.selection import Selection

if TYPE_CHECKING:
    from planner.ui.timeline.outline import Outline

SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
CURRENT_ONLY = QItemSelectionModel.SelectionFlag.NoUpdate


class OutlineSelection:
    """Between a `Selection` and the selection model of one outline."""

    def __init__(self, outline: "Outline") -> None:
        self._outline = outline
        self._showing = False
        self.selection = Selection()
        model = outline.selectionModel()
        model.selectionChanged.connect(lambda *_: self._read())
        model.currentChanged.connect(lambda *_: self._read())

    def show(self, selection: Selection) -> None:
        """Show what is selected; only rows of the tree."""
        model, outline = self._outline.selectionModel(), self._outline
        self.selection = selection
        self._showing = True
        model.select(self._ranges(selection.ids), SELECT)
        current = QModelIndex()
        if selection.current is not None:
            current = outline.outline_model.index_of(selection.current)
        model.setCurrentIndex(current, CURRENT_ONLY)
        self._showing = False
        outline.viewport().update()

    def _ranges(self, ids: frozenset[str]) -> QItemSelection:
        """Rows as runs of neighbours, which is how Qt keeps a selection."""
        model, rows, selection = self._outline.outline_model, self._outline.rows, QItemSelection()
        numbers = sorted(number for each in ids if (number := rows.tree_index.get(each)) is not None)
        runs: dict[int, list[QModelIndex]] = {}
        for number in numbers:
            row = rows.tree[number]
            index = model.index_of(row.id)
            run = runs.get(row.holder)
            if run is not None and run[1].row() + 1 == index.row():
                run[1] = index
                continue
            if run is not None:
                selection.select(run[0], run[1])
            runs[row.holder] = [index, index]
        for first, last in runs.values():
            selection.select(first, last)
        return selection

    def _read(self) -> None:
        """A screen reader, or typing a title, changed it."""
        if self._showing:
            return
        model = self._outline.outline_model
        parts, ids = self._outline.selectionModel().selection(), set[str]()
        for number in range(parts.count()):
            part = parts.at(number)
            siblings = model.siblings(part.parent())
            ids.update(row.id for row in siblings[part.top() : part.bottom() + 1])
        index = self._outline.currentIndex()
        current = model.row_at(index).id if index.isValid() else None
        if current not in ids:
            # Qt makes the first row current when the keyboard comes in: that selects nothing.
            current = self.selection.current if self.selection.current in ids else next(iter(ids), None)
        if current == self.selection.current and frozenset(ids) == self.selection.ids:
            return
        self._outline.selection_made.emit(Selection(current, frozenset(ids), current))
        if current is not None:
            self._outline.reveal(current)
