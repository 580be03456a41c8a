"""The mouse over the outline: selecting, folding, and dragging rows to another place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent, QPainter, QPen

from planner.ui.timeline.cell_edits import EDITABLE
from planner.ui.timeline.columns import Column
from planner.ui.timeline.outline_painting import ARROW_ROOM, INDENT, TITLE_LEFT, arrow_left
from planner.ui.timeline.row_places import Drop, drop_at
from planner.ui.timeline.rows import Row, RowKind
from planner.ui.timeline.selection import ClickMode
from planner.ui.timeline.words import translate

if TYPE_CHECKING:
    from planner.ui.timeline.outline import Outline

Button = Qt.MouseButton
Modifier = Qt.KeyboardModifier

SCROLL_EDGE = 24
"""Pixels from the upper and lower edge within which a drag scrolls the rows."""

SCROLL_PAUSE_MS = 30
DOT = 6


class OutlineMouse:
    """Presses, moves and releases over one outline."""

    def __init__(self, outline: "Outline") -> None:
        self._outline = outline
        self._pressed: QPoint | None = None
        self._waiting: Row | None = None
        self._ids: tuple[str, ...] = ()
        self._drop: Drop | None = None
        self._at = QPoint()
        self._scroll = QTimer(outline)
        self._scroll.setInterval(SCROLL_PAUSE_MS)
        self._scroll.timeout.connect(self._scroll_on)

    @property
    def dragging(self) -> bool:
        """Whether rows are being dragged."""
        return bool(self._ids)

    @property
    def drop(self) -> Drop | None:
        """Where the rows being dragged would go."""
        return self._drop

    def press(self, event: QMouseEvent) -> None:
        """Fold a group by its arrow, else select; a drag may follow."""
        at = event.position().toPoint()
        row = self._outline.row_at(at.y())
        event.accept()
        self._waiting = None
        if self.dragging:
            return
        if event.button() == Button.LeftButton and row is not None and self._on_arrow(row, at):
            self._outline.fold_asked.emit(row.id, row.id not in self._outline.rows.collapsed)
            return
        if event.button() == Button.LeftButton:
            self._pressed = at if row is not None else None
        if event.button() not in (Button.LeftButton, Button.RightButton):
            return
        mode = mode_of(event)
        chosen = row is not None and row.id in self._outline.selection.ids
        if chosen and mode is ClickMode.ONLY:
            # A press on one of several selected rows may begin a drag of them all.
            self._waiting = row if event.button() == Button.LeftButton else None
        elif row is not None:
            click = event.button() == Button.RightButton
            self._outline.row_clicked.emit(row.id, ClickMode.ONLY if click else mode)
        elif mode is ClickMode.ONLY:
            self._outline.row_clicked.emit(None, mode)

    def move(self, event: QMouseEvent) -> None:
        """Go on with a drag, or begin one once the pointer went far enough."""
        self._at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Button.LeftButton:
            return
        far = (self._at - self._pressed).manhattanLength()
        if not self.dragging and far >= QGuiApplication.styleHints().startDragDistance():
            self._begin()
        if self.dragging:
            self._aim()

    def release(self, event: QMouseEvent) -> None:
        """Drop the rows, or take a press on one of several selected rows as a click."""
        if event.button() != Button.LeftButton:
            return
        waiting, drop, dragged = self._waiting, self._drop, self.dragging
        self._end()
        if dragged and drop is not None:
            self._outline.rows_dropped.emit(drop)
        elif not dragged and waiting is not None:
            self._outline.row_clicked.emit(waiting.id, ClickMode.ONLY)

    def double_click(self, event: QMouseEvent) -> None:
        """Ask to edit what lies there: details on a title, the cell itself on others."""
        at = event.position().toPoint()
        row = self._outline.row_at(at.y())
        if event.button() != Button.LeftButton or row is None or self._on_arrow(row, at):
            return
        cell = next((each for each in self._outline.columns.cells() if _holds(each.rect, at.x())), None)
        if cell is None or cell.column is Column.PATH or cell.column not in EDITABLE:
            self._outline.edit_requested.emit(row.id)
        else:
            self._outline.cell_edit_requested.emit(row.id, cell.column)

    def cancel(self, reason: str) -> None:
        """Stop the drag with everything where it was."""
        if self.dragging:
            self._end()
            self._outline.message.emit(reason)

    def paint(self, painter: QPainter) -> None:
        """Show where the rows would go: a line between rows, or a frame around the group they go into."""
        drop, look = self._drop, self._outline.look
        if drop is None:
            return
        painter.setPen(QPen(look.colour("accent"), 2))
        width = self._outline.viewport().width()
        if drop.onto is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._outline.line_at(drop.onto).adjusted(2, 1, -3, -3), 4, 4)
        elif drop.gap is not None:
            left = TITLE_LEFT + INDENT * drop.depth - DOT
            y = max(self._outline.line_at(drop.gap).top() - 1, 1)
            painter.drawLine(left + DOT, y, width - 4, y)
            painter.setBrush(look.colour("surface"))
            painter.drawEllipse(QPoint(left + DOT // 2, y), DOT // 2, DOT // 2)

    def _begin(self) -> None:
        outline = self._outline
        row = None if self._pressed is None else outline.row_at(self._pressed.y())
        if row is None:
            return
        if outline.editor.read_only:
            self._refuse(translate("This plan is open for reading only, so its rows stay where they are."))
            return
        if outline.sorted:
            self._refuse(
                translate("The rows are sorted by a column. Sort in the plan's own order to move them.")
            )
            return
        chosen = outline.selection.ids
        if row.id not in chosen:
            outline.row_clicked.emit(row.id, ClickMode.ONLY)
            chosen = frozenset({row.id})
        self._ids = tuple(each for each in outline.rows.ids if each in chosen)
        outline.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll.start()

    def _refuse(self, reason: str) -> None:
        self._pressed = None
        self._outline.message.emit(reason)

    def _aim(self) -> None:
        outline = self._outline
        place = outline.place_at(min(max(self._at.y(), 0), outline.viewport().height() - 1))
        depth = round((self._at.x() - outline.columns.sectionViewportPosition(0) - TITLE_LEFT) / INDENT)
        self._drop = drop_at(outline.editor.plan, outline.rows, self._ids, place, max(depth, 0))
        allowed = (
            Qt.CursorShape.ClosedHandCursor if self._drop is not None else Qt.CursorShape.ForbiddenCursor
        )
        outline.viewport().setCursor(allowed)
        outline.viewport().update()

    def _scroll_on(self) -> None:
        """Scroll while the pointer rests near the upper or lower edge."""
        height, bar = self._outline.viewport().height(), self._outline.verticalScrollBar()
        past = min(self._at.y() - SCROLL_EDGE, 0) + max(self._at.y() - height + SCROLL_EDGE, 0)
        if past:
            bar.setValue(bar.value() + max(min(past, SCROLL_EDGE), -SCROLL_EDGE))
            self._aim()

    def _end(self) -> None:
        self._pressed = self._waiting = self._drop = None
        self._ids = ()
        self._scroll.stop()
        self._outline.viewport().unsetCursor()
        self._outline.viewport().update()

    def _on_arrow(self, row: Row, at: QPoint) -> bool:
        left = self._outline.columns.sectionViewportPosition(0) + arrow_left(row)
        return row.kind is RowKind.PHASE and left <= at.x() < left + ARROW_ROOM


def mode_of(event: QMouseEvent) -> ClickMode:
    """What a click does to the selection, by the keys held."""
    if event.modifiers() & Modifier.ShiftModifier:
        return ClickMode.EXTEND
    return ClickMode.TOGGLE if event.modifiers() & Modifier.ControlModifier else ClickMode.ONLY


def _holds(rect: QRect, x: int) -> bool:
    return rect.left() <= x <= rect.right()
