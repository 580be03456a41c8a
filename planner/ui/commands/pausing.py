"""Splitting the selected bar around a pause, and closing the gap again."""

from planner.domain.items import Activity
from planner.domain.splitting import close_gap
from planner.ui.commands.family import Family
from planner.ui.pause_words import gap_text
from planner.ui.split_dialog import CloseGapDialog, SplitDialog


class PausingCommands(Family):
    """Each is one undo step."""

    def split(self) -> None:
        """Ask for the days of a pause and give the selected activity none of their hours."""
        activity = self.chosen.only
        if isinstance(activity, Activity) and activity.finished_on is None:
            self.ask(SplitDialog(self._editor, activity, self._window))

    def close_gap(self) -> None:
        """Let the selected activity have the hours of its pause again; of several pauses it asks which."""
        activity = self.chosen.only
        if not isinstance(activity, Activity) or not activity.pauses:
            return
        if len(activity.pauses) > 1:
            self.ask(CloseGapDialog(self._editor, activity, self._window))
            return
        pause = activity.pauses[0]
        self._editor.apply(gap_text(activity, pause), close_gap, activity.id, pause)
