"""Adding activities and milestones."""

from planner.domain.items import ActivityId, MilestoneId, Phase, PhaseId, new_id
from planner.domain.structure import add_activity, add_milestone
from planner.ui.add_dialog import AddDialog
from planner.ui.commands.family import Family


class AddingCommands(Family):
    """Each asks for what is new, adds it as one undo step, and tells its id through `made`."""

    def add_activity(self) -> None:
        """Ask for a new activity and add it, behind what is selected unless the learner says otherwise."""
        dialog = self._dialog(activity=True)
        if dialog is None or not self.ask(dialog):
            return
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
        if added:
            self.made.emit((new,))

    def add_milestone(self) -> None:
        """Ask for a new milestone and add it."""
        dialog = self._dialog(activity=False)
        if dialog is None or not self.ask(dialog):
            return
        new = MilestoneId(new_id())
        text = self.tr("Add {title}").format(title=dialog.title)
        if self._editor.apply(text, add_milestone, new, dialog.phase, dialog.title, follows=dialog.follows):
            self.made.emit((new,))

    def _dialog(self, *, activity: bool) -> AddDialog | None:
        phase = self._group()
        if phase is None:
            return None
        behind = self.chosen.items[-1].id if self.chosen.items else None
        return AddDialog(self._editor.plan, phase, activity=activity, behind=behind, parent=self._window)

    def _group(self) -> PhaseId | None:
        """The group a new item goes into unless the learner chooses another: the one of what is selected."""
        plan, rows = self._editor.plan, self.chosen.rows
        if rows:
            last = rows[-1]
            return last.id if isinstance(last, Phase) else last.phase
        return plan.ordered_phases[0].id if plan.ordered_phases else None
