"""The mouse on a widget, event by event, as a hand moves it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

Button = Qt.MouseButton
Modifier = Qt.KeyboardModifier


class Mouse:
    """The left button over a widget, or over a scroll area's viewport, in its pixels."""

    def __init__(self, area: QWidget) -> None:
        self._target = area.viewport() if isinstance(area, QAbstractScrollArea) else area
        self._at = QPoint()
        self.modifiers = Modifier.NoModifier

    def press(self, at: QPoint) -> None:
        self._at = at
        self._send(QEvent.Type.MouseButtonPress, Button.LeftButton, Button.LeftButton)

    def press_again(self, at: QPoint) -> None:
        """The second press of a double click."""
        self._at = at
        self._send(QEvent.Type.MouseButtonDblClick, Button.LeftButton, Button.LeftButton)

    def double_click(self, at: QPoint) -> None:
        """Press and let go twice."""
        self.click(at)
        self.press_again(at)
        self.release()

    def move_by(self, dx: int, dy: int = 0, steps: int = 8) -> None:
        """Move with the button held, in so many steps."""
        begin = self._at
        for step in range(1, steps + 1):
            self._at = begin + QPoint(dx * step // steps, dy * step // steps)
            self._send(QEvent.Type.MouseMove, Button.NoButton, Button.LeftButton)

    def release(self) -> None:
        self._send(QEvent.Type.MouseButtonRelease, Button.LeftButton, Button.NoButton)

    def drag(self, at: QPoint, dx: int, dy: int = 0) -> None:
        """Press, move and let go."""
        self.press(at)
        self.move_by(dx, dy)
        self.release()

    def click(self, at: QPoint) -> None:
        self.press(at)
        self.release()

    def hover(self, at: QPoint) -> None:
        """Move there with no button held."""
        self._at = at
        self._send(QEvent.Type.MouseMove, Button.NoButton, Button.NoButton)

    def wheel(self, at: QPoint, notches: int) -> None:
        """Turn the wheel; positive is away from the hand."""
        event = QWheelEvent(
            QPointF(at),
            QPointF(self._target.mapToGlobal(at)),
            QPoint(),
            QPoint(0, 120 * notches),
            Button.NoButton,
            self.modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self._target, event)

    def _send(self, kind: QEvent.Type, button: Button, buttons: Button) -> None:
        place = QPointF(self._at)
        event = QMouseEvent(
            kind, place, QPointF(self._target.mapToGlobal(self._at)), button, buttons, self.modifiers
        )
        QApplication.sendEvent(self._target, event)
