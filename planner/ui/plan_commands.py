"""What the menus do to the selected item: ask where asking is needed, then apply one verb."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QInputDialog, QLineEdit, QWidget

from planner.domain.edits import mark_finished, rename
from planner.domain.items import Activity, ActivityId, Milestone, MilestoneId, NodeId, PhaseId, new_id
from planner.domain.structure import add_activity, add_milestone, remove
from planner.ui.add_dialog import AddDialog
from planner.ui.editor import Editor


class PlanCommands(QObject):
    """Commands on the selection, which the window keeps up to date through `select`."""

    def __init__(self, editor: Editor, window: QWidget) -> None:
        super().__init__(window)
        self._editor = editor
        self._window = window
        self._selected: str | None = None

    @property
    def selected(self) -> str | None:
        """The id of the selected phase, activity or milestone."""
        return self._selected

    @property
    def node(self) -> Activity | Milestone | None:
        """The selected activity or milestone, while it is in the plan."""
        if self._selected is None:
            return None
        plan = self._editor.plan
        activity = plan.activities.get(ActivityId(self._selected))
        return activity or plan.milestones.get(MilestoneId(self._selected))

    def select(self, item_id: str | None) -> None:
        """Remember what is selected."""
        self._selected = item_id

    def rename(self) -> None:
        """Ask for another title of the selected item."""
        node = self.node
        if node is None:
            return
        title, chosen = QInputDialog.getText(
            self._window, self.tr("Rename"), self.tr("Title"), QLineEdit.EchoMode.Normal, node.title
        )
        if chosen and title.strip() != node.title:
            text = self.tr("Rename {old} to {new}").format(old=node.title, new=title.strip())
            self._editor.apply(text, rename, node.id, title)

    def delete(self) -> None:
        """Delete the selected item; undo brings it back."""
        if self.node is not None:
            text = self.tr("Delete {title}").format(title=self.node.title)
            self._editor.apply(text, remove, self.node.id)

    def finish(self) -> None:
        """Mark the selected activity finished today."""
        if isinstance(self.node, Activity) and self.node.finished_on is None:
            text = self.tr("Finish {title}").format(title=self.node.title)
            self._editor.apply(text, mark_finished, self.node.id, self._editor.today)

    def add_activity(self) -> NodeId | None:
        """Ask for a new activity and add it; its id, or None."""
        dialog = self._ask(activity=True)
        if dialog is None:
            return None
        new = ActivityId(new_id())
        text = self.tr("Add {title}").format(title=dialog.title)
        added = self._editor.apply(
            text,
            add_activity,
            new,
            dialog.phase,
            dialog.title,
            dialog.hours,
            dialog.kind,
            follows=dialog.follows,
            not_before=self._editor.today if dialog.follows is None else None,
        )
        return new if added else None

    def add_milestone(self) -> NodeId | None:
        """Ask for a new milestone and add it; its id, or None."""
        dialog = self._ask(activity=False)
        if dialog is None:
            return None
        new = MilestoneId(new_id())
        text = self.tr("Add {title}").format(title=dialog.title)
        added = self._editor.apply(
            text, add_milestone, new, dialog.phase, dialog.title, follows=dialog.follows
        )
        return new if added else None

    def _ask(self, *, activity: bool) -> AddDialog | None:
        phase = self._phase_of_selection()
        if phase is None:
            return None
        behind = None if self.node is None else self.node.id
        dialog = AddDialog(self._editor.plan, phase, activity=activity, behind=behind, parent=self._window)
        answer = dialog.exec()
        dialog.deleteLater()
        return dialog if answer == QDialog.DialogCode.Accepted else None

    def _phase_of_selection(self) -> PhaseId | None:
        plan = self._editor.plan
        if self.node is not None:
            return self.node.phase
        if self._selected in plan.phases:
            return PhaseId(str(self._selected))
        return plan.ordered_phases[0].id if plan.ordered_phases else None
