"""The field at the top that filters the rows as one types, with the menu of quick filters beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.filter_banner import count_of, name_of
from planner.ui.timeline.row_filter import Quick
from planner.ui.timeline.rows import RowChoice, Rows

CLEAR_ROOM = 26
"""What the clear button takes at the right of the field."""


class FindField(QFrame):
    """Words to look for, how many items hold them, and the quick filters."""

    words_typed = Signal(str)
    """What stands in the field now."""

    stepped = Signal(int)
    """The next match is wanted (1), or the one before (-1)."""

    cleared = Signal()
    """Everything is to show again."""

    left = Signal()
    """The keyboard is to go on in the rows."""

    quick_chosen = Signal(object)
    """The quick filters that are on now, a frozenset."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme_controller = theme_controller
        self._build()
        self._lay_out()
        self._connect()
        self._dress()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._line.text()

    @property
    def count(self) -> str:
        """What it says of how many items match."""
        return self._count.text()

    def take_focus(self) -> None:
        """Let the keyboard type here."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def take_focus_back(self) -> None:
        """Let the keyboard go on typing where it was."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_filter(self, choice: RowChoice, rows: Rows) -> None:
        """Show what holds now, whoever chose it."""
        if choice.words != self._line.text():
            self._line.setText(choice.words)
        count = count_of(rows)
        self._count.setText(count)
        self._count.setProperty("role", "muted" if rows.rows or not count else "danger")
        self._count.style().polish(self._count)
        self._place_count()
        for quick, action in self._quick.items():
            action.setChecked(quick in choice.quick)
        self._filter.setProperty("chosen", bool(choice.quick))
        self._filter.style().polish(self._filter)

    def _build(self) -> None:
        self._line = _Line()
        self._line.setObjectName("find")
        self._line.setPlaceholderText(self.tr("Find a course, project, skill…"))
        self._line.setAccessibleName(self.tr("Find"))
        self._line.setToolTip(
            self.tr("Shows only what holds all the words. Enter goes to the next, Esc shows everything.")
        )
        self._line.setClearButtonEnabled(True)
        self._count = QLabel(self._line)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._menu = QMenu(self)
        self._quick = {quick: self._quick_action(quick) for quick in Quick}
        self._menu.addSeparator()
        everything = self._menu.addAction(self.tr("Show everything"))
        everything.triggered.connect(self.cleared)
        self._filter = QToolButton()
        self._filter.setObjectName("filter")
        self._filter.setMenu(self._menu)
        self._filter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._filter.setAccessibleName(self.tr("Show only…"))
        self._filter.setToolTip(self.tr("Show only what is open, late, critical…"))

    def _lay_out(self) -> None:
        self.setMaximumWidth(310)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        row.addWidget(self._filter)

    def _connect(self) -> None:
        self._line.textEdited.connect(self.words_typed)
        self._line.textChanged.connect(lambda text: None if text else self._on_emptied())
        self._line.stepped.connect(self.stepped)
        self._line.cleared.connect(self.cleared)
        self._line.left.connect(self.left)
        self._line.resized.connect(self._place_count)
        self._theme_controller.changed.connect(self._dress)

    def _quick_action(self, quick: Quick) -> QAction:
        action = self._menu.addAction(name_of(quick))
        action.setCheckable(True)
        action.triggered.connect(lambda: self._choose())
        return action

    def _choose(self) -> None:
        chosen = frozenset(quick for quick, action in self._quick.items() if action.isChecked())
        self.quick_chosen.emit(chosen)

    def _on_emptied(self) -> None:
        """The clear button empties the field without editing it."""
        self.words_typed.emit("")

    def _dress(self) -> None:
        self._filter.setIcon(self._theme_controller.icons.icon("filter"))

    def _place_count(self) -> None:
        self._count.adjustSize()
        room = self._count.width() + CLEAR_ROOM if self._count.text() else 0
        self._count.move(self._line.width() - room, (self._line.height() - self._count.height()) // 2)
        self._line.setTextMargins(0, 0, self._count.width() + 6 if room else 0, 0)


class _Line(QLineEdit):
    """Enter steps on, Shift+Enter back, Esc clears, an arrow down goes to the rows."""

    stepped = Signal(int)
    cleared = Signal()
    left = Signal()
    resized = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.cleared.emit()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
