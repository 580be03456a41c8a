"""A tree whose rows stand where their numbers say, like those of the chart, and that scrolls with it.

Qt's own geometry knows only rows of whole pixels, and lays all of them out before the first is painted.
"""

from math import ceil, floor

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, QTimer
from PySide6.QtGui import QAccessible, QRegion, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QScrollBar, QTreeView, QWidget

from planner.ui.timeline.outline_model import OutlineModel
from planner.ui.timeline.rows import Row, Rows

SETTLED_MS = 100
"""By then a window that was just shown is painted."""


class RowTree(QTreeView):
    """Geometry and scrolling of rows; what a row shows is its subclass's matter."""

    def __init__(self, model: OutlineModel, row_height: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_height = row_height
        self.outline_model = model
        self._leader: QScrollBar | None = None
        self._seen = False
        model.setParent(self)
        self.setModel(model)

    def doItemsLayout(self) -> None:
        # Rows are painted by their numbers: what Qt keeps of them serves screen readers alone. While a window
        # is put together each new parent, style and size would have Qt ask for all of ten thousand rows.
        if self._seen or (self.isVisible() and QAccessible.isActive()):
            super().doItemsLayout()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._seen:
            QTimer.singleShot(SETTLED_MS, self, self._settle)

    def _settle(self) -> None:
        if not self._seen:
            self._seen = True
            self.doItemsLayout()

    def keyboardSearch(self, search: str) -> None:
        # Qt goes through what it has laid out.
        self._settle()
        self.executeDelayedItemsLayout()
        super().keyboardSearch(search)

    @property
    def rows(self) -> Rows:
        """The rows it shows."""
        return self.outline_model.rows

    def set_row_height(self, height: float) -> None:
        """Rows as high as on the chart, in pixels; they may be lower than one pixel."""
        self.row_height = height
        self.viewport().update()

    def follow(self, bar: QScrollBar) -> None:
        """Scroll with the chart's bar, both ways."""
        self._leader = bar
        bar.rangeChanged.connect(self._take_range)
        bar.valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(bar.setValue)
        # Qt gives it the range of its own layout now and then, and tells before it bounds the value by it.
        self.verticalScrollBar().rangeChanged.connect(self._take_range)
        self._take_range()

    def reveal(self, item_id: str) -> None:
        """Scroll a row into view."""
        self.scrollTo(self.outline_model.index_of(item_id))

    def line_at(self, number: int) -> QRect:
        """Where a row stands in the viewport, over its whole width."""
        scrolled = self.verticalScrollBar().value()
        top = round(number * self.row_height - scrolled)
        return QRect(0, top, self.viewport().width(), round((number + 1) * self.row_height - scrolled) - top)

    def place_at(self, y: float) -> float:
        """The place at a height in the viewport, counted in rows from the first."""
        return (y + self.verticalScrollBar().value()) / self.row_height

    def row_at(self, y: float) -> Row | None:
        """The row at a height in the viewport; None below the last one."""
        number, rows = floor(self.place_at(y)), self.rows.rows
        return rows[number] if 0 <= number < len(rows) else None

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        number = self.rows.index.get(self.outline_model.row_at(index).id) if index.isValid() else None
        if number is None or self.header().isSectionHidden(index.column()):
            return QRect()
        line = self.line_at(number)
        left, width = (
            self.header().sectionViewportPosition(index.column()),
            self.header().sectionSize(index.column()),
        )
        return QRect(left, line.top(), width, line.height())

    def indexAt(self, point: QPoint) -> QModelIndex:
        row, section = self.row_at(point.y()), self.header().logicalIndexAt(point.x())
        if row is None or section < 0:
            return QModelIndex()
        return self.outline_model.index_of(row.id).siblingAtColumn(section)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        number = self.rows.index.get(self.outline_model.row_at(index).id) if index.isValid() else None
        if number is None:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = number * self.row_height, (number + 1) * self.row_height
        if top < bar.value() or bottom - top > height:
            bar.setValue(floor(top))
        elif bottom > bar.value() + height:
            bar.setValue(ceil(bottom - height))

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if dx:
            super().scrollContentsBy(dx, 0)
        self.viewport().update()

    def _take_range(self) -> None:
        """The same range as the chart's bar has."""
        if self._leader is None:
            return
        bar = self.verticalScrollBar()
        bar.setRange(self._leader.minimum(), self._leader.maximum())
        bar.setPageStep(self._leader.pageStep())
        bar.setSingleStep(self._leader.singleStep())
        bar.setValue(self._leader.value())
