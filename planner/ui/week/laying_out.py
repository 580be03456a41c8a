"""Laying out what has changed at once: Qt's own requests climb a level a turn, in full view."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget


def lay_out_at_once(widgets: Iterable[QWidget], content: QWidget) -> None:
    """Lay out widgets in this order, from the inner ones out; `content` is what their scroll area holds."""
    for widget in widgets:
        layout = widget.layout()
        if layout is not None:
            layout.activate()
    # The scroll area fits itself to its content when it hears of this, else after the next turn.
    QApplication.sendEvent(content, QEvent(QEvent.Type.LayoutRequest))
