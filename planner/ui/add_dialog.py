"""Asks for what a new activity or milestone needs: a title, where it goes, and maybe a date of its own."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from planner.domain.items import ActivityId, ActivityKind, NodeId, PhaseId
from planner.domain.plan import Plan
from planner.domain.wording import day_text
from planner.ui.fields.hours_field import HoursField
from planner.ui.fields.row_lists import GroupList, ItemList
from planner.ui.fields.typed_day import TypedDay
from planner.ui.inspector.ask import Question

USUAL_HOURS = 10.0
LEAST_HOURS = 0.25
MOST_HOURS = 10_000.0
LONGEST_TITLE = 500
FIELD_WIDTH = 300


class AddDialog(Question):
    """A small form; it is accepted once there is a title and no date that cannot be read.

    `behind` is the item that the new one follows unless the learner chooses another; where it comes with a
    `day` of its own, it follows nothing.
    """

    def __init__(
        self,
        plan: Plan,
        group: PhaseId,
        today: date,
        parent: QWidget,
        *,
        activity: bool,
        behind: NodeId | None = None,
        day: date | None = None,
    ) -> None:
        heading = self.tr("Add an activity") if activity else self.tr("Add a milestone")
        super().__init__(heading, "", self.tr("Add"), parent)
        self._plan = plan
        self._title = QLineEdit(self)
        self._title.setObjectName("title")
        self._title.setMaxLength(LONGEST_TITLE)
        self._group = GroupList(plan, group, parent=self)
        self._own_day = day is not None
        nothing = self.tr("Nothing") if self._own_day else self.tr("Nothing, it can start today")
        self._follows = ItemList(nothing, self)
        self._follows.setObjectName("follows")
        self._offer_items(behind)
        self._group.currentIndexChanged.connect(lambda: self._offer_items(None))
        self._kind = QComboBox(self)
        for kind in ActivityKind:
            self._kind.addItem(kind.value.capitalize(), kind)
        self._hours = HoursField(self.tr("Hours"), most=MOST_HOURS, parent=self)
        self._hours.setMinimum(LEAST_HOURS)
        self._hours.show_value(USUAL_HOURS)
        self._day = TypedDay(
            self.tr("Not before") if activity else self.tr("Target"),
            today,
            week_start=plan.facts.week_start,
            may_be_empty=self.tr("As soon as possible") if activity else self.tr("Where its work lands"),
            parent=self,
        )
        if day is not None:
            self._day.edit.setText(day_text(day))
        self._lay_out(activity)
        self._title.textChanged.connect(self._check)
        self._day.changed.connect(self._check)
        self._title.setFocus()
        self._check()

    @property
    def title(self) -> str:
        """The title, without spaces around it."""
        return self._title.text().strip()

    @property
    def group(self) -> PhaseId:
        """The group it goes into."""
        return PhaseId(self._group.currentData())

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

    @property
    def day(self) -> date | None:
        """The date of its own: an activity starts on it or later, a milestone's diamond stands there."""
        return self._day.day

    def accept(self) -> None:
        """Take the answer, also hours that are still being typed."""
        self._hours.interpretText()
        if self.accept_button.isEnabled():
            super().accept()

    def _offer_items(self, chosen: NodeId | None) -> None:
        """What the new item can follow in the chosen group: the last of it unless one was chosen before."""
        rows = self._plan.rows_of_phase[self.group]
        last = rows[-1].id if rows and not self._own_day else None
        self._follows.offer(rows, chosen if chosen is not None else last)

    def _lay_out(self, activity: bool) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Title"), self._title)
        form.addRow(self.tr("&In the group"), self._group)
        form.addRow(self.tr("&Follows"), self._follows)
        if activity:
            form.addRow(self.tr("&Kind"), self._kind)
            form.addRow(self.tr("&Hours"), self._hours)
        self._kind.setVisible(activity)
        self._hours.setVisible(activity)
        form.addRow(self.tr("&Not before") if activity else self.tr("T&arget"), self._day)
        for field in (self._title, self._group, self._follows):
            field.setMinimumWidth(FIELD_WIDTH)
            field.setMaximumWidth(FIELD_WIDTH)
        self.body.addLayout(form)

    def _check(self) -> None:
        self.accept_button.setEnabled(bool(self.title) and not self._day.problem)
