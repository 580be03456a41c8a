"""The drawer under a checklist item: evidence, the day it was done, a note, and what else can be done."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.domain.checklist_facts import ChecklistItem
from planner.ui.fields.day_field import DayField
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel
from planner.ui.inspector.notes_field import NotesField
from planner.ui.theme_controller import ThemeController


class ItemDrawer(QFrame):
    """It asks; whoever made it acts."""

    evidence_wanted = Signal()
    editing_wanted = Signal()
    day_chosen = Signal(object)
    """The day the item was really done."""

    move_wanted = Signal(int)
    """Up (-1) or down (1) among those of its heading."""

    closed = Signal()
    removed = Signal()
    """The item is to go."""

    def __init__(
        self,
        item: ChecklistItem,
        notes: NotesField,
        theme_controller: ThemeController,
        today: Callable[[], date],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.notes = notes
        self._look = theme_controller
        self.evidence = QPushButton(self.tr("Evidence…"), self)
        self.edit = QPushButton(self.tr("Edit…"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setProperty("role", "quiet")
        self.up = self._icon("arrow-up", self.tr("Move up: %1"), item)
        self.down = self._icon("arrow-down", self.tr("Move down: %1"), item)
        self.remove = self._icon("trash", self.tr("Remove this item: %1"), item)
        self.day = DayField(
            self.tr("Done on: %1").replace("%1", item.title),
            theme_controller,
            today=today,
            clearable=False,
            parent=self,
        )
        self._day_caption = TextLabel(self.tr("Done on"), "muted", self)
        for button, words in ((self.evidence, self.tr("Evidence of %1")), (self.edit, self.tr("Edit %1"))):
            button.setAutoDefault(False)
            button.setAccessibleName(words.replace("%1", item.title))
        self._lay_out()
        self.evidence.clicked.connect(self.evidence_wanted)
        self.edit.clicked.connect(self.editing_wanted)
        self.up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.move_wanted.emit(1))
        self.close_button.clicked.connect(self._leave)
        self.remove.clicked.connect(self.removed)
        self.day.day_chosen.connect(self.day_chosen)
        self.hide()

    def show_item(self, item: ChecklistItem, today: date, *, first: bool, last: bool) -> None:
        """Show the item as it stands; `first` and `last` say where it lies under its heading."""
        self.day.set_limits(None, max(today, item.done_on or today))
        self.day.show_day(item.done_on)
        self.day.setVisible(item.done)
        self._day_caption.setVisible(item.done)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def _icon(self, icon: str, words: str, item: ChecklistItem) -> IconButton:
        return IconButton(icon, words.replace("%1", item.title), self._look, self)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        first, last = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.evidence)
        first.addWidget(self.edit)
        first.addStretch(1)
        layout.addLayout(first)
        layout.addWidget(self._day_caption)
        layout.addWidget(self.day)
        layout.addWidget(self.notes)
        last.setSpacing(2)
        last.addWidget(self.close_button)
        last.addStretch(1)
        for button in (self.up, self.down, self.remove):
            last.addWidget(button)
        layout.addLayout(last)

    def _leave(self) -> None:
        self.notes.flush()
        self.closed.emit()
