"""The comparison on screen: a table whose second column is the ghost plan."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.domain.schedule import Schedule
from planner.domain.what_if.comparison import Comparison
from planner.ui.theme import role_font
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.style import TimelineStyle, style_of
from planner.ui.what_if.ghosts import Ghosts, ghosts_of, paint_dates, paint_line
from planner.ui.what_if.model import Column, ComparisonModel

_TITLE_WIDTH = 204
_LEAST_PICTURE = 150
_ROW_AIR = 9


class ComparisonTable(QTableView):
    """Shows a comparison line by line, beside the picture of both plans."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self.comparison = ComparisonModel(theme_controller.theme, role_font(self.font(), "strong"), self)
        self.pictured: Ghosts | None = None
        self.look: TimelineStyle = style_of(theme_controller.theme, self.font())
        self.setModel(self.comparison)
        self.setAccessibleName(self.tr("Each phase and milestone, now and then"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setProperty("role", "card")
        self.setItemDelegateForColumn(Column.PICTURE, _PictureDelegate(self))
        heading = _Heading(self)
        self.setHorizontalHeader(heading)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_AIR)
        heading.setHighlightSections(False)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setMinimumSectionSize(_LEAST_PICTURE // 3)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heading.setSectionResizeMode(Column.PICTURE, QHeaderView.ResizeMode.Stretch)
        self._size_columns()

    def show_comparison(self, comparison: Comparison, now: Schedule, then: Schedule, today: date) -> None:
        """Show another plan beside the one that is."""
        self.pictured = ghosts_of(now, then, today, self.pictured)
        self.comparison.show(comparison)
        self.horizontalHeader().viewport().update()

    def _size_columns(self) -> None:
        """Dates and differences have the room they need, whatever they say."""
        widest = self.fontMetrics().horizontalAdvance
        texts = {
            Column.NOW: "28 Sep 2028",
            Column.THEN: "28 Sep 2028",
            Column.DIFFERENCE: "10 weeks earlier",
            Column.MARGIN: "10 weeks to spare",
            Column.FORECAST: "28 Sep 2027 – 28 Nov 2028",
        }
        self.setColumnWidth(Column.TITLE, _TITLE_WIDTH)
        for column, text in texts.items():
            self.setColumnWidth(column, widest(text) + 18)


class _PictureDelegate(QStyledItemDelegate):
    """Paints a line's bars and diamonds."""

    def __init__(self, table: ComparisonTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The ground as of any cell, and over it where the line stands now and then."""
        super().paint(painter, option, index)
        pictured = self._table.pictured
        if pictured is not None:
            place = QRect(option.rect)
            paint_line(painter, place, index.row(), pictured, self._table.look)


class _Heading(QHeaderView):
    """The captions, and years above the picture."""

    def __init__(self, table: ComparisonTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table

    def paintSection(self, painter: QPainter, place: QRect, section: int) -> None:
        """A caption, or the years."""
        painter.save()
        super().paintSection(painter, place, section)
        painter.restore()
        if section == Column.PICTURE and self._table.pictured is not None:
            paint_dates(painter, place, self._table.pictured, self._table.look)
