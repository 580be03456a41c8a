"""One answer of a review: a caption, room for some lines, and a word when it gets too long."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from planner.domain.week_facts import LONGEST_WORDS

LINES = 4


class AnswerField(QWidget):
    """Plain text. `problem` says why it cannot be kept; empty when it can."""

    changed = Signal()

    def __init__(self, caption: str, hint: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._first = text
        label = QLabel(caption, self)
        label.setProperty("role", "strong")
        self.edit = QPlainTextEdit(text, self)
        self.edit.setPlaceholderText(hint)
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(caption.replace("&", ""))
        self.edit.setAccessibleDescription(hint)
        self.edit.setMinimumHeight(self.edit.fontMetrics().lineSpacing() * LINES + 20)
        # Qt would rather have a dozen lines, and the four of them more than a small screen is high.
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        label.setBuddy(self.edit)
        self._problem = QLabel(self)
        self._problem.setProperty("role", "warning")
        head = QHBoxLayout()
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self._problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self.edit, 1)
        self.edit.textChanged.connect(self._on_typed)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.edit.toPlainText().strip()

    @property
    def touched(self) -> bool:
        """Whether it says something else than at first."""
        return self.text != self._first.strip()

    @property
    def problem(self) -> str:
        """Why what is typed cannot be kept."""
        more = len(self.text) - LONGEST_WORDS
        return self.tr("{number} characters too long").format(number=f"{more:,}") if more > 0 else ""

    def _on_typed(self) -> None:
        self._problem.setText(self.problem)
        self.changed.emit()
