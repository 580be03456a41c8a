"""Compare baselines: any two of them, or one and the plan as it is now, item by item."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.domain.baseline_comparison import Comparison, compare
from planner.domain.changes import Changes
from planner.domain.errors import MilepostError
from planner.domain.items import BaselineId
from planner.domain.wording import day_text
from planner.exchange.table_csv import table_csv
from planner.files import replace_file
from planner.ui.announcing import announce
from planner.ui.baselines.compare_table import CompareTable, spreadsheet
from planner.ui.baselines.taking import take_a_baseline
from planner.ui.editor import Editor
from planner.ui.fields.check_row import CheckRow
from planner.ui.fields.text import TextLabel, filled
from planner.ui.folders import begin_in
from planner.ui.save_dialog import ask_where
from planner.ui.screen import resize_within_screen
from planner.ui.undo_keys import undo_in

WIDTH, HEIGHT = 720, 560


class CompareDialog(QDialog):
    """Two choices, the finish in a sentence, and a table; it follows edits, undo and redo."""

    item_requested = Signal(str)
    """The learner wants to see an item on the timeline; the dialog has closed."""

    def __init__(self, editor: Editor, parent: QWidget | None, *, one: BaselineId | None = None) -> None:
        """`one` is the baseline to compare with the plan as it is; without it the oldest."""
        super().__init__(parent)
        self._editor = editor
        self.comparison: Comparison | None = None
        self.setWindowTitle(self.tr("Compare baselines"))
        self.one = self._choice("one", self.tr("This baseline"))
        self.other = self._choice("other", self.tr("With"))
        self.sentence = TextLabel(role="strong", parent=self)
        self.differing = CheckRow("", self)
        self.table = CompareTable(self)
        self.problem = TextLabel(role="danger", parent=self)
        self.written = TextLabel(role="muted", parent=self)
        self.take_button = QPushButton(self.tr("&Take a baseline…"), self)
        self.save_button = QPushButton(self.tr("&Save as CSV…"), self)
        self._lay_out()
        self._fill(one)
        self._connect()
        self._compare()

    def _choice(self, name: str, spoken: str) -> QComboBox:
        choice = QComboBox(self)
        choice.setObjectName(name)
        choice.setAccessibleName(spoken)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(30)
        return choice

    def _lay_out(self) -> None:
        choices = QFormLayout()
        choices.setHorizontalSpacing(12)
        choices.setVerticalSpacing(8)
        choices.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        choices.addRow(self.tr("&Baseline"), self.one)
        choices.addRow(self.tr("&With"), self.other)
        self.differing.words.say(self.tr("Only what differs"))
        self.differing.box.setAccessibleName(self.tr("Only what differs"))
        self.differing.box.setChecked(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        for button in (
            self.save_button,
            self.take_button,
            buttons.button(QDialogButtonBox.StandardButton.Close),
        ):
            button.setAutoDefault(False)
        foot.addWidget(self.save_button)
        foot.addWidget(self.take_button)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(TextLabel(self.tr("Compare baselines"), "title", self))
        column.addLayout(choices)
        for widget in (self.sentence, self.differing):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        for label in (self.problem, self.written):
            column.addWidget(label)
        column.addLayout(foot)
        resize_within_screen(self, WIDTH, HEIGHT)

    def _connect(self) -> None:
        self.one.currentIndexChanged.connect(self._compare)
        self.other.currentIndexChanged.connect(self._compare)
        self.differing.clicked.connect(self._show_lines)
        self.table.item_requested.connect(self._go_to)
        self.take_button.clicked.connect(self._take)
        self.save_button.clicked.connect(self._save)
        self._editor.changed.connect(self._refill)
        undo_in(self, self._editor)

    def _fill(self, one: BaselineId | None) -> None:
        """The baselines, the newest first; the other choice begins with the plan as it is now."""
        kept = sorted(self._editor.plan.baselines.values(), key=lambda each: each.taken_on)
        self.other.addItem(self.tr("The plan as it is now"), None)
        for each in reversed(kept):
            for choice in (self.one, self.other):
                choice.addItem(f"{day_text(each.taken_on)} · {each.reason}", each.id)
        self.one.setCurrentIndex(self.one.findData(one) if one is not None else self.one.count() - 1)
        self.take_button.setEnabled(not self._editor.read_only)

    def _refill(self, _changes: Changes) -> None:
        """Follow an edit; what was chosen stays chosen while it is there."""
        chosen = self.one.currentData(), self.other.currentData()
        for choice in (self.one, self.other):
            choice.blockSignals(True)
            choice.clear()
        self._fill(None)
        for choice, was in zip((self.one, self.other), chosen, strict=True):
            place = choice.findData(was)
            if place >= 0:
                choice.setCurrentIndex(place)
            choice.blockSignals(False)
        self._compare()

    def _compare(self) -> None:
        one, other = self.one.currentData(), self.other.currentData()
        self.written.say("")
        self.problem.say("")
        for widget in (self.one, self.other, self.table, self.differing, self.save_button):
            widget.setEnabled(one is not None)
        if one is None:
            self.comparison = None
            self.sentence.say(
                self.tr("There is no baseline yet. Take one to see later what has moved since then.")
            )
            self.table.show_lines((), self.tr("Baseline"), self.tr("Now"))
            return
        self.comparison = compare(self._editor.plan, self._editor.schedule, one, other)
        self.sentence.say(self.comparison.sentence)
        announce(self, self.comparison.sentence)
        self._show_lines()

    def _show_lines(self) -> None:
        found = self.comparison
        if found is None:
            return
        lines = found.moved if self.differing.box.isChecked() else found.lines
        self.table.show_lines(lines, *self._names())

    def _names(self) -> tuple[str, str]:
        """What the two are called in headings: the day they were taken on."""
        baselines = self._editor.plan.baselines
        one, other = self.one.currentData(), self.other.currentData()
        names = [
            self.tr("Now") if each is None else day_text(baselines[each].taken_on) for each in (one, other)
        ]
        if names[0] == names[1]:
            names = [baselines[each].reason for each in (one, other) if each is not None]
        return names[0], names[1]

    def _take(self) -> None:
        taken = take_a_baseline(self._editor, self)
        if taken is not None:
            self.one.setCurrentIndex(self.one.findData(taken))

    def _go_to(self, item: str) -> None:
        """Go to an item that the plan still has."""
        if item in self._editor.schedule.graph.index:
            self.accept()
            self.item_requested.emit(item)

    def _save(self) -> None:
        found = self.comparison
        if found is None:
            return
        path = ask_where(
            self,
            self.tr("Save the comparison"),
            begin_in(self) / f"{self._editor.document.path.stem} baselines.csv",
            {self.tr("Tables (*.csv)"): ".csv"},
        )
        if path is None:
            return
        lines = found.moved if self.differing.box.isChecked() else found.lines
        try:
            replace_file(path, table_csv(*spreadsheet(lines, *self._names())))
        except MilepostError as error:
            self.written.say("")
            self.problem.say(str(error))
        else:
            self.problem.say("")
            self.written.say(filled(self.tr("Written: %1"), str(path)))
