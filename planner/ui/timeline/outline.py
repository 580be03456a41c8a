"""The outline: the tree on the left of the chart, with its row height, header height and scrolling.

It paints its rows itself, as high as those of the chart: asking Python once a row is what lets an edit
repaint in time. What is selected and folded is decided elsewhere; the tree shows it to the eye and to screen
readers, and says what the person asks for.
"""

from collections.abc import Sequence
from math import floor

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTreeView,
    QWidget,
)

from planner.domain.schedule import Schedule
from planner.ui.editor import Editor
from planner.ui.timeline.columns import COLUMNS, Column
from planner.ui.timeline.dense import READABLE_ROW_HEIGHT
from planner.ui.timeline.options import ColourBy
from planner.ui.timeline.outline_header import OutlineHeader
from planner.ui.timeline.outline_keys import OutlineKeys
from planner.ui.timeline.outline_model import OutlineModel
from planner.ui.timeline.outline_mouse import OutlineMouse
from planner.ui.timeline.outline_painting import RowState, paint_row
from planner.ui.timeline.outline_selection import OutlineSelection
from planner.ui.timeline.row_filter import found_in, words_in
from planner.ui.timeline.row_tree import RowTree
from planner.ui.timeline.rows import RowKind, Rows
from planner.ui.timeline.selection import Selection
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.tints import row_colour
from planner.ui.timeline.tooltip import description, rich_text
from planner.ui.timeline.words import translate
from planner.ui.tips import show_tip

_DATED = (Column.START, Column.FINISH, Column.LENGTH, Column.LEFT, Column.MARGIN)
"""Columns that follow a drag. Float does not: it takes too long."""

RESTING_MS = 80
"""So long the pointer rests before the cells follow: painting them takes a good part of a step."""


class Outline(RowTree):
    """The tree on the left of the chart."""

    row_clicked = Signal(object, object)
    """The id of a row that was clicked, and the `ClickMode`; no id below the last row."""

    selection_made = Signal(object)
    """A `Selection` that came about otherwise: by a screen reader, or by typing a title."""

    fold_asked = Signal(object, bool)
    """The id of a group, and whether what lies in it is to be hidden; None for all groups."""

    edit_requested = Signal(object)
    """The id of a row whose title was double-clicked."""

    cell_edit_requested = Signal(object, object)
    """The id of a row and the `Column` of its cell that was double-clicked."""

    rows_dropped = Signal(object)
    """The `Drop` that rows were dragged to."""

    key_pressed = Signal(object)
    """A key pressed here, as a `QKeyEvent`; whoever takes it accepts it."""

    message = Signal(str)
    """One sentence for the status bar."""

    bar_below = Signal(int)
    """How many pixels the bar takes that scrolls the columns; 0 while all of them fit."""

    def __init__(
        self, editor: Editor, style: TimelineStyle, rows: Rows, parent: QWidget | None = None
    ) -> None:
        super().__init__(OutlineModel(editor, rows), float(style.row_height), parent)
        self._editor = editor
        self.look = style
        self.columns = OutlineHeader(self)
        self._words: tuple[str, ...] = ()
        self._colour_by = ColourBy.PHASE
        self._showing = False
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(RESTING_MS)
        self._resting.timeout.connect(self._paint_dates)
        self._build()
        self.mouse = OutlineMouse(self)
        self._keys = OutlineKeys(self)
        self._chosen = OutlineSelection(self)
        self.set_style(style)
        self._show_folds()
        self._connect()

    @property
    def editor(self) -> Editor:
        """The plan's editor."""
        return self._editor

    @property
    def sorted(self) -> bool:
        """Whether the rows stand in another order than the plan's own."""
        return self.columns.isSortIndicatorShown()

    @property
    def selection(self) -> Selection:
        """What it shows as selected."""
        return self._chosen.selection

    def set_style(self, style: TimelineStyle) -> None:
        """Another look."""
        self.look = style
        self.header().setFixedHeight(style.header_height)
        self.viewport().update()

    def show_colours(self, by: ColourBy) -> None:
        """Show diamonds and progress in the colours that the chart has."""
        if by is not self._colour_by:
            self._colour_by = by
            self.viewport().update()

    def show_rows(self, rows: Rows, words: str = "") -> None:
        """Show other rows, with these words emphasised in their titles; the selection is shown anew after."""
        self._words = words_in(words)
        before = self.outline_model.rows
        if rows is before:
            return
        if rows.tree == before.tree:
            self.outline_model.show_same_rows(rows)
            self._show_folds(before.collapsed ^ rows.collapsed)
        else:
            self.outline_model.show_rows(rows)
            self._show_folds()
        self.viewport().update()

    def show_proposed(self, proposed: Schedule | None) -> None:
        """Show where a drag in progress would put things once the pointer rests, or where they are."""
        self.outline_model.propose(proposed)
        if proposed is None:
            self._resting.stop()
            self._paint_dates()
        else:
            self._resting.start()

    def _paint_dates(self) -> None:
        """Paint the cells again that a drag changes, and no others."""
        for cell in self.columns.cells():
            if cell.column in _DATED:
                self.viewport().update(cell.rect.left(), 0, cell.rect.width(), self.viewport().height())

    def show_selection(self, selection: Selection) -> None:
        """Show what is selected; only rows of the tree."""
        self._chosen.show(selection)

    def cell_rect(self, item_id: str, column: Column) -> QRect:
        """Where a cell stands in the viewport; empty where it does not show."""
        index = self.outline_model.index_of(item_id)
        return self.visualRect(index.siblingAtColumn(COLUMNS.index(column))) if index.isValid() else QRect()

    def dataChanged(
        self,
        top: QModelIndex | QPersistentModelIndex,
        bottom: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        if QAccessible.isActive():
            super().dataChanged(top, bottom, roles)
            return
        # After an edit these are mostly the dates of all rows: Qt would ask for each of them, and paint the
        # titles too, which cost the most and have not changed. What is late has a colour of its own there.
        if self._colour_by is ColourBy.STATE:
            self.viewport().update()
            return
        if top.column() == 0:
            self.viewport().update(self.visualRect(top).united(self.visualRect(bottom)))
            return
        left = self.columns.end_of_path
        self.viewport().update(left, 0, self.viewport().width() - left, self.viewport().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.row_height < READABLE_ROW_HEIGHT:
            return  # something else stands over rows that are too low for words
        model, rows, chosen = self.outline_model, self.rows.rows, self._chosen.selection
        exposed = event.region()
        first = max(floor(self.place_at(event.rect().top())), 0)
        last = min(floor(self.place_at(event.rect().bottom())), len(rows) - 1)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            cells = [each for each in self.columns.cells() if exposed.intersects(each.rect)]
            dates = model.dates
            for number in range(first, last + 1):
                row = rows[number]
                line, thing = self.line_at(number), model.thing(row)
                state = RowState(
                    holds_rows=model.holds_rows(row),
                    expanded=row.id not in self.rows.collapsed,
                    selected=row.id in chosen.ids,
                    current=row.id == chosen.current and len(chosen.ids) > 1,
                    tint=row_colour(
                        dates.plan, dates.schedule, thing, row.colour, dates.today, self._colour_by
                    ),
                    found_in=found_in(dates.plan, row.id, self._words) if self._words else "",
                )
                # The title of one row may be all that changed of its column.
                changed = [each for each in cells if exposed.intersects(_on_line(each.rect, line))]
                paint_row(painter, self.look, line, row, thing, dates, changed, state, self._words)
            self.mouse.paint(painter)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            text = self._tooltip(index) if index.isValid() else ""
            show_tip(event.globalPos(), text, self.viewport(), self.visualRect(index))
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mouse.double_click(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        if self.mouse.dragging and event.key() == Qt.Key.Key_Escape:
            self.mouse.cancel(translate("Never mind: the rows are where they were."))
            event.accept()
            return
        self.key_pressed.emit(event)
        if not event.isAccepted():
            self._keys.press(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def _show_folds(self, groups: frozenset[str] | None = None) -> None:
        """Fold and unfold as the rows have it: these groups, or all of them."""
        rows, model = self.rows, self.outline_model
        self._showing = True
        for row in rows.tree:
            if row.kind is RowKind.PHASE and (groups is None or row.id in groups):
                self.setExpanded(model.index_of(row.id), row.id not in rows.collapsed)
        self._showing = False

    def _on_folded(self, index: QModelIndex, folded: bool) -> None:
        if not self._showing and index.isValid():
            self.fold_asked.emit(self.outline_model.row_at(index).id, folded)

    def _tooltip(self, index: QModelIndex) -> str:
        """What a row is, with its whole title and where a filter found it, as rich text."""
        row, plan = self.outline_model.row_at(index), self._editor.plan
        lines = description(plan, self._editor.schedule, row)
        if where := found_in(plan, row.id, self._words):
            lines = (*lines, translate("found in: {where}").format(where=where))
        return rich_text(lines)

    def _build(self) -> None:
        self.setHeader(self.columns)
        self.setUniformRowHeights(True)
        self.setAutoScroll(False)  # else each new selection would scroll, also one that an edit leaves
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setAccessibleName(translate("Outline"))
        self.columns.set_up()

    def _connect(self) -> None:
        across = self.horizontalScrollBar()
        across.rangeChanged.connect(
            lambda _low, high: self.bar_below.emit(across.sizeHint().height() if high else 0)
        )
        self.collapsed.connect(lambda index: self._on_folded(index, True))
        self.expanded.connect(lambda index: self._on_folded(index, False))


def _on_line(column: QRect, line: QRect) -> QRect:
    """Where a column's cell stands in a row."""
    return QRect(column.left(), line.top(), column.width(), line.height())
