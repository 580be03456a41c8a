"""Asks for a date that is given from outside: an exam, a cohort's start, an interview."""

from datetime import date
from functools import cached_property

from PySide6.QtWidgets import QWidget

from planner.domain.items import MilestoneId, NodeId, PhaseId
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text, isolated
from planner.ui.fields.row_lists import GroupList, ItemList, all_items
from planner.ui.fields.text import TextLabel, filled
from planner.ui.fields.typed_day import TypedDay
from planner.ui.titled_question import TitledQuestion


class FixedDateDialog(TitledQuestion):
    """A small form; it is accepted once there are a title and a day."""

    def __init__(
        self, laid_out: Schedule, group: PhaseId, today: date, parent: QWidget, day: date | None = None
    ) -> None:
        super().__init__(
            self.tr("Add a fixed date"),
            self.tr(
                "An exam, the start of a cohort, an interview: no drag and no catching up moves it, and the "
                "timeline shows whether the work before it is done in time."
            ),
            parent,
        )
        plan = laid_out.plan
        self._laid_out = laid_out
        self._today = today
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
        self.too_soon = TextLabel(parent=self)
        self._lay_out()
        self._day.changed.connect(self._check)
        self._before.currentIndexChanged.connect(self._check)
        self._then.currentIndexChanged.connect(self._check)
        self._check()

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

    @property
    def complete(self) -> bool:
        """Whether there is a day, and what waits for it is not what it waits for."""
        differ = self.then is None or self.then != self.prepared_by
        return self.day is not None and differ

    def _check(self) -> None:
        super()._check()
        self.too_soon.say(self._too_soon())

    def _too_soon(self) -> str:
        """What to know of a day before what is to be done for it ends; it may be added all the same."""
        if self.day is None or self.prepared_by is None:
            return ""
        before = self._laid_out.plan.node(self.prepared_by)
        ends = self._ground.finish_day(before.id)
        if ends <= self.day:
            return ""
        words = self.tr("“%1” ends on %2, after this day. Once it is added you see what would help.")
        return filled(words, isolated(before.title), day_text(ends))

    @cached_property
    def _ground(self) -> Schedule:
        """Where everything falls, with what is open still to do."""
        # Loaded when it is asked for: the start of the program does not pay for it.
        from planner.domain.catching_up.ground import caught_up

        return caught_up(self._laid_out, self._today)

    def _lay_out(self) -> None:
        self.add_wide(self.tr("&On the day"), self._day)
        self.add_wide(self.tr("&In the group"), self._group)
        self.add_wide(self.tr("To be done &before it"), self._before)
        self.form.addRow("", self.too_soon)
        self.add_wide(self.tr("What &waits for it"), self._then)


def _node(chosen: ItemList) -> NodeId | None:
    found = chosen.currentData()
    return None if found is None else MilestoneId(found)
