"""What was logged in the week, entry by entry, and a line to log study that was not planned."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.domain.items import ActivityId, Session
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.domain.week import WeekPlan
from planner.domain.wording import WEEKDAYS, minutes_text
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel, filled
from planner.ui.theme_controller import ThemeController
from planner.ui.week.entry_edits import change_minutes, remove_entry
from planner.ui.week.entry_row import EntryRow
from planner.ui.week.minutes_field import MinutesField

_NARROW = 580


class LoggedList(QFrame):
    """Lists the week's logged sessions; each correction, removal or addition is one edit."""

    def __init__(
        self, editor: Editor, theme_controller: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._look = theme_controller
        self._days: list[date] = []
        self.rows: list[EntryRow] = []
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Logged this week"))
        self._heading = QLabel(self.tr("Logged this week"))
        self._heading.setProperty("role", "section")
        self._empty = TextLabel(
            self.tr("Nothing yet. Tick a session, or log other study here."), role="muted"
        )
        self.all = QPushButton(self.tr("All weeks…"))
        self.all.setToolTip(self.tr("Everything that was ever logged, to find, correct or remove"))
        self.all.clicked.connect(self.show_all)
        self.activity = QComboBox()
        self.activity.setAccessibleName(self.tr("Activity to log"))
        self.activity.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activity.setMinimumContentsLength(12)
        self.day = QComboBox()
        self.day.setAccessibleName(self.tr("Day to log"))
        self.minutes = MinutesField(self.tr("minutes"))
        self.minutes.setAccessibleName(self.tr("Minutes to log"))
        self.minutes.setFixedWidth(84)
        self.add = QPushButton(self.tr("Log"))
        self.add.clicked.connect(self._on_add)
        self.minutes.returnPressed.connect(self._on_add)
        self.more = QPushButton(self.tr("More…"))
        self.more.setToolTip(self.tr("Log study with its step, a note, or on any other day"))
        self.more.clicked.connect(self._on_more)
        self._lay_out()

    def show_week(self, plan: Plan, week: WeekPlan, today: date, *, editable: bool) -> None:
        """Show a week's entries; the line for other study offers the week's activities first."""
        entries = [plan.sessions[entry.id] for day in week.days for entry in day.logged]
        self._empty.setVisible(not entries)
        for number, entry in enumerate(entries):
            if number == len(self.rows):
                self._add_row()
            self.rows[number].show_entry(plan, entry, editable=editable)
        for spare in self.rows[len(entries) :]:
            spare.forget()
            spare.hide()
        self.all.setVisible(bool(plan.sessions))
        # What is still to come cannot have been studied; beside weeks to come there is today.
        days = [each.day for each in week.days if each.day <= today] or [today]
        self._offer(_titles(plan, week), keep=days == self._days)
        self._offer_days(days, today)
        for field in (self.activity, self.day, self.minutes, self.add, self.more):
            field.setEnabled(editable and self.activity.count() > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the line for other study go on below where there is no room for all of it."""
        super().resizeEvent(event)
        ways, narrow = QBoxLayout.Direction, event.size().width() < _NARROW
        self._line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def show_all(self) -> None:
        """Show what was logged in all weeks."""
        from planner.ui.week.all_entries import AllEntries

        AllEntries(self._editor, self._look, self.window()).open()

    def _offer(self, activities: Sequence[tuple[ActivityId, str]], *, keep: bool) -> None:
        if activities == [
            (self.activity.itemData(at), self.activity.itemText(at)) for at in range(self.activity.count())
        ]:
            return
        chosen = self.activity.currentData() if keep else None
        self.activity.clear()
        for key, title in activities:
            self.activity.addItem(title, key)
        self.activity.setCurrentIndex(max(self.activity.findData(chosen), 0))

    def _offer_days(self, days: list[date], today: date) -> None:
        if days == self._days:
            return
        self._days = days
        self.day.clear()
        for day in days:
            name = f"{WEEKDAYS[day.weekday()][:3]} {day.day}"
            self.day.addItem(name if len(days) > 1 or day != today else self.tr("Today"))
        self.day.setCurrentIndex(days.index(today) if today in days else 0)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.all)
        rest = QHBoxLayout()
        rest.setSpacing(8)
        for widget in (self.day, self.minutes, self.add, self.more):
            rest.addWidget(widget)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(8)
        self._line.addWidget(self.activity, 1)
        self._line.addLayout(rest)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 11, 14, 12)
        whole.setSpacing(7)
        whole.addLayout(head)
        whole.addWidget(self._empty)
        whole.addLayout(self._entries)
        whole.addLayout(self._line)

    def _add_row(self) -> None:
        row = EntryRow(self._look, self)
        row.minutes_typed.connect(self._on_minutes)
        row.edit_asked.connect(self._on_edit)
        row.remove_asked.connect(lambda entry: remove_entry(self._editor, entry))
        self._entries.addWidget(row)
        self.rows.append(row)

    def _on_minutes(self, entry: Session, minutes: int) -> None:
        if not change_minutes(self._editor, entry, minutes):
            # Refused, and said: what stands in the file stands here again.
            for row in self.rows:
                if row.entry is not None and row.entry.id == entry.id:
                    row.show_entry(self._editor.plan, entry, editable=not self._editor.read_only)

    def _on_edit(self, entry: Session) -> None:
        from planner.ui.week.entry_dialog import EntryDialog

        EntryDialog(self._editor, self._look, self.window(), entry=entry).open()

    def _on_more(self) -> None:
        from planner.ui.week.entry_dialog import EntryDialog

        self.minutes.take()
        EntryDialog(
            self._editor,
            self._look,
            self.window(),
            activity=self.activity.currentData(),
            day=self._days[self.day.currentIndex()],
            minutes=self.minutes.minutes,
        ).open()
        self.minutes.show_minutes(0)

    def _on_add(self) -> None:
        # Enter is told before the box has taken what was typed.
        self.minutes.take()
        minutes = self.minutes.minutes
        if not minutes or self.minutes.problem or not self.activity.count():
            self.minutes.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        activity = ActivityId(self.activity.currentData())
        title = self._editor.plan.activity(activity).title
        text = filled(self.tr("Log %1 of %2"), minutes_text(minutes), title)
        day = self._days[self.day.currentIndex()]
        if self._editor.apply(text, log_session, activity, day, minutes):
            self.minutes.show_minutes(0)


def _titles(plan: Plan, week: WeekPlan) -> list[tuple[ActivityId, str]]:
    """The week's activities, then all others that are not finished, in outline order."""
    busy = list(dict.fromkeys(each.activity for each in week.sessions))
    others = [
        row.id
        for phase in plan.ordered_phases
        for row in plan.rows_of_phase[phase.id]
        if row.id in plan.activities and row.id not in busy
    ]
    keys = [*busy, *(ActivityId(each) for each in others)]
    return [(key, plan.activities[key].title) for key in keys if plan.activities[key].finished_on is None]
