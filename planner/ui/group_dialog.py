"""Asks for a new group: its title, the group it lies in, and whether the selected rows go into it."""

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from planner.domain.items import PhaseId
from planner.domain.plan import Plan
from planner.ui.fields.row_lists import GroupList
from planner.ui.inspector.ask import Question

LONGEST_TITLE = 500
FIELD_WIDTH = 300


class GroupDialog(Question):
    """A small form; it is accepted once there is a title. `rows` is how many rows could go into the group."""

    def __init__(self, plan: Plan, inside: PhaseId | None, rows: int, parent: QWidget) -> None:
        super().__init__(
            self.tr("Add a group"),
            self.tr("A group holds activities, milestones and other groups. It moves no date."),
            self.tr("Add"),
            parent,
        )
        self._title = QLineEdit(self)
        self._title.setObjectName("title")
        self._title.setMaxLength(LONGEST_TITLE)
        self._inside = GroupList(plan, inside, top=self.tr("No group, at the top"), parent=self)
        words = (
            self.tr("Move the selected row into it")
            if rows == 1
            else self.tr("Move the {count} selected rows into it")
        )
        self._take = QCheckBox(words.format(count=rows), self)
        self._take.setChecked(rows > 1)
        self._take.setVisible(rows > 0)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        form.addRow(self.tr("&Title"), self._title)
        form.addRow(self.tr("&Inside"), self._inside)
        form.addRow("", self._take)
        for field in (self._title, self._inside):
            field.setMinimumWidth(FIELD_WIDTH)
            field.setMaximumWidth(FIELD_WIDTH)
        self.body.addLayout(form)
        self._title.textChanged.connect(self._check)
        self._title.setFocus()
        self._check()

    @property
    def title(self) -> str:
        """The title, without spaces around it."""
        return self._title.text().strip()

    @property
    def inside(self) -> PhaseId | None:
        """The group it lies in; None is the top."""
        found = self._inside.currentData()
        return None if found is None else PhaseId(found)

    @property
    def takes_rows(self) -> bool:
        """Whether the selected rows go into it."""
        return self._take.isChecked()

    def _check(self) -> None:
        self.accept_button.setEnabled(bool(self.title))
