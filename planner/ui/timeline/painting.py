"""The chart's body, from a layout to any QPainter: screen and picture share it. No widgets here.

The caller moves the painter to the top left of the body and clips where it must. The date header, and what
lies over the chart during a drag, have rooms of their own.
"""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from planner.domain.wording import range_text, span_text
from planner.ui.timeline.axis import Header
from planner.ui.timeline.days_off_painting import paint_days_off, paint_days_off_names
from planner.ui.timeline.dense_painting import paint_dense
from planner.ui.timeline.drag_painting import paint_ghosts
from planner.ui.timeline.forecast_painting import paint_forecast
from planner.ui.timeline.link_painting import paint_links, paint_lit_links
from planner.ui.timeline.mark_painting import paint_mark, paint_was
from planner.ui.timeline.marks import BufferMark, Layout, Mark, WindowMark
from planner.ui.timeline.strokes import fill, set_ink, upright_lines, write
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.title_painting import paint_titles
from planner.ui.timeline.titles import titles_of
from planner.ui.timeline.words import translate


def paint_rows(
    painter: QPainter,
    layout: Layout,
    header: Header,
    style: TimelineStyle,
    selected: frozenset[str] = frozenset(),
    lit: str | None = None,
    ghosts: Sequence[Mark] = (),
) -> None:
    """The body: shaded window, rows, grid, dependencies, bars and diamonds; the selected rows stand out.

    The dependencies of `lit`, what is under the pointer, stand out too. `ghosts` show where things stood
    before a drag.
    """
    titles = titles_of(layout, style, ghosts)
    _paint_backdrop(painter, layout, header, style, selected)
    if layout.dense is not None:
        paint_dense(painter, layout.dense, layout.viewport, style, selected)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in layout.marks:
        paint_forecast(painter, mark, style)
        paint_was(painter, mark, style)
    paint_links(painter, layout, titles, style, selected, lit)
    for mark in layout.marks:
        paint_mark(painter, mark, style)
    paint_lit_links(painter, layout, titles, style, selected, lit)
    paint_ghosts(painter, ghosts, style)
    paint_titles(painter, titles, style)
    fill(painter, layout.today_x - 0.5, 0, 1.5, layout.viewport.height, style.colour("today"))


def _paint_backdrop(
    painter: QPainter, layout: Layout, header: Header, style: TimelineStyle, selected: frozenset[str]
) -> None:
    viewport = layout.viewport
    width, height, row_height = viewport.scale.width, viewport.height, viewport.row_height
    label_height = max(row_height, float(style.row_height))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRectF(0, 0, width, height), style.colour("surface"))
    if layout.window is not None:
        window = QRectF(layout.window.x0, 0, layout.window.x1 - layout.window.x0, height)
        painter.fillRect(window.intersected(QRectF(0, 0, width, height)), style.colour("window_shade"))
    paint_days_off(painter, layout.days_off, height, style)
    for mark in layout.marks if selected else ():
        if mark.id in selected:
            fill(painter, 0, mark.y - row_height / 2, width, row_height, style.colour("accent_soft"))
    for row in range(layout.first_row, layout.last_row + 1) if layout.dense is None else ():
        fill(painter, 0, viewport.middle_of(row) + row_height / 2 - 1, width, 1, style.colour("grid"))
    upright_lines(painter, header.weak_lines, 0, height, style.colour("grid"))
    upright_lines(painter, header.strong_lines, 0, height, style.colour("grid_strong"))
    paint_days_off_names(painter, layout.days_off, width, height, style)
    if layout.finish_x is not None:
        painter.setPen(style.ghost)
        painter.drawLine(QLineF(round(layout.finish_x), 0, round(layout.finish_x), height))
    if layout.window is not None and layout.window.named:
        _paint_window(painter, layout.window, layout.finish_x, width, label_height, style)
    if layout.buffer is not None:
        _paint_buffer(painter, layout.buffer, width, label_height, style)


def _paint_window(
    painter: QPainter,
    window: WindowMark,
    finish_x: float | None,
    width: float,
    row_height: float,
    style: TimelineStyle,
) -> None:
    """The window's label, with a ground of its own where the line of the finish would run through it."""
    set_ink(painter, style.small_strong, style.colour("window_text"))
    left, right = max(window.x0, 0.0), min(window.x1, width)
    for form in (translate("{range} months"), translate("{range} mo")):
        text = form.format(range=range_text(window.months.low, window.months.high))
        wide = painter.fontMetrics().horizontalAdvance(text)
        if wide + 8 > right - left:
            continue
        x = (left + right - wide) / 2
        if finish_x is not None and x - 4 < finish_x < x + wide + 4:
            painter.fillRect(QRectF(x - 4, 4, wide + 8, row_height - 8), style.colour("window_shade"))
        write(painter, x, 0, row_height, text)
        return


def _paint_buffer(
    painter: QPainter, buffer: BufferMark, width: float, row_height: float, style: TimelineStyle
) -> None:
    """A bracket under the window's label: time that is free, or by how much the path runs past the window."""
    if buffer.days == 0 or buffer.x1 < 0 or buffer.x0 > width:
        return
    forms = (
        (translate("{span} buffer"),)
        if buffer.days > 0
        else (translate("{span} past the window"), translate("{span} past it"))
    )
    y = round(row_height * 1.5) + 0.5
    painter.setPen(style.buffer)
    for line in ((buffer.x0, y, buffer.x1, y), (buffer.x0, y - 4, buffer.x0, y + 4)):
        painter.drawLine(QLineF(*line))
    painter.drawLine(QLineF(buffer.x1, y - 4, buffer.x1, y + 4))
    set_ink(painter, style.small, style.colour("window_text"))
    left, right = max(buffer.x0, 0.0), min(buffer.x1, width)
    for form in forms:
        text = form.format(span=span_text(buffer.days))
        wide = painter.fontMetrics().horizontalAdvance(text)
        if wide + 8 <= right - left:
            write(painter, (left + right - wide) / 2, y, row_height * 0.85, text)
            return
        if buffer.x0 - wide - 6 >= 0:
            write(painter, buffer.x0 - wide - 6, y - row_height / 2, row_height, text)
            return
