"""A line that leaves out words of its middle where it has no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

ROUNDING = 12
"""Pixels between the parts, and what Qt may take beside the text itself."""


class ElidedLabel(QLabel):
    """One line that leaves out words of its middle where it has no room; all stands in its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(8, 2, 8, 2)
        self._alone = ""

    def show_alone(self, words: str) -> None:
        """Show these words instead where there is no room for all."""
        self._alone = words

    @property
    def words_width(self) -> int:
        """What all of the text needs; 0 without one."""
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self.text())
        return width + margins.left() + margins.right() + ROUNDING if width else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what was done and what came of it, which stand at the two ends; the middle may go."""
        with QPainter(self) as painter:
            area = self.contentsRect()
            room, metrics = area.width(), self.fontMetrics()
            fits = not self._alone or metrics.horizontalAdvance(self.text()) <= room
            text = elided(self.text() if fits else self._alone, metrics, room)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)


def elided(text: str, metrics: QFontMetrics, room: int) -> str:
    """The text without words of its middle, in so many pixels; a word that is too long itself is cut."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    words = text.split(" ")
    head, tail = 0, 0
    found = ""
    while head + tail < len(words):
        # Behind a part of a sentence, the next word is one of its beginning and one of its end in turn.
        first, last = (head + 1, tail) if head <= tail else (head, tail + 1)
        tried = " ".join((*words[:first], "…", *words[len(words) - last :]))
        if metrics.horizontalAdvance(tried) > room:
            break
        head, tail, found = first, last, tried
    return found or metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
