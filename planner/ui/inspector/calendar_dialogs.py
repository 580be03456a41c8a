"""The learner's hours: the dialogs that change a week from today on, and list days off."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from planner.domain import frame
from planner.domain.calendar import CalendarException
from planner.domain.wording import day_text, days_text, hours_text
from planner.ui.editor import Editor
from planner.ui.fields.days_off import DaysOff
from planner.ui.fields.most_hours import MostHours
from planner.ui.fields.text import TextLabel
from planner.ui.fields.week_hours import WeekHours
from planner.ui.inspector.ask import Question
from planner.ui.theme_controller import ThemeController


class WeeklyHoursDialog(Question):
    """Changes the hours of a week from today on, showing at once where the plan would then finish."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(
            self.tr("Hours a week"),
            self.tr("From %1 on. The days before keep what they had.").replace("%1", day_text(editor.today)),
            self.tr("Change the hours"),
            parent,
        )
        self._editor = editor
        plan = editor.plan
        self._hours = plan.calendar.weekly_on(max(editor.today, plan.facts.start)).hours
        self.week = WeekHours(self._hours, plan.facts.week_start, self)
        self.most = MostHours(sum(self._hours), plan.facts.most_hours_a_week, self)
        self.outcome = TextLabel(role="strong", parent=self)
        self.body.addWidget(self.week)
        heading = TextLabel(self.tr("The most you could give"), "section", self)
        heading.setContentsMargins(0, 8, 0, 0)
        self.body.addWidget(heading)
        self.body.addWidget(self.most)
        self.body.addWidget(self.outcome)
        self.week.edited.connect(self._on_week)
        self.accepted.connect(self._change)
        self._preview()

    def accept(self) -> None:
        """Take the hours, also those still being typed."""
        self.week.take_text()
        self.most.take_text()
        if self.week.valid:
            super().accept()

    def _on_week(self) -> None:
        self.most.follow(sum(self.week.hours))
        self._preview()

    def _preview(self) -> None:
        self.accept_button.setEnabled(self.week.valid)
        if not self.week.valid:
            self.outcome.say("")
            return
        then = self._editor.preview(frame.set_weekly_hours, self.week.hours, self._editor.today).finish
        now = self._editor.schedule.finish
        if then == now:
            self.outcome.say(self.tr("Finish: %1, as now").replace("%1", day_text(now)))
        else:
            words = self.tr("Finish: %1 instead of %2")
            self.outcome.say(words.replace("%1", day_text(then)).replace("%2", day_text(now)))

    def _change(self) -> None:
        if self.week.hours == self._hours:
            text = self.tr("Set the most hours to %1 a week").replace("%1", hours_text(self.most.hours))
        else:
            text = self.tr("Change hours to %1 a week").replace("%1", hours_text(sum(self.week.hours)))
        self._editor.apply(text, frame.set_hours, self.week.hours, self.most.hours, self._editor.today)


class DaysOffDialog(QDialog):
    """Lists the days with hours of their own; each press adds or removes some as one undo step."""

    def __init__(self, editor: Editor, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.setWindowTitle(self.tr("Days off"))
        self._editor = editor
        self.days_off = DaysOff(
            theme_controller,
            max(editor.today, editor.plan.facts.start),
            editor.plan.facts.week_start,
            self,
        )
        self._finish = TextLabel(role="strong", parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addStrut(620)
        layout.addWidget(TextLabel(self.tr("Days off"), "title", self))
        layout.addWidget(
            TextLabel(
                self.tr(
                    "Holidays, exam weeks, or days with more time than usual. The plan works around them."
                ),
                parent=self,
            )
        )
        layout.addWidget(self.days_off)
        layout.addStretch(1)
        layout.addWidget(self._finish)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout.addWidget(buttons)
        self.days_off.add_requested.connect(self._add)
        self.days_off.remove_requested.connect(self._remove)
        editor.changed.connect(self._refresh)
        self._refresh()

    def _add(self, exception: CalendarException) -> None:
        days = days_text(exception.first, exception.last)
        self._editor.apply(self.tr("Add days off: %1").replace("%1", days), frame.add_exception, exception)

    def _remove(self, exception: CalendarException) -> None:
        days = days_text(exception.first, exception.last)
        self._editor.apply(
            self.tr("Remove days off: %1").replace("%1", days), frame.remove_exception, exception
        )

    def _refresh(self) -> None:
        self.days_off.show_exceptions(self._editor.plan.calendar.exceptions)
        self._finish.say(self.tr("Finish: %1").replace("%1", day_text(self._editor.schedule.finish)))
