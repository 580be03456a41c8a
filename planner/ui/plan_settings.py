"""What can be said about a plan as a whole: its title, the paper it prints on, the day its weeks begin."""

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QWidget

from planner.domain import frame
from planner.domain.plan import Paper
from planner.domain.wording import WEEKDAYS
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel
from planner.ui.fields.title_limit import TitleLimit
from planner.ui.inspector.ask import Question

_LIST_WIDTH = 180
_TITLE_WIDTH = 300


class PlanSettingsDialog(Question):
    """Changes the settings of a plan as one undo step; `open()` it."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(
            self.tr("Plan settings"),
            self.tr("They are kept in the plan's file. None of them moves a date."),
            self.tr("Keep the settings"),
            parent,
        )
        self._editor = editor
        facts = editor.plan.facts
        self.title = QLineEdit(facts.title, self)
        self.limit = TitleLimit(self.title, self)
        self.title.setCursorPosition(0)
        self.problem = TextLabel(role="danger", parent=self)
        self.paper = QComboBox(self)
        for paper in Paper:
            self.paper.addItem(paper.value, paper)
        self.paper.setCurrentIndex(list(Paper).index(facts.paper))
        self.week_start = QComboBox(self)
        self.week_start.addItems(WEEKDAYS)
        self.week_start.setCurrentIndex(facts.week_start)
        self._lay_out()
        self.title.textChanged.connect(self._check)
        self.accepted.connect(self._change)
        self.title.setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, caption, field in (
            (0, self.tr("Title"), self.title),
            (3, self.tr("Paper"), self.paper),
            (4, self.tr("Weeks begin on"), self.week_start),
        ):
            label = TextLabel(caption, "muted", self)
            label.setWordWrap(False)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            label.setBuddy(field)
            field.setAccessibleName(caption)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.problem, 1, 1)
        grid.addWidget(self.limit, 2, 1)
        self.title.setMinimumWidth(_TITLE_WIDTH)
        for box in (self.paper, self.week_start):
            box.setMaximumWidth(_LIST_WIDTH)
        self.body.addLayout(grid)

    def _check(self) -> None:
        titled = bool(self.title.text().strip())
        self.accept_button.setEnabled(titled)
        self.problem.say("" if titled else self.tr("Give your plan a title."))

    def _change(self) -> None:
        title, paper = self.title.text().strip(), Paper(self.paper.currentData())
        week_start = self.week_start.currentIndex()
        text = self._undo_text(title, paper, week_start)
        self._editor.apply(text, frame.change_settings, title, paper, week_start)

    def _undo_text(self, title: str, paper: Paper, week_start: int) -> str:
        """What changed, by name where it is one thing."""
        facts = self._editor.plan.facts
        texts = []
        if title != facts.title:
            texts.append(self.tr("Rename the plan to %1").replace("%1", title))
        if paper is not facts.paper:
            texts.append(self.tr("Print on %1 paper").replace("%1", paper.value))
        if week_start != facts.week_start:
            texts.append(self.tr("Begin weeks on %1").replace("%1", WEEKDAYS[week_start]))
        return texts[0] if len(texts) == 1 else self.tr("Change the plan settings")
