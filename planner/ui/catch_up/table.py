"""What moves: every item with the days it has and would have."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.domain.catching_up.proposal import Move
from planner.domain.wording import MONTHS_FROM, WEEKS_FROM, day_text, span_text
from planner.ui.fields.read_table import ReadTable
from planner.ui.fields.text import filled

LEAST_ROWS_IN_VIEW = 5
MOST_ROWS_WHOLE = 400
"""More rows scroll by themselves at any size: nobody would scroll past them to what is below."""

_NARROW = 600


class MovesTable(ReadTable):
    """A row for each item that moves, and one for each target that moves along."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._in_weeks = False
        columns = (
            *(self.tr("What moves"), self.tr("Starts now"), self.tr("Would start")),
            *(self.tr("Ends now"), self.tr("Would end"), self.tr("By")),
        )
        self.name_columns(columns, self.tr("What moves, with the days now and then"))
        self.horizontalHeader().setMinimumSectionSize(60)

    def fill(self, moves: Sequence[Move]) -> None:
        """Show these moves."""
        days = [abs(each) for move in moves for each in _days_of(move)]
        self._in_weeks = any(WEEKS_FROM <= each < MONTHS_FROM for each in days)
        rows = [row for each in moves for row in self._rows(each)]
        self.show_rows(rows)
        self.setMinimumHeight(self.least_height)
        self.setMaximumHeight(self.height_of(len(rows)))
        self.setVisible(bool(rows))

    @property
    def least_height(self) -> int:
        """As high as it is at least, with some rows in view."""
        return self.height_of(min(self.rowCount(), LEAST_ROWS_IN_VIEW))

    def stand_whole(self, whole: bool) -> None:
        """Show all rows and scroll with what is around it; else scroll by itself."""
        whole = whole and self.rowCount() <= MOST_ROWS_WHOLE
        self.setMinimumHeight(self.height_of(self.rowCount()) if whole else self.least_height)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if whole else policy.ScrollBarAsNeeded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the starts are left out, so that titles can be read."""
        super().resizeEvent(event)
        for column in (1, 2):
            self.setColumnHidden(column, event.size().width() < _NARROW)

    def _rows(self, move: Move) -> list[tuple[str, ...]]:
        if not move.is_milestone:
            starts = day_text(move.start_before), day_text(move.start_after)
            ends = day_text(move.finish_before), day_text(move.finish_after)
            return [(move.title, *starts, *ends, self._by(move.finish_before, move.finish_after))]
        rows = []
        if move.finish_before != move.finish_after:
            days = move.finish_before, move.finish_after
            rows.append((f"◆ {move.title}", "", "", *map(day_text, days), self._by(*days)))
        before, after = move.target_before, move.target_after
        if before is not None and after is not None and before != after:
            title = filled(self.tr("◇ Target of %1"), move.title)
            rows.append((title, "", "", day_text(before), day_text(after), self._by(before, after)))
        return rows

    def _by(self, before: date, after: date) -> str:
        days = (after - before).days
        if not days:
            return self.tr("same day")
        form = self.tr("%1 later") if days > 0 else self.tr("%1 earlier")
        return filled(form, span_text(days, in_weeks=self._in_weeks))


def _days_of(move: Move) -> tuple[int, ...]:
    """By how many days it ends later, and its target."""
    before, after = move.target_before, move.target_after
    target = 0 if before is None or after is None else (after - before).days
    return (move.days, target)
