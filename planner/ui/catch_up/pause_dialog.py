"""Pause studying: days to come without study hours, or days gone by on which the learner was away."""

from datetime import date, timedelta

from PySide6.QtWidgets import QGridLayout, QRadioButton, QWidget

from planner.domain.catching_up.pause import (
    days_away,
    later_by_pause,
    logged_within,
    propose_pause,
    propose_return,
)
from planner.domain.catching_up.proposal import Proposal, take
from planner.domain.catching_up.ranges import FinishRanges
from planner.domain.catching_up.words import finish_words, moves_words, range_words, remarks, return_words
from planner.domain.errors import PlanError
from planner.domain.forecast.shapes import Shape
from planner.domain.items import BaselineId, new_id
from planner.domain.wording import days_text, hours_text, span_text
from planner.ui.catch_up.scrolled import ScrolledDialog
from planner.ui.catch_up.still_fields import StillCombo, StillSpin
from planner.ui.editor import Editor
from planner.ui.fields.day_field import DayField
from planner.ui.fields.text import TextLabel, filled
from planner.ui.fields.title_limit import TitleLimit
from planner.ui.theme_controller import ThemeController

_FIELD_WIDTH = 190
_WIDTH, _HEIGHT = 900, 780
_MOST_WEEKS = 104


class PauseDialog(ScrolledDialog):
    """Asks for the days and what they are for, and shows at once what that does to the plan."""

    def __init__(
        self,
        editor: Editor,
        theme_controller: ThemeController,
        parent: QWidget,
        *,
        shape: Shape = Shape.PERT,
    ) -> None:
        """`shape` is what the forecast draws efforts from."""
        super().__init__(
            self.tr("Pause studying"),
            self.tr(
                "A pause is part of a plan. On these days nothing is planned, and the rest follows after."
            ),
            parent,
        )
        self._editor = editor
        self._away = days_away(editor.plan, editor.today)
        self._proposal: Proposal | None = None
        self._ranges = FinishRanges(editor.today, shape)
        self._range_now = range_words(self._ranges.of(editor.schedule))
        self.ahead = QRadioButton(self.tr("&Days to come"), self)
        self.back = QRadioButton(self.tr("I was &away, and go on today"), self)
        self.first, self.last = (
            DayField(
                name,
                theme_controller,
                today=lambda: editor.today,
                clearable=False,
                week_start=editor.plan.facts.week_start,
                parent=self,
            )
            for name in (self.tr("First day"), self.tr("Last day"))
        )
        self.weeks = StillSpin(self)
        self.name = StillCombo(self)
        self.outcome = TextLabel(role="strong", parent=self)
        self.notes = TextLabel(parent=self)
        self.problem = TextLabel(role="danger", parent=self)
        self._prepare_fields()
        edit = self.name.lineEdit()
        assert edit is not None
        self._limit = TitleLimit(edit, self, most=200)
        self._lay_out()
        self._connect()
        self.ahead.setChecked(True)
        self._on_kind()
        self.first.edit.setFocus()
        self.first.edit.selectAll()

    def accept(self) -> None:
        """Take the pause, also days that are still being typed."""
        for field in (self.first, self.last):
            field.take_text()
        self._preview()
        if self._proposal is None:
            return
        if self._editor.apply(self._proposal.text, take, self._proposal, BaselineId(new_id())):
            super().accept()

    def _prepare_fields(self) -> None:
        self.name.setEditable(True)
        self.name.setAccessibleName(self.tr("What it is for"))
        self.name.addItems([self.tr("Holiday"), self.tr("Illness"), self.tr("Exams"), self.tr("Other")])
        self.weeks.setAccessibleName(self.tr("Weeks"))
        self.weeks.setRange(0, _MOST_WEEKS)
        self.weeks.setSpecialValueText(self.tr("other days"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        fields = (
            (self.tr("&From"), self.first),
            (self.tr("&Until"), self.last),
            (self.tr("&Weeks"), self.weeks),
            (self.tr("F&or"), self.name),
        )
        for row, (caption, field) in enumerate(fields):
            label = TextLabel(caption, "muted", self)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            field.setFixedWidth(_FIELD_WIDTH)
        grid.setColumnMinimumWidth(0, 64)
        grid.setColumnStretch(2, 1)
        self.body.addWidget(self.ahead)
        self.body.addWidget(self.back)
        self.body.addLayout(grid)
        for label in (self._limit, self.problem, self.outcome, self.notes):
            self.body.addWidget(label)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)
        self.fit(_WIDTH, _HEIGHT)

    def _connect(self) -> None:
        self.ahead.toggled.connect(lambda _on: self._on_kind())
        self.first.day_chosen.connect(lambda _day: self._on_first_day())
        self.last.day_chosen.connect(lambda _day: self._on_last_day())
        self.weeks.valueChanged.connect(self._on_weeks)

    def _on_kind(self) -> None:
        """Begin with the days that are likely: a week from today, or those since the last session."""
        editor = self._editor
        today, start = editor.today, editor.plan.facts.start
        self.back.setEnabled(self._away is not None)
        if self.back.isChecked() and self._away is not None:
            first, last = self._away
            for field in (self.first, self.last):
                field.set_limits(editor.plan.facts.status_date, today - timedelta(days=1))
        else:
            first = max(today, start)
            last = first + timedelta(days=6)
            for field in (self.first, self.last):
                field.set_limits(max(editor.plan.facts.status_date, start), None)
        self.first.show_day(first)
        self.last.show_day(last)
        self._show_weeks()
        self._preview()

    def _on_first_day(self) -> None:
        if self.weeks.value():
            self._on_weeks(self.weeks.value())
            return
        if self.first.day is not None and self.last.day is not None and self.last.day < self.first.day:
            self.last.show_day(self.first.day)
        self._on_last_day()

    def _on_last_day(self) -> None:
        self._show_weeks()
        self._preview()

    def _on_weeks(self, weeks: int) -> None:
        if weeks and self.first.day is not None:
            self.last.show_day(_weeks_later(self.first.day, weeks))
        self._preview()

    def _show_weeks(self) -> None:
        """Say the days as weeks where they are whole ones."""
        first, last = self.first.day, self.last.day
        days = 0 if first is None or last is None else (last - first).days + 1
        self.weeks.blockSignals(True)
        self.weeks.setValue(days // 7 if days > 0 and not days % 7 else 0)
        self.weeks.blockSignals(False)

    def _preview(self) -> None:
        """What the pause would do, or why it cannot be."""
        editor, first, last = self._editor, self.first.day, self.last.day
        back = self.back.isChecked()
        self._proposal = None
        problem = self.first.problem or self.last.problem
        if not problem and first is not None and last is not None:
            propose = propose_return if back else propose_pause
            try:
                self._proposal = propose(
                    editor.plan, first, last, self.name.currentText(), editor.today, editor.schedule
                )
            except PlanError as error:
                problem = str(error)
        self.problem.say(problem)
        self.accept_button.setText(self.tr("Go on from today") if back else self.tr("Pause"))
        self.accept_button.setEnabled(self._proposal is not None)
        self._show(self._proposal)

    def _show(self, proposal: Proposal | None) -> None:
        if proposal is None or self.first.day is None or self.last.day is None:
            for label in (self.outcome, self.notes):
                label.say("")
            self.show_moves(())
            return
        days = (self.last.day - self.first.day).days + 1
        lines = [
            filled(
                self.tr("%1 without study: %2"), span_text(days), days_text(self.first.day, self.last.day)
            ),
            filled(self.tr("Finish: %1"), finish_words(proposal)),
            filled(self.tr("P10–P90, 8 in 10 tries of the forecast: %1"), self._range(proposal)),
            filled(self.tr("Moves: %1"), moves_words(proposal)),
        ]
        self.outcome.say("\n".join(lines))
        along = self._on_return(proposal, self.first.day, self.last.day) if self.back.isChecked() else ()
        self.notes.say("\n".join((*along, *remarks(proposal))))
        self.show_moves(proposal.moves)

    def _on_return(self, proposal: Proposal, first: date, last: date) -> tuple[str, ...]:
        """What moves the finish besides the days away, and what was logged on these."""
        plan, logged = self._editor.plan, logged_within(self._editor.plan, first, last)
        words = self.tr("%1 are logged on these days. They stay, and count as done.")
        lines = (
            return_words(proposal, later_by_pause(plan, first, last, proposal.before)),
            filled(words, hours_text(logged)) if logged else "",
            self.tr("Your own targets move along with their work."),
        )
        return tuple(each for each in lines if each)

    def _range(self, proposal: Proposal) -> str:
        then = range_words(self._ranges.of(proposal.schedule))
        return filled(self.tr("%1, as now"), then) if then == self._range_now else then


def _weeks_later(first: date, weeks: int) -> date:
    return first + timedelta(days=7 * weeks - 1)
