"""A line to type in right over a cell of the outline, and the card under it that says what comes of it."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

Modifier = Qt.KeyboardModifier
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
"""With Alt these move items elsewhere: not while one types."""

CARD_WIDTH = 300
FRAME = 6
"""From a line's edge to its words: border, padding, and Qt's own two pixels."""

LEAST_WIDTH = 96
"""What one types in is never narrower, even where the cell is."""


class CellEditor(QLineEdit):
    """Enter keeps, Esc does not, Tab goes on to the next cell; leaving it keeps what makes sense."""

    kept = Signal()
    """Enter was pressed."""

    left = Signal()
    """The keyboard went elsewhere."""

    cancelled = Signal()
    """Esc was pressed."""

    stepped = Signal(int)
    """Tab (1) or Shift+Tab (-1) was pressed."""

    def __init__(self, text: str, font: QFont, name: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._room = parent
        self.setProperty("role", "cell")
        self.setFont(font)
        self.setAccessibleName(name)
        self.setFrame(False)

    def place(self, cell: QRect, text_left: int) -> None:
        """Stand over a cell, so that the words stay where they were; `text_left` is where they begin."""
        room = QRect(cell)
        room.setLeft(text_left - FRAME)
        room.setWidth(max(room.width(), LEAST_WIDTH))
        room.moveRight(min(room.right(), self._room.width() - 2))
        self.setGeometry(room.adjusted(0, 1, 0, -2))

    def event(self, event: QEvent) -> bool:
        """Take Tab before it moves the focus, and keys of the window's shortcuts before these do."""
        if isinstance(event, QKeyEvent):
            plain = not event.modifiers() & (Modifier.AltModifier | Modifier.ControlModifier)
            if event.type() == QEvent.Type.ShortcutOverride and (plain or event.key() in ARROWS):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.stepped.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class EditCard(QFrame):
    """One sentence under a cell: what will come of what is typed, or what can be typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setProperty("role", "tip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 6, 10, 6)
        self._column.addWidget(self._words)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._words.text()

    def tell(self, sentence: str, *, wrong: bool, below: QRect) -> None:
        """Say something under a rectangle of the parent, or above it where there is no room."""
        if self._words.property("wrong") != wrong:
            self._words.setProperty("wrong", wrong)
            self._words.style().polish(self._words)
        self._words.setText(sentence)
        self.setVisible(bool(sentence))
        if not sentence:
            return
        width = min(CARD_WIDTH, self._words.fontMetrics().horizontalAdvance(sentence) + 26)
        self._words.setFixedWidth(width - 22)
        self.resize(width, self._column.heightForWidth(width))
        area = self._room.rect()
        place = QRect(below.bottomLeft(), self.size()).translated(0, 3)
        if place.bottom() > area.bottom():
            place.moveBottom(below.top() - 3)
        place.moveRight(min(place.right(), area.right() - 4))
        self.setGeometry(place)
        self.raise_()
