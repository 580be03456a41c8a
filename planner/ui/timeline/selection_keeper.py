"""SelectionKeeper: what is selected, kept through edits, undo, filters and restarts."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from planner.ui.timeline.rows import Rows
from planner.ui.timeline.rows_keeper import RowsKeeper
from planner.ui.timeline.selection import NOTHING, ClickMode, Selection, clicked, everything, only


class SelectionKeeper(QObject):
    """Remembers what was selected; `selection` is as much of it as has a row now.

    So commands never act on what a filter hides, and what it hid is selected again afterwards, unless
    something else was selected meanwhile.
    """

    changed = Signal()
    """Another selection."""

    taken = Signal()
    """Rows were chosen, be it those selected before."""

    def __init__(self, keeper: RowsKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._wanted = NOTHING
        self._selection = NOTHING
        self._rows = keeper.rows

    @property
    def selection(self) -> Selection:
        """What is selected among the rows that show."""
        return self._selection

    @property
    def ids(self) -> tuple[str, ...]:
        """The selected ids in row order."""
        index = self._keeper.rows.index
        return tuple(sorted(self._selection.ids, key=index.__getitem__))

    @property
    def state(self) -> dict[str, Any]:
        """What was selected, as values that JSON knows."""
        return {"selected": self._wanted.current, "selection": sorted(self._wanted.ids)}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what `state` gave; what is missing or makes no sense is left aside."""
        current, ids = state.get("selected"), state.get("selection")
        found = only(current if isinstance(current, str) else None)
        if found.current is not None and isinstance(ids, list):
            more = {each for each in ids if isinstance(each, str)}
            found = Selection(found.current, found.ids | more, found.current)
        self.take(found)

    def click(self, item_id: str | None, mode: ClickMode) -> None:
        """A row was clicked; none where it was below the last one."""
        if item_id is None:
            self.take(NOTHING)
        elif item_id in self._keeper.rows.index:
            self.take(clicked(self._selection, self._keeper.rows.ids, item_id, mode))

    def select(self, item_id: str | None) -> None:
        """Select one row alone, unfolding what it lies in; None selects nothing."""
        if item_id is not None:
            self._keeper.uncover(item_id)
        self.take(only(item_id))

    def select_many(self, ids: Sequence[str], *, add: bool = False) -> None:
        """Select these rows, and those selected so far where they are kept; the last becomes current."""
        kept = self._selection.ids if add else frozenset()
        rows = [each for each in ids if each in self._keeper.rows.index]
        current = rows[-1] if rows else self._selection.current if add else None
        self.take(Selection(current, kept | frozenset(rows), current))

    def select_all(self) -> None:
        """Select every row that shows."""
        self.take(everything(self._selection, self._keeper.rows.ids))

    def next_match(self, step: int) -> str | None:
        """The item that the filter found behind the current row (1) or before it (-1), round and round."""
        rows, places = self._keeper.rows, self._keeper.rows.index
        matches = [each for each in rows.ids if rows.found is None or each in rows.found][::step]
        here = places.get(self._selection.current or "", -1 if step > 0 else len(places))
        ahead = (each for each in matches if (places[each] - here) * step > 0)
        return next(ahead, next(iter(matches), None))

    def take(self, selection: Selection) -> None:
        """Select what is said."""
        self._wanted = selection
        self._show()
        self.taken.emit()

    def on_rows_changed(self) -> None:
        """There are other rows: a folded group stands for its rows, a neighbour for what has gone."""
        before, rows, current = self._rows, self._keeper.rows, self._selection.current
        self._rows = rows
        if current is not None and not any(self._keeper.in_plan(each) for each in self._selection.ids):
            self.take(only(_neighbour(before, rows, current)))
        elif current is not None and current not in rows.index and current in rows.tree_index:
            self.take(only(_shown_holder(rows, current)))
        else:
            self._show()

    def _show(self) -> None:
        selection = self._wanted.within(self._keeper.rows.ids)
        if selection != self._selection:
            self._selection = selection
            self.changed.emit()


def _neighbour(before: Rows, rows: Rows, gone: str) -> str | None:
    """The next row below one that has gone, else the next above it."""
    place = before.index[gone]
    near = (*before.ids[place + 1 :], *reversed(before.ids[:place]))
    return next((each for each in near if each in rows.index), None)


def _shown_holder(rows: Rows, item_id: str) -> str:
    """The innermost group around a row that shows."""
    row = rows.tree[rows.tree_index[item_id]]
    while row.id not in rows.index:
        row = rows.tree[row.holder]
    return row.id
