"""What the week page says about looking back: kind notices above the days, never in red."""

from datetime import timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from planner.domain.calendar import week_of
from planner.domain.week import WeekPlan
from planner.domain.week_asked import planned_minutes
from planner.domain.week_history import logged_minutes, week_to_review
from planner.domain.wording import day_text
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel, filled
from planner.ui.reminders.kept import KeptReminders
from planner.ui.review.words import studied
from planner.ui.settings import Settings

LONGEST_STEP = 200
"""Characters of a first step that the page shows; the review has all of them."""


class Notice(QFrame):
    """A sentence with a button that does something about it, and where wanted one that puts it away."""

    def __init__(self, button: str, dismiss: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "info")
        self.label = TextLabel(parent=self)
        self.button = QPushButton(button, self)
        self.dismiss = QPushButton(dismiss, self)
        self.dismiss.setProperty("role", "quiet")
        self.dismiss.setVisible(bool(dismiss))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        row.addWidget(self.dismiss)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say a sentence; without one it takes no room."""
        if sentence:
            self.label.say(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


class ReviewNotices(QObject):
    """Follows the week page: asks to look back on a week that is over, and shows what looking back gave."""

    review_asked = Signal(object)
    """The first day of the week to look back on."""

    def __init__(self, editor: Editor, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._kept = KeptReminders(settings, editor.plan.facts.id)
        self.prompt = Notice(self.tr("Look back…"), self.tr("Not this week"))
        self.first_step = Notice(self.tr("Last week’s review…"))
        self.reviewed = Notice(self.tr("Read or change it…"))
        self._week: WeekPlan | None = None
        self.prompt.button.clicked.connect(self._ask_for_due)
        self.prompt.dismiss.clicked.connect(self._dismiss)
        self.first_step.button.clicked.connect(lambda: self._ask(-7))
        self.reviewed.button.clicked.connect(lambda: self._ask(0))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """From the top down."""
        return (self.prompt, self.first_step, self.reviewed)

    def on_week(self, week: WeekPlan) -> None:
        """Show what there is to say beside a week."""
        self._week = week
        self.prompt.say(self._prompt_sentence(week))
        self.first_step.say(self._first_step_sentence(week))
        self.reviewed.say(self._reviewed_sentence(week))

    def _prompt_sentence(self, week: WeekPlan) -> str:
        """The question about the week that is over, on its own page and on this week's."""
        editor = self._editor
        due = None if editor.read_only else week_to_review(editor.plan, editor.schedule, editor.today)
        this_week = week_of(editor.today, editor.plan.facts.week_start)
        if due is None or week.first_day not in (due, this_week) or self._kept.is_let_go(due):
            return ""
        over = due + timedelta(days=6) < editor.today
        logged = logged_minutes(editor.plan, due)
        if not logged and over:
            return self.tr(
                "Last week is over. Nothing was logged; that happens. Take two minutes to look back?"
            )
        if not logged:
            return self.tr("This week ends today. Nothing is logged so far. Take two minutes to look back?")
        form = self.tr("This week ends today: %1 Take two minutes to look back?")
        if over:
            form = self.tr("Last week is over: %1 Take two minutes to look back?")
        planned = planned_minutes(editor.plan, editor.schedule, due, editor.today)
        return filled(form, studied(logged, planned))

    def _first_step_sentence(self, week: WeekPlan) -> str:
        before = self._editor.plan.notes_of_week(week.first_day - timedelta(days=7))
        if before is None or not before.next_step:
            return ""
        return filled(self.tr("Your first step, from last week’s review: %1"), _brief(before.next_step))

    def _reviewed_sentence(self, week: WeekPlan) -> str:
        if week.notes is None or week.notes.reviewed_on is None:
            return ""
        return filled(self.tr("You looked back on this week on %1."), day_text(week.notes.reviewed_on))

    def _dismiss(self) -> None:
        editor = self._editor
        due = week_to_review(editor.plan, editor.schedule, editor.today)
        if due is not None:
            self._kept.let_go(due)
        self.prompt.say("")

    def _ask_for_due(self) -> None:
        due = week_to_review(self._editor.plan, self._editor.schedule, self._editor.today)
        if due is not None:
            self.review_asked.emit(due)

    def _ask(self, days: int) -> None:
        if self._week is not None:
            self.review_asked.emit(self._week.first_day + timedelta(days=days))


def _brief(text: str) -> str:
    """The beginning of a text, in one stretch."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_STEP else f"{text[:LONGEST_STEP].rstrip()}…"
