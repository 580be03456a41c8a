"""Level the load: shows which activities would start later so that no week asks for too much, and does it.

While the dialog is open the chart shows the plan as it would be, with ghosts where things stand now.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from planner.domain.errors import PlanError
from planner.domain.items import MilestoneId
from planner.domain.levelling import First, Levelling, RedWeek, level, start_later
from planner.domain.loose_ends import loose_ends_sentence
from planner.domain.wording import day_text, hours_text, span_text
from planner.ui.editor import Editor
from planner.ui.fields.growing import grow_to_fit
from planner.ui.fields.text import TextLabel, filled
from planner.ui.level.outcomes import Outcomes
from planner.ui.level.table import StartsTable
from planner.ui.timeline.gestures.base import Proposal

MOST_NAMED = 3
_WIDTH = 680


class Chart(Protocol):
    """Where the proposal is shown."""

    def propose(self, proposal: Proposal | None) -> None:
        """Show a plan as it would be, or as it is."""


class LevelDialog(QDialog):
    """Previews levelling; its button takes it as one undo step."""

    def __init__(
        self,
        editor: Editor,
        chart: Chart,
        show_item: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        """`show_item` brings the item with an id into view."""
        super().__init__(parent)
        self._editor = editor
        self._chart = chart
        self._show_item = show_item
        self.setWindowTitle(self.tr("Level the load"))
        self.words = TextLabel(parent=self)
        self.outcomes: Outcomes | None = None
        self.table = StartsTable(self)
        self.left = TextLabel(role="warning", parent=self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.accept_button = self.buttons.addButton(
            self.tr("Level the load"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._levellings = self._work_out()
        if self.levelling is not None and self.levelling.starts:
            self.outcomes = Outcomes(self._levellings, self)
            self.outcomes.chosen.connect(self._on_choice)
        self._lay_out()
        self.resize(_WIDTH, 1)
        self._show()
        self.table.currentCellChanged.connect(lambda row, *_: self._on_row(row))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(lambda: chart.propose(None))

    @property
    def levelling(self) -> Levelling | None:
        """The proposal that is chosen; None where the plan cannot be levelled."""
        first = First.EARLIEST_START if self.outcomes is None else self.outcomes.first
        return self._levellings.get(first)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._propose()

    def accept(self) -> None:
        """Take the proposal."""
        if self.levelling is None or not self.levelling.starts:
            return
        self._chart.propose(None)
        days = {each.activity: each.after for each in self.levelling.starts}
        if self._editor.apply(self.tr("Level the load"), start_later, days):
            super().accept()

    def _lay_out(self) -> None:
        self.accept_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(TextLabel(self.tr("Level the load"), "title", self))
        column.addWidget(self.words)
        if self.outcomes is not None:
            column.addWidget(self.outcomes)
        column.addWidget(self.table, 1)
        column.addWidget(self.left)
        column.addStretch(0)
        column.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)

    def _on_choice(self) -> None:
        self._show()
        self._propose()

    def _propose(self) -> None:
        found = self.levelling
        self._chart.propose(Proposal(schedule=found.schedule) if found is not None and found.starts else None)

    def _work_out(self) -> dict[First, Levelling]:
        """A proposal for each way, the one that comes first first; none where the plan has no room."""
        editor = self._editor
        try:
            return {each: level(editor.plan, editor.today, editor.schedule, each) for each in First}
        except PlanError as error:
            self.words.say(str(error))
            return {}

    def _show(self) -> None:
        """Show what the chosen way would do, or why there is nothing to do."""
        levelling = self.levelling
        if levelling is None or not levelling.starts:
            self._show_nothing_to_do(levelling)
        else:
            self.words.say(
                self.tr(
                    "Some activities would start later, so that no week asks for more hours than it has. "
                    "What has started stays, and so do your targets. You can undo it."
                )
            )
            self.table.fill(levelling)
        if levelling is not None:
            self._say_what_is_left(levelling)
        grow_to_fit(self)

    def _say_what_is_left(self, levelling: Levelling) -> None:
        """What does not fit before the finish, which targets would be missed, what stays too full and why."""
        lines = [self._loose_line(levelling)] if levelling.starts and levelling.loose else []
        lines += [self._late_line(levelling, each) for each in levelling.late[:MOST_NAMED]]
        if len(levelling.late) > MOST_NAMED:
            lines.append(filled(self.tr("and %1 targets more"), str(len(levelling.late) - MOST_NAMED)))
        weeks = levelling.red_after
        if weeks:
            lines += [self.tr("Still more than there is:"), *map(self._week_line, weeks[:MOST_NAMED])]
        if len(weeks) > MOST_NAMED:
            lines.append(filled(self.tr("and %1 weeks more"), str(len(weeks) - MOST_NAMED)))
        self.left.say("\n".join(lines))

    def _loose_line(self, levelling: Levelling) -> str:
        form = self.tr("Not all of it fits before %1. %2")
        return filled(form, day_text(levelling.finish_after), loose_ends_sentence(levelling.schedule))

    def _late_line(self, levelling: Levelling, milestone: MilestoneId) -> str:
        late = -(levelling.schedule.margin_days(milestone) or 0)
        title = levelling.plan.milestone(milestone).title
        return filled(self.tr("“%1” would land %2 after its target."), title, span_text(late))

    def _week_line(self, week: RedWeek) -> str:
        plan = self._editor.plan
        titles = [f"“{plan.activity(each).title}”" for each in week.stays]
        names = ", ".join(titles[:-1]) + self.tr(" and ") + titles[-1] if len(titles) > 1 else titles[0]
        form = self.tr("Week of %1, %2 of %3: %4 have started or are finished, so they stay.")
        return filled(
            form,
            day_text(week.first_day),
            hours_text(week.asked_hours),
            hours_text(week.available_hours),
            names,
        )

    def _show_nothing_to_do(self, levelling: Levelling | None) -> None:
        if levelling is not None:
            self.words.say(
                self.tr("Nothing that could start later would help.")
                if levelling.red_before
                else self.tr(
                    "No week from this one on asks for more hours than it has. There is nothing to level."
                )
            )
        for widget in (self.table, self.accept_button):
            widget.hide()
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Close"))

    def _on_row(self, row: int) -> None:
        if self.levelling is not None and 0 <= row < len(self.levelling.starts):
            self._show_item(self.levelling.starts[row].activity)
