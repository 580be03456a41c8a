"""RowsKeeper: which rows of the plan are shown. Outline and chart take their rows from here alone."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from planner.domain.changes import Changes
from planner.ui.editor import Editor
from planner.ui.timeline.columns import Column, Dates
from planner.ui.timeline.row_filter import Quick
from planner.ui.timeline.row_order import Sort, next_sort
from planner.ui.timeline.rows import RowChoice, Rows, change_rows, rows_of


class RowsKeeper(QObject):
    """Folding, filter and sorting, and the rows that follow from them.

    What is folded while a filter holds is forgotten with it: a filter shows what it finds, and afterwards
    everything is folded as it was.
    """

    rows_changed = Signal()
    """Other rows, or the same in another order or folded otherwise."""

    choice_changed = Signal()
    """Another filter or another order."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._choice = RowChoice()
        self._folded: frozenset[str] = frozenset()
        self._rows = self._read()

    @property
    def rows(self) -> Rows:
        """The rows to show."""
        return self._rows

    @property
    def choice(self) -> RowChoice:
        """Which rows these are."""
        return self._choice

    @property
    def state(self) -> dict[str, Any]:
        """Folding, filter and order, as values that JSON knows."""
        sort = self._choice.sort
        return {
            "collapsed": sorted(self._folded if self._choice.filtered else self._choice.collapsed),
            "words": self._choice.words,
            "quick": sorted(self._choice.quick),
            "sort": None if sort is None else [sort.column.value, sort.descending],
        }

    def in_plan(self, row_id: str) -> bool:
        """Whether the plan has such a row, shown or not."""
        plan = self._editor.plan
        return row_id in plan.phases or row_id in plan.active or row_id in plan.milestones

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what `state` gave; what is missing or makes no sense is left aside."""
        collapsed, words, quick = state.get("collapsed"), state.get("words"), state.get("quick")
        folded = frozenset(_texts(collapsed)) & self._editor.plan.phases.keys()
        choice = RowChoice(
            words=words if isinstance(words, str) else "",
            quick=frozenset(Quick(each) for each in _texts(quick) if each in set(Quick)),
            sort=_sort(state.get("sort")),
        )
        self._folded = folded
        self._choose(choice if choice.filtered else replace(choice, collapsed=folded))

    def fold(self, group: str | None, folded: bool) -> None:
        """Hide or show what lies in a group; None for every group."""
        groups: frozenset[str] = frozenset(self._editor.plan.phases if group is None else [group])
        collapsed = self._choice.collapsed
        self._choose(replace(self._choice, collapsed=collapsed | groups if folded else collapsed - groups))

    def uncover(self, item_id: str) -> None:
        """See to it that a row shows: unfold the groups it lies in, and let go of a filter that hides it."""
        if item_id in self._rows.index:
            return
        if item_id not in self._rows.tree_index:
            self.clear_filter()
        if item_id in self._rows.tree_index:
            self._choose(replace(self._choice, collapsed=self._choice.collapsed - self._holders_of(item_id)))

    def show_words(self, words: str) -> None:
        """Show only what holds these words; empty shows all."""
        self._filter(replace(self._choice, words=words))

    def show_quick(self, quick: frozenset[Quick]) -> None:
        """Show only what these filters let through; none shows all."""
        self._filter(replace(self._choice, quick=quick))

    def clear_filter(self, keep: str | None = None) -> None:
        """Show everything again, folded as it was but for what hides the row to keep."""
        if self._choice.filtered and keep is not None:
            self._folded -= self._holders_of(keep)
        self._filter(replace(self._choice, words="", quick=frozenset()))

    def sort_by(self, column: Column) -> None:
        """Sort by a column; the same again the other way round, then by the plan's own order."""
        self._choose(replace(self._choice, sort=next_sort(self._choice.sort, column)))

    def sort_as_planned(self) -> None:
        """Show the plan's own order again."""
        self._choose(replace(self._choice, sort=None))

    def on_changed(self, changes: Changes) -> None:
        """The plan changed."""
        if self._choice.by_content or change_rows(changes):
            self._show(self._read())

    def on_today_changed(self) -> None:
        """Another day: what is late or this month may be something else."""
        if self._choice.by_content:
            self._show(self._read())

    def _holders_of(self, item_id: str) -> frozenset[str]:
        """The groups that a row lies in, as far as it has one."""
        number, holders = self._rows.tree_index.get(item_id), set[str]()
        while number is not None and (number := self._rows.tree[number].holder) >= 0:
            holders.add(self._rows.tree[number].id)
        return frozenset(holders)

    def _filter(self, choice: RowChoice) -> None:
        if choice.filtered and not self._choice.filtered:
            self._folded = self._choice.collapsed
        if choice.filtered and (choice.words, choice.quick) != (self._choice.words, self._choice.quick):
            choice = replace(choice, collapsed=frozenset())
        if not choice.filtered and self._choice.filtered:
            choice = replace(choice, collapsed=self._folded)
        self._choose(choice)

    def _choose(self, choice: RowChoice) -> None:
        if choice == self._choice:
            return
        before, self._choice = self._choice, choice
        self._show(self._read())
        if (before.words, before.quick, before.sort) != (choice.words, choice.quick, choice.sort):
            self.choice_changed.emit()

    def _show(self, rows: Rows) -> None:
        self._rows = rows
        self.rows_changed.emit()

    def _read(self) -> Rows:
        editor = self._editor
        return rows_of(editor.plan, self._choice, Dates(editor.plan, editor.schedule, editor.today))


def _texts(values: object) -> list[str]:
    return [each for each in values if isinstance(each, str)] if isinstance(values, list) else []


def _sort(value: object) -> Sort | None:
    if isinstance(value, list) and len(value) == 2 and value[0] in set(Column) and isinstance(value[1], bool):
        return Sort(Column(value[0]), value[1])
    return None
