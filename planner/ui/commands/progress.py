"""Started, finished, reopened: what the learner says of the selected activities."""

from planner.domain.edits import finish_all, mark_started, reopen
from planner.ui.commands.chosen import named
from planner.ui.commands.family import Family


class ProgressCommands(Family):
    """Each is one undo step, whatever is selected; activities it does not fit are left as they are."""

    def start(self) -> None:
        """Say that the selected activities begin today."""
        found = [each for each in self.chosen.activities if each.started_on is None and not each.finished_on]
        if found:
            text = self.tr("Start {title}").format(title=named(found))
            self.apply_to_each(text, [each.id for each in found], mark_started, self._editor.today)

    def finish(self) -> None:
        """Mark the selected activities finished today."""
        found = [each for each in self.chosen.activities if each.finished_on is None]
        if found:
            text = self.tr("Finish {title}").format(title=named(found))
            self._editor.apply(text, finish_all, [each.id for each in found], self._editor.today)

    def reopen(self) -> None:
        """Take *finished* back; what was left before counts again."""
        found = [each for each in self.chosen.activities if each.finished_on is not None]
        if found:
            text = self.tr("Reopen {title}").format(title=named(found))
            self.apply_to_each(text, [each.id for each in found], reopen)
