"""Everything that was ever logged, newest first: found by words, corrected, removed or added to."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.domain.items import Session, SessionId
from planner.domain.wording import WEEKDAYS, long_day_text, minutes_text, weekday_text
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel, filled
from planner.ui.fields.tips import wrapped_tip
from planner.ui.screen import resize_within_screen
from planner.ui.theme_controller import ThemeController
from planner.ui.undo_keys import undo_in
from planner.ui.week.entry_dialog import EntryDialog
from planner.ui.week.entry_edits import entry_title, remove_entries

WIDTH, HEIGHT = 860, 520
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROW_HEIGHT = 30
LONGEST_NOTE_SHOWN = 200
ID_ROLE = Qt.ItemDataRole.UserRole
WORDS_ROLE = Qt.ItemDataRole.UserRole + 1


class AllEntries(QDialog):
    """A table of all logged entries; it stays open, and each thing done in it is one edit."""

    def __init__(self, editor: Editor, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._look = theme_controller
        self.setWindowTitle(self.tr("All that was logged"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find an activity, a note, a month or a day…"))
        self.field.setAccessibleName(self.tr("Find in what was logged"))
        self.field.setClearButtonEnabled(True)
        self.table = self._make_table()
        self._sum = TextLabel(role="muted", parent=self)
        self.add = QPushButton(self.tr("&Log study…"), self)
        self.edit = QPushButton(self.tr("&Edit…"), self)
        self.remove = QPushButton(self.tr("&Remove"), self)
        self._close = QPushButton(self.tr("Close"), self)
        for button in (self.add, self.edit, self.remove, self._close):
            button.setAutoDefault(False)
        self._lay_out()
        self.field.textChanged.connect(self._filter)
        self.table.itemSelectionChanged.connect(self._check)
        self.table.itemActivated.connect(lambda *_: self._on_edit())
        delete = QShortcut(QKeySequence.StandardKey.Delete, self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)
        self.add.clicked.connect(self._on_add)
        self.edit.clicked.connect(self._on_edit)
        self.remove.clicked.connect(self._on_remove)
        self._close.clicked.connect(self.accept)
        editor.changed.connect(self._fill)
        undo_in(self, editor)
        # A screen reader would go on finding the rows of the closed table.
        self.finished.connect(self.table.clear)
        self._fill()
        self.table.setFocus()

    def open(self) -> None:
        """Show it without waiting; it frees itself when it is closed."""
        self.finished.connect(self.deleteLater)
        super().open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the table's alone: Qt would go on to press the default button of the dialog it opened."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    @property
    def chosen(self) -> list[Session]:
        """The chosen entries, newest first."""
        sessions = self._editor.plan.sessions
        keys = [
            SessionId(row.data(0, ID_ROLE)) for row in self._rows() if row.isSelected() and not row.isHidden()
        ]
        return [sessions[key] for key in keys if key in sessions]

    def _make_table(self) -> QTreeWidget:
        table = QTreeWidget(self)
        table.setHeaderLabels([self.tr("Day"), self.tr("Activity"), self.tr("Time"), self.tr("Note")])
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        table.setAccessibleName(self.tr("Logged entries"))
        table.headerItem().setTextAlignment(2, RIGHT)
        header = table.header()
        letter = table.fontMetrics().horizontalAdvance("n")
        for column, letters in ((0, 20), (2, 10), (3, 30)):
            header.resizeSection(column, letter * letters)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return table

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.edit, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(10)
        heading = TextLabel(self.tr("All that was logged"), "title", self)
        for widget in (heading, self.field):
            whole.addWidget(widget)
        whole.addWidget(self.table, 1)
        whole.addWidget(self._sum)
        whole.addLayout(buttons)
        resize_within_screen(self, WIDTH, HEIGHT)

    def _fill(self, _changes: object = None) -> None:
        """List the entries anew; what is chosen stays so, or the row that took its place is."""
        plan = self._editor.plan
        kept = {each.id for each in self.chosen}
        place = max((at for at, row in enumerate(self._rows()) if row.isSelected()), default=0)
        self.table.clear()
        entries = list(enumerate(plan.sessions.values()))
        entries.sort(key=lambda each: (each[1].day, each[0]), reverse=True)
        rows: list[QTreeWidgetItem] = []
        for _, entry in entries:
            note = " ".join(entry.note.split())
            title = entry_title(plan, entry)
            row = QTreeWidgetItem(
                [weekday_text(entry.day), title, minutes_text(entry.minutes), note[:LONGEST_NOTE_SHOWN]]
            )
            row.setData(0, ID_ROLE, entry.id)
            row.setData(0, WORDS_ROLE, f"{title} {note} {_day_words(entry.day)}".casefold())
            row.setSizeHint(0, QSize(0, ROW_HEIGHT))
            row.setTextAlignment(2, RIGHT)
            row.setToolTip(1, wrapped_tip(title))
            row.setToolTip(3, wrapped_tip(entry.note) if note else "")
            rows.append(row)
        self.table.addTopLevelItems(rows)
        self._choose(kept, place)
        self._filter()

    def _choose(self, kept: set[SessionId], place: int) -> None:
        rows = self._rows()
        chosen = [row for row in rows if row.data(0, ID_ROLE) in kept] or rows[place : place + 1] or rows[-1:]
        for row in chosen:
            row.setSelected(True)
        if chosen:
            self.table.setCurrentItem(chosen[0])

    def _filter(self) -> None:
        """Leave the rows that hold every typed word."""
        words = self.field.text().casefold().split()
        sessions, shown, minutes = self._editor.plan.sessions, 0, 0
        for row in self._rows():
            text: str = row.data(0, WORDS_ROLE)
            row.setHidden(not all(word in text for word in words))
            if not row.isHidden():
                shown += 1
                minutes += sessions[SessionId(row.data(0, ID_ROLE))].minutes
        if shown:
            entries = self.tr("1 entry") if shown == 1 else filled(self.tr("%1 entries"), f"{shown:,}")
            self._sum.say(filled(self.tr("%1 · %2"), entries, minutes_text(minutes)))
        else:
            self._sum.say(
                self.tr("Nothing that was logged holds these words.")
                if words
                else self.tr("Nothing is logged yet. Tick a session, run the timer, or log study here.")
            )
        self._check()

    def _check(self) -> None:
        editable, chosen = not self._editor.read_only, len(self.chosen)
        self.add.setEnabled(editable)
        self.edit.setEnabled(editable and chosen == 1)
        self.remove.setEnabled(editable and chosen > 0)

    def _on_add(self) -> None:
        EntryDialog(self._editor, self._look, self).open()

    def _on_edit(self) -> None:
        chosen = self.chosen
        if len(chosen) == 1 and not self._editor.read_only:
            EntryDialog(self._editor, self._look, self, entry=chosen[0]).open()

    def _on_remove(self) -> None:
        if self.remove.isEnabled():
            remove_entries(self._editor, self.chosen)

    def _rows(self) -> list[QTreeWidgetItem]:
        found = (self.table.topLevelItem(at) for at in range(self.table.topLevelItemCount()))
        return [row for row in found if row is not None]


def _day_words(day: date) -> str:
    """All the ways to type a day or its month: “Monday 4 January 2027 2027-01-04 4 jan 2027”."""
    return f"{WEEKDAYS[day.weekday()]} {long_day_text(day)} {day.isoformat()} {weekday_text(day)}"
