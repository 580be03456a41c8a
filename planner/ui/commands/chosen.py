"""Chosen: what commands act on, as items of the plan; and how undo names them. No Qt but its translations."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from planner.domain.items import Activity, ActivityId, Milestone, MilestoneId, Phase, PhaseId
from planner.domain.plan import Plan
from planner.domain.wording import isolated


@dataclass(frozen=True)
class Chosen:
    """The selected rows of a plan, in row order; ids that the plan does not have count for nothing."""

    plan: Plan
    ids: tuple[str, ...] = ()

    @cached_property
    def rows(self) -> tuple[Phase | Activity | Milestone, ...]:
        """Groups, activities and milestones."""
        found = (_row(self.plan, each) for each in self.ids)
        return tuple(each for each in found if each is not None)

    @cached_property
    def items(self) -> tuple[Activity | Milestone, ...]:
        """Activities and milestones."""
        return tuple(each for each in self.rows if not isinstance(each, Phase))

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """The activities alone."""
        return tuple(each for each in self.rows if isinstance(each, Activity))

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """The milestones alone."""
        return tuple(each for each in self.rows if isinstance(each, Milestone))

    @cached_property
    def groups(self) -> tuple[Phase, ...]:
        """The groups alone."""
        return tuple(each for each in self.rows if isinstance(each, Phase))

    @property
    def only(self) -> Phase | Activity | Milestone | None:
        """The row that is selected alone."""
        return self.rows[0] if len(self.rows) == 1 else None


def named(rows: Sequence[Phase | Activity | Milestone]) -> str:
    """How undo names rows: by its title when it is one, else by their number."""
    if len(rows) == 1:
        return isolated(rows[0].title)
    return QCoreApplication.translate("Commands", "{count} items").format(count=len(rows))


def _row(plan: Plan, row_id: str) -> Phase | Activity | Milestone | None:
    return (
        plan.active.get(ActivityId(row_id))
        or plan.milestones.get(MilestoneId(row_id))
        or plan.phases.get(PhaseId(row_id))
    )
