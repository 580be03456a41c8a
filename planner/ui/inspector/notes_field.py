"""The learner's own notes, kept when typing pauses or moves elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_PAUSE_MS = 2000
_LINES = 4
_MOST_CHARACTERS = 20_000


class NotesField(QPlainTextEdit):
    """Plain text. `keep` gets all of it, once for what was typed in one go, and says whether it was kept."""

    def __init__(self, name: str, keep: Callable[[str], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("Anything you want to remember"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 20)
        self._kept = ""
        self._keeping = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._pause.start)

    def show_text(self, text: str) -> None:
        """Show a kept text; what is being typed, or could not be kept, is left alone."""
        if text == self._kept or self._keeping:
            return
        typed = self.toPlainText() != self._kept
        self._kept = text
        if not typed:
            self._replace(text)

    def show_other(self, text: str) -> None:
        """Show the text of another item, whatever stands here."""
        self._given = text
        self._replace(text)

    def flush(self) -> None:
        """Keep what was typed now."""
        self._pause.stop()
        text = self.toPlainText()[:_MOST_CHARACTERS]
        before, self._kept = self._kept, text
        if text != before:
            # A page that shows the plan again, as it could not be changed, must not take away what was typed.
            self._keeping = True
            kept = self._keep(text)
            self._keeping = False
            if not kept:
                self._kept = before

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed when the person turns elsewhere."""
        super().focusOutEvent(event)
        self.flush()

    def _replace(self, text: str) -> None:
        was = self.blockSignals(True)
        if self.toPlainText() != text:
            self.setPlainText(text)
        self.blockSignals(was)
        # Not all line ends are kept as they were: what was only looked at is not taken for typed.
        self._kept = self.toPlainText()
