"""Asks what the learner wants to be reminded of, and when; says at once when that will be next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QWidget

from planner.domain.reminders import Occasion, Reminders
from planner.domain.wording import WEEKDAYS, clock_text, weekday_text
from planner.ui.fields.check_box import CheckBox
from planner.ui.fields.clock_field import ClockField, ClockProblem
from planner.ui.fields.growing import grow_to_fit
from planner.ui.fields.text import TextLabel, filled
from planner.ui.inspector.ask import Question
from planner.ui.reminders.reminder_clock import ReminderClock

WIDTH = 460
INDENT = 24
"""What belongs to a check box stands below its words."""


class RemindersDialog(Question):
    """Changes the reminders of the plan on this computer; `try_it` shows what one looks like."""

    def __init__(
        self, clock: ReminderClock, *, has_tray: bool, try_it: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(
            self.tr("Reminders"),
            self.tr("Milepost reminds you while it is open, also when its window is minimised."),
            self.tr("Save"),
            parent,
        )
        self._clock = clock
        chosen = clock.reminders
        self.study = CheckBox(self.tr("Remind me to &study at"), self)
        self.study.setChecked(chosen.study)
        self.study_at = ClockField(self.tr("Time to be reminded to study"), chosen.study_at, self)
        self.study_days = CheckBox(self.tr("Only on &days with study hours"), self)
        self.study_days.setChecked(chosen.study_days_only)
        self.review = CheckBox(self.tr("Remind me to look &back on the week on"), self)
        self.review.setChecked(chosen.review)
        self.weekday = QComboBox(self)
        self.weekday.addItems(WEEKDAYS)
        self.weekday.setCurrentIndex(chosen.review_weekday)
        self.weekday.setAccessibleName(self.tr("Day to look back on the week"))
        self.review_at = ClockField(self.tr("Time to look back on the week"), chosen.review_at, self)
        self.problem = ClockProblem((self.study_at, self.review_at), self)
        self.upcoming = TextLabel(role="strong", parent=self)
        self.how = TextLabel(self._how_sentence(has_tray=has_tray), "muted", self)
        self.try_button = QPushButton(self.tr("&Try it now"), self)
        self.try_button.setAutoDefault(False)
        self.try_button.clicked.connect(try_it)
        self._lay_out()
        self._connect()
        self._show_state()
        self.study.setFocus()

    @property
    def chosen(self) -> Reminders:
        """What the dialog shows now."""
        return Reminders(
            study=self.study.isChecked(),
            study_at=self.study_at.minutes,
            study_days_only=self.study_days.isChecked(),
            review=self.review.isChecked(),
            review_weekday=self.weekday.currentIndex(),
            review_at=self.review_at.minutes,
        )

    def accept(self) -> None:
        """Want what was chosen from now on."""
        self._clock.want(self.chosen)
        super().accept()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(3, 1)
        grid.addWidget(self.study, 0, 0)
        grid.addWidget(self.study_at, 0, 1)
        below = QHBoxLayout()
        below.addSpacing(INDENT)
        below.addWidget(self.study_days, 1)
        grid.addLayout(below, 1, 0, 1, 4)
        grid.setRowMinimumHeight(2, 6)
        grid.addWidget(self.review, 3, 0)
        grid.addWidget(self.weekday, 3, 1)
        grid.addWidget(self.review_at, 3, 2)
        self.body.addStrut(WIDTH)
        self.body.addLayout(grid)
        self.body.addWidget(self.problem)
        self.body.addSpacing(4)
        coming = QHBoxLayout()
        coming.addWidget(self.upcoming, 1)
        coming.addWidget(self.try_button, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(coming)
        self.body.addWidget(self.how)

    def _connect(self) -> None:
        for box in (self.study, self.study_days, self.review):
            box.toggled.connect(self._show_state)
        for field in (self.study_at, self.review_at):
            field.typed.connect(self._show_state)
        self.weekday.currentIndexChanged.connect(self._show_state)

    def _show_state(self) -> None:
        """Let only what counts be changed, and say what comes of it."""
        for field in (self.study_at, self.study_days):
            field.setEnabled(self.study.isChecked())
        for other in (self.weekday, self.review_at):
            other.setEnabled(self.review.isChecked())
        self.problem.tell()
        self.accept_button.setEnabled(not self.problem.found)
        self.upcoming.say(self._next_sentence())
        grow_to_fit(self)

    def _next_sentence(self) -> str:
        if self.problem.found:
            return ""
        if not self.chosen.wanted:
            return self.tr("No reminders.")
        found = self._clock.next_of(self.chosen)
        if found is None:
            return self.tr("No study day lies ahead within a year.")
        what = {
            Occasion.STUDY: self.tr("Next: to study on %1 at %2."),
            Occasion.REVIEW: self.tr("Next: to look back on %1 at %2."),
        }[found.occasion]
        return filled(what, weekday_text(found.at.date()), clock_text(60 * found.at.hour + found.at.minute))

    def _how_sentence(self, *, has_tray: bool) -> str:
        quiet = self.tr("It says nothing once the day’s sessions are logged.")
        if has_tray:
            return f"{self.tr('It comes as a notification of your system.')} {quiet}"
        way = self.tr(
            "Your system has no tray to show notifications, so it comes at the top of Milepost’s window."
        )
        return f"{way} {quiet}"
