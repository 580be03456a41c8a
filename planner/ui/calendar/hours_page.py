"""The study hours of the calendar editor: which week holds from which day on, and the most there can be."""

from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from planner.domain.calendar import week_of
from planner.domain.hours_periods import Period, Weeks, periods, with_hours, without_hours
from planner.domain.plan import Plan
from planner.domain.wording import day_text, hours_text, number_text
from planner.ui.fields.day_field import DayField
from planner.ui.fields.most_hours import MostHours
from planner.ui.fields.text import TextLabel, filled
from planner.ui.fields.week_hours import WeekHours
from planner.ui.theme_controller import ThemeController

ROWS_IN_VIEW = 4
_DAY_WIDTH = 190


class HoursPage(QWidget):
    """Lists the periods; the boxes below are those of the chosen one and change it at once.

    The period that holds today is changed from today on: the days before keep what they had.
    """

    edited = Signal()

    def __init__(self, plan: Plan, today: date, look: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._start = plan.facts.start
        self._floor = max(today, plan.facts.start, plan.facts.status_date)
        self._week_start = plan.facts.week_start
        self._weekly: Weeks = plan.calendar.weekly
        self._rest: Weeks = self._weekly
        self._listed = periods(self._weekly, self._start)
        now = plan.calendar.weekly_on(self._floor)
        self.list = QListWidget(self)
        self.add = QPushButton(self.tr("Add other hours from a day on"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.begins = DayField(
            self.tr("From"),
            look,
            today=lambda: today,
            clearable=False,
            week_start=self._week_start,
            parent=self,
        )
        self.week = WeekHours(now.hours, self._week_start, self)
        self.most = MostHours(now.total, plan.facts.most_hours_a_week, self)
        self.note = TextLabel(role="warning", parent=self)
        self._lay_out()
        self._connect()
        self._show_periods(self._floor)

    @property
    def weekly(self) -> Weeks:
        """The sets of weekly hours as they would be."""
        return self._weekly

    def take_text(self) -> None:
        """Take what is still being typed."""
        self.begins.take_text()
        self.week.take_text()
        self.most.take_text()

    @property
    def problem(self) -> str:
        """What stands in the way of taking the page; empty when nothing does."""
        return self.begins.problem or self.week.problem or self.most.problem

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("Study hours by period"))
        self.list.setProperty("role", "card")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        begins = QHBoxLayout()
        begins.setSpacing(10)
        caption = TextLabel(self.tr("From"), "muted", self)
        caption.setSizePolicy(caption.sizePolicy().Policy.Maximum, caption.sizePolicy().Policy.Preferred)
        caption.setBuddy(self.begins)
        self.begins.setFixedWidth(_DAY_WIDTH)
        begins.addWidget(caption)
        begins.addWidget(self.begins)
        begins.addStretch(1)
        heading = TextLabel(self.tr("The most you could give"), "section", self)
        heading.setContentsMargins(0, 8, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 4)
        column.setSpacing(10)
        column.addWidget(self.list)
        column.addLayout(buttons)
        column.addLayout(begins)
        column.addWidget(self.week)
        column.addWidget(heading)
        column.addWidget(self.most)
        column.addWidget(self.note)
        column.addStretch(1)
        line = self.list.fontMetrics().height() + 12
        self.list.setFixedHeight(ROWS_IN_VIEW * line + 4)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._choose())
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.begins.day_chosen.connect(lambda _day: self._take())
        self.week.edited.connect(self._take)
        self.most.edited.connect(self._on_most)

    def _show_periods(self, day: date) -> None:
        """List the periods and choose the one that holds a day."""
        self._list_periods(day)
        self._choose()

    def _list_periods(self, day: date) -> None:
        self._listed = periods(self._weekly, self._start)
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([self._line(each) for each in self._listed])
            self.list.setCurrentRow(sum(each.first <= day for each in self._listed) - 1)

    def _line(self, period: Period) -> str:
        now = period.first <= self._floor and (period.last is None or period.last >= self._floor)
        form = self.tr("%1 (now) · %2") if now else self.tr("%1 · %2")
        return filled(form, period.days, period.hours)

    def _choose(self) -> None:
        """Show the chosen period below, where it can be changed."""
        period = self._listed[max(self.list.currentRow(), 0)]
        begins = period.weekly.valid_from
        over = period.last is not None and period.last < self._floor
        # What began before today goes on with other hours from today: a set of its own.
        in_place = begins >= self._floor
        own = in_place and period.weekly is not self._weekly[0]
        self._rest = tuple(each for each in self._weekly if not in_place or each.valid_from != begins)
        self.begins.set_limits(self._floor if own else None, None)
        self.begins.show_day(period.first if over else max(period.first, self._floor))
        self.week.show_hours(period.weekly.hours)
        self.week.setEnabled(not over)
        self.begins.setEnabled(own)
        self.remove.setEnabled(own)
        self._say()

    def _take(self) -> None:
        """The boxes or the day changed: so does the plan's week from that day on."""
        day = self.begins.day
        if day is not None and not self.begins.problem:
            self._weekly = with_hours(self._rest, self.week.hours, day)
            self._list_periods(day)
            self._say()
            self.edited.emit()

    def _add(self) -> None:
        """Other hours from the week after next on, or a week after the last change: a start to change."""
        last = max(self._weekly[-1].valid_from, self._floor)
        day = week_of(last, self._week_start) + timedelta(days=7)
        self._weekly = with_hours(self._weekly, self._weekly[-1].hours, day)
        self._show_periods(day)
        self.week.first_box.setFocus()
        self.week.first_box.selectAll()
        self.edited.emit()

    def _remove(self) -> None:
        period = self._listed[self.list.currentRow()]
        self._weekly = without_hours(self._weekly, period.weekly.valid_from)
        self._show_periods(period.first)
        self.edited.emit()

    def _on_most(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        """Kindly: where a week to come has more than the learner said they could give."""
        coming = [each for each in self._listed if not each.last or each.last >= self._floor]
        now = coming[0].weekly.total
        self.most.suggest_for(now)
        most = self.most.hours
        over = [each for each in coming if each.weekly.total > most]
        if not over:
            self.note.say("")
            return
        text = self.tr(
            "%1 a week from %2 is more than the %3 h you said you could give. It is yours to decide."
        )
        first = max(over[0].first, self._floor)
        self.note.say(filled(text, hours_text(over[0].weekly.total), day_text(first), number_text(most)))
