"""The rows of the outline and the chart: groups with what belongs to them, in outline order. No Qt.

One `Rows` serves the outline, the chart, hit-testing and print alike, so that they cannot come apart. A
collapsed group keeps its own row and hides those below it.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np
import numpy.typing as npt

from planner.domain.changes import Changes, Table
from planner.domain.items import Activity, Dependency, Milestone, PhaseId
from planner.domain.plan import Plan


class RowKind(StrEnum):
    """What a row stands for."""

    PHASE = "phase"
    ACTIVITY = "activity"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class Row:
    """One line: the id of a phase, activity or milestone, and the colour number of its phase.

    `phase` is the phase itself, or the one that holds the item. `depth` is 0 for a group at the top, 1 for what
    is directly in it.
    """

    id: str
    kind: RowKind
    phase: PhaseId
    colour: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Sort:
    """A column's name to sort by within each group, smallest first unless said otherwise."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class RowChoice:
    """Which of the plan's rows to show and in what order: all but those in collapsed groups, unless said."""

    collapsed: frozenset[str] = frozenset()
    words: str = ""
    sort: Sort | None = None


ALL_ROWS = RowChoice()
"""Every row, in the plan's own order."""


@dataclass(frozen=True)
class Rows:
    """The rows in order, with what is needed to find them and the dependencies between them.

    `dependencies` are those whose both ends have a row; `collapsed` are the phases whose items are hidden.
    """

    rows: tuple[Row, ...]
    collapsed: frozenset[str]
    dependencies: tuple[Dependency, ...]

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def index(self) -> dict[str, int]:
        """Row number by id."""
        return {row.id: number for number, row in enumerate(self.rows)}

    @cached_property
    def dependency_rows(self) -> npt.NDArray[np.int64]:
        """For each dependency the row it leaves and the row it enters; shape (dependencies, 2)."""
        index = self.index
        ends = [(index[each.before], index[each.after]) for each in self.dependencies]
        return np.array(ends, dtype=np.int64).reshape(len(ends), 2)

    def dependencies_across(self, first: int, last: int) -> list[tuple[Dependency, int, int]]:
        """The dependencies that run through the rows from first to last, with their two rows."""
        ends = self.dependency_rows
        touches = (ends.min(axis=1, initial=len(self)) <= last) & (ends.max(axis=1, initial=0) >= first)
        return [
            (self.dependencies[number], int(ends[number, 0]), int(ends[number, 1]))
            for number in np.flatnonzero(touches)
        ]


def rows_of(plan: Plan, choice: RowChoice = ALL_ROWS) -> Rows:
    """The plan's rows as chosen."""
    rows: list[Row] = []
    collapsed = choice.collapsed
    for phase in plan.ordered_phases:
        rows.append(Row(phase.id, RowKind.PHASE, phase.id, phase.colour))
        if phase.id not in collapsed:
            rows += [
                Row(each.id, kind_of(each), phase.id, phase.colour, 1) for each in plan.rows_of_phase[phase.id]
            ]
    shown = {row.id for row in rows if row.kind is not RowKind.PHASE}
    dependencies = tuple(
        each for each in plan.dependencies.values() if each.before in shown and each.after in shown
    )
    return Rows(tuple(rows), collapsed & plan.phases.keys(), dependencies)


def kind_of(item: Activity | Milestone) -> RowKind:
    """Which kind of row an item has."""
    return RowKind.ACTIVITY if isinstance(item, Activity) else RowKind.MILESTONE


def change_rows(changes: Changes) -> bool:
    """Whether changes add, remove, reorder or relink rows; else the rows stay what they are."""
    for change in changes:
        if change.table in (Table.PHASES, Table.DEPENDENCIES):
            return True
        before, after = change.before, change.after
        if change.table not in (Table.ACTIVITIES, Table.MILESTONES):
            continue
        if not isinstance(before, Activity | Milestone) or not isinstance(after, Activity | Milestone):
            return True
        if (before.phase, before.position) != (after.phase, after.position):
            return True
    return False
