"""Days with hours of their own: holidays, exam weeks, an extra day. A list with a line to add one."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from planner.domain.calendar import CalendarException
from planner.domain.wording import days_text, hours_text, isolated
from planner.ui.fields.clearing import clear
from planner.ui.fields.day_field import DayField
from planner.ui.fields.hours_field import HoursField
from planner.ui.fields.hours_problem import HoursProblem
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel
from planner.ui.fields.title_limit import TitleLimit
from planner.ui.theme_controller import ThemeController


class DaysOff(QWidget):
    """Shows the exceptions it is given and tells what the person asks for; it keeps nothing itself."""

    add_requested = Signal(object)
    """A `CalendarException` to add."""

    remove_requested = Signal(object)
    """A `CalendarException` to take out."""

    def __init__(
        self,
        theme_controller: ThemeController,
        today: date,
        first_day: date,
        week_start: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self._shown: tuple[CalendarException, ...] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("Holiday, exam week…"))
        self.name.setAccessibleName(self.tr("What it is"))
        self.first, self.last = (
            DayField(
                name,
                theme_controller,
                today=lambda: today,
                clearable=False,
                week_start=week_start,
                parent=self,
            )
            for name in (self.tr("First day"), self.tr("Last day"))
        )
        self.hours = HoursField(self.tr("Hours on each of these days"), most=24, parent=self)
        self.add = QPushButton(self.tr("Add"), self)
        self.add.setAutoDefault(False)
        self.first.show_day(first_day)
        self.last.show_day(first_day + timedelta(days=6))
        self._problem = TextLabel(role="danger", parent=self)
        self._limit = TitleLimit(self.name, self, most=200)
        self._lay_out()
        self.first.day_chosen.connect(self._on_first_day)
        self.add.clicked.connect(self._ask_to_add)

    def show_exceptions(self, exceptions: Sequence[CalendarException]) -> None:
        """List the exceptions, earliest first."""
        ordered = tuple(sorted(exceptions, key=lambda each: (each.first, each.last)))
        if ordered == self._shown:
            return
        self._shown = ordered
        clear(self._list)
        for exception in ordered:
            self._list.addWidget(self._row(exception))
        if not ordered:
            self._list.addWidget(TextLabel(self.tr("None yet."), role="muted", parent=self))

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(3)
        captions = (self.tr("What"), self.tr("First day"), self.tr("Last day"), self.tr("Hours a day"))
        fields = (self.name, self.first, self.last, self.hours)
        for column, (caption, field) in enumerate(zip(captions, fields, strict=True)):
            form.addWidget(TextLabel(caption, role="muted"), 0, column)
            form.addWidget(field, 1, column)
            form.setColumnStretch(column, 3 if column < 3 else 2)
        form.addWidget(self.add, 1, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._list)
        layout.addLayout(form)
        layout.addWidget(HoursProblem((self.hours,), self))
        layout.addWidget(self._limit)
        layout.addWidget(self._problem)

    def _row(self, exception: CalendarException) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = exception.name or self.tr("Days off")
        hours = (
            self.tr("no study") if not exception.hours else hours_text(exception.hours) + self.tr(" a day")
        )
        days = days_text(exception.first, exception.last)
        line.addWidget(TextLabel(f"{isolated(name)} · {days} · {hours}"), 1)
        remove = IconButton("trash", self.tr("Remove %1").replace("%1", name), self._look, row)
        remove.clicked.connect(lambda: self.remove_requested.emit(exception))
        line.addWidget(remove)
        return row

    def _on_first_day(self, day: date) -> None:
        if self.last.day is not None and self.last.day < day:
            self.last.show_day(day)

    def _ask_to_add(self) -> None:
        for field in (self.first, self.last):
            field.take_text()
            if field.problem:
                return
        self.hours.interpretText()
        if self.hours.problem:
            return
        first, last = self.first.day, self.last.day
        if first is None or last is None or last < first:
            self._problem.say(self.tr("The last day cannot come before the first."))
            return
        self._problem.say("")
        self.add_requested.emit(
            CalendarException(first=first, last=last, hours=self.hours.value(), name=self.name.text().strip())
        )
        self.name.clear()
