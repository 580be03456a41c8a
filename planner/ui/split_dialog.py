"""Asks for the days of a pause, and which pause to close; says at once what that does to the dates."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QVBoxLayout, QWidget

from planner.domain.errors import PlanError
from planner.domain.items import Activity, Pause
from planner.domain.plan import Plan
from planner.domain.splitting import close_gap, split
from planner.domain.wording import day_text, days_text
from planner.ui.consequences import consequences, short_day
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel
from planner.ui.fields.typed_day import TypedDay
from planner.ui.inspector.ask import Question
from planner.ui.pause_words import gap_text

WIDTH = 400
PREVIEW_HEIGHT = 84
"""Room for the sentences, so that the dialog keeps its size while one types."""


class _Pausing(Question):
    """What both dialogs share: a card that says what would come of it."""

    def __init__(
        self, editor: Editor, activity: Activity, question: str, accept: str, parent: QWidget
    ) -> None:
        super().__init__(activity.title, question, accept, parent)
        self._editor = editor
        self._activity = activity
        self._effect = TextLabel(role="strong", parent=self)
        self._follows = TextLabel(role="muted", parent=self)
        self._card = QFrame(self)
        self._card.setProperty("role", "card")
        self._card.setMinimumHeight(PREVIEW_HEIGHT)
        words = QVBoxLayout(self._card)
        words.setContentsMargins(14, 12, 14, 12)
        words.setSpacing(6)
        words.addWidget(self._effect)
        words.addWidget(self._follows)
        words.addStretch(1)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(9)
        self.body.addStrut(WIDTH)
        self.body.addLayout(self.form)
        self.body.addWidget(self._card)

    @property
    def words(self) -> str:
        """What the preview says now."""
        return " ".join(each.words for each in (self._effect, self._follows) if each.words)

    def show_problem(self, sentence: str) -> None:
        """Say what is missing, or why it cannot be."""
        self._effect.say("")
        self._follows.say(sentence)
        self.accept_button.setEnabled(False)

    def show_effect(self, verb: Callable[[Plan], Plan]) -> None:
        """Say where the activity would end, and what else would move."""
        before = self._editor.schedule
        try:
            after = self._editor.preview(verb)
        except PlanError as error:
            self.show_problem(str(error))
            return
        ends, would_end = (each.finish_day(self._activity.id) for each in (before, after))
        if ends == would_end:
            self._effect.say(self.tr("Ends on {day}, as now.").format(day=day_text(ends)))
        else:
            self._effect.say(
                self.tr("Ends on {then} instead of {now}.").format(
                    then=day_text(would_end), now=short_day(ends, would_end)
                )
            )
        self._follows.say(consequences(before, after) or self.tr("Nothing else moves."))
        self.accept_button.setEnabled(True)


class SplitDialog(_Pausing):
    """Splits a bar around a pause; accepting it is one edit."""

    def __init__(self, editor: Editor, activity: Activity, parent: QWidget) -> None:
        super().__init__(
            editor,
            activity,
            "",
            self.tr("Split"),
            parent,
        )
        self.setWindowTitle(self.tr("Split around a pause"))
        current = editor.schedule
        begins, ends = current.start_day(activity.id), current.finish_day(activity.id)
        self.question.say(
            self.tr("It runs on {days}. On the days of the pause it gets no hours.").format(
                days=days_text(begins, ends)
            )
        )
        week_start = editor.plan.facts.week_start
        self.first = TypedDay(
            self.tr("First day of the pause"), editor.today, base=begins, week_start=week_start, parent=self
        )
        self.last = TypedDay(
            self.tr("Last day of the pause"), editor.today, week_start=week_start, parent=self
        )
        self.form.addRow(self.tr("&First day"), self.first)
        self.form.addRow(self.tr("&Last day"), self.last)
        self.first.changed.connect(self._on_first)
        self.last.changed.connect(self._show)
        if begins <= editor.today < ends:
            self.first.edit.setText(day_text(editor.today))
            self.first.edit.selectAll()
        self.first.edit.setFocus()
        self._show()

    def accept(self) -> None:
        """Do it, once both days can be read."""
        first, last = self.first.day, self.last.day
        if first is None or last is None or not self.accept_button.isEnabled():
            return
        text = self.tr("Pause {title} on {days}").format(
            title=self._activity.title, days=days_text(first, last)
        )
        if self._editor.apply(text, split, self._activity.id, first, last):
            super().accept()

    def _on_first(self) -> None:
        """Let the last day count on from the one before the first: “+1w” is a week of pause."""
        first = self.first.day
        self.last.set_base(None if first is None else first - timedelta(days=1))
        self._show()

    def _show(self) -> None:
        first, last = self.first.day, self.last.day
        if first is None or last is None:
            self.show_problem(self.tr("Type the days of the pause, like 16 Jan and +1w."))
        elif last < first:
            self.show_problem(self.tr("The last day comes before the first."))
        else:
            self.show_effect(partial(split, activity=self._activity.id, first=first, last=last))


class CloseGapDialog(_Pausing):
    """Closes one pause of several; accepting it is one edit."""

    def __init__(self, editor: Editor, activity: Activity, parent: QWidget) -> None:
        super().__init__(editor, activity, "", self.tr("Close the gap"), parent)
        self.setWindowTitle(self.tr("Close the gap"))
        self.question.say(self.tr("Which pause is to have its hours again?"))
        self.pauses = QComboBox(self)
        for each in activity.pauses:
            self.pauses.addItem(days_text(each.first, each.last))
        self.form.addRow(self.tr("&Pause"), self.pauses)
        self.pauses.currentIndexChanged.connect(self._show)
        self.pauses.setFocus()
        self._show()

    @property
    def pause(self) -> Pause:
        """The pause that is chosen."""
        return self._activity.pauses[self.pauses.currentIndex()]

    def accept(self) -> None:
        """Do it."""
        if self._editor.apply(gap_text(self._activity, self.pause), close_gap, self._activity.id, self.pause):
            super().accept()

    def _show(self) -> None:
        self.show_effect(partial(close_gap, activity=self._activity.id, pause=self.pause))
