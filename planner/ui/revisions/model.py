"""The history as a list: a line for each day, and below it what was done on it, the newest first."""

from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.domain.week_history import places_of
from planner.domain.wording import WEEKDAYS, long_day_text
from planner.storage.journal_lines import JournalLine
from planner.ui.revisions.reader import HistoryReader

Index = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """A line of the list: a day's heading, or a revision; 0 is the beginning."""

    heading: str = ""
    revision: int | None = None


class RevisionModel(QAbstractListModel):
    """The rows of a reader's journal in which all typed words are found, and the plan as it was made."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reader: HistoryReader | None = None
        self._entries: list[Entry] = []
        self._rows: dict[int, int] = {}
        self._moments: dict[int, datetime | None] = {}
        self.typed = ""
        self.found = 0
        """How many edits, undos and redos there are with these words."""

    def show_history(self, reader: HistoryReader) -> None:
        """Show another journal, or the same one after an edit."""
        self._reader = reader
        self._moments = {each.number: _local(each) for each in reader.lines}
        reader.told.connect(self._on_told)
        self.search(self.typed)

    def search(self, typed: str) -> None:
        """Show the rows with these words."""
        assert self._reader is not None
        self.beginResetModel()
        self.typed = typed
        words, lines = typed.split(), self._reader.lines
        if words:
            lines = [each for each in lines if self._has(each.number, words)]
        self.found = len(lines)
        self._entries = self._grouped(lines)
        if not words:
            self._entries.append(Entry(heading=self.tr("At the beginning")))
            self._entries.append(Entry(revision=0))
        self._rows = {
            each.revision: row for row, each in enumerate(self._entries) if each.revision is not None
        }
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """The line at an index; None where there is none."""
        return self._entries[index.row()] if index.isValid() else None

    def row_of(self, revision: int) -> int | None:
        """Where a revision stands; None where it is not shown."""
        return self._rows.get(revision)

    def first_row(self) -> int | None:
        """Where the newest revision on show stands."""
        return min(self._rows.values(), default=None)

    def words(self, revision: int) -> str:
        """What was done."""
        if revision == 0:
            return self.tr("The plan as it was made")
        assert self._reader is not None
        return self._reader.words(revision)

    def moment(self, revision: int) -> str:
        """When, like “3 May 2027, 14:05”; empty for the beginning and where the file says no time."""
        at = self._moments.get(revision)
        return "" if at is None else f"{long_day_text(at.date())}, {self.time(revision)}"

    def time(self, revision: int) -> str:
        """The time of the day, like “14:05”; empty as that of `moment`."""
        at = self._moments.get(revision)
        return "" if at is None else f"{at.hour:02d}:{at.minute:02d}"

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index)
        if entry is None or entry.revision is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.heading if entry.revision is None else self.words(entry.revision)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if entry.revision is None:
                return entry.heading
            return ". ".join(filter(None, (self.moment(entry.revision), self.words(entry.revision))))
        return None

    def _has(self, number: int, words: list[str]) -> bool:
        text = self.words(number)
        folded = text.casefold()
        # Most rows fail the quick look; accents and the beginnings of numbers are for the thorough one.
        if text.isascii() and not all(word.casefold() in folded for word in words):
            return False
        return all(places_of(word, text) for word in words)

    def _grouped(self, lines: list[JournalLine]) -> list[Entry]:
        entries: list[Entry] = []
        moments = self._moments
        for day, rows in groupby(lines, key=lambda each: _day(moments[each.number])):
            entries.append(Entry(heading=self.tr("Without a date") if day is None else _heading(day)))
            entries += [Entry("", each.number) for each in rows]
        return entries

    def _on_told(self, numbers: list[int]) -> None:
        rows = [self._rows[each] for each in numbers if each in self._rows]
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))


def _local(line: JournalLine) -> datetime | None:
    return None if line.at is None else line.at.astimezone()


def _day(at: datetime | None) -> date | None:
    return None if at is None else at.date()


def _heading(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {long_day_text(day)}"
