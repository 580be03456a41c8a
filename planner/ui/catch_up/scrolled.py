"""A dialog whose content scrolls where the screen is small; its heading goes along, its buttons stay.

Only one thing scrolls: its table where the rest has room, or else all of it, with the table at full height.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.domain.catching_up.proposal import Move
from planner.ui.catch_up.table import MovesTable
from planner.ui.fields.text import TextLabel
from planner.ui.screen import screen_room

MARGIN = 20
_LEAST_WIDTH = 420
_BESIDE_SCREEN = 40
_FRAME_HEIGHT = 60


class ScrolledDialog(QDialog):
    """A heading, words, `body` for what is to be laid out, and Cancel beside a default button."""

    def __init__(self, title: str, words: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.heading = TextLabel(title, "title", self)
        self.words = TextLabel(words, parent=self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.accept_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setDefault(True)
        inside = QWidget(self)
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(MARGIN, 18, MARGIN, 12)
        self.body.setSpacing(12)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.words)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        below = QVBoxLayout()
        below.setContentsMargins(MARGIN, 8, MARGIN, 16)
        below.addWidget(self.buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(below)
        self._scroll = scroll
        self.table = MovesTable(self)
        scroll.viewport().installEventFilter(self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def show_moves(self, moves: Sequence[Move]) -> None:
        """Show what moves."""
        self.table.fill(moves)
        self._let_one_scroll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """There may be more room for the table, or less."""
        if event.type() == QEvent.Type.Resize and watched is self._scroll.viewport():
            self._let_one_scroll()
        return super().eventFilter(watched, event)

    def fit(self, width: int, height: int) -> None:
        """Be as large as this, or as the screen has room for."""
        screen = screen_room(self)
        most_width, most_height = screen.width() - _BESIDE_SCREEN, screen.height() - _FRAME_HEIGHT
        self.setMinimumWidth(min(_LEAST_WIDTH, most_width))
        self.resize(min(width, most_width), min(height, most_height))

    def _let_one_scroll(self) -> None:
        """Let the table scroll where the rest has room beside some of its rows; else stand there whole."""
        table, room = self.table, self._scroll.viewport().size()
        if not table.isHidden():
            others = self.body.minimumHeightForWidth(room.width()) - table.minimumHeight()
            table.stand_whole(others + table.least_height > room.height())
