"""What keys do to the rows of the outline: walk, extend, fold and unfold. The chart's keys come here too."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from planner.ui.timeline.rows import Row, RowKind
from planner.ui.timeline.selection import ClickMode

if TYPE_CHECKING:
    from planner.ui.timeline.outline import Outline

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class OutlineKeys:
    """The keys of one outline."""

    def __init__(self, outline: "Outline") -> None:
        self._outline = outline
        self._last = 0

    def press(self, event: QKeyEvent) -> None:
        """Do what a key asks for; it stays unaccepted where it means nothing here."""
        modifiers = event.modifiers() & ~Modifier.KeypadModifier
        plain = modifiers in (Modifier.NoModifier, Modifier.ShiftModifier)
        shift = modifiers == Modifier.ShiftModifier
        key = Key(event.key())
        if event.text() == "*" and plain:
            self._outline.fold_asked.emit(None, False)
        elif key == Key.Key_Space and modifiers == Modifier.ControlModifier:
            self._toggle()
        elif key in (Key.Key_Left, Key.Key_Right) and shift:
            self._outline.fold_asked.emit(None, key == Key.Key_Left)
        elif key in (Key.Key_Left, Key.Key_Right) and plain:
            self._fold_or_walk(inward=key == Key.Key_Right)
        elif plain and (by := self._step_of(key)) is not None:
            self._walk(by, ClickMode.EXTEND if shift else ClickMode.ONLY)
        else:
            return
        event.accept()

    def _step_of(self, key: Key) -> int | None:
        """How many rows a key goes on."""
        rows = len(self._outline.rows)
        page = max(int(self._outline.viewport().height() / self._outline.row_height) - 1, 1)
        steps = {Key.Key_Up: -1, Key.Key_Down: 1, Key.Key_PageUp: -page, Key.Key_PageDown: page}
        return rows if key == Key.Key_End else steps.get(key)

    def _walk(self, by: int, mode: ClickMode) -> None:
        rows = self._outline.rows
        if not len(rows):
            return
        place = self._place()
        if place is None:
            # The current row has gone: go on where it was.
            place = min(self._last, len(rows) - 1) - (1 if by > 0 else 0)
        self._go_to(rows.rows[min(max(place + by, 0), len(rows) - 1)], mode)

    def _fold_or_walk(self, *, inward: bool) -> None:
        """Fold or unfold a group; where it is so already, go to the group around it, or to its first row."""
        rows, place = self._outline.rows, self._place()
        if place is None:
            return
        row = rows.rows[place]
        number = rows.tree_index[row.id]
        holds = number + 1 < len(rows.tree) and rows.tree[number + 1].holder == number
        folded = row.id in rows.collapsed
        if row.kind is RowKind.PHASE and holds and folded == inward:
            self._outline.fold_asked.emit(row.id, not inward)
        elif inward and holds:
            self._go_to(rows.tree[number + 1], ClickMode.ONLY)
        elif not inward and row.holder >= 0:
            self._go_to(rows.tree[row.holder], ClickMode.ONLY)

    def _toggle(self) -> None:
        place = self._place()
        if place is not None:
            self._outline.row_clicked.emit(self._outline.rows.rows[place].id, ClickMode.TOGGLE)

    def _go_to(self, row: Row, mode: ClickMode) -> None:
        self._outline.row_clicked.emit(row.id, mode)
        self._outline.reveal(row.id)
        self._last = self._outline.rows.index.get(row.id, 0)

    def _place(self) -> int | None:
        """The number of the current row."""
        current = self._outline.selection.current
        place = None if current is None else self._outline.rows.index.get(current)
        if place is not None:
            self._last = place
        return place
