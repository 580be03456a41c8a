"""Deleting what is selected."""

from planner.domain.structure import remove
from planner.ui.commands.chosen import named
from planner.ui.commands.family import Family


class RemovingCommands(Family):
    """Each is one undo step."""

    def delete(self) -> None:
        """Delete the selected items; undo brings them back."""
        found = self.chosen.items
        if found:
            text = self.tr("Delete {title}").format(title=named(found))
            self.apply_to_each(text, [each.id for each in found], remove)
