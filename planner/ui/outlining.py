"""The actions on the outline: what it shows of the rows, and which of them, with ticks that stay true."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from planner.ui.actions import ActionTable
from planner.ui.timeline.columns import Column
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.row_filter import Quick

ONLY = {
    "only-open": Quick.OPEN,
    "only-month": Quick.THIS_MONTH,
    "only-late": Quick.LATE,
    "only-critical": Quick.CRITICAL,
    "only-evidence": Quick.NO_EVIDENCE,
    "only-milestones": Quick.MILESTONES,
}
"""The actions that leave rows out."""

CHOSEN = {f"column-{column}": column for column in Column if column is not Column.PATH}
"""The actions that show a column."""


class Outlining(QObject):
    """Joins these actions to the timeline's rows and columns."""

    def __init__(self, timeline: TimelinePage, actions: ActionTable) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        self._actions = actions
        timeline.outline.columns.chosen.connect(self._check)
        timeline.keeper.choice_changed.connect(self._check)
        self._check()

    def table(self) -> dict[str, Callable[[], object]]:
        """The handler of each of these actions, by its id."""
        keeper = self._timeline.keeper
        return {
            "collapse-all": partial(keeper.fold, None, True),
            "expand-all": partial(keeper.fold, None, False),
            **{action: partial(self._switch_column, column) for action, column in CHOSEN.items()},
            **{action: partial(self._switch_filter, quick) for action, quick in ONLY.items()},
            "show-everything": self._timeline.clear_filter,
            "sort-as-planned": keeper.sort_as_planned,
        }

    def _switch_column(self, column: Column) -> None:
        columns = self._timeline.outline.columns
        columns.show_column(column, column not in columns.shown)

    def _switch_filter(self, quick: Quick) -> None:
        keeper = self._timeline.keeper
        keeper.show_quick(keeper.choice.quick ^ {quick})
        self._check()

    def _check(self) -> None:
        shown, choice = self._timeline.outline.columns.shown, self._timeline.keeper.choice
        for action, column in CHOSEN.items():
            self._actions[action].setChecked(column in shown)
        for action, quick in ONLY.items():
            self._actions[action].setChecked(quick in choice.quick)
