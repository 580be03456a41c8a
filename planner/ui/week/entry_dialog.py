"""Asks for all that is said in one logged entry: activity, step, day, minutes and a note."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QWidget

from planner.domain.items import ActivityId, Session, SessionId, StepId, new_id
from planner.domain.logged_entries import LONGEST_NOTE
from planner.ui.editor import Editor
from planner.ui.fields.day_field import DayField
from planner.ui.fields.growing import grow_around
from planner.ui.fields.text import TextLabel, filled
from planner.ui.inspector.ask import Question
from planner.ui.theme_controller import ThemeController
from planner.ui.week.entry_edits import keep_entry, remove_entry
from planner.ui.week.minutes_field import MinutesField
from planner.ui.week.study_choice import StudyChoice

FIELD_WIDTH = 320
NOTE_HEIGHT = 70


class EntryDialog(Question):
    """Logs a new entry, or corrects or removes the given one; each is one edit."""

    def __init__(
        self,
        editor: Editor,
        theme_controller: ThemeController,
        parent: QWidget,
        *,
        entry: Session | None = None,
        activity: ActivityId | None = None,
        step: StepId | None = None,
        day: date | None = None,
        minutes: int = 0,
    ) -> None:
        fresh = entry is None
        super().__init__(
            self.tr("Log study") if fresh else self.tr("Edit what was logged"),
            "",
            self.tr("Log") if fresh else self.tr("Save"),
            parent,
        )
        self._editor = editor
        self._entry = entry
        self.study = StudyChoice(editor.plan, entry.activity if entry else activity, self)
        self.study.choose_step(entry.step if entry else step)
        self.day = DayField(
            self.tr("Day"),
            theme_controller,
            clearable=False,
            today=lambda: editor.today,
            week_start=editor.plan.facts.week_start,
            parent=self,
        )
        self.day.set_limits(None, editor.today)
        self.day.show_day(entry.day if entry else day or editor.today)
        self.minutes = MinutesField(self.tr("45, 1:30 or 1 h 30"), self)
        self.minutes.setAccessibleName(self.tr("Minutes"))
        self.minutes.show_minutes(entry.minutes if entry else minutes)
        self.note = QPlainTextEdit(entry.note if entry else "", self)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("What you did, what you want to remember"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(NOTE_HEIGHT)
        self._problem = TextLabel(role="danger", parent=self)
        self._lay_out()
        if entry is not None:
            self.add_way_out(self.tr("Remove"), lambda: remove_entry(editor, entry))
        self.setTabOrder(self.note, self.accept_button)
        (self.minutes if entry or self.study.activity is not None else self.study.activities).setFocus()

    @property
    def problem(self) -> str:
        """What keeps the answer from being taken; empty when nothing does."""
        return self._problem.words

    def accept(self) -> None:
        """Log it, once all of it can be read."""
        self.minutes.take()
        self.day.take_text()
        self._problem.say(self._missing())
        grow_around(self._problem)
        entry = self._read()
        if entry is not None and not self._problem.words and keep_entry(self._editor, entry):
            super().accept()

    def _missing(self) -> str:
        if self.study.activity is None:
            return self.tr("Choose what you studied.")
        if self.minutes.problem:
            return self.minutes.problem
        if not self.minutes.minutes:
            return self.tr("Type how long it took, like 45 or 1:30, at most a day.")
        if self.day.problem:
            return self.tr("Choose the day.")
        if len(self.note.toPlainText()) > LONGEST_NOTE:
            return filled(self.tr("The note is too long: at most %1 characters."), f"{LONGEST_NOTE:,}")
        return ""

    def _read(self) -> Session | None:
        activity, day = self.study.activity, self.day.day
        if activity is None or day is None or not self.minutes.minutes:
            return None
        before = self._entry or Session(
            id=SessionId(new_id()), activity=activity, day=day, minutes=self.minutes.minutes
        )
        return replace(
            before,
            activity=activity,
            step=self.study.step,
            placement=before.placement if before.activity == activity else None,
            day=day,
            minutes=self.minutes.minutes,
            note=self.note.toPlainText().strip(),
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for caption, field in (
            (self.tr("&Activity"), self.study.activities),
            (self.tr("&Step"), self.study.steps),
            (self.tr("&Day"), self.day),
            (self.tr("&Minutes"), self.minutes),
            (self.tr("&Note"), self.note),
        ):
            field.setMinimumWidth(FIELD_WIDTH)
            form.addRow(caption, field)
        self.body.addLayout(form)
        self.body.addWidget(self._problem)
