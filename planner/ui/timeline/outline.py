"""The outline: the tree on the left of the chart, with its row height, header height and scrolling.

Rows are painted whole, not cell by cell: asking Python once a row is what lets an edit repaint in time.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QRegion,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from planner.ui.editor import Editor
from planner.ui.timeline.outline_model import Column, OutlineModel
from planner.ui.timeline.rows import Row, RowKind
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.tooltip import description, rich_text
from planner.ui.timeline.words import translate

ARROW_LEFT = 8.0
ARROW_ROOM = 21.0
TEXT_LEFT = {RowKind.PHASE: 24, RowKind.ACTIVITY: 40, RowKind.MILESTONE: 56}
DIAMOND_RADIUS = 5.0
ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class Outline(QTreeView):
    """The tree on the left of the chart."""

    row_selected = Signal(object)
    """The id of the row that is now current; None when the current one is gone."""

    phase_folded = Signal()
    """A phase was collapsed or expanded."""

    edit_requested = Signal(object)
    """The id of a row that was double-clicked."""

    key_pressed = Signal(object)
    """A key pressed here, as a `QKeyEvent`; whoever takes it accepts it."""

    def __init__(self, editor: Editor, style: TimelineStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.look = style
        self.outline_model = OutlineModel(editor, self)
        self._exposed = QRegion()
        self._columns: list[tuple[int, int]] = []
        self._build()
        self.set_style(style)
        self.collapsed.connect(self.phase_folded)
        self.expanded.connect(self.phase_folded)

    @property
    def selected(self) -> str | None:
        """The id of the current row."""
        index = self.currentIndex()
        return self.outline_model.row_at(index).id if index.isValid() else None

    @property
    def collapsed_phases(self) -> frozenset[str]:
        """The ids of the phases whose rows are hidden."""
        rows = range(self.outline_model.rowCount())
        indices = [self.outline_model.index(row, 0) for row in rows]
        return frozenset(
            self.outline_model.row_at(index).id for index in indices if not self.isExpanded(index)
        )

    def set_style(self, style: TimelineStyle) -> None:
        """Another look."""
        self.look = style
        self.header().setFixedHeight(style.header_height)
        self.scheduleDelayedItemsLayout()

    def set_collapsed(self, phases: frozenset[str]) -> None:
        """Hide the rows of these phases and show all others."""
        for number in range(self.outline_model.rowCount()):
            index = self.outline_model.index(number, 0)
            self.setExpanded(index, self.outline_model.row_at(index).id not in phases)

    def set_selected(self, item_id: str | None) -> None:
        """Make a row the current one, unfolding its phase; none where there is no such row."""
        index = self.outline_model.index_of(item_id) if item_id is not None else QModelIndex()
        if index.parent().isValid():
            self.expand(index.parent())
        self.setCurrentIndex(index)

    def read_again(self) -> None:
        """The rows themselves changed; folding and selection stay."""
        collapsed, selected = self.collapsed_phases, self.selected
        self.outline_model.read_again()
        self.set_collapsed(collapsed)
        self.set_selected(selected)
        if selected is not None and self.selected is None:
            self.row_selected.emit(None)

    def dataChanged(
        self,
        top: QModelIndex | QPersistentModelIndex,
        bottom: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        if QAccessible.isActive():
            super().dataChanged(top, bottom, roles)
            return
        # After an edit these are mostly the days of all rows: Qt would ask for each of them, and paint up to
        # the right edge.
        first, last = self.visualRect(top), self.visualRect(bottom)
        if top.row() == bottom.row():
            self.viewport().update(first.united(last))
        else:
            self.viewport().update(first.left(), 0, last.right() + 1 - first.left(), self.viewport().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        header = self.header()
        self._exposed = event.region()
        self._columns = [(header.sectionPosition(each), header.sectionSize(each)) for each in Column]
        super().paintEvent(event)

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self.outline_model.row_at(index)
        top, height = option.rect.top(), self.look.row_height
        path, finish, done = (QRect(left, top, width, height) for left, width in self._columns)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.selectionModel().isSelected(index):
            painter.fillRect(0, top, self.width(), height, self.look.colour("accent_soft"))
        painter.fillRect(0, top + height - 1, self.width(), 1, self.look.colour("grid"))
        if self._exposed.intersects(path):
            self._paint_path(painter, path, row, expanded=self.isExpanded(index))
        if self._exposed.intersects(finish):
            self._paint_finish(painter, finish, row)
        if self._exposed.intersects(done):
            self._paint_done(painter, done, row)
        painter.restore()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            text = self._tooltip(index) if index.isValid() else ""
            QToolTip.showText(event.globalPos(), text, self.viewport(), self.visualRect(index))
            return True
        return super().viewportEvent(event)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.row_selected.emit(self.outline_model.row_at(current).id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_arrow = event.position().x() < ARROW_ROOM
        if index.isValid() and index.column() == 0 and not index.parent().isValid() and on_arrow:
            self.setExpanded(index, not self.isExpanded(index))
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.edit_requested.emit(self.outline_model.row_at(index).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def _tooltip(self, index: QModelIndex) -> str:
        """What a row is, with its whole title, as rich text."""
        row = self.outline_model.row_at(index)
        return rich_text(description(self._editor.plan, self._editor.schedule, row))

    def _paint_path(self, painter: QPainter, cell: QRect, row: Row, *, expanded: bool) -> None:
        look = self.look
        middle = cell.top() + look.row_height / 2
        left = TEXT_LEFT[row.kind]
        painter.setPen(Qt.PenStyle.NoPen)
        if row.kind is RowKind.PHASE:
            if self._editor.plan.rows_of_phase[row.phase]:
                painter.setBrush(look.colour("text_muted"))
                painter.drawPolygon(_arrow(cell.left() + ARROW_LEFT, middle, down=expanded))
        elif row.kind is RowKind.MILESTONE:
            painter.setBrush(look.phase(row.colour).solid)
            painter.drawPolygon(_diamond(cell.left() + left - 10.0, middle, DIAMOND_RADIUS))
        painter.setFont(look.strong if row.kind is RowKind.PHASE else look.font)
        painter.setPen(look.colour("text"))
        _elided(painter, cell.adjusted(left, 0, -4, 0), self.outline_model.text(row, Column.PATH))

    def _paint_finish(self, painter: QPainter, cell: QRect, row: Row) -> None:
        look, strong = self.look, row.kind is RowKind.MILESTONE
        painter.setFont(look.small_strong if strong else look.small)
        painter.setPen(look.colour("text" if strong else "text_muted"))
        _elided(painter, cell.adjusted(8, 0, -2, 0), self.outline_model.text(row, Column.FINISH))

    def _paint_done(self, painter: QPainter, cell: QRect, row: Row) -> None:
        look = self.look
        room = cell.adjusted(8, 0, -12, 0)
        if row.kind is RowKind.MILESTONE:
            painter.setFont(look.small)
            painter.setPen(look.colour("text_muted"))
            _elided(painter, room, self.outline_model.text(row, Column.DONE))
            return
        track = QRectF(room.left(), cell.top() + look.row_height / 2 - 2, room.width(), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("track"))
        painter.drawRoundedRect(track, 2, 2)
        share = self.outline_model.share(row)
        if share > 0:
            track.setWidth(max(track.width() * share, 4))
            painter.setBrush(look.phase(row.colour).solid)
            painter.drawRoundedRect(track, 2, 2)

    def _build(self) -> None:
        self.setModel(self.outline_model)
        self.setItemDelegate(_RowHeight(self))
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setAccessibleName(translate("Outline"))
        self.expandAll()
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(40)
        header.setSectionsMovable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.PATH, QHeaderView.ResizeMode.Stretch)
        metrics = QFontMetrics(self.look.small_strong)
        finish = metrics.horizontalAdvance("30 May 2028") + 14
        for column, width in ((Column.FINISH, finish), (Column.DONE, 66)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)


class _RowHeight(QStyledItemDelegate):
    """Gives every row the height it has on the chart."""

    def __init__(self, outline: Outline) -> None:
        super().__init__(outline)
        self._outline = outline

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, self._outline.look.row_height)


def _arrow(x: float, y: float, *, down: bool) -> QPolygonF:
    """The arrow of a phase: down while its rows show."""
    if down:
        return QPolygonF([QPointF(x, y - 2), QPointF(x + 8, y - 2), QPointF(x + 4, y + 3)])
    return QPolygonF([QPointF(x + 1.5, y - 4), QPointF(x + 6.5, y), QPointF(x + 1.5, y + 4)])


def _diamond(x: float, y: float, radius: float) -> QPolygonF:
    return QPolygonF(
        [QPointF(x, y - radius), QPointF(x + radius, y), QPointF(x, y + radius), QPointF(x - radius, y)]
    )


def _elided(painter: QPainter, room: QRect, text: str) -> None:
    """A text in one line, cut with three dots where it has to be."""
    text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, ONE_LINE, text)
