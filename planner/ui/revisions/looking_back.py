"""The plan as it was at one revision after the other: near ones at once, far ones in bounded steps. No Qt."""

from collections import OrderedDict
from itertools import pairwise

from planner.domain.changes import apply, compose, inverse
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.storage.document import Document

ROWS_A_STEP = 250
"""Rows of the journal read in one step: some hundredths of a second."""

_SCHEDULES_KEPT = 12


class LookingBack:
    """Goes through a document's past from where it was asked last; raises `PlanDamaged` where it cannot."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._revision = document.revision
        self._plan = document.plan
        self._schedules: OrderedDict[int, Schedule] = OrderedDict({document.revision: document.schedule})

    def step_to(self, revision: int) -> bool:
        """Go some way to a revision; True once it is there. Its schedule is then at hand."""
        if revision in self._schedules:
            self._schedules.move_to_end(revision)
            return True
        if revision != self._revision:
            self._go(revision)
        if revision != self._revision:
            return False
        self._schedules[revision] = schedule(self._plan, self._document.schedule.graph)
        if len(self._schedules) > _SCHEDULES_KEPT:
            self._schedules.popitem(last=False)
        return True

    def schedule_at(self, revision: int) -> Schedule:
        """Where everything fell after so many edits, undos and redos; `step_to` has come there."""
        return self._schedules[revision]

    def plan_at(self, revision: int) -> Plan:
        """The plan then."""
        return self._schedules[revision].plan

    def _go(self, revision: int) -> None:
        past, here = self._document.past, self._revision
        if revision < here:
            stop = max(revision, here - ROWS_A_STEP)
            found = past.changes(stop + 1, here)
            back = [inverse(found[number]) for number in sorted(found, reverse=True)]
            self._plan = apply(self._plan, compose(back))
        else:
            stop = min(revision, here + ROWS_A_STEP)
            found = past.changes(here + 1, stop)
            self._plan = apply(self._plan, compose(found[number] for number in sorted(found)))
        self._revision = stop


def before_each(revisions: list[int]) -> dict[int, int]:
    """The revision that came before each one; they are given with the newest first, and 0 is before all."""
    return dict(pairwise([*revisions, 0]))
