"""Estimate against actual, for each kind of work that has finished activities with logged hours. Pure."""

from dataclasses import dataclass

from planner.domain.items import ActivityKind
from planner.domain.plan import Plan
from planner.domain.progress import logged_hours


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOfWork:
    """Likely hours and logged hours of the finished activities of one kind; both above 0."""

    kind: ActivityKind
    finished: int
    estimated: float
    actual: float

    @property
    def ratio(self) -> float:
        """Hours taken for each hour estimated."""
        return self.actual / self.estimated


def kinds_of_work(plan: Plan) -> tuple[KindOfWork, ...]:
    """The kinds in their usual order.

    What was finished without any logged hours says nothing about how long it took, so it is left out. What
    went to the archive unfinished is no evidence either.
    """
    counts: dict[ActivityKind, tuple[int, float, float]] = {}
    for each in plan.active.values():
        actual = logged_hours(plan, each)
        if each.finished_on is not None and actual > 0:
            finished, estimated, taken = counts.get(each.kind, (0, 0.0, 0.0))
            counts[each.kind] = (finished + 1, estimated + each.effort.likely, taken + actual)
    return tuple(
        KindOfWork(kind=kind, finished=counts[kind][0], estimated=counts[kind][1], actual=counts[kind][2])
        for kind in ActivityKind
        if kind in counts
    )


def together(kinds: tuple[KindOfWork, ...]) -> float | None:
    """Hours taken for each hour estimated over all kinds; None where nothing is known."""
    estimated = sum(each.estimated for each in kinds)
    return sum(each.actual for each in kinds) / estimated if estimated else None
