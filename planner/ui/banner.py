"""One sentence at the top of the window that stays until it is dealt with."""

from collections.abc import Callable

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
        close.setObjectName("close")
        close.setProperty("role", "quiet")
        close.clicked.connect(self.hide)
        self._way_out = QPushButton()
        self._way_out.setObjectName("way-out")
        self._way_out.clicked.connect(self._take_way_out)
        self._then: Callable[[], object] | None = None
        self._passing = False
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._label, 1)
        row.addWidget(self._way_out)
        row.addWidget(close)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says now; empty while it is put away."""
        return "" if self.isHidden() else self._label.text()

    def tell(self, sentence: str) -> None:
        """Say that something did not work, until something else does."""
        self._show(sentence, "danger")

    def inform(self, sentence: str) -> None:
        """Say something worth knowing."""
        self._show(sentence, "info")

    def offer(self, sentence: str, words: str, then: Callable[[], object], *, stays: bool = False) -> None:
        """Say something worth knowing, with a button that does something about it.

        What `stays` stays after an edit and after its button too, until it is put away.
        """
        self._show(sentence, "info")
        self._passing = not stays
        self._then = then
        self._way_out.setText(words)
        self._way_out.show()

    def withdraw(self) -> None:
        """Put away what was offered or did not work: something was done since."""
        if self._passing:
            self._then = None
            self._passing = False
            self.hide()

    def _take_way_out(self) -> None:
        then = self._then
        self.withdraw()
        if then is not None:
            then()

    def _show(self, sentence: str, kind: str) -> None:
        self._then = None
        self._passing = kind == "danger"
        self._way_out.hide()
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("banner", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        announce(self, sentence, urgent=kind == "danger")
