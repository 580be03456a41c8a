"""Sets a date by typing it: says at once which day the words mean, and what would move."""

from datetime import date

from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from planner.domain.changes import difference
from planner.domain.errors import PlanError
from planner.domain.schedule import Schedule
from planner.ui.commands.chosen import named
from planner.ui.consequences import consequences
from planner.ui.date_moves import Rows, Which, dates_of, day_now, move_to
from planner.ui.date_words import (
    base_sentence,
    day_sentence,
    now_sentence,
    outcome_sentence,
    stays_sentence,
)
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel
from planner.ui.fields.typed_day import TypedDay
from planner.ui.inspector.ask import Question
from planner.ui.timeline.moves import Move

WIDTH = 430
PREVIEW_HEIGHT = 112
"""Room for the sentences, so that the dialog keeps its size while one types."""


class SetDateDialog(Question):
    """For selected rows that have a date to set; accepting it is one edit."""

    def __init__(self, editor: Editor, rows: Rows, parent: QWidget) -> None:
        super().__init__(named(rows), "", self.tr("Set the date"), parent)
        self.setWindowTitle(self.tr("Set the date"))
        self._editor = editor
        self._rows = rows
        self._move: Move | None = None
        self._now = editor.today
        self.choices = QButtonGroup(self)
        self.day = TypedDay(
            self.tr("Day"),
            editor.today,
            week_start=editor.plan.facts.week_start,
            says_day=False,
            parent=self,
        )
        self._day_words = TextLabel(role="strong", parent=self)
        self._outcome = TextLabel(parent=self)
        self._follows = TextLabel(role="muted", parent=self)
        self._lay_out(dates_of(rows))
        self.day.changed.connect(self._preview)
        self.choices.idToggled.connect(self._choose)
        self._choose()
        self.day.edit.setFocus()

    @property
    def which(self) -> Which:
        """Which date is being set."""
        return tuple(Which)[self.choices.checkedId()]

    @property
    def words(self) -> str:
        """What the preview says now."""
        labels = (self._day_words, self._outcome, self._follows)
        return " ".join(each.words for each in labels if each.words)

    def accept(self) -> None:
        """Do it, once a day can be read."""
        if self._move is not None and self._editor.apply(self._move.text, self._move.verb):
            super().accept()

    def _choose(self) -> None:
        """Type the other date: what is typed counts on from where that one is now."""
        editor = self._editor
        try:
            self._now = day_now(editor.plan, editor.schedule, self._rows, self.which)
        except PlanError as error:
            self.question.say(str(error))
            self.day.setEnabled(False)
            self.accept_button.setEnabled(False)
            return
        self.question.say(now_sentence(self.which, self._now))
        self.day.set_base(self._now)

    def _preview(self) -> None:
        """Say what the text means and what would follow."""
        editor, typed = self._editor, self.day
        self._move = None
        for label in (self._day_words, self._outcome, self._follows):
            label.say("")
        if not typed.edit.text().strip():
            self._follows.say(base_sentence())
        elif typed.day is None:
            self._outcome.say(typed.problem)
        else:
            try:
                move = move_to(editor.plan, editor.schedule, self._rows, self.which, typed.day)
                after = editor.preview(move.verb)
            except PlanError as error:
                self._outcome.say(str(error))
            else:
                self._say_outcome(move, after, typed.day)
        self.accept_button.setEnabled(self._move is not None)
        typed.edit.setAccessibleDescription(self.words)

    def _say_outcome(self, move: Move, after: Schedule, day: date) -> None:
        """Say what will be, which need not be what was asked for."""
        before, rows, which = self._editor.schedule, self._rows, self.which
        if not difference(before.plan, after.plan):
            self._day_words.say(stays_sentence(after, rows, which, day))
            self._follows.say(self.tr("Nothing would change."))
            return
        self._move = move
        comes_to = day_now(after.plan, after, rows, which) if which is Which.START else day
        self._day_words.say(day_sentence(which, self._now, comes_to))
        self._outcome.say(outcome_sentence(before, after, rows, which, day))
        self._follows.say(consequences(before, after) or self.tr("Nothing else moves."))

    def _lay_out(self, dates: tuple[Which, ...]) -> None:
        names = {
            Which.START: self.tr("&Start"),
            Which.FINISH: self.tr("&Finish, by changing its hours"),
            Which.TARGET: self.tr("Target"),
            Which.ALL: self.tr("All of them"),
        }
        line = QHBoxLayout()
        line.setSpacing(18)
        for which in dates:
            button = QRadioButton(names[which], self)
            button.setVisible(len(dates) > 1)
            self.choices.addButton(button, tuple(Which).index(which))
            line.addWidget(button)
        line.addStretch(1)
        self.choices.buttons()[0].setChecked(True)
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setMinimumHeight(PREVIEW_HEIGHT)
        words = QVBoxLayout(card)
        words.setContentsMargins(14, 12, 14, 12)
        words.setSpacing(6)
        for label in (self._day_words, self._outcome, self._follows):
            words.addWidget(label)
        words.addStretch(1)
        self.body.addStrut(WIDTH)
        if len(dates) > 1:
            self.body.addLayout(line)
        self.body.addWidget(self.day)
        self.body.addWidget(card)
