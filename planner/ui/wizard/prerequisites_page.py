"""The wizard's page on what the learner has already."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.domain.roadmap import Answers, Background, Roadmap
from planner.ui.fields.check_box import CheckBox
from planner.ui.fields.check_row import bare_box
from planner.ui.fields.clearing import clear
from planner.ui.fields.text import ClickLabel, TextLabel
from planner.ui.wizard.page import WizardPage


class PrerequisitesPage(WizardPage):
    """A box for each prerequisite the background is asked about; ticked ones are left out of the plan."""

    def __init__(self, roadmap: Roadmap, parent: QWidget) -> None:
        super().__init__(parent)
        self.introduce(
            self.tr("Prerequisites"),
            self.tr("What do you have already?"),
            self.tr(
                "Tick what you can do without looking it up. The rest comes first in your plan; being honest "
                "here saves months later."
            ),
        )
        self._roadmap = roadmap
        self._list = QWidget(self)
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.boxes: dict[str, CheckBox] = {}
        self.body.addWidget(self._list)
        self.body.addStretch(1)

    def show_background(self, background: Background) -> None:
        """Ask what this background is asked, with what it usually has ticked."""
        clear(self._grid)
        self.boxes = {}
        row = 0
        for prerequisite in self._roadmap.prerequisites(background):
            box = bare_box(self._list)
            box.setAccessibleName(prerequisite.title)
            box.setAccessibleDescription(prerequisite.about)
            box.show_checked(prerequisite.id in background.met)
            box.chosen.connect(self.edited)
            title = ClickLabel(prerequisite.title, "strong", self._list)
            about = ClickLabel(prerequisite.about, "muted", self._list)
            about.setContentsMargins(0, 0, 0, 8)
            for label in (title, about):
                label.clicked.connect(box.click)
            self._grid.addWidget(box, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(title, row, 1)
            self._grid.addWidget(about, row + 1, 1)
            self.boxes[prerequisite.id] = box
            row += 2
        if not self.boxes:
            self._grid.addWidget(TextLabel(self.tr("Nothing to ask here."), "muted", self._list), 0, 1)

    def put_into(self, answers: Answers) -> Answers:
        """The answers with what is met; what the background is not asked about stays as it usually is."""
        met = frozenset(key for key, box in self.boxes.items() if box.isChecked())
        return replace(answers, met=met)

    def first_field(self) -> QWidget:
        """The first box."""
        return next(iter(self.boxes.values()), self._list)
