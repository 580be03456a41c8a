"""The days off of the calendar editor: holidays, exam weeks, extra days; each a stretch of days."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.domain.calendar import CalendarException
from planner.domain.days_off import Days, overlaps, own_days
from planner.domain.plan import Plan
from planner.domain.wording import days_text
from planner.ui.fields.day_field import DayField
from planner.ui.fields.hours_field import HoursField
from planner.ui.fields.hours_problem import HoursProblem
from planner.ui.fields.text import TextLabel, filled
from planner.ui.fields.title_limit import TitleLimit
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.days_off import days_off_line, is_off

ROWS_IN_VIEW = 4


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of days with hours of their own: what it is called at first, and its hours a day."""

    title: str
    name: str
    hours: float


class DaysPage(QWidget):
    """Lists the learner's own days; the line below adds some, or changes the chosen ones."""

    edited = Signal()

    typing = Signal()
    """Something was filled in, and is not in the list yet."""

    def __init__(self, plan: Plan, today: date, look: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._calendar = plan.calendar
        self._first = max(today, plan.facts.start)
        self._days = own_days(plan.calendar.exceptions)
        self._listed = list(self._days)
        self.kinds = (
            Kind(self.tr("Holiday"), self.tr("Holiday"), 0.0),
            Kind(self.tr("Exam week"), self.tr("Exam week"), 0.0),
            Kind(self.tr("Extra days"), self.tr("Extra day"), 4.0),
        )
        self.list = QListWidget(self)
        self.new = QPushButton(self.tr("New"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.kind = QComboBox(self)
        self.name = QLineEdit(self)
        week_start = plan.facts.week_start
        self.first, self.last = (
            DayField(name, look, today=lambda: today, clearable=False, week_start=week_start, parent=self)
            for name in (self.tr("First day"), self.tr("Last day"))
        )
        self.hours = HoursField(self.tr("Hours on each of these days"), most=24, parent=self)
        self.take = QPushButton(self.tr("Add"), self)
        self.twice = TextLabel(role="warning", parent=self)
        self._problem = TextLabel(role="danger", parent=self)
        self._limit = TitleLimit(self.name, self, most=200)
        self._typed = False
        self._lay_out()
        self._connect()
        self._list_days()
        self._start_new()

    @property
    def days(self) -> Days:
        """The learner's own days, in the order they were added."""
        return self._days

    @property
    def problem(self) -> str:
        """What is wrong with what was typed and not taken yet; empty when nothing is."""
        return self.hours.problem or self._problem.words

    @property
    def filled_in(self) -> bool:
        """Whether days were filled in that are not in the list yet."""
        return self._typed

    def take_text(self) -> None:
        """Take what was filled in without pressing the button."""
        for field in (self.first, self.last):
            field.take_text()
        self.hours.interpretText()
        if self._typed:
            self._take()

    def add_day_off(self, day: date) -> None:
        """List a day without study, chosen, so that its name and length can be changed at once."""
        self._fill(0, self.kinds[0].name, day, day, 0.0)
        self._take()
        new = next(number for number, each in enumerate(self._listed) if each.first == each.last == day)
        self.list.setCurrentRow(new)
        self.name.setFocus()
        self.name.selectAll()

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("Days with hours of their own"))
        self.list.setProperty("role", "card")
        self.list.setMinimumHeight(ROWS_IN_VIEW * (self.list.fontMetrics().height() + 12) + 4)
        self.name.setAccessibleName(self.tr("What it is"))
        self.kind.setAccessibleName(self.tr("Kind"))
        self.kind.addItems([each.title for each in self.kinds])
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.new, self.remove, self.take):
            button.setAutoDefault(False)
        buttons.addWidget(self.new)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(3)
        fields = (
            (self.tr("Kind"), self.kind, 2),
            (self.tr("Name"), self.name, 3),
            (self.tr("First day"), self.first, 3),
            (self.tr("Last day"), self.last, 3),
            (self.tr("Hours a day"), self.hours, 2),
        )
        for column, (caption, field, stretch) in enumerate(fields):
            label = TextLabel(caption, role="muted")
            label.setBuddy(field)
            form.addWidget(label, 0, column)
            form.addWidget(field, 1, column, Qt.AlignmentFlag.AlignTop)
            form.setColumnStretch(column, stretch)
        form.addWidget(self.take, 1, len(fields), Qt.AlignmentFlag.AlignTop)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 12, 0, 4)
        column_of_all.setSpacing(10)
        about = self.tr(
            "Holidays, exam weeks, or days with more time than usual. The plan works around them."
        )
        column_of_all.addWidget(TextLabel(about, "muted", self))
        column_of_all.addWidget(self.list, 1)
        column_of_all.addWidget(self.twice)
        column_of_all.addLayout(buttons)
        column_of_all.addLayout(form)
        column_of_all.addWidget(HoursProblem((self.hours,), self))
        column_of_all.addWidget(self._limit)
        column_of_all.addWidget(self._problem)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._show_chosen())
        self.new.clicked.connect(self._on_new)
        self.remove.clicked.connect(self._remove)
        self.take.clicked.connect(self._take)
        self.name.returnPressed.connect(self._take)
        self.kind.activated.connect(self._on_kind)
        self.name.textEdited.connect(lambda _text: self._on_typed())
        self.first.day_chosen.connect(self._on_first)
        self.last.day_chosen.connect(lambda _day: self._on_typed())
        self.hours.valueChanged.connect(lambda _hours: self._on_typed())
        self.hours.typed.connect(lambda: self._on_typed() if self.hours.problem else None)

    def _list_days(self) -> None:
        """List them, earliest first."""
        self._listed = sorted(self._days, key=lambda each: (each.first, each.last))
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([days_off_line(each) for each in self._listed])
        self.twice.say(self._overlap_words())

    def _overlap_words(self) -> str:
        """The first days that are in two entries, and which of these counts."""
        found = overlaps(self._days)
        if not found:
            return ""
        days = days_text(found[0].first, found[0].last)
        form = self.tr("%1: in two entries. What counts is the one added last, %2.")
        words = filled(form, days, days_off_line(found[0].counts))
        more = filled(self.tr("%1 more overlap."), str(len(found) - 1))
        return f"{words} {more}" if len(found) > 1 else words

    def _chosen(self) -> CalendarException | None:
        row = self.list.currentRow()
        return self._listed[row] if row >= 0 else None

    def _show_chosen(self) -> None:
        """Fill the line below with the chosen days, to be changed."""
        chosen = self._chosen()
        if chosen is None:
            return
        kind = 0 if is_off(self._calendar, chosen) else 2
        if chosen.name == self.kinds[1].name:
            kind = 1
        self._fill(kind, chosen.name, chosen.first, chosen.last, chosen.hours)
        self.take.setText(self.tr("Change"))
        self.remove.setEnabled(True)

    def _start_new(self) -> None:
        """Make the line below ready for other days."""
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(-1)
        kind = self.kinds[0]
        self._fill(0, kind.name, self._first, self._first + timedelta(days=6), kind.hours)
        self.take.setText(self.tr("Add"))
        self.remove.setEnabled(False)

    def _fill(self, kind: int, name: str, first: date, last: date, hours: float) -> None:
        with QSignalBlocker(self.kind):
            self.kind.setCurrentIndex(kind)
        self.hours.put(hours)
        self.name.setText(name)
        self.first.show_day(first)
        self.last.show_day(last)
        self._typed = False
        self._problem.say("")

    def _on_new(self) -> None:
        self._start_new()
        self.name.setFocus()
        self.name.selectAll()

    def _on_kind(self, number: int) -> None:
        """Another kind has another name and other hours, unless the learner gave a name of their own."""
        kind = self.kinds[number]
        if self.name.text().strip() in {"", *(each.name for each in self.kinds)}:
            self.name.setText(kind.name)
        self.hours.put(kind.hours)
        self._on_typed()

    def _on_first(self, day: date) -> None:
        if self.last.day is not None and self.last.day < day:
            self.last.show_day(day)
        self._on_typed()

    def _on_typed(self) -> None:
        self._typed = True
        self.typing.emit()

    def _take(self) -> None:
        """Add the days in the line, or change the chosen ones."""
        for field in (self.first, self.last):
            field.take_text()
        self.hours.interpretText()
        first, last = self.first.day, self.last.day
        if wrong := self.first.problem or self.last.problem:
            self._problem.say(wrong)
            return
        if self.hours.problem:
            return
        if first is None or last is None or last < first:
            self._problem.say(self.tr("The last day cannot come before the first."))
            return
        new = CalendarException(
            first=first, last=last, hours=self.hours.value(), name=self.name.text().strip()
        )
        chosen = self._chosen()
        if chosen is None:
            self._days = (*self._days, new)
        else:
            self._days = tuple(new if each is chosen else each for each in self._days)
        self._list_days()
        self._start_new()
        self.edited.emit()

    def _remove(self) -> None:
        chosen = self._chosen()
        self._days = tuple(each for each in self._days if each is not chosen)
        self._list_days()
        self._start_new()
        self.edited.emit()
