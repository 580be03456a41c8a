"""The outline's header: which columns show, how wide, in what order, and by which one the rows are sorted."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu

from planner.ui.timeline.columns import COLUMNS, FIRST_SHOWN, Column, explanation_of, title_of
from planner.ui.timeline.outline_painting import Cell
from planner.ui.timeline.row_order import Sort
from planner.ui.timeline.words import translate

if TYPE_CHECKING:
    from planner.ui.timeline.outline import Outline

LEAST_PATH = 150
LEAST_WIDTH = 40
MOST_WIDTH = 2000

WIDEST_WORDS = {
    Column.START: "30 May 2028",
    Column.FINISH: "30 May 2028",
    Column.LENGTH: "10 months",
    Column.LEFT: "10 months ago",
    Column.HOURS: "130 h (87–174)",
    Column.DONE: "Done 100",
    Column.KIND: "certification",
    Column.MARGIN: "10 weeks late",
    Column.FLOAT: "10 months",
    Column.WAITS: "Structuring ML Projects",
}
"""What a column has room for at first."""


class OutlineHeader(QHeaderView):
    """The header. The first column takes the room that the others leave, and stays the first."""

    sort_asked = Signal(object)
    """The `Column` whose name was clicked."""

    sort_cleared = Signal()
    """The plan's own order is wanted."""

    widened = Signal(int)
    """A column came that would leave titles too little room: so many pixels more are needed."""

    chosen = Signal()
    """Other columns, or the same in another order or width."""

    def __init__(self, outline: "Outline") -> None:
        super().__init__(Qt.Orientation.Horizontal, outline)
        self._outline = outline
        self._fitting = False

    @property
    def shown(self) -> frozenset[Column]:
        """The columns that show."""
        return frozenset(column for place, column in enumerate(COLUMNS) if not self.isSectionHidden(place))

    @property
    def end_of_path(self) -> int:
        """Where the first column ends in the viewport, in pixels."""
        return self.sectionViewportPosition(0) + self.sectionSize(0)

    @property
    def in_order(self) -> tuple[Column, ...]:
        """The columns that show, from left to right."""
        places = sorted(range(len(COLUMNS)), key=self.visualIndex)
        return tuple(COLUMNS[place] for place in places if not self.isSectionHidden(place))

    @property
    def choice(self) -> dict[str, Any]:
        """Choice, order and widths, as values that JSON knows."""
        return {
            "order": [column.value for column in self.in_order],
            "widths": {column.value: self._width(column) for column in self.shown - {Column.PATH}},
        }

    def restore(self, state: object) -> None:
        """Take up what `choice` gave; what is missing or makes no sense is left aside."""
        if not isinstance(state, Mapping):
            return
        order, widths = state.get("order"), state.get("widths")
        if isinstance(order, list):
            columns = list(dict.fromkeys(Column(each) for each in order if each in set(Column)))
            for place, column in enumerate(COLUMNS[1:], 1):
                self.setSectionHidden(place, column not in columns)
            for place, column in enumerate([each for each in columns if each is not Column.PATH], 1):
                self.moveSection(self.visualIndex(COLUMNS.index(column)), place)
        if isinstance(widths, Mapping):
            for column in COLUMNS[1:]:
                width = widths.get(column.value)
                if isinstance(width, int) and LEAST_WIDTH <= width <= MOST_WIDTH:
                    self.resizeSection(COLUMNS.index(column), width)
        self.fit()

    def set_up(self) -> None:
        """Show what is shown at first; the tree has its model by now."""
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(LEAST_WIDTH)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        metrics = QFontMetrics(self._outline.look.small_strong)
        for place, column in enumerate(COLUMNS[1:], 1):
            self.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
            self.resizeSection(place, metrics.horizontalAdvance(WIDEST_WORDS[column]) + 14)
            self.setSectionHidden(place, column not in FIRST_SHOWN)
        self.sectionClicked.connect(lambda place: self.sort_asked.emit(COLUMNS[place]))
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(lambda *_: self._on_chosen())

    def cells(self) -> list[Cell]:
        """The columns that show and where they stand in the viewport, over its whole height."""
        height = self._outline.viewport().height()
        return [
            Cell(column, QRect(self.sectionViewportPosition(place), 0, self.sectionSize(place), height))
            for place, column in enumerate(COLUMNS)
            if not self.isSectionHidden(place)
        ]

    def show_column(self, column: Column, shown: bool) -> None:
        """Show or hide a column; the first always shows."""
        if column is not Column.PATH:
            self.setSectionHidden(COLUMNS.index(column), not shown)
            if shown:
                self.widened.emit(self._width(column))
            self.fit()
            self._outline.updateGeometries()
            self._on_chosen()

    def show_sort(self, sort: Sort | None) -> None:
        """Mark the column that the rows are sorted by."""
        self.setSortIndicatorShown(sort is not None)
        if sort is not None:
            order = Qt.SortOrder.DescendingOrder if sort.descending else Qt.SortOrder.AscendingOrder
            self.setSortIndicator(COLUMNS.index(sort.column), order)

    def fit(self) -> None:
        """Give the first column the room that the others leave, as much as a title needs at least."""
        others = sum(self.sectionSize(place) for place in range(1, len(COLUMNS)))
        self._fitting = True
        self.resizeSection(0, max(self._outline.viewport().width() - others, LEAST_PATH))
        self._fitting = False

    def column_actions(self, menu: QMenu) -> list[QAction]:
        """An action for each column that can be chosen, ticked where it shows."""
        actions = []
        for column in COLUMNS[1:]:
            action = QAction(title_of(column), menu)
            action.setCheckable(True)
            action.setChecked(column in self.shown)
            action.setStatusTip(explanation_of(column))
            action.toggled.connect(lambda shown, column=column: self.show_column(column, shown))
            actions.append(action)
        return actions

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the columns to choose from."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.column_actions(menu))
        menu.addSeparator()
        planned = menu.addAction(translate("Sort in the plan's own order"))
        planned.setEnabled(self.isSortIndicatorShown())
        planned.triggered.connect(lambda: self.sort_cleared.emit())
        menu.popup(event.globalPos())

    def _width(self, column: Column) -> int:
        return self.sectionSize(COLUMNS.index(column))

    def _on_resized(self, place: int, _before: int, _width: int) -> None:
        if not self._fitting:
            # The first column's edge moves the next one's: what it gains, the last of the others cannot lose.
            self.fit()
            if place:
                self._on_chosen()

    def _on_chosen(self) -> None:
        self._outline.viewport().update()
        self.chosen.emit()
