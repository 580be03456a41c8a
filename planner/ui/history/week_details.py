"""One week of the history at full length: plan against study, what was studied, and the learner's words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.domain.week_aims import Goal
from planner.domain.week_history import PastWeek
from planner.domain.wording import day_text
from planner.ui.fields.text import TextLabel, filled
from planner.ui.review.plan_bar import PlanBar
from planner.ui.review.words import studied, title_and_minutes
from planner.ui.theme_controller import ThemeController


class WeekDetails(QScrollArea):
    """Shows one week; empty until it is given one."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("The chosen week"))

    def show_week(self, week: PastWeek | None, heading: str, goals: Sequence[Goal] = ()) -> None:
        """Show a week with its goals, or nothing."""
        content = QWidget(self)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(18, 4, 8, 4)
        self._column.setSpacing(4)
        if week is not None:
            self._fill(week, heading, goals)
        self._column.addStretch(1)
        self.setWidget(content)

    @property
    def words(self) -> str:
        """All that is on show."""
        content = self.widget()
        return "" if content is None else "\n".join(each.words for each in content.findChildren(TextLabel))

    def _fill(self, week: PastWeek, heading: str, goals: Sequence[Goal]) -> None:
        self._add(heading, "title")
        self._add(week.dates, "muted")
        self._column.addSpacing(8)
        words = studied(week.logged_minutes, week.planned_minutes)
        self._add(words, "strong")
        bar = PlanBar(self._look)
        bar.show_minutes(week.planned_minutes, week.logged_minutes, words)
        self._column.addWidget(bar)
        if week.planned_minutes and not week.kept:
            self._add(self.tr("Planned: as the plan has this week today."), "muted")
        self._section(
            self.tr("Studied"), [title_and_minutes(each.title, each.minutes) for each in week.studied]
        )
        self._section(self.tr("Reached"), [f"◆ {each}" for each in week.reached])
        self._section(self.tr("Goals"), [f"{'✓' if each.done else '○'} {each.text}" for each in goals])
        notes = week.notes
        if notes is None or notes.reviewed_on is None:
            self._section(
                self.tr("Your words"), [self.tr("You have not looked back on this week yet.")], "muted"
            )
        if notes is None:
            return
        for caption, text in (
            (self.tr("Done"), notes.done),
            (self.tr("Moved"), notes.moved),
            (self.tr("Why"), notes.why),
            (self.tr("Next week’s first step"), notes.next_step),
        ):
            self._section(caption, [text] if text else [])
        if notes.reviewed_on is not None:
            self._column.addSpacing(8)
            self._add(filled(self.tr("Looked back on %1."), day_text(notes.reviewed_on)), "muted")

    def _section(self, caption: str, lines: list[str], role: str = "") -> None:
        if not lines:
            return
        self._column.addSpacing(8)
        self._add(caption, "section")
        for line in lines:
            self._add(line, role)

    def _add(self, text: str, role: str) -> None:
        self._column.addWidget(TextLabel(text, role))
