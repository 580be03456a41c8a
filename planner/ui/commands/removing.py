"""Deleting what is selected, and the archive of what has logged hours."""

from collections.abc import Sequence

from planner.domain.items import ActivityId, NodeId, Phase
from planner.domain.structure import remove_items, what_goes
from planner.ui.archive_dialog import ArchiveDialog
from planner.ui.commands.chosen import named
from planner.ui.commands.family import Family
from planner.ui.inspector.ask import Question


class RemovingCommands(Family):
    """Each is one undo step."""

    def delete(self) -> None:
        """Delete the selected rows, or archive what has logged hours; a group that holds items asks first."""
        rows = self.chosen.rows
        if not rows:
            return
        plan = self._editor.plan
        ids = [each.id for each in rows]
        nodes, _ = what_goes(plan, ids)
        kept = [each for each in nodes if plan.sessions_of_activity.get(ActivityId(each))]
        held = len(nodes) - len(self.chosen.items)
        if any(isinstance(each, Phase) for each in rows) and held > 0 and not self._sure(held, kept):
            return
        form = self.tr("Archive {title}") if len(kept) == len(nodes) > 0 else self.tr("Delete {title}")
        if self._editor.apply(form.format(title=named(rows)), remove_items, ids, self._editor.today) and kept:
            self.undo_offered.emit(self._kept_sentence(kept))

    def show_archive(self) -> None:
        """List what is archived, to bring it back."""
        self.ask(ArchiveDialog(self._editor, self._window))

    def _sure(self, held: int, kept: Sequence[NodeId]) -> bool:
        """Ask before a group goes with all it holds."""
        chosen = self.chosen
        if held == 1:
            question = self.tr("The item that “{title}” holds goes with it.")
        else:
            question = self.tr("The {count} items that “{title}” holds go with it.")
        if kept:
            archived = self.tr("What has logged hours is archived, so that these stay.")
            question = f"{question} {archived}"
        sentence = question.format(count=held, title=named(chosen.groups))
        heading = self.tr("Delete {title}").format(title=named(chosen.rows))
        undo = self.tr("You can undo it.")
        return self.ask(Question(heading, f"{sentence} {undo}", self.tr("Delete"), self._window))

    def _kept_sentence(self, kept: Sequence[NodeId]) -> str:
        if len(kept) == 1:
            form = self.tr("“{title}” has logged hours, so it was archived, not deleted. See Edit, Archived.")
            return form.format(title=self._editor.plan.node(kept[0]).title)
        form = self.tr("{count} activities have logged hours, so they were archived. See Edit, Archived.")
        return form.format(count=len(kept))
