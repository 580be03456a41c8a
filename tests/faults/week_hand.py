"""What a person does on the week page, all of it in one go: carry a card, pull its edge, tick, type."""

from collections.abc import Callable
from random import Random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from planner.ui.fields.check_box import CheckBox
from planner.ui.fields.link_button import LinkButton
from planner.ui.main_window import MainWindow
from planner.ui.week.goal_row import GoalRow
from planner.ui.week.page import WeekPage
from planner.ui.week.session_card import SessionCard
from tests.faults.week_places import place_inside, place_on_week, seen

Key = Qt.Key
Modifier = Qt.KeyboardModifier
Action = QTest.MouseAction

CARD_KEYS = (
    *((Key.Key_Left, Modifier.ControlModifier), (Key.Key_Right, Modifier.ControlModifier)),
    *((Key.Key_Plus, Modifier.NoModifier), (Key.Key_Minus, Modifier.NoModifier)),
    *((Key.Key_Space, Modifier.NoModifier), (Key.Key_Delete, Modifier.NoModifier)),
    *((Key.Key_F2, Modifier.NoModifier), (Key.Key_Return, Modifier.NoModifier)),
    *((Key.Key_Up, Modifier.AltModifier), (Key.Key_Down, Modifier.AltModifier)),
    *((Key.Key_F10, Modifier.ShiftModifier), (Key.Key_Down, Modifier.NoModifier)),
)
MIDWAY = (
    (Key.Key_Escape, Modifier.NoModifier),
    (Key.Key_Z, Modifier.ControlModifier),
    (Key.Key_PageDown, Modifier.ControlModifier),
)
"""Keys that come in mid-drag: leave it, undo, another week."""

TYPED = ("45", "1:30", "0", "2 h", "9000", "A goal: R&D", "x", "")
ENDS = (Key.Key_Return, Key.Key_Return, Key.Key_Tab, Key.Key_Escape)


class WeekHand:
    """Each `act` is one thing done to the page, from its first event to its last."""

    def __init__(self, rng: Random, window: Callable[[], MainWindow], page: Callable[[], WeekPage]) -> None:
        self._rng = rng
        self._window = window
        self._page = page

    def act(self) -> None:
        """Do one thing, if the page shows."""
        if self._page().isVisible():
            self._rng.choice((self._carry, self._carry, self._keys, self._keys, self._tick, self._fill))()

    def _carry(self) -> None:
        """Take a card or a goal somewhere, or pull a card's edge."""
        found = seen(self._page(), self._rng.choice((SessionCard, SessionCard, GoalRow)))
        if not found:
            return
        chosen = self._rng.choice(found)
        pulls = self._rng.random() < 0.3
        at = QPoint(chosen.width() // 2, chosen.height() - 3 if pulls else 10)
        start = chosen.mapTo(self._window(), at)
        end = place_on_week(self._page(), self._rng, held=True)
        if pulls:
            end = start + QPoint(0, self._rng.randint(-80, 160))
        self._mouse(Action.MousePress, start)
        for step in range(1, 5):
            self._mouse(Action.MouseMove, start + (end - start) * step / 4)
        if self._rng.random() < 0.15:
            self._key(*self._rng.choice(MIDWAY))
        self._mouse(Action.MouseRelease, end)

    def _keys(self) -> None:
        """Use the keys of a card or a goal, and type where one can then."""
        found = [*seen(self._page(), SessionCard), *seen(self._page(), GoalRow)]
        if not found:
            return
        self._rng.choice(found).setFocus()
        for _ in range(self._rng.randint(1, 3)):
            self._key(*self._rng.choice(CARD_KEYS))
        if isinstance(self._window().focusWidget(), QLineEdit):
            self._type()

    def _tick(self) -> None:
        """Press a box or a button as narrow as one."""
        self._press(CheckBox if self._rng.random() < 0.7 else LinkButton)

    def _fill(self) -> None:
        """Type into a line; where a combo box or a button is next to it, press that now and then."""
        self._press(QLineEdit)
        self._type()
        if self._rng.random() < 0.2:
            self._press(QAbstractButton)

    def _press(self, kind: type[QWidget]) -> None:
        found = seen(self._page(), kind)
        if found:
            chosen = self._rng.choice(found)
            self._mouse(Action.MouseClick, chosen.mapTo(self._window(), place_inside(chosen, self._rng)))

    def _type(self) -> None:
        for letter in self._rng.choice(TYPED):
            self._key(Key(ord(letter.upper())))
        self._key(self._rng.choice(ENDS))

    def _mouse(self, action: QTest.MouseAction, at: QPoint) -> None:
        handle = self._window().window().windowHandle()
        if handle is not None:
            QTest.mouseEvent(action, handle, Qt.MouseButton.LeftButton, Modifier.NoModifier, at)

    def _key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        handle = self._window().window().windowHandle()
        if handle is not None:
            QTest.keyClick(handle, key, modifiers)
