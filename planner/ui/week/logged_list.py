"""What was logged in the week, entry by entry, and a line to log study that was not planned."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.week import LoggedEntry, WeekPlan
from planner.domain.wording import WEEKDAYS, weekday_text
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.theme_controller import ThemeController
from planner.ui.week.minutes_field import MinutesField


class LoggedList(QFrame):
    """Lists the week's logged sessions.

    `changed` tells of an entry, its day and its new minutes, where 0 removes it; `added` of an activity, a
    day and minutes to log.
    """

    changed = Signal(object, object, int)
    added = Signal(object, object, int)

    def __init__(self, theme_controller: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self._days: list[date] = []
        self.rows: list[_EntryRow] = []
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Logged this week"))
        self._heading = QLabel(self.tr("Logged this week"))
        self._heading.setProperty("role", "section")
        self._empty = TextLabel(
            self.tr("Nothing yet. Tick a session, or log other study here."), role="muted"
        )
        self.activity = QComboBox()
        self.activity.setAccessibleName(self.tr("Activity to log"))
        self.activity.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activity.setMinimumContentsLength(18)
        self.day = QComboBox()
        self.day.setAccessibleName(self.tr("Day to log"))
        self.minutes = MinutesField(self.tr("minutes"))
        self.minutes.setAccessibleName(self.tr("Minutes to log"))
        self.minutes.setFixedWidth(84)
        self.add = QPushButton(self.tr("Log"))
        self.add.clicked.connect(self._on_add)
        self.minutes.returnPressed.connect(self._on_add)
        self._lay_out()

    def show_week(self, plan: Plan, week: WeekPlan, today: date, *, editable: bool) -> None:
        """Show a week's entries; the line for other study offers the week's activities first."""
        entries = [(day.day, entry) for day in week.days for entry in day.logged]
        self._empty.setVisible(not entries)
        for number, (day, entry) in enumerate(entries):
            if number == len(self.rows):
                self._add_row()
            self.rows[number].show_entry(entry, day, editable=editable)
        for spare in self.rows[len(entries) :]:
            spare.hide()
        days = [each.day for each in week.days]
        self._offer(_titles(plan, week), keep=days == self._days)
        self._offer_days(days, today)
        for field in (self.activity, self.day, self.minutes, self.add):
            field.setEnabled(editable and self.activity.count() > 0)

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
            self.day.addItem(f"{WEEKDAYS[day.weekday()][:3]} {day.day}")
        self.day.setCurrentIndex(days.index(today) if today in days else 0)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.activity, 1)
        line.addWidget(self.day)
        line.addWidget(self.minutes)
        line.addWidget(self.add)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 11, 14, 12)
        whole.setSpacing(7)
        whole.addWidget(self._heading)
        whole.addWidget(self._empty)
        whole.addLayout(self._entries)
        whole.addLayout(line)

    def _add_row(self) -> None:
        row = _EntryRow(self._look, self)
        row.minutes_typed.connect(self.changed)
        self._entries.addWidget(row)
        self.rows.append(row)

    def _on_add(self) -> None:
        # Enter is told before the box has taken what was typed.
        self.minutes.take()
        minutes = self.minutes.minutes
        if minutes and self.activity.count():
            self.minutes.show_minutes(0)
            self.added.emit(self.activity.currentData(), self._days[self.day.currentIndex()], minutes)


class _EntryRow(QWidget):
    """One logged session: its day, what it was, and its minutes to correct or remove."""

    minutes_typed = Signal(object, object, int)

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry: LoggedEntry | None = None
        self._day: date | None = None
        self._when = QLabel()
        self._when.setProperty("role", "muted")
        self._when.setFixedWidth(104)
        self._title = TextLabel()
        self.minutes = MinutesField("")
        self.minutes.setFixedWidth(84)
        self.remove = IconButton("trash", self.tr("Remove"), theme_controller, self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._when)
        line.addWidget(self._title, 1)
        line.addWidget(self.minutes)
        line.addWidget(self.remove)
        self.minutes.typed.connect(lambda minutes: self.minutes_typed.emit(self._entry, self._day, minutes))
        self.remove.clicked.connect(lambda: self.minutes_typed.emit(self._entry, self._day, 0))

    def show_entry(self, entry: LoggedEntry, day: date, *, editable: bool) -> None:
        """Show a logged session of a day."""
        self._entry, self._day = entry, day
        self._when.setText(weekday_text(day))
        self._title.say(entry.title)
        self.minutes.show_minutes(entry.minutes)
        what = filled(self.tr("%1, %2"), entry.title, weekday_text(day))
        self.minutes.setAccessibleName(filled(self.tr("Minutes logged: %1"), what))
        self.remove.set_name(filled(self.tr("Remove: %1"), what))
        for each in (self.minutes, self.remove):
            each.setEnabled(editable)
        self.show()


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
