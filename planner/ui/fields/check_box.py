"""A check box that tells of what a person chose, whichever way: mouse, key or screen reader."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget


class CheckBox(QCheckBox):
    """`chosen` comes when a person ticks or unticks it, not when `show_checked` shows what is so.

    Qt's own `clicked` misses screen readers, whose first action toggles the box without a click.
    """

    chosen = Signal(bool)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._showing = False
        self._begun = False
        self.checkStateChanged.connect(self._on_changed)

    def show_checked(self, checked: bool, *, begun: bool = False) -> None:
        """Show what is so, without telling of it. A person who presses a box that is `begun` ticks it."""
        states = Qt.CheckState
        state = states.Checked if checked else states.PartiallyChecked if begun else states.Unchecked
        tristate = begun and not checked
        # Qt paints a box anew that is told what it shows already: a list of them after each edit.
        if (state, tristate, tristate) == (self.checkState(), self.isTristate(), self._begun):
            return
        self._showing = True
        self.setCheckState(state)
        self.setTristate(tristate)
        self._begun = tristate
        self._showing = False

    def nextCheckState(self) -> None:
        """What is done in part is ticked next, and nothing is left half done by a press."""
        ticked = self.checkState() is not Qt.CheckState.Checked
        self.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _on_changed(self, state: Qt.CheckState) -> None:
        if self._showing:
            return
        # To Qt a box that is half ticked is ticked, so that a screen reader's press unticks it.
        done = self._begun or state is Qt.CheckState.Checked
        self.show_checked(done)
        self.chosen.emit(done)
