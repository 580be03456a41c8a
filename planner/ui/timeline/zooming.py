"""Wheel and pinch over the chart: rows, days and zoom, with the day under the fingers staying there."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from planner.ui.timeline.axis import zoomed
from planner.ui.timeline.chart import Chart

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ZOOM_STEP = 1.25
WHEEL_NOTCH = 120
ROWS_A_NOTCH = 3
NOTCHES_A_WIDTH = 12
LEAST_NOTCH = 40.0
"""A notch scrolls as many pixels at least, however low the rows are."""


def turn_wheel(chart: Chart, event: QWheelEvent) -> None:
    """Scroll the rows; with Shift the days, with Ctrl zoom at the pointer, with both make rows higher."""
    pixels, turn = event.pixelDelta(), event.angleDelta()
    notches = (turn.y() or turn.x()) / WHEEL_NOTCH
    if event.modifiers() & BOTH == BOTH:
        chart.zoom_rows(notches, event.position().y())
    elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        chart.show_scale(zoomed(chart.scale, ZOOM_STEP**notches, event.position().x()))
    elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        chart.pan(notches * chart.scale.width / NOTCHES_A_WIDTH, 0)
    elif not pixels.isNull():
        chart.pan(pixels.x(), pixels.y())
    else:
        notch = max(ROWS_A_NOTCH * chart.row_height, LEAST_NOTCH) / WHEEL_NOTCH
        chart.pan(turn.x() * notch, turn.y() * notch)
    event.accept()


def pinch(chart: Chart, event: QEvent) -> bool:
    """Zoom at the fingers, on a touch pad or a touch screen; whether the event was one of these."""
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        chart.show_scale(zoomed(chart.scale, max(1 + event.value(), 0.1), event.position().x()))
        return True
    found = event.gesture(Qt.GestureType.PinchGesture) if isinstance(event, QGestureEvent) else None
    if not isinstance(event, QGestureEvent) or not isinstance(found, QPinchGesture):
        return False
    if found.changeFlags() & QPinchGesture.ChangeFlag.ScaleFactorChanged:
        was = chart.viewport().mapFromGlobal(found.lastCenterPoint())
        chart.show_scale(zoomed(chart.scale, found.scaleFactor(), was.x()))
        moved = found.centerPoint() - found.lastCenterPoint()
        chart.pan(moved.x(), moved.y())
    event.accept(found)
    return True
