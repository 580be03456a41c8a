"""A box to tick with words that wrap, as Qt's own box cannot wrap its text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.ui.fields.check_box import CheckBox
from planner.ui.fields.text import ClickLabel, set_property

_BOX_WIDTH = 18
_BOX_HEIGHT = 20


class CheckRow(QWidget):
    """`clicked` tells of a tick by the person."""

    clicked = Signal(bool)

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = bare_box(self)
        self.words = ClickLabel(parent=self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self.words.setContentsMargins(0, 2, 0, 2)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignTop)
        self.box.chosen.connect(self.clicked)
        self.words.clicked.connect(self.box.click)
        self.setFocusProxy(self.box)
        self.say(words)

    def say(self, words: str) -> None:
        """Set the words."""
        self.words.say(words)
        self.box.setAccessibleName(words)

    def show_done(self, done: bool) -> None:
        """Show whether it is done; what is done steps back."""
        self.box.show_checked(done)
        set_property(self.words, "state", "done" if done else "")


def bare_box(parent: QWidget) -> CheckBox:
    """A box without words of its own, as narrow as its indicator."""
    box = CheckBox(parent=parent)
    box.setFixedSize(_BOX_WIDTH, _BOX_HEIGHT)
    return box
