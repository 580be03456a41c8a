"""Typing the planned minutes of a session where they stand on its card."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.domain.week import PlannedSession
from planner.ui.fields.text import filled
from planner.ui.week.minutes_field import MinutesField

_WIDTH = 76
_MARGIN = 5


class PlannedField(MinutesField):
    """Lies over the words it changes while it is typed in; `typed` tells of new minutes, 0 for none."""

    def __init__(self, card: QWidget) -> None:
        super().__init__("", card)
        self._card = card
        self.setPlaceholderText(self.tr("planned"))
        self.editingFinished.connect(self._end)
        self.hide()

    def begin(self, session: PlannedSession, words: QRect) -> None:
        """Let the minutes of a session be typed over the place of their words."""
        self.setAccessibleName(filled(self.tr("Planned minutes: %1"), session.title))
        self.forget()
        self.show_minutes(session.minutes)
        height = self.sizeHint().height()
        left = self._card.width() - _WIDTH - _MARGIN
        self.setGeometry(left, words.center().y() - height // 2, _WIDTH, height)
        self.raise_()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter, which a line edit passes on: on the card it means something else."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def leave(self) -> bool:
        """Leave the minutes as they were; whether they were being typed."""
        if self.isHidden():
            return False
        self.forget()
        self._end()
        return True

    def _end(self) -> None:
        if not self.isHidden() and not self.problem:
            had_focus = self.hasFocus()
            self.hide()
            if had_focus:
                self._card.setFocus(Qt.FocusReason.OtherFocusReason)
