"""Dependencies without the mouse: joining the selected items, and changing or removing a link."""

from planner.domain.items import DependencyId
from planner.ui.commands.family import Family
from planner.ui.link_dialog import LinkDialog
from planner.ui.timeline.moves import unlink_items


class LinkCommands(Family):
    """Each is one undo step."""

    def link(self) -> None:
        """Ask which item waits for which; several selected ones are linked one after another."""
        self.ask(LinkDialog(self._editor, [each.id for each in self.chosen.items], self._window))

    def edit(self, dependency: DependencyId) -> None:
        """Ask for another kind or lag of a link, or let it go."""
        found = self._editor.plan.dependencies.get(dependency)
        if found is None or self._editor.read_only:
            return
        dialog = LinkDialog(self._editor, (), self._window, link=found)
        dialog.add_way_out(self.tr("Remove the link"), lambda: self.remove(dependency))
        self.ask(dialog)

    def remove(self, dependency: DependencyId) -> None:
        """Let an item no longer wait for another."""
        move = unlink_items(self._editor.plan, self._editor.plan.dependencies[dependency])
        self._editor.apply(move.text, move.verb)
