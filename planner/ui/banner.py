"""One sentence at the top of the window that stays until it is dealt with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from planner.ui.announcing import announce


class Banner(QFrame):
    """Shows one sentence, as plain text, with a button that puts it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        close = QPushButton(self.tr("Close"))
        close.setProperty("role", "quiet")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._label, 1)
        row.addWidget(close)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says now; empty while it is put away."""
        return "" if self.isHidden() else self._label.text()

    def tell(self, sentence: str) -> None:
        """Say that something did not work."""
        self._show(sentence, "danger")

    def inform(self, sentence: str) -> None:
        """Say something worth knowing."""
        self._show(sentence, "info")

    def _show(self, sentence: str, kind: str) -> None:
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("banner", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        announce(self, sentence, urgent=kind == "danger")
