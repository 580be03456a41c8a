"""Catch up by shifting: what is left starts today. Shown before it is done, one step to undo."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.catching_up.proposal import Proposal, overfull_weeks, take
from planner.domain.catching_up.shift import shift
from planner.domain.items import BaselineId, new_id
from planner.domain.outlook import what_the_hours_mean
from planner.domain.wording import day_text, hours_text
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel


class CatchUpDialog(QDialog):
    """Shows what moving all that is left to start today would do, and does it when asked."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setWindowTitle(self.tr("Catch up"))
        self._proposal = shift(editor.plan, editor.today, editor.schedule)
        self._lay_out(self._proposal)

    def accept(self) -> None:
        """Settle the plan up to today, and keep the dates from before it as a baseline."""
        text = self.tr("Catch up to {day}").format(day=day_text(self._editor.today))
        new = BaselineId(new_id())
        if self._editor.apply(text, take, self._proposal, new):
            super().accept()

    def _lay_out(self, proposal: Proposal) -> None:
        words = QLabel(
            self.tr(
                "Weeks go differently than planned; that is what this is for. Whatever is left starts "
                "from today, at your usual hours. Fixed dates stay, and you can undo it."
            )
        )
        words.setWordWrap(True)
        rows = QFormLayout()
        rows.setHorizontalSpacing(18)
        rows.addRow(self.tr("Settled up to"), _value(day_text(self._editor.plan.facts.status_date)))
        rows.addRow(self.tr("Then"), _value(day_text(self._editor.today)))
        rows.addRow(self.tr("Finish now"), _value(day_text(proposal.finish_before)))
        rows.addRow(self.tr("Finish then"), _value(day_text(proposal.finish_after)))
        rows.addRow(self.tr("Items that move"), _value(str(len(proposal.moved))))
        week = float(proposal.schedule.plan.calendar.weekly_on(self._editor.today).total)
        rows.addRow(
            self.tr("Hours a week"), _value(self.tr("{hours}, as now").format(hours=hours_text(week)))
        )
        full = overfull_weeks(proposal.schedule, self._editor.today)
        rows.addRow(self.tr("Weeks that ask for more"), _value(str(full)))
        reason = TextLabel(self._reason(proposal), role="muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = buttons.addButton(self.tr("Start from today"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(16)
        column.addWidget(words)
        column.addLayout(rows)
        column.addWidget(reason)
        column.addWidget(buttons)
        self.setMinimumWidth(440)

    def _reason(self, proposal: Proposal) -> str:
        """Where the two finish dates come from, and whose figures they rest on."""
        basis = self.tr(
            "Both finish dates are worked out: the likely efforts of what is left, on your hours."
        )
        origin = what_the_hours_mean(proposal.plan, proposal.schedule).origin_sentence
        full = overfull_weeks(proposal.schedule, self._editor.today)
        side_by_side = self.tr(
            "Weeks ask for more than your hours where work runs side by side, as when something was "
            "finished before what comes before it."
        )
        return " ".join(filter(None, (basis, origin, side_by_side if full else "")))


def _value(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "strong")
    return label
