"""Titles in and beside bars and diamonds, as `titles_of` places them. No widgets here."""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QPainter

from planner.ui.timeline.bar_painting import paint_on_fill
from planner.ui.timeline.marks import BarMark, DiamondMark
from planner.ui.timeline.strokes import write
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.titles import Title


def paint_titles(painter: QPainter, titles: Iterable[Title], style: TimelineStyle) -> None:
    """Write the titles."""
    painter.setFont(style.small)
    for each in titles:
        if each.inside and isinstance(each.mark, BarMark):
            _paint_inside(painter, each, each.mark, style)
        else:
            painter.setPen(style.faded_text if each.mark.faded else style.colour(_ink(each)))
            write(painter, each.x, each.mark.y - 9, 18, each.text)


def _ink(title: Title) -> str:
    """The role of what a title beside its mark is written with: darker over a forecast's band."""
    mark = title.mark
    over = isinstance(mark, DiamondMark) and mark.band is not None and mark.band.x90 > title.x
    return "text" if over else "text_muted"


def _paint_inside(painter: QPainter, title: Title, mark: BarMark, style: TimelineStyle) -> None:
    """The title in its bar, in one ink over what is done and another over the rest."""

    def paint_title(ink: QColor) -> None:
        painter.setPen(ink)
        write(painter, title.x, mark.y - mark.height / 2, mark.height, title.text)

    inks = style.on_solid(mark.colour), style.colour("text")
    if mark.faded:
        inks = style.faded_on_solid(mark.colour), style.faded_text
    paint_on_fill(painter, mark, title.x, title.x + title.wide + 2, inks, paint_title)
