"""Asks for what a new activity or milestone needs: a title, where it goes, and maybe a date of its own."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from planner.domain.items import ActivityId, ActivityKind, NodeId, PhaseId
from planner.domain.plan import Plan
from planner.domain.wording import day_text
from planner.ui.fields.hours_field import HoursField
from planner.ui.fields.hours_problem import HoursProblem
from planner.ui.fields.row_lists import GroupList, ItemList
from planner.ui.fields.typed_day import TypedDay
from planner.ui.titled_question import TitledQuestion

USUAL_HOURS = 10.0
LEAST_HOURS = 0.25
MOST_HOURS = 10_000.0


class AddDialog(TitledQuestion):
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
        super().__init__(heading, "", parent)
        self._plan = plan
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
        self._hours_problem = HoursProblem((self._hours,), self)
        self._hours.typed.connect(self._check)
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
        self._day.changed.connect(self._check)
        self._check()

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

    @property
    def complete(self) -> bool:
        """Whether there is no date and no hours that cannot be read."""
        return not self._day.problem and not self._hours.problem

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
        self.add_wide(self.tr("&In the group"), self._group)
        self.add_wide(self.tr("&Follows"), self._follows)
        if activity:
            self.form.addRow(self.tr("&Kind"), self._kind)
            self.form.addRow(self.tr("&Hours"), self._hours)
            self.form.addRow("", self._hours_problem)
        self._kind.setVisible(activity)
        self._hours.setVisible(activity)
        self.form.addRow(self.tr("&Not before") if activity else self.tr("T&arget"), self._day)
