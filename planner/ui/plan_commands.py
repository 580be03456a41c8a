"""Commands on the selection: ask where asking is needed, then apply one verb. A room for each subject."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.ui.commands.adding import AddingCommands
from planner.ui.commands.arranging import ArrangingCommands
from planner.ui.commands.chosen import Chosen
from planner.ui.commands.dating import DateCommands
from planner.ui.commands.linking import LinkCommands
from planner.ui.commands.pausing import PausingCommands
from planner.ui.commands.progress import ProgressCommands
from planner.ui.commands.removing import RemovingCommands
from planner.ui.editor import Editor


class PlanCommands(QObject):
    """All of them, on a selection that the window keeps up to date through `select`."""

    message = Signal(str)
    """One sentence for the status bar."""

    undo_offered = Signal(str)
    """One sentence on what was done otherwise than asked, to be shown with a way to undo it."""

    made = Signal(object)
    """The ids of what a command added, as a tuple: they are to be selected."""

    def __init__(self, editor: Editor, window: QWidget) -> None:
        super().__init__(window)
        self._editor = editor
        self._ids: tuple[str, ...] = ()
        self._chosen = Chosen(editor.plan)
        parts = (editor, window, lambda: self.chosen)
        self.adding = AddingCommands(*parts)
        self.arranging = ArrangingCommands(*parts)
        self.dates = DateCommands(*parts)
        self.linking = LinkCommands(*parts)
        self.pausing = PausingCommands(*parts)
        self.progress = ProgressCommands(*parts)
        self.removing = RemovingCommands(*parts)
        for each in (
            self.adding,
            self.arranging,
            self.dates,
            self.linking,
            self.pausing,
            self.progress,
            self.removing,
        ):
            each.message.connect(self.message)
            each.made.connect(self.made)
            each.undo_offered.connect(self.undo_offered)

    @property
    def chosen(self) -> Chosen:
        """What is selected, in the plan as it is now."""
        if self._chosen.plan is not self._editor.plan or self._chosen.ids != self._ids:
            self._chosen = Chosen(self._editor.plan, self._ids)
        return self._chosen

    def select(self, ids: tuple[str, ...]) -> None:
        """Remember what is selected, in row order."""
        self._ids = ids
