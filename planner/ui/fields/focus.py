"""The order in which Tab visits what was built in another order than it is laid out."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def arrange_focus(root: QWidget) -> None:
    """Let Tab go through a widget's layouts from top to bottom, hidden parts included."""
    for before, after in pairwise(_in_order(root)):
        QWidget.setTabOrder(before, after)


def _in_order(widget: QWidget) -> list[QWidget]:
    found = []
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        found.append(widget)
    content = widget.widget() if isinstance(widget, QScrollArea) else None
    if content is not None:
        return found + _in_order(content)
    layout = widget.layout()
    return found + _of_layout(layout) if layout is not None else found


def _of_layout(layout: QLayout) -> list[QWidget]:
    found = []
    for index in range(layout.count()):
        item = layout.itemAt(index)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if widget is not None:
            found += _in_order(widget)
        elif inner is not None:
            found += _of_layout(inner)
    return found
