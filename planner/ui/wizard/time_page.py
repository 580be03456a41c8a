"""The wizard's page on time: when to begin, the hours of a week, days off."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from planner.domain.calendar import CalendarException
from planner.domain.roadmap import Answers
from planner.domain.wording import number_text
from planner.ui.fields.day_field import DayField
from planner.ui.fields.days_off import DaysOff
from planner.ui.fields.most_hours import MostHours
from planner.ui.fields.text import TextLabel, filled
from planner.ui.fields.week_hours import WeekHours
from planner.ui.theme_controller import ThemeController
from planner.ui.wizard.page import WizardPage

EARLIEST_DAYS_AGO = 366
LATEST_DAYS_AHEAD = 5 * 366


class TimePage(WizardPage):
    """Asks for the start, seven days of hours, the most hours, and days off."""

    def __init__(
        self,
        answers: Answers,
        today: date,
        reference_hours: float,
        theme_controller: ThemeController,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.introduce(
            self.tr("Your time"),
            self.tr("How much time do you have?"),
            filled(
                self.tr(
                    "The source's months are read as %1 h a week. Give what you can keep up for long: fewer "
                    "hours stretch the path, more hours shorten it."
                ),
                number_text(reference_hours),
            ),
        )
        self.start = DayField(
            self.tr("Start"), theme_controller, today=lambda: today, clearable=False, parent=self
        )
        self.start.set_limits(
            today - timedelta(days=EARLIEST_DAYS_AGO), today + timedelta(days=LATEST_DAYS_AHEAD)
        )
        self.start.show_day(answers.start)
        self.start.setMaximumWidth(220)
        self.week = WeekHours(answers.week, answers.week_start, self)
        self.most = MostHours(sum(answers.week), answers.most_hours_a_week, self)
        self.days_off = DaysOff(theme_controller, today, answers.start, answers.week_start, self)
        self._exceptions: tuple[CalendarException, ...] = ()
        self.days_off.show_exceptions(())
        self.add_section(self.tr("Start"))
        self.body.addWidget(self.start)
        self.add_section(self.tr("Hours for each day of the week"))
        self.body.addWidget(self.week)
        self.add_section(self.tr("The most you could give"))
        self.body.addWidget(self.most)
        self.add_section(self.tr("Days off"))
        self.body.addWidget(TextLabel(self.tr("Optional. You can add them at any time."), "muted", self))
        self.body.addWidget(self.days_off)
        self.body.addStretch(1)
        self.start.day_chosen.connect(self.edited)
        self.week.edited.connect(self._on_week)
        self.most.edited.connect(self.edited)
        self.days_off.add_requested.connect(self._add)
        self.days_off.remove_requested.connect(self._remove)

    def take_text(self) -> None:
        """Take a day and hours that are still being typed."""
        self.start.take_text()
        self.week.take_text()
        self.most.take_text()

    def put_into(self, answers: Answers) -> Answers:
        """The answers with start, week, most hours and days off."""
        start = self.start.day or answers.start
        week = self.week.hours if self.week.valid else answers.week
        most = self.most.own if self.week.valid else answers.most_hours_a_week
        return replace(answers, start=start, week=week, most_hours_a_week=most, days_off=self._exceptions)

    def problem(self) -> str:
        """No hours at all, or a start that is no day."""
        if self.start.problem:
            return self.start.problem
        if hours := self.week.problem or self.most.problem:
            return hours
        return "" if self.week.valid else self.tr("Give at least one day some hours.")

    def first_field(self) -> QWidget:
        """Monday's hours: the day of the start is rarely changed."""
        return self.week.first_box

    def _on_week(self) -> None:
        self.most.follow(sum(self.week.hours))
        self.edited.emit()

    def _add(self, exception: CalendarException) -> None:
        self._show((*self._exceptions, exception))

    def _remove(self, exception: CalendarException) -> None:
        self._show(tuple(each for each in self._exceptions if each != exception))

    def _show(self, exceptions: tuple[CalendarException, ...]) -> None:
        self._exceptions = exceptions
        self.days_off.show_exceptions(exceptions)
        self.edited.emit()
