"""The weeks that are over as a list, for the eye and for screen readers."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.domain.week_history import PastWeek, found_in
from planner.ui.review.words import studied

Index = QModelIndex | QPersistentModelIndex


class WeekModel(QAbstractListModel):
    """The weeks in which all typed words are found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[PastWeek, ...] = ()
        self.typed = ""
        self.weeks: tuple[PastWeek, ...] = ()

    @property
    def most_minutes(self) -> int:
        """The most that any week planned or studied: as long as a bar can be."""
        return max((max(each.planned_minutes, each.logged_minutes) for each in self._all), default=0)

    @property
    def count(self) -> int:
        """How many weeks there are, found or not."""
        return len(self._all)

    def show_weeks(self, weeks: Sequence[PastWeek]) -> None:
        """Other weeks, or other words in them."""
        self._all = tuple(weeks)
        self.search(self.typed)

    def search(self, typed: str) -> None:
        """Show the weeks with these words."""
        self.beginResetModel()
        self.typed = typed
        self.weeks = tuple(each for each in self._all if found_in(each, typed))
        self.endResetModel()

    def week(self, index: Index) -> PastWeek | None:
        """The week at an index; None where there is none."""
        return self.weeks[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.weeks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        week = self.week(index)
        if week is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return ". ".join((self.heading(week), self.amounts(week), *week.words))

    def heading(self, week: PastWeek) -> str:
        """Like “Week 13”; weeks outside the plan have no number."""
        if week.number < 1:
            return self.tr("Before the start")
        return self.tr("Week {number}").format(number=week.number)

    def amounts(self, week: PastWeek) -> str:
        """Like “6 h 30 studied of 10 h planned”, without its full stop."""
        return studied(week.logged_minutes, week.planned_minutes).removesuffix(".")
