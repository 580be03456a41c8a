"""A hand that does anything at all to the main window: real mouse, wheel and key events, in any order."""

import gc
from collections.abc import Callable
from random import Random

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from planner.ui.main_window import MainWindow
from planner.ui.timeline.hitting import dots_of
from planner.ui.timeline.overview import Overview
from planner.ui.week.page import WeekPage
from tests.faults.moving_clock import MovingClock
from tests.faults.week_hand import WeekHand
from tests.faults.week_places import place_on_week

Key = Qt.Key
Button = Qt.MouseButton
Modifier = Qt.KeyboardModifier

NEVER = ("quit", "print", "pdf", "picture", "open…", "save", "export")
"""Words of actions that end the program, or write and open other files."""

OF_WEEKS = (
    *("timeline", "week", "week", "week-earlier", "week-later", "week-now", "go-to-week", "put-week-back"),
    *("timer-toggle", "timer-stop", "timer-discard", "log-study", "all-logged", "clock-times"),
    *("review-week", "history", "reminders", "enter-from-paper", "enter-from-paper", "copy-week-text"),
)
"""Actions of the week, and those that go to and from its page."""

MODIFIERS = (Modifier.NoModifier,) * 5 + (
    Modifier.ShiftModifier,
    Modifier.ControlModifier,
    Modifier.AltModifier,
    Modifier.ShiftModifier | Modifier.ControlModifier,
    Modifier.AltModifier | Modifier.ShiftModifier,
)
KEYS = (
    *(Key.Key_Escape, Key.Key_Return, Key.Key_F2, Key.Key_Delete, Key.Key_Tab, Key.Key_Space, Key.Key_Menu),
    *(Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_PageDown),
    *(Key.Key_Plus, Key.Key_Minus, Key.Key_0, Key.Key_2, Key.Key_W, Key.Key_E, Key.Key_F, Key.Key_K),
    *(Key.Key_F8, Key.Key_F10, Key.Key_PageUp, Key.Key_Backtab),
)
TEXTS = ("sql", "+2w", "16 Jan", "next Monday", "3", "  ", "45", "1:30", "2 h", "0", "Ünïcode & <b>")
UNDO, REDO, PALETTE = (Key.Key_Z, Key.Key_Y, Key.Key_K)
FAR = 60
"""A step of a drag, in pixels, at most."""


class RandomHand:
    """Each `act` is one thing done; a drag goes on over many of them, with anything else in between."""

    def __init__(self, rng: Random, window: Callable[[], MainWindow], clock: MovingClock) -> None:
        self._rng = rng
        self._window = window
        self._clock = clock
        self._weeks = WeekHand(rng, window, self._week)
        self._held: Button | None = None
        self._at = QPoint(300, 300)
        self._doings: tuple[tuple[int, Callable[[], None]], ...] = (
            (40, self._move),
            (16, self._press_or_release),
            (8, self._click),
            (3, self._double_click),
            (4, self._menu),
            (8, self._wheel),
            (12, self._key),
            (3, self._type),
            (7, self._undo_or_redo),
            (6, self._trigger),
            (3, self._trigger_of_weeks),
            (25, self._weeks.act),
            (1, self._let_time_pass),
            (2, self._resize),
            (2, self._tooltip),
            (2, self._read_aloud),
            (1, self._hide),
            (1, self._collect),
        )

    def act(self) -> None:
        """Do one thing."""
        weights = [weight for weight, _ in self._doings]
        self._rng.choices([do for _, do in self._doings], weights)[0]()

    def rest(self) -> None:
        """Let go of everything: no button held, no menu, no line open."""
        if self._held is not None:
            self._mouse(QTest.MouseAction.MouseRelease, self._held)
            self._held = None
        for _ in range(3):
            self._press_key(Key.Key_Escape)
        self._window().timer.discard()
        page = self._week()
        (page if page.isVisible() else self._window().timeline.outline).setFocus()

    def _week(self) -> WeekPage:
        return self._window().findChildren(WeekPage)[0]

    def _mouse(
        self, action: QTest.MouseAction, button: Button, modifiers: Modifier = Modifier.NoModifier
    ) -> None:
        handle = self._window().window().windowHandle()
        if handle is not None:
            QTest.mouseEvent(action, handle, button, modifiers, self._at)

    def _press_key(self, key: Key, modifiers: Modifier = Modifier.NoModifier) -> None:
        handle = self._window().window().windowHandle()
        if handle is not None:
            QTest.keyClick(handle, key, modifiers)

    def _modifiers(self) -> Modifier:
        return self._rng.choice(MODIFIERS)

    def _places(self) -> list[QWidget]:
        page = self._window().timeline
        rooms: tuple[QAbstractScrollArea, ...] = (page.view, page.view, page.outline, page.strip)
        window = self._window()
        strips = page.findChildren(Overview)
        return [*(each.viewport() for each in rooms), page.outline.header(), *strips, window, window]

    def _aim(self) -> None:
        """Somewhere: on a mark's body, edge or dot, on the strip's limit line, or anywhere in a room."""
        window, rng, week = self._window(), self._rng, self._week()
        if week.isVisible() and rng.random() < 0.9:
            self._at = place_on_week(week, rng, held=self._held is not None)
            return
        view, strip = window.timeline.view, window.timeline.strip
        room: QWidget = rng.choice([each for each in self._places() if each.isVisible()] or [window])
        at = QPoint(rng.randrange(max(room.width(), 1)), rng.randrange(max(room.height(), 1)))
        if room is view.viewport() and rng.random() < 0.7 and (marks := view.marks()):
            chosen = rng.choice(marks)
            rect = chosen.rect
            x = rng.choice((rect.left(), rect.center().x(), rect.right() + 2, rect.right() + 12))
            mark = view.laid_out.mark_of(chosen.id)
            dots = dots_of(mark, view.width()) if mark is not None else None
            if dots is not None and rng.random() < 0.25:
                x = round(rng.choice((dots.start_x, dots.end_x)))
            at = QPoint(x, rect.center().y())
        elif room is strip.viewport():
            line = [y for y in range(strip.height()) if strip.limit_at(QPoint(at.x(), y).toPointF())]
            at.setY(line[len(line) // 2] if line else at.y())
        self._at = room.mapTo(window, at)

    def _move(self) -> None:
        carries = self._held is not None and self._week().isVisible()
        if (self._held is None or carries) and self._rng.random() < 0.3:
            self._aim()
        else:
            far = FAR if self._rng.random() < 0.9 else 8 * FAR
            self._at += QPoint(self._rng.randint(-far, far), self._rng.randint(-far // 3, far // 3))
        # The window's own frame is not the program's.
        self._at = QPoint(max(self._at.x(), 1), max(self._at.y(), 1))
        self._mouse(QTest.MouseAction.MouseMove, self._held or Button.NoButton, self._modifiers())

    def _press_or_release(self) -> None:
        if self._held is not None:
            held, self._held = self._held, None
            self._mouse(QTest.MouseAction.MouseRelease, held, self._modifiers())
            return
        self._aim()
        self._held = Button.LeftButton
        self._mouse(QTest.MouseAction.MousePress, Button.LeftButton, self._modifiers())

    def _click(self) -> None:
        if self._held is None:
            self._aim()
        self._mouse(QTest.MouseAction.MouseClick, Button.LeftButton, self._modifiers())

    def _double_click(self) -> None:
        self._aim()
        self._mouse(QTest.MouseAction.MouseDClick, Button.LeftButton)

    def _menu(self) -> None:
        if self._held is None:
            self._aim()
        self._mouse(QTest.MouseAction.MouseClick, Button.RightButton, self._modifiers())

    def _wheel(self) -> None:
        handle = self._window().window().windowHandle()
        turned = QPoint(0, self._rng.choice((-360, -120, -15, 15, 120, 360)))
        if handle is not None:
            QTest.wheelEvent(handle, self._at.toPointF(), turned, QPoint(), self._modifiers())

    def _key(self) -> None:
        self._press_key(self._rng.choice(KEYS), self._modifiers())

    def _type(self) -> None:
        for letter in self._rng.choice(TEXTS):
            if letter.isascii():
                self._press_key(Key(ord(letter.upper())))

    def _undo_or_redo(self) -> None:
        key = UNDO if self._rng.random() < 0.7 else REDO
        self._press_key(key, Modifier.ControlModifier)

    def _trigger(self) -> None:
        """Any action of the menus that is on: theme, zoom, colours, groups, dialogs."""
        actions = [
            each
            for each in self._window().findChildren(QAction)
            if each.isEnabled() and each.text() and each.menu() is None and not _never(each)
        ]
        if actions:
            self._rng.choice(actions).trigger()

    def _trigger_of_weeks(self) -> None:
        action = self._window().findChild(QAction, self._rng.choice(OF_WEEKS))
        if isinstance(action, QAction) and action.isEnabled():
            action.trigger()

    def _let_time_pass(self) -> None:
        """As the timer does each second, and the editor each half minute."""
        self._clock.pass_some(self._rng)
        self._window().timer.tick()
        self._window().editor.check_today()

    def _resize(self) -> None:
        self._window().window().resize(self._rng.randint(700, 1600), self._rng.randint(450, 950))

    def _tooltip(self) -> None:
        under = self._window().childAt(self._at)
        if under is not None:
            at = under.mapFrom(self._window(), self._at)
            QApplication.sendEvent(under, QHelpEvent(QEvent.Type.ToolTip, at, under.mapToGlobal(at)))

    def _read_aloud(self) -> None:
        """As a screen reader does: what the page in front holds."""
        week = self._week()
        if week.isVisible():
            _read(QAccessible.queryAccessibleInterface(week))
            return
        chart = QAccessible.queryAccessibleInterface(self._window().timeline.view)
        for number in range(min(chart.childCount(), 5)):
            child = chart.child(number)
            if child is not None:
                child.text(QAccessible.Text.Name)
                child.state()
                child.rect()

    def _hide(self) -> None:
        """As iconifying does."""
        self._window().window().hide()
        self._window().window().show()

    def _collect(self) -> None:
        gc.collect()


def _read(interface: QAccessibleInterface) -> None:
    """Its name, what is said about it, and all that is in it."""
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        interface.text(kind)
    interface.state()
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            _read(child)


def _never(action: QAction) -> bool:
    text = action.text().replace("&", "").lower()
    return any(word in text for word in NEVER)
