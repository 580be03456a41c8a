"""Where the bars and diamonds of a layout stand on the widget, for whoever points at them."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRect, QRectF

from planner.ui.timeline.dense import DenseMarks
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
    if layout.dense is not None:
        return _low_marks(layout.dense, layout, frame)
    found = []
    for mark in layout.marks:
        left, top, right, bottom = box(mark)
        rect = QRectF(left, top + frame.top(), right - left, bottom - top).toAlignedRect()
        if rect.intersects(frame):
            found.append(ShownMark(mark.id, rows.rows[mark.row].kind, rect))
    return found


def _low_marks(dense: DenseMarks, layout: Layout, frame: QRect) -> list[ShownMark]:
    """Low rows' marks, each at least a pixel high and some wide."""
    viewport = layout.viewport
    side = np.where(dense.facts.diamonds, viewport.diamond_radius, 0.0)
    lefts, rights = np.floor(dense.x0 - side), np.ceil(dense.x1 + side)
    tops = np.floor((np.arange(len(dense.x0)) + 0.5) * viewport.row_height - viewport.top) + frame.top()
    high = max(round(viewport.bar_height), 1)
    seen = (dense.x1 >= dense.x0) & (rights > 0) & (lefts < frame.width())
    seen &= (tops + high > frame.top()) & (tops <= frame.bottom())
    numbers = np.flatnonzero(seen)
    places = zip(
        numbers.tolist(),
        lefts[numbers].tolist(),
        rights[numbers].tolist(),
        tops[numbers].tolist(),
        strict=True,
    )
    rows = dense.rows.rows
    return [
        ShownMark(rows[row].id, rows[row].kind, QRect(int(left), int(top), max(int(right - left), 1), high))
        for row, left, right, top in places
    ]
