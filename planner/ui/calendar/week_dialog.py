"""Hours in a week, or from it on, by the keyboard: what dragging the load strip's limit line does."""

from datetime import date, timedelta

from PySide6.QtWidgets import QGridLayout, QRadioButton, QWidget

from planner.domain.calendar import week_of
from planner.domain.errors import PlanError
from planner.domain.items import Activity, ActivityId, MilestoneId
from planner.domain.wording import days_text, hours_text
from planner.ui.editor import Editor
from planner.ui.fields.day_field import DayField
from planner.ui.fields.growing import grow_to_fit
from planner.ui.fields.hours_field import HoursField
from planner.ui.fields.text import TextLabel, filled
from planner.ui.inspector.ask import Question
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.drag_words import followers_lines
from planner.ui.timeline.moves import Move
from planner.ui.timeline.week_move import (
    hours_of_week,
    most_hours_note,
    onward_move,
    onward_note,
    usual_hours,
    week_move,
    week_refusal,
)

_FIELD_WIDTH = 190
_LEAST_WIDTH = 400
_CAPTION_WIDTH = 64


class WeekHoursDialog(Question):
    """Gives one week other hours, or each week from it on, showing at once what moves."""

    def __init__(self, editor: Editor, theme_controller: ThemeController, day: date, parent: QWidget) -> None:
        """`day` lies in the week to begin with."""
        super().__init__(
            self.tr("Hours in this week"),
            self.tr("Days off keep their own hours."),
            self.tr("Change the hours"),
            parent,
        )
        self._editor = editor
        week_start = editor.plan.facts.week_start
        self.day = DayField(
            self.tr("A day of the week"),
            theme_controller,
            today=lambda: editor.today,
            clearable=False,
            week_start=week_start,
            parent=self,
        )
        self.week = TextLabel(role="strong", parent=self)
        self.hours = HoursField(self.tr("Hours in this week"), most=168, step=0.5, parent=self)
        self.only = QRadioButton(self.tr("This week &only; the others keep theirs"), self)
        self.onward = QRadioButton(self.tr("&From this week on"), self)
        self.only.setChecked(True)
        self.outcome = TextLabel(parent=self)
        self.note = TextLabel(role="warning", parent=self)
        self.problem = TextLabel(role="danger", parent=self)
        self._lay_out()
        self.day.set_limits(week_of(editor.today, week_start), None)
        self.day.show_day(day)
        self.day.day_chosen.connect(lambda _day: self._on_week())
        self.hours.typed.connect(self._preview)
        self.onward.toggled.connect(lambda _on: self._on_reach())
        self._on_week()
        self.hours.setFocus()
        self.hours.selectAll()

    @property
    def first_day(self) -> date:
        """The first day of the week."""
        day = self.day.day or self._editor.today
        return week_of(day, self._editor.plan.facts.week_start)

    def accept(self) -> None:
        """Take the hours, also while they are still being typed."""
        self.day.take_text()
        self.hours.interpretText()
        if self.day.problem or self.hours.problem or self.problem.words:
            return
        if self.hours.value() != self._now():
            move = self._move()
            if not self._editor.apply(move.text, move.verb):
                return
        super().accept()

    def _now(self, *, other: bool = False) -> float:
        """The hours there are now, for the week or from it on as is chosen; those of the other choice."""
        found = usual_hours if self.onward.isChecked() is not other else hours_of_week
        return found(self._editor.plan, self.first_day)

    def _move(self) -> Move:
        form = onward_move if self.onward.isChecked() else week_move
        return form(self.first_day, self.hours.hours)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for row, (caption, field) in enumerate(
            ((self.tr("Week of"), self.day), ("", self.week), (self.tr("Hours"), self.hours))
        ):
            label = TextLabel(caption, "muted", self)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1, 1, 1 if label.words else 2)
        grid.setColumnMinimumWidth(0, _CAPTION_WIDTH)
        grid.setColumnStretch(2, 1)
        self.day.setFixedWidth(_FIELD_WIDTH)
        self.hours.setFixedWidth(_FIELD_WIDTH)
        self.body.addStrut(_LEAST_WIDTH)
        self.body.addLayout(grid)
        for button in (self.only, self.onward):
            self.body.addWidget(button)
        for label in (self.outcome, self.note, self.problem):
            self.body.addWidget(label)

    def _on_week(self) -> None:
        first = self.first_day
        self.week.say(days_text(first, first + timedelta(days=6)))
        self.hours.show_value(self._now())
        self._preview()

    def _on_reach(self) -> None:
        """Hours that were not changed are those of the choice."""
        self.hours.interpretText()
        if self.hours.value() == self._now(other=True):
            self.hours.show_value(self._now())
        self._preview()

    def _preview(self) -> None:
        """What would move, and where the finish would go."""
        editor, hours = self._editor, self.hours.hours
        now = self._now()
        problem, words = week_refusal(editor.plan, self.first_day, editor.today) or self.hours.problem, ""
        if not problem and hours == now:
            words = filled(self.tr("%1, as now"), hours_text(now))
        elif not problem:
            try:
                after = editor.preview(self._move().verb)
            except PlanError as error:
                problem = str(error)
            else:
                lines = followers_lines(editor.schedule, after)
                first, *others = (each.text for each in lines)
                words = "\n".join([f"{hours_text(now)} → {hours_text(hours)} · {first}", *others])
        self.problem.say(problem)
        self.outcome.say(words)
        gone = onward_note(editor.plan, self.first_day) if self.onward.isChecked() and hours != now else ""
        notes = (each for each in (gone, most_hours_note(editor.plan, hours)) if each)
        self.note.say("" if problem else "\n".join(notes))
        self.accept_button.setEnabled(not problem)
        grow_to_fit(self)


def week_to_ask(editor: Editor, selected: str | None) -> date:
    """The day whose week to ask for: where the selected item is from today on, else today."""
    plan, current, today = editor.plan, editor.schedule, editor.today
    begins = max(today, plan.facts.start)
    if selected not in current.graph.index:
        return begins
    node = plan.node(ActivityId(str(selected)))
    if isinstance(node, Activity):
        return max(current.start_day(node.id), begins)
    return max(current.shown_day(MilestoneId(node.id)), begins)
