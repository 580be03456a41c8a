"""Level the load: shows which activities would start later so that no week asks for too much, and does it.

While the dialog is open the chart shows the plan as it would be, with ghosts where things stand now.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import PlanError
from planner.domain.items import MilestoneId
from planner.domain.levelling import First, Levelling, RedWeek, level, start_later
from planner.domain.wording import day_text, hours_text, span_text
from planner.ui.editor import Editor
from planner.ui.fields.growing import grow_to_fit
from planner.ui.fields.text import TextLabel, filled
from planner.ui.timeline.gestures.base import Proposal

MOST_NAMED = 3
MOST_ROWS_IN_VIEW = 9
_WIDTH = 620


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
        self.levelling: Levelling | None = None
        self.setWindowTitle(self.tr("Level the load"))
        self.words = TextLabel(parent=self)
        self.keep_finish = QRadioButton(self.tr("Keep the &finish: what has time to spare waits"), self)
        self.keep_order = QRadioButton(self.tr("Keep the &order: what is planned for later waits"), self)
        self.weeks = TextLabel(role="strong", parent=self)
        self.finish = TextLabel(role="strong", parent=self)
        self.moves = TextLabel(role="strong", parent=self)
        self.facts = QWidget(self)
        self.table = QTableWidget(0, 4, self)
        self.left = TextLabel(role="warning", parent=self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.accept_button = self.buttons.addButton(
            self.tr("Level the load"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._lay_out()
        self.keep_finish.setChecked(True)
        self._work_out(First.LEAST_FLOAT)
        self.resize(_WIDTH, 1)
        grow_to_fit(self)
        self.keep_finish.toggled.connect(self._on_choice)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(lambda: chart.propose(None))

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
        self.table.setHorizontalHeaderLabels(
            [self.tr("Activity"), self.tr("Starts now"), self.tr("Would start"), self.tr("Later by")]
        )
        self.table.setAccessibleName(self.tr("Activities that would start later"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setProperty("role", "card")
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.currentCellChanged.connect(lambda row, *_: self._on_row(row))
        rows = QFormLayout(self.facts)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(18)
        rows.addRow(self.tr("Weeks with too much"), self.weeks)
        rows.addRow(self.tr("Finish"), self.finish)
        rows.addRow(self.tr("Items that move"), self.moves)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(TextLabel(self.tr("Level the load"), "title", self))
        for widget in (self.words, self.keep_finish, self.keep_order, self.facts):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.left)
        column.addStretch(0)
        column.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)

    def _on_choice(self) -> None:
        self._work_out(First.LEAST_FLOAT if self.keep_finish.isChecked() else First.EARLIEST_START)
        self._propose()
        grow_to_fit(self)

    def _propose(self) -> None:
        found = self.levelling
        self._chart.propose(Proposal(schedule=found.schedule) if found is not None and found.starts else None)

    def _work_out(self, first: First) -> None:
        """Level, and show what that does, or why there is nothing to do."""
        editor = self._editor
        try:
            self.levelling = level(editor.plan, editor.today, editor.schedule, first)
        except PlanError as error:
            self.levelling = None
            self._say_nothing_to_do(str(error))
            return
        if not self.levelling.red_before:
            self._say_nothing_to_do(
                self.tr(
                    "No week from this one on asks for more hours than it has. There is nothing to level."
                )
            )
        elif not self.levelling.starts:
            self._say_nothing_to_do(self.tr("Nothing that could start later would help."))
        else:
            self._show(self.levelling)
        self._say_what_is_left(self.levelling)

    def _show(self, levelling: Levelling) -> None:
        self.words.say(
            self.tr(
                "These activities would start later, so that no week asks for more hours than it has. What "
                "has started stays, and so do your targets. You can undo it."
            )
        )
        red = len(levelling.red_before), len(levelling.red_after)
        self.weeks.say(filled(self.tr("%1 → %2"), *map(str, red)))
        before, after = day_text(levelling.finish_before), day_text(levelling.finish_after)
        same = before == after
        self.finish.say(
            filled(self.tr("%1, as now"), before) if same else filled(self.tr("%1 → %2"), before, after)
        )
        self.moves.say(self._moves_text(len(levelling.starts), len(levelling.moved)))
        self._fill(levelling)

    def _moves_text(self, later: int, moved: int) -> str:
        followers = moved - later
        if followers <= 0:
            return str(later)
        if followers == 1:
            return filled(self.tr("%1, and 1 that follows along"), str(later))
        return filled(self.tr("%1, and %2 that follow along"), str(later), str(followers))

    def _fill(self, levelling: Levelling) -> None:
        plan = self._editor.plan
        self.table.setRowCount(len(levelling.starts))
        for row, each in enumerate(levelling.starts):
            texts = (
                plan.activity(each.activity).title,
                day_text(each.before),
                day_text(each.after),
                span_text((each.after - each.before).days),
            )
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text if column == 0 else "")
                self.table.setItem(row, column, cell)
        line = self.table.verticalHeader().defaultSectionSize()
        rows = min(len(levelling.starts), MOST_ROWS_IN_VIEW)
        self.table.setMinimumHeight(line * (rows + 1) + 12)
        self.table.setMaximumHeight(line * (len(levelling.starts) + 1) + 12)

    def _say_what_is_left(self, levelling: Levelling) -> None:
        """Which targets would be missed, and what stays too full because of what."""
        lines = [self._late_line(levelling, each) for each in levelling.late[:MOST_NAMED]]
        if len(levelling.late) > MOST_NAMED:
            lines.append(filled(self.tr("and %1 targets more"), str(len(levelling.late) - MOST_NAMED)))
        weeks = levelling.red_after
        if weeks:
            lines += [self.tr("Still more than there is:"), *map(self._week_line, weeks[:MOST_NAMED])]
        if len(weeks) > MOST_NAMED:
            lines.append(filled(self.tr("and %1 weeks more"), str(len(weeks) - MOST_NAMED)))
        self.left.say("\n".join(lines))

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

    def _say_nothing_to_do(self, sentence: str) -> None:
        self.words.say(sentence)
        for widget in (self.keep_finish, self.keep_order, self.facts, self.table, self.accept_button):
            widget.hide()
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Close"))

    def _on_row(self, row: int) -> None:
        if self.levelling is not None and 0 <= row < len(self.levelling.starts):
            self._show_item(self.levelling.starts[row].activity)
