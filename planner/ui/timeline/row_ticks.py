"""What stands beside the chart where rows are too low for titles: groups by name, and a tick for each row."""

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui.timeline.dense import DenseMarks
from planner.ui.timeline.dense_painting import colour_of, paint_chosen_rows, paint_row_ticks
from planner.ui.timeline.outline import Outline
from planner.ui.timeline.outline_mouse import mode_of
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.rows import Row
from planner.ui.timeline.strokes import set_ink, write
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.tooltip import description, rich_text
from planner.ui.timeline.view import TimelineView
from planner.ui.timeline.words import translate
from planner.ui.tips import show_tip

TICK_ROOM = 34
"""Pixels at the right that the ticks take; the names of groups have the rest."""

RAIL_LEFT = 12
RAIL_WIDTH = 3
RAIL_STEP = 9
TITLE_GAP = 8


class RowTicks(QWidget):
    """Covers the rows of the outline while they are low; its tree keeps the keyboard."""

    def __init__(self, outline: Outline, chart: TimelineView) -> None:
        super().__init__(outline)
        self._outline = outline
        self._chart = chart
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("Rows"))
        self.hide()
        outline.viewport().installEventFilter(self)
        chart.relaid.connect(self.refresh)

    def refresh(self) -> None:
        """Cover the rows while they are low, as they are now."""
        low = self._chart.low
        if low:
            self.setGeometry(self._outline.viewport().geometry())
            self.update()
        if low == self.isHidden():
            self.setVisible(low)
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.refresh()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        layout, look, width = self._chart.laid_out, self._chart.look, self.width()
        marks, viewport = layout.dense, layout.viewport
        titles = {str(each.id): each.title for each in self._outline.editor.plan.phases.values()}
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), look.colour("surface"))
            if marks is not None:
                paint_chosen_rows(painter, marks, self._chart.selection, viewport, width, look)
                paint_row_ticks(painter, marks, viewport, width - TICK_ROOM, TICK_ROOM - 12, look)
                paint_groups(painter, marks, viewport, titles, width - TICK_ROOM, look)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        self._outline.row_clicked.emit(None if row is None else row.id, mode_of(event))
        self._outline.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if row is not None:
            self._outline.edit_requested.emit(row.id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._chart.viewport(), event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row, editor = self._row_at(event.pos().y()), self._outline.editor
            text = "" if row is None else rich_text(description(editor.plan, editor.schedule, row))
            show_tip(event.globalPos(), text, self, QRect(0, event.pos().y() - 2, self.width(), 4))
            return True
        return super().event(event)

    def _row_at(self, y: float) -> Row | None:
        rows, number = self._chart.rows.rows, self._chart.laid_out.viewport.row_at(y)
        return rows[number] if 0 <= number < len(rows) else None


def paint_groups(
    painter: QPainter,
    marks: DenseMarks,
    viewport: Viewport,
    titles: Mapping[str, str],
    right: float,
    style: TimelineStyle,
) -> None:
    """Groups as rails down their rows, with their names where there is room; those of outer ones go first."""
    line = float(painter.fontMetrics().height())
    taken: list[tuple[float, float]] = []
    rows = np.flatnonzero(marks.facts.nodes < 0).tolist()
    for row in sorted(rows, key=lambda each: marks.rows.rows[each].depth):
        group = marks.rows.rows[row]
        top = row * viewport.row_height - viewport.top
        foot = (int(marks.facts.lasts[row]) + 1) * viewport.row_height - viewport.top
        if foot < 0 or top > viewport.height:
            continue
        left = RAIL_LEFT + RAIL_STEP * group.depth
        gap = 1.0 if foot - top > 3 else 0.0
        rail = QRectF(left, top, RAIL_WIDTH, max(foot - top - gap, 1.0))
        painter.fillRect(rail, colour_of(style, int(marks.facts.colours[row])))
        # A name stays in view while its group does; of groups lower than a name, as many have theirs as fit.
        y = max(min(max(top, 0.0), foot - line), top)
        if 0 <= y <= viewport.height - line and all(
            y + line <= other or y >= other_foot for other, other_foot in taken
        ):
            taken.append((y, y + line))
            set_ink(painter, style.small_strong, style.colour("text"))
            begin = left + RAIL_WIDTH + TITLE_GAP
            room = int(right - begin - TITLE_GAP)
            text = painter.fontMetrics().elidedText(titles[group.id], Qt.TextElideMode.ElideRight, room)
            write(painter, begin, y, line, text)
