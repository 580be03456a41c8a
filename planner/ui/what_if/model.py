"""The comparison as rows: a line for each phase and milestone, then what is said of it in each column."""

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from planner.domain.items import MilestoneId
from planner.domain.what_if.comparison import Comparison, Line
from planner.domain.wording import day_text, isolated
from planner.ui.consequences import short_day
from planner.ui.fields.tips import wrapped_tip
from planner.ui.theme import Theme
from planner.ui.what_if.words import day_words, difference_words, margin_words, spoken_line

if TYPE_CHECKING:  # a forecast comes when there is a keeper of them
    from planner.domain.forecast.forecast import Forecast

AnIndex = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_INDENT = "   "


class Column(IntEnum):
    """What stands beside each other."""

    TITLE = 0
    PICTURE = 1
    NOW = 2
    THEN = 3
    DIFFERENCE = 4
    MARGIN = 5
    FORECAST = 6


class ComparisonModel(QAbstractTableModel):
    """Rows of a comparison; `show` puts another one in, `show_forecast` what a forecast says of it."""

    def __init__(self, theme: Theme, strong: QFont, parent: QObject) -> None:
        """Phases are written in `strong`."""
        super().__init__(parent)
        self._theme = theme
        self._strong = strong
        self._lines: tuple[Line, ...] = ()
        self._forecast: Forecast | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines shown."""
        return self._lines

    def show(self, comparison: Comparison) -> None:
        """Show another comparison; of its forecast nothing is known yet."""
        lines = comparison.lines
        self._forecast = None
        if [each.id for each in lines] != [each.id for each in self._lines]:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
            return
        self._lines = lines
        self._tell(Column.PICTURE)

    def show_forecast(self, forecast: "Forecast | None") -> None:
        """Say where milestones may land then."""
        self._forecast = forecast
        self._tell(Column.FORECAST)

    def rowCount(self, parent: AnIndex = NO_INDEX) -> int:
        """A row for each line."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnIndex = NO_INDEX) -> int:
        """All columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What stands above a column, and what it means."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _headings()[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrapped_tip(_meanings()[section])
        return None

    def data(self, index: AnIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, how they look, and how a screen reader says them."""
        line, column = self._lines[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_line(line) if column is Column.PICTURE else self._text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrapped_tip(isolated(line.title) if column is Column.TITLE else spoken_line(line))
        if role == Qt.ItemDataRole.FontRole and column is Column.TITLE and not line.milestone:
            return self._strong
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour(self._ink(line, column))
        return None

    def _ink(self, line: Line, column: Column) -> str:
        if column is Column.MARGIN and (line.margin_then or 0) < 0:
            return "danger_text"
        if column in (Column.NOW, Column.FORECAST) or (column is not Column.TITLE and not line.differs):
            return "text_muted"
        return "text"

    def _text(self, line: Line, column: Column) -> str:
        if column is Column.TITLE:
            return f"{_INDENT * line.depth}{'◆ ' if line.milestone else ''}{isolated(line.title)}"
        if column is Column.NOW:
            return day_words(line.now)
        if column is Column.THEN:
            return day_words(line.then)
        if column is Column.DIFFERENCE:
            return difference_words(line.days)
        if column is Column.MARGIN:
            return margin_words(line.margin_then)
        if column is Column.FORECAST and self._forecast is not None and line.milestone:
            lands = self._forecast.of(MilestoneId(line.id))
            if lands.p50 == lands.p90:
                return day_text(lands.p50)
            return f"{short_day(lands.p50, lands.p90)} – {day_text(lands.p90)}"
        return ""

    def _tell(self, first: Column) -> None:
        if self._lines:
            last = self.index(len(self._lines) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, first), last)


def _headings() -> tuple[str, ...]:
    return (
        _tr("Path"),
        "",
        _tr("Now"),
        _tr("Then"),
        _tr("Difference"),
        _tr("To its date"),
        _tr("P50 – P90 then"),
    )


def _meanings() -> tuple[str, ...]:
    ends = _tr("The last day of a phase, the day a milestone lands.")
    return (
        "",
        _tr("Dashed: as it is now. Filled: as it would be."),
        ends,
        ends,
        _tr("By how much it would end earlier or later."),
        _tr("The days from where a milestone lands to its own date, as it would be."),
        _tr("By the first day it lands in 5 of 10 tries of the forecast, by the second in 9 of 10."),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Comparison", text)
