"""Asks for what a new activity or milestone needs: a title, its phase, and hours for an activity."""

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from planner.domain.items import ActivityId, ActivityKind, NodeId, PhaseId
from planner.domain.plan import Plan
from planner.ui.fields.hours_field import HoursField

USUAL_HOURS = 10.0
LEAST_HOURS = 0.25
MOST_HOURS = 10_000.0


class AddDialog(QDialog):
    """A small form; `accept` is offered once there is a title.

    `behind` is the item that the new one follows unless the learner chooses another.
    """

    def __init__(
        self,
        plan: Plan,
        phase: PhaseId,
        *,
        activity: bool,
        behind: NodeId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plan = plan
        self.setWindowTitle(self.tr("Add an activity") if activity else self.tr("Add a milestone"))
        self._title = QLineEdit()
        self._title.setObjectName("title")
        self._title.setMaxLength(500)
        self._phase = QComboBox()
        for each in plan.ordered_phases:
            self._phase.addItem(each.title, each.id)
        self._phase.setCurrentIndex(max(self._phase.findData(phase), 0))
        self._follows = QComboBox()
        self._follows.setObjectName("follows")
        self._offer_rows()
        self._follows.setCurrentIndex(max(self._follows.findData(behind), 0))
        self._phase.currentIndexChanged.connect(self._offer_rows)
        self._kind = QComboBox()
        for kind in ActivityKind:
            self._kind.addItem(kind.value.capitalize(), kind)
        self._hours = HoursField(self.tr("Hours"), most=MOST_HOURS)
        self._hours.setMinimum(LEAST_HOURS)
        self._hours.show_value(USUAL_HOURS)
        self._lay_out(activity)

    @property
    def title(self) -> str:
        """The title, without spaces around it."""
        return self._title.text().strip()

    @property
    def phase(self) -> PhaseId:
        """The phase it goes into."""
        return PhaseId(self._phase.currentData())

    @property
    def follows(self) -> NodeId | None:
        """The item it comes right behind; None for one that waits for nothing."""
        found = self._follows.currentData()
        return None if found is None else ActivityId(found)

    @property
    def kind(self) -> ActivityKind:
        """What sort of work it is."""
        return ActivityKind(self._kind.currentData())

    @property
    def hours(self) -> float:
        """How many hours it takes."""
        return self._hours.value()

    def _offer_rows(self) -> None:
        """What the new item can follow in the chosen phase, the last first: it is the likeliest."""
        self._follows.clear()
        for row in reversed(self._plan.rows_of_phase[self.phase]):
            self._follows.addItem(row.title, row.id)
        self._follows.addItem(self.tr("Nothing, it can start today"), None)

    def _lay_out(self, activity: bool) -> None:
        rows = QFormLayout()
        rows.addRow(self.tr("&Title"), self._title)
        rows.addRow(self.tr("&Phase"), self._phase)
        rows.addRow(self.tr("&Follows"), self._follows)
        if activity:
            rows.addRow(self.tr("&Kind"), self._kind)
            rows.addRow(self.tr("&Hours"), self._hours)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        add = buttons.button(QDialogButtonBox.StandardButton.Ok)
        add.setText(self.tr("Add"))
        add.setEnabled(False)
        self._title.textChanged.connect(lambda: add.setEnabled(bool(self.title)))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(rows)
        column.addWidget(buttons)
        self.setMinimumWidth(400)
