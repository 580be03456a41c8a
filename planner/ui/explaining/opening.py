"""Opens the explanation of a date, and goes where its lines lead."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.ui.actions import ActionTable
from planner.ui.editor import Editor
from planner.ui.inspector.inspector import Inspector
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.page import TimelinePage

if TYPE_CHECKING:  # all of it is loaded when something is asked
    from planner.domain.explaining.reasons import Target, Where
    from planner.ui.explaining.dialog import WhyDialog

_BESIDE = 14


class Explaining(QObject):
    """One explanation at a time, beside the window."""

    item_requested = Signal(str)
    """An item or phase to go to on the timeline."""

    details_requested = Signal(str)
    """An item whose details to show at the side."""

    def __init__(
        self,
        window: QWidget,
        editor: Editor,
        theme_controller: ThemeController,
        actions: ActionTable,
        timeline: TimelinePage,
        inspector: Inspector,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._editor = editor
        self._look = theme_controller
        self._actions = actions
        self._timeline = timeline
        self._inspector = inspector
        self._dialog: WhyDialog | None = None
        inspector.why_asked.connect(self.explain)

    def explain_selected(self) -> None:
        """Why the selected row is where it is; with nothing selected, why the plan finishes when it does."""
        self.explain(self._timeline.selected)

    def explain(self, asked: str | None) -> None:
        """Why an item or a phase is where it is; None and the empty id ask for the plan's finish."""
        dialog = self._shown()
        dialog.ask(asked or None)
        dialog.raise_()
        dialog.activateWindow()

    def _shown(self) -> "WhyDialog":
        from planner.ui.explaining.dialog import WhyDialog

        if self._dialog is None:
            self._dialog = WhyDialog(self._editor, self._look, self._window)
            self._dialog.led.connect(self._go)
            self._dialog.returned.connect(self._return)
        if not self._dialog.isVisible():
            self._dialog.move(self._place(self._dialog))
            self._dialog.show()
        return self._dialog

    def _place(self, dialog: QWidget) -> QPoint:
        """Beside the details, so that what is explained stays in sight."""
        window = self._window
        edge = window.width()
        if self._inspector.isVisible():
            edge = self._inspector.mapTo(window, QPoint(0, 0)).x()
        height = max(window.height() - dialog.height() - 60, 0)
        return window.mapToGlobal(QPoint(max(edge - dialog.width() - _BESIDE, 0), height))

    def _go(self, target: "Target") -> None:
        """Go where a line leads."""
        from planner.domain.explaining.reasons import Where

        where = target.where
        if where is Where.ITEM:
            self._go_to(target.id)
            self._shown().ask(target.id, on_the_way=True)
        elif where is Where.LINK:
            self._show_link(target.id)
        elif where is Where.STATUS and target.day == self._editor.plan.facts.start:
            self._actions["timeline"].trigger()
            self._timeline.view.go_to_day(target.day)
        elif where in (Where.STATUS, Where.HOURS, Where.DAYS_OFF):
            names = {Where.STATUS: "catch-up", Where.HOURS: "hours", Where.DAYS_OFF: "days-off"}
            self._do(names[where])
        else:
            self._edit(target.id, where)

    def _return(self, asked: str | None) -> None:
        if asked is not None:
            self._go_to(asked)

    def _go_to(self, item: str) -> None:
        """Show an item on the timeline; the keyboard stays with the explanation."""
        self.item_requested.emit(item)
        self._shown().activateWindow()

    def _do(self, action: str) -> None:
        """Do what the menu does, or say why it cannot be done."""
        if refusal := self._actions.why_not(action):
            self._timeline.message.emit(refusal)
        else:
            self._actions[action].trigger()

    def _show_link(self, dependency: str) -> None:
        """The dialog of a dependency; of a plan that takes no edits, its line on the chart."""
        found = next((key for key in self._editor.plan.dependencies if key == dependency), None)
        if found is None:
            return
        self._actions["timeline"].trigger()
        self._timeline.view.select_link(found)
        self._timeline.view.link_edit_requested.emit(found)

    def _edit(self, item: str, where: "Where") -> None:
        """The field in the details that a reason is about, with the keyboard in it."""
        self.details_requested.emit(item)
        field = _taking_keys(self._field(where))
        self._window.activateWindow()
        self._inspector.ensureWidgetVisible(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, where: "Where") -> QWidget:
        from planner.domain.explaining.reasons import Where

        inspector = self._inspector
        of_activity: dict[Where, Callable[[], QWidget]] = {
            Where.NOT_BEFORE: lambda: inspector.activity.not_before.edit,
            Where.EFFORT: lambda: inspector.activity.effort.likely,
            Where.SHARE: lambda: inspector.activity.share,
            Where.PAUSE: lambda: inspector.activity.pauses,
            Where.TARGET: lambda: inspector.milestone.day.edit,
        }
        if where in of_activity:
            return of_activity[where]()
        if not inspector.milestone.isHidden():
            return inspector.milestone.checklist
        verbs = inspector.activity.verbs
        return verbs.started if not verbs.started.isHidden() else verbs.reopen


def _taking_keys(widget: QWidget) -> QWidget:
    """A widget, or the uppermost part of it that takes the keyboard."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return widget
    parts = [each for each in widget.findChildren(QWidget) if each.isVisibleTo(widget)]
    taking = (each for each in parts if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return min(taking, key=lambda each: each.mapTo(widget, QPoint(0, 0)).y(), default=widget)
