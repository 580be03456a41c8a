"""Asks whether sessions are to have times of the day, and when studying begins on each weekday."""

from PySide6.QtWidgets import QFormLayout, QWidget

from planner.domain.placing import set_clock_times
from planner.domain.wording import WEEKDAYS
from planner.ui.editor import Editor
from planner.ui.fields.check_row import CheckRow
from planner.ui.fields.clock_field import ClockField, ClockProblem
from planner.ui.inspector.ask import Question
from planner.ui.week.session_questions import EVENING

MORNING = 10 * 60
"""What is offered for Saturday and Sunday, in minutes after midnight."""

_OFFERED = (EVENING, EVENING, EVENING, EVENING, EVENING, MORNING, MORNING)


class ClockTimesDialog(Question):
    """Seven times, Monday to Sunday, which the sessions of a day follow one after the other."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(
            self.tr("Clock times"),
            self.tr(
                "A week is planned by days, not by the clock. Where times help, say when you begin on each "
                "weekday: the day’s sessions then follow one after the other, and each can have its own time."
            ),
            self.tr("Save"),
            parent,
        )
        self._editor = editor
        facts = editor.plan.facts
        self.wanted = CheckRow(self.tr("Show times of the day"), self)
        self.wanted.show_done(False)
        self.wanted.box.show_checked(bool(facts.clock_times))
        self.times = [
            ClockField(self.tr("Begin on {weekday}").format(weekday=name), minutes, self)
            for name, minutes in zip(WEEKDAYS, facts.clock_times or _OFFERED, strict=True)
        ]
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(7)
        for number in range(7):
            weekday = (facts.week_start + number) % 7
            form.addRow(WEEKDAYS[weekday], self.times[weekday])
        self.body.addWidget(self.wanted)
        self.body.addLayout(form)
        self.problem = ClockProblem(self.times, self)
        self.body.addWidget(self.problem)
        for each in self.times:
            each.typed.connect(self._show_state)
        self.wanted.clicked.connect(self._show_state)
        self.wanted.setFocus()
        self._show_state()

    def accept(self) -> None:
        """Keep what was chosen, as one step."""
        times = tuple(each.minutes for each in self.times) if self.wanted.box.isChecked() else ()
        text = self.tr("Change clock times") if times else self.tr("Do without clock times")
        if times == self._editor.plan.facts.clock_times or self._editor.apply(text, set_clock_times, times):
            super().accept()

    def _show_state(self) -> None:
        for each in self.times:
            each.setEnabled(self.wanted.box.isChecked())
        self.problem.tell()
        self.accept_button.setEnabled(not self.problem.found)
