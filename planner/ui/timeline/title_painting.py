"""Titles in and beside bars and diamonds, where the zoom leaves room for them. No widgets here."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from planner.ui.timeline.bar_painting import (
    LEAST_DETAILED,
    SIGN_ROOM,
    first_end,
    holds_sign,
    paint_on_fill,
)
from planner.ui.timeline.link_painting import turns_beside
from planner.ui.timeline.marks import BarMark, DiamondMark, Layout
from planner.ui.timeline.strokes import set_ink, write
from planner.ui.timeline.style import TimelineStyle

TITLED = 4.0
"""From so many pixels a day on, bars and diamonds have their titles."""

AFTER_BAR = 8.0
AFTER_DIAMOND = 16.0
"""Between the end of a bar or diamond and its title: a diamond has a dot there to draw links from."""

LEAST_TITLE = 40.0
"""With less room than this at the right there is no title beside."""

FADED_TITLE = 0.55


def paint_titles(painter: QPainter, layout: Layout, style: TimelineStyle) -> None:
    """All titles, where the zoom is close enough."""
    viewport = layout.viewport
    if viewport.scale.px_per_day < TITLED or viewport.bar_height < LEAST_DETAILED:
        return
    painter.setFont(style.small)
    turns = turns_beside(layout)
    for mark in layout.marks:
        if isinstance(mark, BarMark | DiamondMark):
            painter.setOpacity(FADED_TITLE if mark.faded else 1.0)
            if isinstance(mark, BarMark):
                _paint_bar_title(painter, mark, turns.get(mark.id, mark.x1), viewport.scale.width, style)
            elif mark.float_x is None:
                right = max(mark.x, mark.lands_x or mark.x) + mark.radius + AFTER_DIAMOND
                if mark.x > -mark.radius:
                    right = max(right, turns.get(mark.id, 0.0) + AFTER_BAR)
                    _paint_beside(painter, mark, right, viewport.scale.width, style)
    painter.setOpacity(1.0)


def _paint_bar_title(
    painter: QPainter, mark: BarMark, clear_x: float, width: float, style: TimelineStyle
) -> None:
    """The title in its bar where there is room for it, else to the right of the bar and of `clear_x`.

    A bar that begins left of what is in view, in a chart so wide, has its title where it comes into view.
    """
    wide = painter.fontMetrics().horizontalAdvance(mark.title)
    left = max(mark.x0, 0.0) + (SIGN_ROOM if holds_sign(mark) else 5)
    if left + wide + 4 > min(first_end(mark), width):
        right = max(mark.tail_x, mark.float_x or mark.x1, clear_x) + AFTER_BAR
        if mark.sign is not None and not holds_sign(mark):
            right += SIGN_ROOM - 4
        if mark.x1 >= 0:
            _paint_beside(painter, mark, right, width, style)
        return

    def paint_title(ink: QColor) -> None:
        painter.setPen(ink)
        write(painter, left, mark.y - mark.height / 2, mark.height, mark.title)

    inks = style.colour("surface"), style.colour("text")
    paint_on_fill(painter, mark, left, left + wide, inks, paint_title)


def _paint_beside(
    painter: QPainter, mark: BarMark | DiamondMark, x: float, width: float, style: TimelineStyle
) -> None:
    """A title from x on, cut short at the right edge of the chart."""
    if x + LEAST_TITLE > width:
        return
    set_ink(painter, style.small, style.colour("text_muted"))
    text = painter.fontMetrics().elidedText(mark.title, Qt.TextElideMode.ElideRight, int(width - x - 4))
    write(painter, x, mark.y - 9, 18, text)
