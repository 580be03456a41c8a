"""What can be done on a day of the empty chart: adding on that day, a day off, and what is seen there."""

from datetime import date

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from planner.domain.items import ActivityId, PhaseId
from planner.ui.actions import ActionTable
from planner.ui.consequences import short_day
from planner.ui.editor import Editor
from planner.ui.entries.seeing import seeing_actions, zoom_actions
from planner.ui.entries.view_menu import VIEW
from planner.ui.timeline.view import TimelineView

SEEN_HERE = (
    "today",
    "fit",
    "zoom-in",
    "zoom-out",
    *(each.id for each in (*zoom_actions(VIEW), *seeing_actions(VIEW)) if each.submenu),
)
"""What the menu offers of the view, below what is added."""


class ChartMenu(QObject):
    """Makes the actions that know the day under the pointer, and tells which was chosen."""

    add_asked = Signal(str, object, object)
    """The action to add by (“add-activity”, …), the day, and the id of the group at that height or None."""

    day_off_asked = Signal(object)
    """The day without study to add."""

    def __init__(self, editor: Editor, view: TimelineView, actions: ActionTable) -> None:
        super().__init__(view)
        self._editor = editor
        self._view = view
        self._actions = actions

    def fill(self, menu: QMenu, at: QPointF) -> None:
        """Put in what can be added on the day under a point of the chart; nothing on a day that is over."""
        day = date.fromordinal(int(self._view.scale.day(at.x())))
        if self._actions.why_not("add-activity") or day < self._editor.today:
            return
        words, group = short_day(day, self._editor.today), self._group_at(at)
        for name, text in (
            ("add-activity", self.tr("Add an &activity on {day}…")),
            ("add-milestone", self.tr("Add a &milestone on {day}…")),
            ("add-fixed-date", self.tr("Add a fixed &date on {day}…")),
        ):
            add = self._add(menu, name, text.format(day=words))
            add.triggered.connect(lambda _checked, name=name: self.add_asked.emit(name, day, group))
        off = self._add(menu, "days-off", self.tr("Da&y off on {day}…").format(day=words))
        off.triggered.connect(lambda: self.day_off_asked.emit(day))

    def _group_at(self, at: QPointF) -> PhaseId | None:
        found = self._view.hit(at)
        if found is None:
            return None
        plan = self._editor.plan
        row = PhaseId(found.id)
        return row if row in plan.phases else plan.node(ActivityId(found.id)).phase

    def _add(self, menu: QMenu, name: str, text: str) -> QAction:
        action = menu.addAction(self._actions[name].icon(), text)
        action.setObjectName(f"{name}-here")
        return action
