"""Dragging the empty chart."""

from PySide6.QtCore import QPointF

from planner.ui.timeline.gestures.base import Gesture, Modifiers


class Pan(Gesture):
    """Drag the empty chart: what is in view comes along."""

    scrolls = False

    def start(self, at: QPointF) -> None:
        self._last = at

    def move(self, to: QPointF, modifiers: Modifiers) -> None:
        self.stage.pan(to.x() - self._last.x(), to.y() - self._last.y())
        self._last = to
