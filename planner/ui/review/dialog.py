"""Looks back on a week: what was planned and studied, what is open, and the learner's own words about it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.domain.items import ActivityId
from planner.domain.week import week_plan
from planner.domain.week_asked import planned_minutes
from planner.domain.week_carried import left_open, minutes_by_activity
from planner.domain.week_facts import WeekNotes
from planner.domain.week_notes import keep_review
from planner.domain.wording import days_text
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel
from planner.ui.review.answer_field import AnswerField
from planner.ui.review.plan_bar import PlanBar
from planner.ui.review.words import studied, title_and_minutes
from planner.ui.screen import resize_within_screen
from planner.ui.theme_controller import ThemeController

WIDTH = 700
MOST_LINES = 5


class ReviewDialog(QDialog):
    """Shows one week and keeps four answers with it, as one undo step; `open()` it."""

    def __init__(
        self,
        editor: Editor,
        theme_controller: ThemeController,
        first_day: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self.week = week_plan(editor.plan, editor.schedule, first_day, editor.today)
        self._planned = planned_minutes(editor.plan, editor.schedule, self.week.first_day, editor.today)
        notes = self.week.notes or WeekNotes(first_day=self.week.first_day)
        self.setWindowTitle(self.tr("Look back on the week"))
        self.done_field = AnswerField(
            self.tr("&Done"), self.tr("What got done, however small"), notes.done, self
        )
        self.moved_field = AnswerField(
            self.tr("&Moved"), self.tr("What waits, or went to another week"), notes.moved, self
        )
        self.why_field = AnswerField(
            self.tr("&Why"), self.tr("What got in the way, or helped"), notes.why, self
        )
        self.next_field = AnswerField(
            self.tr("Next week’s &first step"),
            self.tr("One small thing to begin with; next week’s page shows it"),
            notes.next_step,
            self,
        )
        self.bar = PlanBar(theme_controller, self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.keep_button = self.buttons.addButton(
            self.tr("Keep the review"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.keep_button.setDefault(True)
        self.keep_button.setToolTip(self.tr("Keep the review (Ctrl+Enter)"))
        self._lay_out()
        self._connect()
        self._check()
        self.done_field.edit.setFocus()

    @property
    def fields(self) -> tuple[AnswerField, ...]:
        """The four answers."""
        return (self.done_field, self.moved_field, self.why_field, self.next_field)

    def open(self) -> None:
        """Show it without waiting; it frees itself when it is closed."""
        self.finished.connect(self.deleteLater)
        super().open()

    def accept(self) -> None:
        """Keep the answers with the week, and what was planned for it as the plan has it now."""
        if any(each.problem for each in self.fields):
            return
        days = days_text(self.week.first_day, self.week.last_day)
        text = self.tr("Look back on {days}").format(days=days)
        done, moved, why, next_step = (each.text for each in self.fields)
        if self._editor.apply(
            text,
            keep_review,
            self.week.first_day,
            done=done,
            moved=moved,
            why=why,
            next_step=next_step,
            reviewed_on=self._editor.today,
            planned_minutes=self._planned,
        ):
            super().accept()

    def reject(self) -> None:
        """Close, but ask about words that would be lost."""
        if self._editor.read_only or not any(each.touched for each in self.fields):
            super().reject()
            return
        question = QMessageBox(self)
        question.setWindowTitle(self.tr("Look back on the week"))
        question.setText(self.tr("Keep what you have written?"))
        keep = question.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.AcceptRole)
        drop = question.addButton(self.tr("Do not keep it"), QMessageBox.ButtonRole.DestructiveRole)
        question.addButton(self.tr("Go on writing"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        question.exec()
        chosen = question.clickedButton()
        question.deleteLater()
        if chosen is keep:
            self.accept()
        elif chosen is drop:
            super().reject()

    def _lay_out(self) -> None:
        content = QWidget(self)
        head = QVBoxLayout()
        head.setSpacing(3)
        head.addWidget(TextLabel(self.tr("Look back on the week"), "title", content))
        head.addWidget(TextLabel(self.week.title, "muted", content))
        answers = QGridLayout()
        answers.setHorizontalSpacing(14)
        answers.setVerticalSpacing(12)
        for place, field in enumerate(self.fields):
            answers.addWidget(field, place // 2, place % 2)
        for half in range(2):
            answers.setColumnStretch(half, 1)
            answers.setRowStretch(half, 1)
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._facts())
        column.addLayout(answers, 1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        self.buttons.setContentsMargins(20, 2, 20, 16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self.buttons)
        height = column.totalHeightForWidth(WIDTH) + self.buttons.sizeHint().height()
        resize_within_screen(self, WIDTH, height)

    def _facts(self) -> QFrame:
        """The card with plan against study, and the lists below it."""
        card = QFrame(self)
        card.setProperty("role", "card")
        words = studied(self.week.logged_minutes, self._planned)
        self.bar.show_minutes(self._planned, self.week.logged_minutes, words)
        lists = QHBoxLayout()
        lists.setSpacing(18)
        for caption, lines, nothing in (
            (self.tr("Studied"), self._studied_lines(), self.tr("Nothing was logged.")),
            (self.tr("Still open"), self._open_lines(), self.tr("Nothing is open.")),
            (self.tr("Goals"), self._goal_lines(), self.tr("It had no goals.")),
        ):
            one = QVBoxLayout()
            one.setSpacing(3)
            one.addWidget(TextLabel(caption, "section", card))
            if not lines:
                one.addWidget(TextLabel(nothing, "muted", card))
            for line in _at_most(lines, self.tr("and {number} more")):
                one.addWidget(TextLabel(line, parent=card))
            one.addStretch(1)
            lists.addLayout(one, 1)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(8)
        inside.addWidget(TextLabel(words, "strong", card))
        inside.addWidget(self.bar)
        inside.addSpacing(4)
        inside.addLayout(lists)
        return card

    def _studied_lines(self) -> list[str]:
        entries = [entry for day in self.week.days for entry in day.logged]
        minutes = minutes_by_activity((each.activity, each.minutes) for each in entries)
        return self._lines(sorted(minutes.items(), key=lambda each: -each[1]))

    def _open_lines(self) -> list[str]:
        planned = minutes_by_activity((each.activity, each.minutes) for each in self.week.sessions)
        found = left_open(self._editor.plan, planned, self.week.first_day, self.week.last_day)
        return self._lines([(each.activity, each.minutes) for each in found])

    def _goal_lines(self) -> list[str]:
        return [f"{'✓' if each.done else '○'} {each.text}" for each in self.week.goals]

    def _lines(self, minutes: Sequence[tuple[ActivityId, int]]) -> list[str]:
        plan = self._editor.plan
        return [title_and_minutes(plan.activity(key).title, each) for key, each in minutes]

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for field in self.fields:
            field.changed.connect(self._check)
        # Enter alone is a new line in an answer.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.keep_button.click)

    def _check(self) -> None:
        for field in self.fields:
            field.edit.setReadOnly(self._editor.read_only)
        problems = any(each.problem for each in self.fields)
        self.keep_button.setEnabled(not problems and not self._editor.read_only)


def _at_most(lines: Sequence[str], more: str) -> list[str]:
    """The first lines, and how many more there are."""
    if len(lines) <= MOST_LINES:
        return list(lines)
    kept = MOST_LINES - 1
    return [*lines[:kept], more.format(number=len(lines) - kept)]
