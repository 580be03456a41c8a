"""One goal of the week: tick it, rewrite it where it stands, move it or take it away."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.week_aims import Goal
from planner.ui.fields.check_row import bare_box
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel, filled, set_property
from planner.ui.theme_controller import ThemeController
from planner.ui.week.goal_line import GoalLine
from planner.ui.week.goal_menu import show_goal_menu

_OVERRIDE = QEvent.Type.ShortcutOverride
_RADIUS = 6.0


class GoalRow(QWidget):
    """Shows a goal. A click on its words, Enter or F2 lets one write; an empty line takes the goal away.

    Keys on a row: Space ticks, Alt+Up and Alt+Down move it, Delete takes it away, Up and Down go to others.
    """

    ticked = Signal(int, bool)
    written = Signal(int, str)
    """The goal's place and its new words."""
    removed = Signal(int)
    moved = Signal(int, int)
    """The goal's place, and by how many places it goes down."""
    carried = Signal(object)
    """Where on the screen the mouse carries the row."""
    dropped = Signal(int, object)
    """The goal's place, and where on the screen it was let go."""
    put_down = Signal()
    """The row is carried no more, and stays where it was."""
    stepped = Signal(int, int)
    """The goal's place, and how many rows down the keyboard is to go."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self._place = 0
        self._editable = False
        self._pressed = QPoint()
        self._held = False
        self._carried = False
        self.tick = bare_box(self)
        self.words = TextLabel(role="strong", marked=True)
        self._about = TextLabel(role="muted")
        self._tools = QFrame(self)
        self._tools.setProperty("role", "tools")
        self.up = IconButton("arrow-up", self.tr("Move up"), theme_controller, self._tools)
        self.down = IconButton("arrow-down", self.tr("Move down"), theme_controller, self._tools)
        self.remove = IconButton("close", self.tr("Remove"), theme_controller, self._tools)
        self._field: GoalLine | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._connect()

    def show_goal(self, goal: Goal, place: int, count: int, *, editable: bool) -> None:
        """Show a goal and its place among so many; words that are being written are left alone."""
        if goal.text != self.words.words:
            self.forget()
        self._place, self._editable = place, editable
        self.tick.show_checked(goal.done)
        self.tick.setEnabled(editable)
        self.tick.setAccessibleName(filled(self.tr("Done: %1"), goal.text))
        if not self.writing:
            self.words.say(goal.text)
        set_property(self.words, "state", "done" if goal.done else "")
        self._about.say(goal.about)
        self.up.setEnabled(editable and place > 0)
        self.down.setEnabled(editable and place < count - 1)
        self.remove.setEnabled(editable)
        self.setAccessibleName(filled(self.tr("Goal %1: %2"), str(place + 1), goal.text))
        self.setAccessibleDescription(goal.about)
        self.words.setCursor(Qt.CursorShape.IBeamCursor if editable else Qt.CursorShape.ArrowCursor)
        self._show_tools()

    @property
    def writing(self) -> bool:
        """Whether its words are being written."""
        # Not whether it can be seen: what is being written is taken, too, when the page goes from view.
        return self._field is not None and not self._field.isHidden()

    def write(self) -> None:
        """Let the words be written where they stand."""
        if not self._editable:
            return
        if self._field is None:
            self._field = self._make_field()
        self._field.setText(self.words.words)
        self._field.cover(self._room_of_words())
        self._field.show()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_tools()

    def take(self) -> None:
        """Take what was written, as leaving the line or Enter does."""
        field = self._field
        if field is None or not self.writing:
            return
        text, before = field.text().strip(), self.words.words
        self._end_writing()
        if not text:
            self.removed.emit(self._place)
        elif text != before:
            self.written.emit(self._place, text)

    def forget(self) -> None:
        """Leave what was written and pressed here: it was meant for the goal that the row showed."""
        if self.writing:
            self._end_writing()
        for each in (self.tick, self.up, self.down, self.remove):
            each.setDown(False)

    def let_go(self) -> None:
        """Be carried no more, and stay where it was."""
        self._held = False
        if self._carried:
            self._carried = False
            self.unsetCursor()
            self.put_down.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of a row do."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alone = held == Qt.KeyboardModifier.NoModifier
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key == Qt.Key.Key_Escape and self.writing:
            self._end_writing()
        elif key == Qt.Key.Key_Escape and self._carried:
            self.let_go()
        elif key in ways and held == Qt.KeyboardModifier.AltModifier:
            if self._editable:
                self.moved.emit(self._place, ways[Qt.Key(key)])
        elif key in ways and alone:
            self.stepped.emit(self._place, ways[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and alone and not self.writing:
            self.write()
        elif key == Qt.Key.Key_Delete and alone and self._editable:
            self.removed.emit(self._place)
        elif key == Qt.Key.Key_Space and alone and self._editable:
            self.tick.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep F2 and Delete, which mean other things elsewhere."""
        keys = (Qt.Key.Key_F2, Qt.Key.Key_Delete)
        if isinstance(event, QKeyEvent) and event.type() == _OVERRIDE and event.key() in keys:
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the row; a click on its words writes."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._held, self._carried = event.position().toPoint(), True, False
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the row to another place."""
        if not self._held or not self._editable:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if not self._carried and far < QApplication.startDragDistance():
            return
        self._carried = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.carried.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the row where it was carried to; else write, where its words were clicked."""
        held, carried = self._held, self._carried
        self._held = self._carried = False
        self.unsetCursor()
        if event.button() != Qt.MouseButton.LeftButton or not held:
            return
        if carried:
            self.dropped.emit(self._place, event.globalPosition().toPoint())
        elif self.words.geometry().contains(event.position().toPoint()):
            self.write()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what can be done."""
        super().enterEvent(event)
        self._show_tools()

    def leaveEvent(self, event: QEvent) -> None:
        """Rest again."""
        super().leaveEvent(event)
        self._show_tools()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the goal."""
        if self._editable:
            by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
            place = self.mapToGlobal(QPoint(self.words.x(), self.height())) if by_keys else event.globalPos()
            show_goal_menu(self, place)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what can be done."""
        super().focusInEvent(event)
        self._show_tools()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Rest again."""
        super().focusOutEvent(event)
        self._show_tools()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what is being written stay over the words."""
        super().resizeEvent(event)
        if self._field is not None and self.writing:
            self._field.cover(self._room_of_words())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground under the mouse, an accent round the row that has the keyboard."""
        theme = self._look.theme
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if self.underMouse() and self._editable:
                painter.setBrush(theme.colour("hover"))
                painter.drawRoundedRect(room, _RADIUS, _RADIUS)
            if self.hasFocus():
                painter.setPen(QPen(theme.colour("accent"), 1.6))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(room, _RADIUS, _RADIUS)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.words)
        column.addWidget(self._about)
        line = QHBoxLayout(self)
        line.setSpacing(3)
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        # The tools have room of their own at the row's end, also while they are not there.
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(4, 0, 0, 0)
        tools.setSpacing(2)
        for each in (self.up, self.down, self.remove):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            each.setFixedSize(22, 22)
            tools.addWidget(each)
        self._tools.hide()
        line.setContentsMargins(6, 4, self._tools.sizeHint().width() + 6, 4)

    def _connect(self) -> None:
        self.tick.chosen.connect(lambda done: self.ticked.emit(self._place, done))
        self.up.clicked.connect(lambda: self.moved.emit(self._place, -1))
        self.down.clicked.connect(lambda: self.moved.emit(self._place, 1))
        self.remove.clicked.connect(lambda: self.removed.emit(self._place))

    def _show_tools(self) -> None:
        shown = self._editable and not self.writing and (self.underMouse() or self.hasFocus())
        if shown:
            size = self._tools.sizeHint()
            self._tools.setGeometry(self.width() - size.width() - 3, 3, size.width(), size.height())
            self._tools.raise_()
        self._tools.setVisible(shown)
        self.update()

    def _make_field(self) -> GoalLine:
        field = GoalLine(self)
        field.editingFinished.connect(self.take)
        return field

    def _room_of_words(self) -> QRect:
        """Where the goal and what is said of it stand."""
        words = self.words.geometry()
        return words.united(self._about.geometry()) if self._about.words else words

    def _end_writing(self) -> None:
        if self._field is not None:
            had_focus = self._field.hasFocus()
            self._field.hide()
            if had_focus:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_tools()
