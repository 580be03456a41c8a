"""Scrolling along while something is dragged near an edge: the faster, the nearer it is and the longer."""

from collections.abc import Callable
from math import copysign

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer

EDGE = 24.0
"""How near to an edge scrolling begins, in pixels."""

TICK_MS = 16
FASTEST = 8.0
"""Pixels a tick at the edge and beyond it: about a chart's width in two seconds, so that one can aim."""

FIRST_SHARE, TICKS_TO_FULL = 0.25, 60
"""Scrolling begins with this share of its speed and has all of it after so many ticks, about a second."""

TOWARDS = 6.0
"""The pointer must have come so far towards an edge: what is grabbed near one does not run off at once."""


def edge_speed(at: QPointF, begun: QPointF, room: QRectF) -> QPointF:
    """How far what is in view moves in a tick: right and down where positive."""
    return QPointF(
        _speed(at.x(), begun.x(), room.left(), room.right()),
        _speed(at.y(), begun.y(), room.top(), room.bottom()),
    )


def _speed(at: float, begun: float, low: float, high: float) -> float:
    edge = min(EDGE, (high - low) / 4)
    if at < low + edge and at < begun - TOWARDS:
        return _ramp((low + edge - at) / edge)
    if at > high - edge and at > begun + TOWARDS:
        return -_ramp((at - high + edge) / edge)
    return 0.0


def _ramp(nearness: float) -> float:
    """Slow where scrolling begins, for aiming; fastest at the edge."""
    return max(min(nearness, 1.0) ** 2 * FASTEST, 1.0)


class EdgeScroll:
    """Calls `scroll(dx, dy)` again and again while the pointer is near an edge, until told to stop."""

    def __init__(self, scroll: Callable[[float, float], None], parent: QObject) -> None:
        self._scroll = scroll
        self._speed = QPointF()
        self._ticks = 0
        self._timer = QTimer(parent)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether the chart is scrolling along."""
        return self._timer.isActive()

    def follow(self, at: QPointF, begun: QPointF, room: QRectF) -> None:
        """The pointer is here now; it was pressed at `begun`."""
        self._speed = edge_speed(at, begun, room)
        if self._speed.isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._ticks = 0
            self._timer.start()

    def stop(self) -> None:
        """No more scrolling."""
        self._timer.stop()

    def _tick(self) -> None:
        share = min(FIRST_SHARE + (1 - FIRST_SHARE) * self._ticks / TICKS_TO_FULL, 1.0)
        self._ticks += 1
        self._scroll(_at_least_a_pixel(self._speed.x() * share), _at_least_a_pixel(self._speed.y() * share))


def _at_least_a_pixel(step: float) -> float:
    """Rows scroll by whole pixels, so that less would not move them at all."""
    return copysign(max(abs(step), 1.0), step) if step else 0.0
