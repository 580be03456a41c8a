"""The lasting sign in the line at the bottom that something cannot be as planned; a press shows what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.ui.fields.link_button import LinkButton
from planner.ui.impossible.keeper import ProblemKeeper
from planner.ui.impossible.words import headline


class ProblemSign(LinkButton):
    """Like “One thing cannot be as planned”; hidden while all can be."""

    changed = Signal()
    """It needs other room."""

    def __init__(self, keeper: ProblemKeeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        keeper.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.say(headline(len(self._keeper.problems)))
        self.setAccessibleDescription(self.tr("Shows what, and what would help"))
        self.changed.emit()
