"""The rows of the outline and the chart: groups with what belongs to them, in outline order. No Qt.

One `Rows` serves the outline, the chart, hit-testing and print alike, so that they cannot come apart. A
collapsed group keeps its own row and hides those below it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

import numpy as np
import numpy.typing as npt

from planner.domain.changes import Changes, Table
from planner.domain.items import Activity, Dependency, Milestone, Phase, PhaseId
from planner.domain.plan import Plan
from planner.ui.timeline.columns import Dates, Thing
from planner.ui.timeline.row_filter import Quick, group_matches, matching, words_in
from planner.ui.timeline.row_order import Sort, in_order


class RowKind(StrEnum):
    """What a row stands for."""

    PHASE = "phase"
    ACTIVITY = "activity"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class Row:
    """One line: the id of a phase, activity or milestone, and the colour number of its phase.

    `phase` is the group itself, or the one that holds the item. `depth` is 0 for a group at the top, 1 for
    what lies directly in it. `holder` is the number in `Rows.tree` of the group it lies in, -1 at the top.
    """

    id: str
    kind: RowKind
    phase: PhaseId
    colour: int
    depth: int = 0
    holder: int = -1


@dataclass(frozen=True, slots=True)
class RowChoice:
    """Which of the plan's rows to show and in what order: all but those in collapsed groups, unless said.

    `words` and `quick` leave only what matches, with the groups it lies in; `sort` sorts within groups.
    """

    collapsed: frozenset[str] = frozenset()
    words: str = ""
    quick: frozenset[Quick] = frozenset()
    sort: Sort | None = None

    @property
    def filtered(self) -> bool:
        """Whether rows are left out that do not match."""
        return bool(self.words.strip() or self.quick)

    @property
    def by_content(self) -> bool:
        """Whether the rows depend on what the items say, so that any edit may change them."""
        return self.filtered or self.sort is not None


ALL_ROWS = RowChoice()
"""Every row, in the plan's own order."""


@dataclass(frozen=True)
class Rows:
    """The rows in order, with what is needed to find them and the dependencies between them.

    `tree` are the rows with those that lie in collapsed groups, and `places` the row number each of these
    stands at: its own, or that of the collapsed group. `dependencies` are those between two such places;
    `collapsed` are the groups whose content is hidden. `found` are the ids of the items that match the
    filter, None without one, and `total` counts all items of the plan.
    """

    rows: tuple[Row, ...]
    tree: tuple[Row, ...]
    places: Mapping[str, int]
    collapsed: frozenset[str]
    dependencies: tuple[Dependency, ...]
    found: frozenset[str] | None
    total: int

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def index(self) -> dict[str, int]:
        """Row number by id."""
        return {row.id: number for number, row in enumerate(self.rows)}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids from top to bottom."""
        return tuple([row.id for row in self.rows])

    @cached_property
    def tree_index(self) -> dict[str, int]:
        """Number in `tree` by id."""
        return {row.id: number for number, row in enumerate(self.tree)}

    @cached_property
    def dependency_rows(self) -> npt.NDArray[np.int64]:
        """For each dependency the row it leaves and the row it enters; shape (dependencies, 2)."""
        places = self.places
        ends = [(places[each.before], places[each.after]) for each in self.dependencies]
        return np.array(ends, dtype=np.int64).reshape(len(ends), 2)

    def dependencies_across(self, first: int, last: int) -> list[tuple[Dependency, int, int]]:
        """The dependencies that run through the rows from first to last, with their two rows."""
        ends = self.dependency_rows
        touches = (ends.min(axis=1, initial=len(self)) <= last) & (ends.max(axis=1, initial=0) >= first)
        return [
            (self.dependencies[number], int(ends[number, 0]), int(ends[number, 1]))
            for number in np.flatnonzero(touches)
        ]


def rows_of(plan: Plan, choice: RowChoice = ALL_ROWS, dates: Dates | None = None) -> Rows:
    """The plan's rows as chosen; sorting and quick filters ask for the plan's `dates`."""
    found = matching(plan, choice.words, choice.quick, dates)
    tree = _tree(plan, choice, dates)
    if found is not None:
        tree = _with_groups(tree, found, plan, words_in(choice.words))
    rows = _unfolded(tree, choice.collapsed)
    places = _places(tree, rows)
    dependencies = tuple(
        [
            each
            for each in plan.active_dependencies.values()
            if places.get(each.before) != places.get(each.after)
            and each.before in places
            and each.after in places
        ]
    )
    return Rows(
        rows=tuple(rows),
        tree=tuple(tree),
        places=places,
        collapsed=choice.collapsed & plan.phases.keys(),
        dependencies=dependencies,
        found=found,
        total=len(plan.active) + len(plan.milestones),
    )


def _tree(plan: Plan, choice: RowChoice, dates: Dates | None) -> list[Row]:
    """All rows, each group followed by what lies in it."""
    tree: list[Row] = []
    children = plan.children_of
    waiting: list[tuple[Thing, Row | None, int]] = [(each, None, -1) for each in reversed(children[None])]
    while waiting:
        each, holder, number = waiting.pop()
        depth = 0 if holder is None else holder.depth + 1
        if not isinstance(each, Phase):
            colour = 0 if holder is None else holder.colour
            tree.append(Row(each.id, kind_of(each), each.phase, colour, depth, number))
            continue
        row = Row(each.id, RowKind.PHASE, each.id, each.colour, depth, number)
        inside: Sequence[Thing] = children[each.id]
        if choice.sort is not None:
            if dates is None:
                raise ValueError("sorting needs dates")
            inside = in_order(inside, choice.sort, dates)
        waiting += [(child, row, len(tree)) for child in reversed(inside)]
        tree.append(row)
    return tree


def _places(tree: list[Row], rows: list[Row]) -> dict[str, int]:
    """The row number each row of the tree stands at: what is hidden, at its collapsed group."""
    places = {row.id: number for number, row in enumerate(rows)}
    if len(rows) < len(tree):
        for row in tree:
            if row.id not in places:
                places[row.id] = places[tree[row.holder].id]
    return places


def _with_groups(tree: list[Row], found: frozenset[str], plan: Plan, words: tuple[str, ...]) -> list[Row]:
    """The rows that were found and the groups they lie in; groups found by their own title too."""
    kept = [
        row.id in found or (row.kind is RowKind.PHASE and group_matches(plan.phases[row.phase], words))
        for row in tree
    ]
    # What lies in a group comes behind it, so from the end each row is settled before its group.
    for number in range(len(tree) - 1, -1, -1):
        if kept[number] and tree[number].holder >= 0:
            kept[tree[number].holder] = True
    numbers: dict[int, int] = {-1: -1}
    rows: list[Row] = []
    for number, row in enumerate(tree):
        if kept[number]:
            numbers[number] = len(rows)
            rows.append(replace(row, holder=numbers[row.holder]))
    return rows


def _unfolded(tree: list[Row], collapsed: frozenset[str]) -> list[Row]:
    """The rows that lie in no collapsed group."""
    if not collapsed:
        return tree
    hidden = [False] * len(tree)
    for number, row in enumerate(tree):
        holder = row.holder
        hidden[number] = holder >= 0 and (hidden[holder] or tree[holder].id in collapsed)
    return [row for number, row in enumerate(tree) if not hidden[number]]


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
        if _place(before) != _place(after):
            return True
    return False


def _place(item: Activity | Milestone) -> tuple[object, ...]:
    """Where an item stands in the outline, and whether it does."""
    return item.phase, item.position, isinstance(item, Activity) and item.archived_on
