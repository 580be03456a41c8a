"""What is taken to a calendar: which events, and whether they remind. Used for files and for servers."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.exchange.calendar_events import Wanted
from planner.ui.fields.check_box import CheckBox
from planner.ui.fields.clock_field import ClockField, ClockProblem
from planner.ui.fields.text import TextLabel

USUAL_REMINDER = 9 * 60
"""Minutes after midnight."""

_INDENT = 24


class CalendarOptions(QWidget):
    """Boxes for sessions, milestones and reminders; `changed` tells of a choice by the person."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sessions = CheckBox(self.tr("St&udy sessions"), self)
        self.milestones = CheckBox(self.tr("&Milestones"), self)
        self.remind = CheckBox(self.tr("&Remind me at"), self)
        self.time = ClockField(self.tr("Time of reminders"), USUAL_REMINDER, self)
        self.problem = ClockProblem((self.time,), self)
        self.note = TextLabel(
            self.tr("On the day itself. Sessions with a clock time remind 10 minutes before."), "muted", self
        )
        self._lay_out()
        self.show_wanted(Wanted())
        for box in (self.sessions, self.milestones, self.remind):
            box.chosen.connect(self._on_chosen)
        self.time.typed.connect(self.changed)

    def show_wanted(self, wanted: Wanted) -> None:
        """Show what is wanted."""
        self.sessions.show_checked(wanted.sessions)
        self.milestones.show_checked(wanted.milestones)
        self.remind.show_checked(wanted.remind_at is not None)
        minutes = USUAL_REMINDER if wanted.remind_at is None else wanted.remind_at
        self.time.set_minutes(minutes)
        self._show_state()

    def wanted(self, first: date | None = None, last: date | None = None) -> Wanted:
        """What is chosen, for the days from `first` to `last`."""
        return Wanted(
            first=first,
            last=last,
            sessions=self.sessions.isChecked(),
            milestones=self.milestones.isChecked(),
            remind_at=self.time.minutes if self.remind.isChecked() else None,
        )

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(22)
        kinds.addWidget(self.sessions)
        kinds.addWidget(self.milestones)
        kinds.addStretch(1)
        reminder = QHBoxLayout()
        reminder.setSpacing(8)
        reminder.addWidget(self.remind)
        reminder.addWidget(self.time)
        reminder.addStretch(1)
        words = QVBoxLayout()
        words.addWidget(self.problem)
        words.addWidget(self.note)
        below = QHBoxLayout()
        below.addSpacing(_INDENT)
        below.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for line in (kinds, reminder, below):
            column.addLayout(line)

    def _on_chosen(self, _checked: bool) -> None:
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        self.time.setEnabled(self.remind.isChecked())
        self.problem.tell()
