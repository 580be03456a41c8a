"""The list of backups: when, why, how large, and what differs from now."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from planner.storage.backups.kept import Backup
from planner.storage.backups.words import REASONS, made_text, of_other, size_text
from planner.ui.backups.reading import Found

ROW_HEIGHT = 30
_MADE, _REASON, _SIZE, _WORDS = range(4)


class BackupTable(QTreeWidget):
    """One row a backup, in the order given; `tell` fills in what was found in it."""

    def __init__(self, compared: bool, parent: QWidget) -> None:
        super().__init__(parent)
        differs = self.tr("What differs from now") if compared else self.tr("What it holds")
        self.setHeaderLabels([self.tr("Made"), self.tr("Why"), self.tr("Size"), differs])
        self._backups: tuple[Backup, ...] = ()
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAccessibleName(self.tr("Backups"))
        header = self.header()
        header.setStretchLastSection(True)
        for column in (_MADE, _REASON, _SIZE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    @property
    def place(self) -> int:
        """Which row is chosen; -1 where none is."""
        chosen = self.currentItem()
        return -1 if chosen is None else self.indexOfTopLevelItem(chosen)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show them with what their names tell."""
        self.clear()
        self._backups = tuple(backups)
        for each in backups:
            row = QTreeWidgetItem(
                [
                    made_text(each),
                    REASONS[each.reason],
                    size_text(each.size),
                    of_other(each, self.tr("Looking into it…")),
                ]
            )
            row.setSizeHint(_WORDS, QSize(0, ROW_HEIGHT))
            row.setTextAlignment(_SIZE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.addTopLevelItem(row)

    def tell(self, place: int, found: Found) -> None:
        """Say what was found in one of them."""
        row = self.topLevelItem(place)
        if row is None:
            return
        words = self.tr("Damaged: it cannot be restored") if found.problem else found.words
        backup = self._backups[place]
        row.setText(_WORDS, of_other(backup, words))
        row.setToolTip(_WORDS, of_other(backup, found.problem or found.words))
        if found.problem:
            slanted = self.font()
            slanted.setItalic(True)
            for column in range(self.columnCount()):
                row.setFont(column, slanted)

    def choose(self, place: int) -> None:
        """Choose a row."""
        row = self.topLevelItem(place)
        if row is not None:
            self.setCurrentItem(row)
