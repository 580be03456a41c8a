"""A field for a time of the day, typed as people write it: “7”, “7:45”, “19.30” or “7 pm”."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.domain.guards import MINUTES_A_DAY
from planner.domain.typed_times import read_time
from planner.domain.wording import clock_text
from planner.ui.fields.growing import grow_around
from planner.ui.fields.text import TextLabel, filled

_STEPS = {Qt.Key.Key_Up: 15, Qt.Key.Key_Down: -15, Qt.Key.Key_PageUp: 60, Qt.Key.Key_PageDown: -60}
_PADDING = 26


class ClockField(QLineEdit):
    """One line for a time; arrows step a quarter of an hour, Page Up and Page Down an hour.

    A text that is no time stays as it was typed, with a `problem`, and `minutes` stay those before it.
    """

    typed = Signal()
    """Another time, or a text that is none."""

    def __init__(self, name: str, minutes: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._chosen_by_click = False
        self.setAccessibleName(name)
        self.setToolTip(self.tr("A time like 19:30, 7 or 7 pm"))
        self.setMaxLength(12)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("00:00 pm") + _PADDING)
        self.set_minutes(minutes)
        self.textEdited.connect(self._read)
        self.editingFinished.connect(self._write_out)

    @property
    def minutes(self) -> int:
        """The time, in minutes after midnight."""
        return self._minutes

    @property
    def problem(self) -> str:
        """Why what is typed cannot be taken, as one sentence; empty when it can."""
        if read_time(self.text()) is not None:
            return ""
        if not self.text().strip():
            return filled(self.tr("%1: type a time, like 19:30."), self.accessibleName())
        return filled(
            self.tr("%1: “%2” is no time of the day. Type one like 19:30, 7 or 7 pm."),
            self.accessibleName(),
            self.text().strip(),
        )

    def set_minutes(self, minutes: int) -> None:
        """Show a time, given in minutes after midnight, in place of what was typed."""
        self._minutes = minutes
        self.setText(clock_text(minutes))
        self.setAccessibleDescription("")
        self.typed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows, past midnight too."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        size, at = abs(step), self._minutes
        self.set_minutes(((at // size + 1) * size if step > 0 else (at - 1) // size * size) % MINUTES_A_DAY)
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose all of it, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()
        self._chosen_by_click = event.reason() == Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose all of it at the click that came here, unless a part was marked."""
        super().mouseReleaseEvent(event)
        if self._chosen_by_click and not self.hasSelectedText():
            self.selectAll()
        self._chosen_by_click = False

    def _read(self) -> None:
        minutes = read_time(self.text())
        if minutes is not None:
            self._minutes = minutes
        self.setAccessibleDescription(self.problem)
        self.typed.emit()

    def _write_out(self) -> None:
        """Show what was understood, once typing is done."""
        if not self.problem:
            self.setText(clock_text(self._minutes))


class ClockProblem(TextLabel):
    """Says under fields what cannot be a time; hidden while each can. Fields that are off do not count."""

    def __init__(self, fields: Sequence[ClockField], parent: QWidget) -> None:
        super().__init__(role="danger", parent=parent)
        self._fields = fields
        for field in fields:
            field.typed.connect(self.tell)

    @property
    def found(self) -> str:
        """The first problem there is; empty when there is none."""
        return next((each.problem for each in self._fields if each.isEnabled() and each.problem), "")

    def tell(self) -> None:
        """Say the problem there is now."""
        self.say(self.found)
        grow_around(self)
