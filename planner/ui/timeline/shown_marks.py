"""Where the bars and diamonds of a layout stand on the widget, for whoever points at them."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF

from planner.ui.timeline.marks import Layout, box
from planner.ui.timeline.rows import RowKind, Rows


@dataclass(frozen=True, slots=True)
class ShownMark:
    """A bar or diamond in view: what it stands for, and where, in pixels of the widget."""

    id: str
    kind: RowKind
    rect: QRect


def shown_marks(layout: Layout, rows: Rows, frame: QRect) -> list[ShownMark]:
    """The marks that can be seen in the frame, the rectangle of the chart's body, in row order."""
    found = []
    for mark in layout.marks:
        left, top, right, bottom = box(mark)
        rect = QRectF(left, top + frame.top(), right - left, bottom - top).toAlignedRect()
        if rect.intersects(frame):
            found.append(ShownMark(mark.id, rows.rows[mark.row].kind, rect))
    return found
