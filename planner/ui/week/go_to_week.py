"""Asks for a week by its number or by any day in it, and says at once which week that is."""

from datetime import date, timedelta

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from planner.domain.calendar import week_of
from planner.domain.errors import InvalidValue
from planner.domain.plan import Plan
from planner.domain.typed_weeks import WEEK_EXAMPLES, read_week
from planner.domain.wording import days_text
from planner.ui.fields.flow import FlowRow
from planner.ui.fields.growing import grow_to_fit
from planner.ui.fields.text import TextLabel, filled, set_property
from planner.ui.inspector.ask import Question


class GoToWeekDialog(Question):
    """One line to type in; `week` is the first day of the week it means. `shown` is the one on show now."""

    def __init__(self, plan: Plan, finish: date, today: date, shown: date, parent: QWidget) -> None:
        super().__init__(
            self.tr("Go to a week"),
            self.tr("Type the number of a week, or any day in it."),
            self.tr("Go"),
            parent,
        )
        self._plan, self._today, self._shown = plan, today, shown
        self._first = week_of(plan.facts.start, plan.facts.week_start)
        self._last = max(week_of(finish, plan.facts.week_start), self._first)
        self.week: date | None = None
        self.line = QLineEdit(self)
        self.line.setObjectName("week")
        self.line.setAccessibleName(self.tr("Week"))
        self.line.setPlaceholderText(filled(self.tr("Like %1"), WEEK_EXAMPLES))
        self.meaning = TextLabel(role="muted", parent=self)
        self.body.addWidget(self.line)
        self.body.addWidget(self.meaning)
        self.body.addWidget(self._shortcuts())
        self.line.textChanged.connect(self._read)
        self.line.setFocus()
        self._read()

    def _shortcuts(self) -> FlowRow:
        row = FlowRow(self)
        for words, day in (
            (self.tr("First week"), self._first),
            (self.tr("This week"), self._today),
            (self.tr("Final week"), self._last),
        ):
            button = QPushButton(words, row)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, day=day: self._take(day))
            row.add(button)
        return row

    def _take(self, day: date) -> None:
        self.week = week_of(day, self._plan.facts.week_start)
        self.accept()

    def _read(self) -> None:
        text = self.line.text()
        self.week, problem = None, ""
        try:
            self.week = read_week(self._plan, text, today=self._today, base=self._shown)
        except InvalidValue as error:
            problem = str(error) if text.strip() else ""
        set_property(self.meaning, "role", "danger" if problem else "muted")
        self.meaning.say(problem or self._meaning())
        self.line.setAccessibleDescription(self.meaning.words)
        self.accept_button.setEnabled(self.week is not None)
        if self.isVisible():
            grow_to_fit(self)

    def _meaning(self) -> str:
        """Which week that is, like “Week 14 of 89 · 5–11 April 2027”."""
        if self.week is None:
            return filled(self.tr("The plan has %1 weeks."), str(self._number(self._last)))
        number, count = self._number(self.week), self._number(self._last)
        days = days_text(self.week, self.week + timedelta(days=6))
        if number < 1:
            return filled(self.tr("Before the start · %1"), days)
        if number > count:
            return filled(self.tr("After the finish · %1"), days)
        return filled(self.tr("Week %1 of %2 · %3"), str(number), str(count), days)

    def _number(self, first_day: date) -> int:
        return (first_day - self._first).days // 7 + 1
