"""A check box that tells of what a person chose, whichever way: mouse, key or screen reader."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget


class CheckBox(QCheckBox):
    """`chosen` comes when a person ticks or unticks it, not when `show_checked` shows what is so.

    Qt's own `clicked` misses screen readers, whose first action toggles the box without a click.
    """

    chosen = Signal(bool)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._showing = False
        self.toggled.connect(self._on_toggled)

    def show_checked(self, checked: bool) -> None:
        """Show what is so, without telling of it."""
        self._showing = True
        self.setChecked(checked)
        self._showing = False

    def _on_toggled(self, checked: bool) -> None:
        if not self._showing:
            self.chosen.emit(checked)
