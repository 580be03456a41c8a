"""Asks for a date that is given from outside: an exam, a cohort's start, an interview."""

from datetime import date

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from planner.domain.items import MilestoneId, NodeId, PhaseId
from planner.domain.plan import Plan
from planner.domain.wording import day_text
from planner.ui.fields.row_lists import GroupList, ItemList, all_items
from planner.ui.fields.typed_day import TypedDay
from planner.ui.inspector.ask import Question

LONGEST_TITLE = 500
FIELD_WIDTH = 300


class FixedDateDialog(Question):
    """A small form; it is accepted once there are a title and a day."""

    def __init__(
        self, plan: Plan, group: PhaseId, today: date, parent: QWidget, day: date | None = None
    ) -> None:
        super().__init__(
            self.tr("Add a fixed date"),
            self.tr(
                "An exam, the start of a cohort, an interview: no drag and no catching up moves it, and the "
                "timeline shows whether the work before it is done in time."
            ),
            self.tr("Add"),
            parent,
        )
        self._plan = plan
        self._title = QLineEdit(self)
        self._title.setObjectName("title")
        self._title.setMaxLength(LONGEST_TITLE)
        self._title.setPlaceholderText(self.tr("Like: Cloud certification exam"))
        self._day = TypedDay(self.tr("On the day"), today, week_start=plan.facts.week_start, parent=self)
        if day is not None:
            self._day.edit.setText(day_text(day))
        self._group = GroupList(plan, group, parent=self)
        self._before = ItemList(self.tr("Nothing"), self)
        self._before.setObjectName("before")
        self._then = ItemList(self.tr("Nothing"), self)
        self._then.setObjectName("then")
        for each in (self._before, self._then):
            each.offer(all_items(plan), None)
        self._lay_out()
        self._title.textChanged.connect(self._check)
        self._day.changed.connect(self._check)
        self._before.currentIndexChanged.connect(self._check)
        self._then.currentIndexChanged.connect(self._check)
        self._title.setFocus()
        self._check()

    @property
    def title(self) -> str:
        """The title, without spaces around it."""
        return self._title.text().strip()

    @property
    def day(self) -> date | None:
        """The day; None until one can be read."""
        return self._day.day

    @property
    def group(self) -> PhaseId:
        """The group it goes into."""
        return PhaseId(self._group.currentData())

    @property
    def prepared_by(self) -> NodeId | None:
        """The item that has to be done before it."""
        return _node(self._before)

    @property
    def then(self) -> NodeId | None:
        """The item that waits for it."""
        return _node(self._then)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        form.addRow(self.tr("&Title"), self._title)
        form.addRow(self.tr("&On the day"), self._day)
        form.addRow(self.tr("&In the group"), self._group)
        form.addRow(self.tr("To be done &before it"), self._before)
        form.addRow(self.tr("What &waits for it"), self._then)
        for field in (self._title, self._day, self._group, self._before, self._then):
            field.setMinimumWidth(FIELD_WIDTH)
            field.setMaximumWidth(FIELD_WIDTH)
        self.body.addLayout(form)

    def _check(self) -> None:
        differ = self.then is None or self.then != self.prepared_by
        self.accept_button.setEnabled(bool(self.title) and self.day is not None and differ)


def _node(chosen: ItemList) -> NodeId | None:
    found = chosen.currentData()
    return None if found is None else MilestoneId(found)
