"""Asks for a new group: its title, the group it lies in, and whether the selected rows go into it."""

from PySide6.QtWidgets import QCheckBox, QWidget

from planner.domain.items import PhaseId
from planner.domain.plan import Plan
from planner.ui.fields.row_lists import GroupList
from planner.ui.titled_question import TitledQuestion


class GroupDialog(TitledQuestion):
    """A small form; it is accepted once there is a title. `rows` is how many rows could go into the group."""

    def __init__(self, plan: Plan, inside: PhaseId | None, rows: int, parent: QWidget) -> None:
        super().__init__(
            self.tr("Add a group"),
            self.tr("A group holds activities, milestones and other groups. It moves no date."),
            parent,
        )
        self._inside = GroupList(plan, inside, top=self.tr("No group, at the top"), parent=self)
        words = (
            self.tr("Move the selected row into it")
            if rows == 1
            else self.tr("Move the {count} selected rows into it")
        )
        self._take = QCheckBox(words.format(count=rows), self)
        self._take.setChecked(rows > 1)
        self._take.setVisible(rows > 0)
        self.add_wide(self.tr("&Inside"), self._inside)
        self.form.addRow("", self._take)
        self._check()

    @property
    def inside(self) -> PhaseId | None:
        """The group it lies in; None is the top."""
        found = self._inside.currentData()
        return None if found is None else PhaseId(found)

    @property
    def takes_rows(self) -> bool:
        """Whether the selected rows go into it."""
        return self._take.isChecked()
