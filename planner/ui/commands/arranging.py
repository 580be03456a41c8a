"""Names and places of the selected rows: renamed, copied, moved in the outline."""

from functools import partial

from planner.domain.arrange import duplicate, indent, outdent, rename_group
from planner.domain.copying import rows_copied
from planner.domain.edits import rename
from planner.domain.items import Phase, new_id
from planner.domain.outline_order import outermost
from planner.domain.row_steps import step_rows
from planner.ui.commands.chosen import named
from planner.ui.commands.family import Family
from planner.ui.title_dialog import TitleDialog


class ArrangingCommands(Family):
    """Each is one undo step, and none moves a date."""

    def rename(self) -> None:
        """Ask for another title of the selected row."""
        row = self.chosen.only
        if row is None:
            return
        question = self.tr("What is “{title}” to be called?").format(title=row.title)
        dialog = TitleDialog(self.tr("Rename"), question, self.tr("Rename"), self._window, old=row.title)
        if not self.ask(dialog):
            return
        text = self.tr("Rename {old} to {new}").format(old=row.title, new=dialog.title)
        verb = (
            partial(rename_group, group=row.id, title=dialog.title)
            if isinstance(row, Phase)
            else partial(rename, node=row.id, title=dialog.title)
        )
        self._editor.apply(text, verb)

    def duplicate(self) -> None:
        """Copy the selected rows to right below them; a group with all it holds."""
        rows = outermost(self._editor.plan, self._ids())
        if not rows:
            return
        new_ids = {each: new_id() for each in rows_copied(self._editor.plan, self._ids())}
        text = self.tr("Duplicate {title}").format(title=named(rows))
        if self._editor.apply(text, duplicate, self._ids(), new_ids):
            self.made.emit(tuple(new_ids[each.id] for each in rows))

    def indent(self) -> None:
        """Move the selected rows into the group above them."""
        if self._ids():
            text = self.tr("Indent {title}").format(title=named(self.chosen.rows))
            self._editor.apply(text, indent, self._ids())

    def outdent(self) -> None:
        """Move the selected rows out of their group."""
        if self._ids():
            text = self.tr("Outdent {title}").format(title=named(self.chosen.rows))
            self._editor.apply(text, outdent, self._ids())

    def move_up(self) -> None:
        """Move the selected rows a place up."""
        if self._ids():
            text = self.tr("Move {title} up").format(title=named(self.chosen.rows))
            self._editor.apply(text, step_rows, self._ids(), -1)

    def move_down(self) -> None:
        """Move the selected rows a place down."""
        if self._ids():
            text = self.tr("Move {title} down").format(title=named(self.chosen.rows))
            self._editor.apply(text, step_rows, self._ids(), 1)

    def _ids(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.chosen.rows)
