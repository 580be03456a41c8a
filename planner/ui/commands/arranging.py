"""Names and places of the selected rows."""

from PySide6.QtWidgets import QInputDialog, QLineEdit

from planner.domain.edits import rename
from planner.domain.items import Phase
from planner.ui.commands.family import Family


class ArrangingCommands(Family):
    """Each is one undo step."""

    def rename(self) -> None:
        """Ask for another title of the selected item."""
        node = self.chosen.only
        if node is None or isinstance(node, Phase):
            return
        title, accepted = QInputDialog.getText(
            self._window, self.tr("Rename"), self.tr("Title"), QLineEdit.EchoMode.Normal, node.title
        )
        if accepted and title.strip() != node.title:
            text = self.tr("Rename {old} to {new}").format(old=node.title, new=title.strip())
            self._editor.apply(text, rename, node.id, title)
