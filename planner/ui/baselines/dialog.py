"""Chooses the baseline that is drawn behind the bars; takes new ones and removes old ones."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.domain.baselines import remove_baseline
from planner.domain.items import BaselineId
from planner.domain.wording import day_text
from planner.ui.baselines.taking import take_a_baseline
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel
from planner.ui.timeline.view import TimelineView
from planner.ui.undo_keys import undo_in

LEAST_WIDTH = 420
LEAST_HEIGHT = 180


class BaselinesDialog(QDialog):
    """A list of baselines, the newest first; what is chosen is drawn at once."""

    def __init__(self, editor: Editor, view: TimelineView, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._view = view
        self.setWindowTitle(self.tr("Compare with a baseline"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Baselines"))
        self.list.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.take_button = QPushButton(self.tr("&Take a baseline…"), self)
        self.remove_button = QPushButton(self.tr("&Remove"), self)
        for button in (self.take_button, self.remove_button):
            button.setAutoDefault(False)
        self._lay_out()
        self._fill()
        self.list.currentItemChanged.connect(self._show_chosen)
        self.list.itemActivated.connect(self.accept)
        self.take_button.clicked.connect(self._take)
        self.remove_button.clicked.connect(self._remove)
        editor.changed.connect(self._fill)
        undo_in(self, editor)
        self.list.setFocus()

    @property
    def chosen(self) -> BaselineId | None:
        """The baseline to draw; None for none."""
        return self._id_at(self.list.currentRow())

    def _lay_out(self) -> None:
        words = self.tr(
            "It is drawn as a thin bar below each bar: where it stood when the baseline was taken."
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.take_button)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(TextLabel(self.tr("Compare with a baseline"), "title", self))
        column.addWidget(TextLabel(words, parent=self))
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _fill(self) -> None:
        """Show what there is, with the one that is drawn chosen."""
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItem(QListWidgetItem(self.tr("None")))
        kept = reversed(list(self._editor.plan.baselines.values()))
        for each in sorted(kept, key=lambda one: one.taken_on, reverse=True):
            item = QListWidgetItem(f"{day_text(each.taken_on)} · {each.reason}")
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            self.list.addItem(item)
        rows = (
            number
            for number in range(self.list.count())
            if self._id_at(number) == self._view.options.baseline
        )
        self.list.setCurrentRow(next(rows, 0))
        self.list.blockSignals(False)
        self._check()

    def _id_at(self, number: int) -> BaselineId | None:
        found: BaselineId | None = self.list.item(number).data(Qt.ItemDataRole.UserRole)
        return found

    def _show_chosen(self) -> None:
        options = self._view.options
        legend = options.legend or self.chosen is not None
        self._view.show_options(replace(options, baseline=self.chosen, legend=legend))
        self._check()

    def _take(self) -> None:
        taken = take_a_baseline(self._editor, self)
        if taken is not None:
            self._view.show_options(replace(self._view.options, baseline=taken, legend=True))
            self._fill()

    def _remove(self) -> None:
        chosen = self.chosen
        if chosen is not None and self._editor.apply(self.tr("Remove a baseline"), remove_baseline, chosen):
            self._view.show_options(replace(self._view.options, baseline=None))
            self._fill()

    def _check(self) -> None:
        self.take_button.setEnabled(not self._editor.read_only)
        self.remove_button.setEnabled(self.chosen is not None and not self._editor.read_only)
