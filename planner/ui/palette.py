"""The command palette: every action of the window and every row of the plan, by typing a few letters."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.ui.announcing import announce
from planner.ui.palette_lines import Headings, Line, all_actions, fitting
from planner.ui.palette_list import LineDelegate, LineModel
from planner.ui.theme_controller import ThemeController

CARD_WIDTH = 660
MOST_HEIGHT = 560
FROM_TOP = 72
MARGIN = 24
SHADOW = 22
LEAST_LETTERS = 2
Key = Qt.Key


class Palette(QWidget):
    """A card over the window that holds it; it goes with Esc, a click beside it, or when something is chosen.

    `actions` and `rows` are asked when it opens, so that it says what applies then.
    """

    action_chosen = Signal(str)
    """The id of an action, to be done now; the card is gone already."""

    row_chosen = Signal(str)
    """The id of a row to go to."""

    def __init__(
        self,
        window: QWidget,
        theme_controller: ThemeController,
        actions: Callable[[], Sequence[Line]],
        rows: Callable[[], Sequence[Line]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._look = theme_controller
        self._ask_actions = actions
        self._ask_rows = rows
        self._actions: Sequence[Line] = ()
        self._rows: Sequence[Line] | None = None
        self._recent: Sequence[str] = ()
        self._before: QWidget | None = None
        self._build()
        self._lay_out()
        self.hide()
        window.installEventFilter(self)
        self.field.installEventFilter(self)

    @property
    def lines(self) -> list[Line]:
        """The lines shown now."""
        return self._model.lines

    @property
    def current(self) -> Line | None:
        """The line that Enter would choose."""
        return self._model.line(self.list.currentIndex())

    def open(self, recent: Sequence[str]) -> None:
        """Show every action, those in `recent` first; its keyboard goes back to where it was afterwards."""
        self._recent = recent
        self._actions, self._rows = self._ask_actions(), None
        self._before = QApplication.focusWidget()
        self.field.clear()
        self._show_lines()
        self.setGeometry(self._window.rect())
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_up(self) -> None:
        """Take the card away and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        # A screen reader would find the lines of a hidden list, one of them still chosen.
        self._model.show_lines(())
        # What had the keyboard may be gone since, like a field of a dialog.
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, and let the arrow keys of the field go through the lines."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if watched is self._window and event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._window.rect())
            self._place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Keep the keyboard in the field while the card is open."""
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card takes it away."""
        event.accept()
        self.close_up()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the window, and let the card throw a soft shadow."""
        card = QRectF(self._card.geometry())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), QColor(0, 0, 0, 110 if self._look.theme.dark else 46))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 4))
            for reach in range(1, SHADOW + 1):
                around = card.adjusted(-reach, 4 - reach, reach, 4 + reach)
                painter.drawRoundedRect(around, 10 + reach, 10 + reach)

    def _build(self) -> None:
        self._card = QFrame(self)
        self._card.setObjectName("palette")
        self._card.setProperty("role", "palette")
        self.field = QLineEdit()
        self.field.setObjectName("palette-field")
        self.field.setPlaceholderText(self.tr("Type what you want to do, or where you want to go…"))
        self.field.setAccessibleName(self.tr("Command"))
        self.field.textChanged.connect(lambda _text: self._show_lines())
        self._model = LineModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(LineDelegate(self._look, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.clicked.connect(lambda _index: self._choose())
        self._nothing = QLabel()
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setProperty("role", "muted")
        self._hint = QLabel(self.tr("↑ ↓ choose   ·   Enter do it   ·   Esc never mind"))
        self._hint.setProperty("role", "muted")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._card)
        column.setContentsMargins(8, 10, 8, 8)
        column.setSpacing(6)
        for widget in (self.field, self.list, self._nothing, self._hint):
            column.addWidget(widget)
        column.setStretch(1, 1)
        for label in (self._nothing, self._hint):
            label.setContentsMargins(10, 4, 10, 2)

    def _place(self) -> None:
        """The card in the middle, near the top, as high as its lines need."""
        width = min(CARD_WIDTH, self.width() - 2 * MARGIN)
        rows = self.list.sizeHintForRow(0) * self._model.rowCount() if self._model.rowCount() else 0
        around = self._card.sizeHint().height()
        if not self.list.isHidden():
            around -= self.list.sizeHint().height()
        room = min(MOST_HEIGHT, self.height() - FROM_TOP - MARGIN)
        self._card.setGeometry(
            QRect((self.width() - width) // 2, FROM_TOP, width, max(min(around + rows + 4, room), 0))
        )
        self.update()

    def _show_lines(self) -> None:
        words = self.field.text().strip()
        if words:
            lines = fitting(words, self._actions, self._rows_for(words), self._recent)
        else:
            headings = Headings(self.tr("Used of late"), self.tr("All commands"))
            lines = all_actions(self._actions, self._recent, headings)
        self._model.show_lines(lines)
        self.list.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self._nothing.setText(self.tr("Nothing fits “{words}”.").format(words=words))
        self._step(1, begin=-1)
        self.list.scrollToTop()
        self._place()

    def _rows_for(self, words: str) -> Sequence[Line]:
        """The rows of the plan, once; a single letter would find most of them."""
        if len(words) < LEAST_LETTERS:
            return ()
        if self._rows is None:
            self._rows = self._ask_rows()
        return self._rows

    def _step(self, step: int, begin: int | None = None) -> None:
        """Go to the next line that can be chosen, around the ends."""
        count = self._model.rowCount()
        row = self.list.currentIndex().row() if begin is None else begin
        for _ in range(count):
            row = (row + step) % count
            if not self._model.lines[row].is_heading:
                self.list.setCurrentIndex(self._model.index(row))
                # The keyboard stays in the field, so that nobody else tells a screen reader of the line.
                announce(self.field, self._model.spoken(row))
                return

    def _on_key(self, event: QKeyEvent) -> bool:
        page = max(self.list.viewport().height() // max(self.list.sizeHintForRow(0), 1) - 1, 1)
        steps = {
            Key.Key_Down: (1, 1),
            Key.Key_Up: (-1, 1),
            Key.Key_PageDown: (1, page),
            Key.Key_PageUp: (-1, page),
        }
        if event.key() in steps:
            step, times = steps[Key(event.key())]
            for _ in range(times):
                self._step(step)
        elif event.key() in (Key.Key_Return, Key.Key_Enter):
            self._choose()
        elif event.key() == Key.Key_Escape:
            self.close_up()
        else:
            return event.key() in (Key.Key_Tab, Key.Key_Backtab)
        return True

    def _choose(self) -> None:
        line = self.current
        if line is None or line.is_heading or line.reason:
            return
        self.close_up()
        if line.action:
            self.action_chosen.emit(line.action)
        else:
            self.row_chosen.emit(line.row)
