"""One logged session as a line: its day, what it was, its minutes, and ways to edit or remove it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.items import Session
from planner.domain.plan import Plan
from planner.domain.wording import weekday_text
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.theme_controller import ThemeController
from planner.ui.week.entry_edits import entry_title
from planner.ui.week.minutes_field import MinutesField

DAY_WIDTH = 112
MINUTES_WIDTH = 84


class EntryRow(QWidget):
    """Shows an entry. The signals come with it: `minutes_typed` also with the new minutes."""

    minutes_typed = Signal(object, int)
    edit_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry: Session | None = None
        self._when = QLabel()
        self._when.setTextFormat(Qt.TextFormat.PlainText)
        self._when.setProperty("role", "muted")
        self._when.setMinimumWidth(DAY_WIDTH)
        self._title = TextLabel()
        self._note = TextLabel(role="muted")
        self.minutes = MinutesField("")
        self.minutes.setFixedWidth(MINUTES_WIDTH)
        self.edit = IconButton("pencil", self.tr("Edit"), theme_controller, self)
        self.remove = IconButton("trash", self.tr("Remove"), theme_controller, self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._note)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._when)
        line.addLayout(words, 1)
        for widget in (self.minutes, self.edit, self.remove):
            line.addWidget(widget)
        self.minutes.typed.connect(lambda minutes: self.minutes_typed.emit(self.entry, minutes))
        self.edit.clicked.connect(lambda: self.edit_asked.emit(self.entry))
        self.remove.clicked.connect(lambda: self.remove_asked.emit(self.entry))

    def show_entry(self, plan: Plan, entry: Session, *, editable: bool) -> None:
        """Show a logged session."""
        if self.entry is not None and self.entry.id != entry.id:
            self.forget()
        self.entry = entry
        title = entry_title(plan, entry)
        self._when.setText(weekday_text(entry.day))
        self._title.say(title)
        self._note.say(" ".join(entry.note.split()))
        self.minutes.show_minutes(entry.minutes)
        what = filled(self.tr("%1, %2"), title, weekday_text(entry.day))
        self.minutes.setAccessibleName(filled(self.tr("Minutes logged: %1"), what))
        self.edit.set_name(filled(self.tr("Edit: %1"), what))
        self.remove.set_name(filled(self.tr("Remove: %1"), what))
        for each in (self.minutes, self.edit, self.remove):
            each.setEnabled(editable)
        self.show()

    def forget(self) -> None:
        """Leave what was typed and pressed here: it was meant for the entry that the row showed."""
        self.minutes.forget()
        for each in (self.edit, self.remove):
            each.setDown(False)
