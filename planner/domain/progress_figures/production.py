"""How much of the plan's production skill is done: hours of work, and checklist items it proves. Pure."""

from dataclasses import dataclass

from planner.domain.items import Activity, ActivityId, PhaseId
from planner.domain.plan import Plan
from planner.domain.progress import done_share


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductionWork:
    """One activity that builds production skill: likely hours, and how many of them are done."""

    activity: ActivityId
    title: str
    hours: float
    done_hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Production:
    """All such activities in outline order, and the checklist items they are to prove."""

    works: tuple[ProductionWork, ...]
    proven: int
    to_prove: int

    @property
    def hours(self) -> float:
        """Likely hours of all of them."""
        return sum(each.hours for each in self.works)

    @property
    def done_hours(self) -> float:
        """How many of these hours their progress stands for."""
        return sum(each.done_hours for each in self.works)

    @property
    def share(self) -> float:
        """How much is done, 0 to 1; 0 where there is nothing to do."""
        return self.done_hours / self.hours if self.works else 0.0


def production(plan: Plan) -> Production:
    """The activities marked as production work, with what is done of them."""
    found = [
        each
        for group in plan.children_of[None]
        for each in plan.items_within(PhaseId(group.id))
        if isinstance(each, Activity) and each.production
    ]
    keys = {each.id for each in found}
    proofs = [each for each in plan.checklist.values() if each.produced_by in keys]
    return Production(
        works=tuple(
            ProductionWork(
                activity=each.id,
                title=each.title,
                hours=each.effort.likely,
                done_hours=each.effort.likely * done_share(plan, each),
            )
            for each in found
        ),
        proven=sum(each.done for each in proofs),
        to_prove=len(proofs),
    )
