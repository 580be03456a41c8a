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
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import PlanError
from planner.domain.levelling import Levelling, RedWeek, level, start_later
from planner.domain.wording import day_text, hours_text, span_text
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel, filled
from planner.ui.timeline.gestures.base import Proposal

MOST_WEEKS_NAMED = 3
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
        self.facts = QFormLayout()
        self.table = QTableWidget(0, 4, self)
        self.left = TextLabel(role="warning", parent=self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.accept_button: QPushButton | None = None
        self._lay_out()
        try:
            self.levelling = level(editor.plan, editor.today, editor.schedule)
        except PlanError as error:
            self._say_nothing_to_do(str(error))
        else:
            self._show(self.levelling)
        self.finished.connect(lambda: chart.propose(None))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.levelling is not None and self.levelling.starts:
            self._chart.propose(Proposal(schedule=self.levelling.schedule))

    def accept(self) -> None:
        """Take the proposal."""
        if self.levelling is None:
            return
        self._chart.propose(None)
        days = {each.activity: each.after for each in self.levelling.starts}
        if self._editor.apply(self.tr("Level the load"), start_later, days):
            super().accept()

    def _lay_out(self) -> None:
        self.facts.setHorizontalSpacing(18)
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
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.currentCellChanged.connect(lambda row, *_: self._on_row(row))
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(TextLabel(self.tr("Level the load"), "title", self))
        column.addWidget(self.words)
        column.addLayout(self.facts)
        column.addWidget(self.table, 1)
        column.addWidget(self.left)
        column.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)

    def _show(self, levelling: Levelling) -> None:
        if not levelling.red_before:
            self._say_nothing_to_do(
                self.tr(
                    "No week from this one on asks for more hours than it has. There is nothing to level."
                )
            )
            return
        if not levelling.starts:
            self._say_nothing_to_do(self.tr("Nothing that could start later would help."))
            self._say_what_is_left(levelling.red_after)
            return
        self.words.say(
            self.tr(
                "These activities would start later, so that no week asks for more hours than it has. What "
                "has started stays, and so do your targets. You can undo it."
            )
        )
        red = len(levelling.red_before), len(levelling.red_after)
        finish = day_text(levelling.finish_before), day_text(levelling.finish_after)
        self._add_fact(self.tr("Weeks with too much"), filled(self.tr("%1 → %2"), *map(str, red)))
        same = finish[0] == finish[1]
        self._add_fact(
            self.tr("Finish"),
            filled(self.tr("%1, as now"), finish[0]) if same else filled(self.tr("%1 → %2"), *finish),
        )
        followers = len(levelling.moved) - len(levelling.starts)
        if followers > 0:
            text = self.tr("1 more follows along")
            if followers > 1:
                text = filled(self.tr("%1 more follow along"), str(followers))
            self._add_fact(
                self.tr("Items that move"), filled(self.tr("%1, "), str(len(levelling.starts))) + text
            )
        else:
            self._add_fact(self.tr("Items that move"), str(len(levelling.starts)))
        self._fill(levelling)
        self._say_what_is_left(levelling.red_after)
        go = self.buttons.addButton(self.tr("Level the load"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.accept_button = go

    def _add_fact(self, caption: str, text: str) -> None:
        self.facts.addRow(caption, TextLabel(text, "strong", self))

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

    def _say_what_is_left(self, weeks: tuple[RedWeek, ...]) -> None:
        """What stays too full, and because of what."""
        if not weeks:
            self.left.say("")
            return
        lines = [self._week_line(each) for each in weeks[:MOST_WEEKS_NAMED]]
        if len(weeks) > MOST_WEEKS_NAMED:
            lines.append(filled(self.tr("and %1 weeks more"), str(len(weeks) - MOST_WEEKS_NAMED)))
        self.left.say("\n".join([self.tr("Still more than there is:"), *lines]))

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
        self.table.hide()
        button = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        button.setText(self.tr("Close"))

    def _on_row(self, row: int) -> None:
        if self.levelling is not None and 0 <= row < len(self.levelling.starts):
            self._show_item(self.levelling.starts[row].activity)
