"""Lists to choose a group or an item from, in outline order, with what lies in a group set in."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QWidget

from planner.domain.items import Activity, Milestone, PhaseId
from planner.domain.plan import Plan

INDENT = "    "
MOST_SHOWN = 18


class GroupList(QComboBox):
    """Every group of a plan; with `top` also the top level, so called."""

    def __init__(
        self, plan: Plan, chosen: str | None, *, top: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(MOST_SHOWN)
        if top:
            self.addItem(top, None)
        depths: dict[PhaseId, int] = {}
        for each in plan.ordered_phases:
            depths[each.id] = 0 if each.parent is None else depths[each.parent] + 1
            self.addItem(INDENT * (depths[each.id] + bool(top)) + each.title, each.id)
        self.setCurrentIndex(max(self.findData(chosen), 0))


class ItemList(QComboBox):
    """Activities and milestones; the first entry says what it means to choose none of them."""

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self.setMaxVisibleItems(MOST_SHOWN)

    def offer(self, items: Iterable[Activity | Milestone], chosen: str | None) -> None:
        """Other items to choose from."""
        self.clear()
        self.addItem(self._nothing, None)
        for each in items:
            self.addItem(each.title, each.id)
        self.setCurrentIndex(max(self.findData(chosen), 0))


def all_items(plan: Plan) -> list[Activity | Milestone]:
    """The activities and milestones of a plan, group by group."""
    return [each for group in plan.ordered_phases for each in plan.rows_of_phase[group.id]]
