"""A small box for minutes that were really studied: “90”, “1:30” and “1 h 30” mean the same."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.domain.typed_minutes import parse_minutes
from planner.domain.wording import minutes_text


class MinutesField(QLineEdit):
    """Shows minutes, or is empty for none. `typed` tells of minutes the person entered."""

    typed = Signal(int)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = 0
        self.setPlaceholderText(placeholder)
        self.setToolTip(self.tr("Minutes, or hours like 1:30"))
        self.setMaxLength(12)
        self.editingFinished.connect(self.take)

    @property
    def minutes(self) -> int:
        """The minutes shown."""
        return self._minutes

    def show_minutes(self, minutes: int) -> None:
        """Show minutes without telling of it; what is being typed is left alone."""
        self._minutes = minutes
        if not (self.hasFocus() and self.isModified()):
            self._show()

    def forget(self) -> None:
        """Leave what was typed: the box stands for something else now."""
        self._show()

    def take(self) -> None:
        """Take what was typed so far, as leaving the box or Enter does."""
        if not self.isModified():
            return
        minutes = parse_minutes(self.text())
        changed = minutes is not None and minutes != self._minutes
        if minutes is not None:
            self._minutes = minutes
        # What cannot be minutes gives way to what stood there before.
        self._show()
        if changed:
            self.typed.emit(self._minutes)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose all of it, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def _show(self) -> None:
        self.setText(minutes_text(self._minutes) if self._minutes else "")
        self.setModified(False)
