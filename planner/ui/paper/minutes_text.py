"""The box for a line like “3 45, 4 0, 7 90”; what cannot be meant is underlined."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from planner.domain.paper_text import EXAMPLE

_LINES = 2


class MinutesText(QPlainTextEdit):
    """Takes numbers and minutes. Enter tells `entered`, Shift+Enter begins a new line, Tab goes on."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(EXAMPLE)
        self.setAccessibleName(self.tr("Numbers and minutes"))
        metrics = self.fontMetrics()
        margins = self.contentsMargins()
        around = 2 * round(self.document().documentMargin()) + margins.top() + margins.bottom() + 6
        self.setFixedHeight(metrics.lineSpacing() * _LINES + around)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the answer, unless Shift is held."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def mark(self, places: Sequence[tuple[int, int]]) -> None:
        """Underline these places (from, to) in the text."""
        marks = []
        text = self.toPlainText()
        for begin, end in places:
            cursor = QTextCursor(self.document())
            cursor.setPosition(_units(text, begin))
            cursor.setPosition(_units(text, end), QTextCursor.MoveMode.KeepAnchor)
            wave = QTextCharFormat()
            wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wave.setUnderlineColor(self.palette().brightText().color())
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, wave
            marks.append(mark)
        self.setExtraSelections(marks)


def _units(text: str, place: int) -> int:
    """A place as Qt counts it: signs beyond U+FFFF twice."""
    return len(text[:place].encode("utf-16-le")) // 2
