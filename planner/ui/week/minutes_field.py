"""A small box for minutes that were really studied: “90”, “1:30” and “1 h 30” mean the same."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.domain.typed_minutes import minutes_problem, parse_minutes
from planner.domain.wording import minutes_text
from planner.ui.fields.text import set_property
from planner.ui.fields.tips import wrapped_tip
from planner.ui.tips import show_tip


class MinutesField(QLineEdit):
    """Shows minutes, or is empty for none. `typed` tells of minutes the person entered.

    What cannot be read stays as it was typed, with a `problem`; Esc, or other minutes to show, put it away.
    """

    typed = Signal(int)

    refused = Signal(str)
    """Why what was typed cannot be taken."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = 0
        self._problem = ""
        self.setPlaceholderText(placeholder)
        self.setToolTip(self.tr("Minutes, or hours like 1:30"))
        self.setMaxLength(20)
        self.editingFinished.connect(self.take)
        self.textEdited.connect(lambda: self._mark(""))

    @property
    def minutes(self) -> int:
        """The minutes taken last."""
        return self._minutes

    @property
    def problem(self) -> str:
        """Why what stands in the box is not taken; empty when it is."""
        return self._problem

    def show_minutes(self, minutes: int) -> None:
        """Show minutes without telling of it; what is being typed is left alone."""
        same, self._minutes = minutes == self._minutes, minutes
        typing = self.hasFocus() and self.isModified()
        if not typing and not (same and self._problem):
            self._show()

    def forget(self) -> None:
        """Leave what was typed: the box stands for something else now."""
        self._show()

    def take(self) -> None:
        """Take what was typed so far, as leaving the box or Enter does."""
        if not self.isModified():
            return
        minutes = parse_minutes(self.text())
        if minutes is None:
            self._refuse()
            return
        changed = minutes != self._minutes
        self._minutes = minutes
        self._show()
        if changed:
            self.typed.emit(self._minutes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts away what could not be read."""
        if event.key() == Qt.Key.Key_Escape and self._problem:
            self._show()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose all of it, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def _show(self) -> None:
        self.setText(minutes_text(self._minutes) if self._minutes else "")
        self.setModified(False)
        self._mark("")

    def _refuse(self) -> None:
        problem = minutes_problem(self.text())
        told = problem == self._problem
        self._mark(problem)
        if not told:
            self.refused.emit(problem)
            if self.isVisible():
                show_tip(self.mapToGlobal(QPoint(0, self.height())), wrapped_tip(problem), self)

    def _mark(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            set_property(self, "wrong", bool(problem))
            self.setToolTip(wrapped_tip(problem) or self.tr("Minutes, or hours like 1:30"))
            self.setAccessibleDescription(problem)
