"""Where a chart's parts lie in so many pixels: frame, ticks, lines of the legend. Nothing is painted here."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from planner.ui.progress.plot import DateAxis, HoursAxis, NamesAxis, Plot, WeeksAxis
from planner.ui.progress.plot_style import PlotStyle
from planner.ui.progress.ticks import (
    GAP,
    Tick,
    date_text_width,
    date_ticks,
    hours_ticks,
    name_ticks,
    week_ticks,
)

SWATCH = 26.0
"""Pixels of the legend's samples."""

ROW_HEIGHT = 30.0
NAMES_SHARE = 0.42
"""The names of rows take at most so much of the width."""

PLAIN_HEIGHT = 210.0
"""The height of a frame that has no rows."""

_Y_ROOM = 34.0
_HEADROOM = 16.0
"""Pixels over the frame, for the words at the end of its rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotLayout:
    """The frame in which values are drawn, the ticks of both axes, and the legend's lines.

    `legend` has for each line the places from the left and the numbers of its entries.
    """

    frame: QRectF
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    x_span: tuple[float, float]
    y_span: tuple[float, float]
    legend: tuple[tuple[tuple[float, int], ...], ...]
    legend_top: float
    listed_top: float
    names_width: float

    def x(self, value: float) -> float:
        """A value of the lower axis in pixels."""
        low, high = self.x_span
        return self.frame.left() + (value - low) / (high - low) * self.frame.width()

    def y(self, value: float) -> float:
        """A value of the upright axis in pixels."""
        low, high = self.y_span
        return self.frame.bottom() - (value - low) / (high - low) * self.frame.height()

    def point(self, value: tuple[float, float]) -> QPointF:
        """Both."""
        return QPointF(self.x(value[0]), self.y(value[1]))


def plot_height(plot: Plot, width: float, style: PlotStyle) -> float:
    """The height in which a chart of this width shows well."""
    rows = len(plot.y.names) * ROW_HEIGHT if isinstance(plot.y, NamesAxis) else PLAIN_HEIGHT
    legend = len(_legend_lines(plot, width, style))
    return _top(plot) + rows + _below(plot, style, legend)


def lay_out(plot: Plot, size: tuple[float, float], style: PlotStyle) -> PlotLayout:
    """Divide a width and a height."""
    width, height = size
    legend = _legend_lines(plot, width, style)
    top = _top(plot)
    frame_height = max(height - top - _below(plot, style, len(legend)), 20.0)
    y_ticks = _y_ticks(plot, frame_height)
    names = min(max((style.width(each.text) for each in y_ticks), default=0.0), width * NAMES_SHARE)
    left = names + 10
    after = plot.y.after if isinstance(plot.y, NamesAxis) else ()
    right = max((style.width(each) + 12 for each in after), default=14.0)
    frame = QRectF(left, top, max(width - left - right, 20.0), frame_height)
    x_ticks = _x_ticks(plot, frame.width(), style)
    below = frame.bottom() + 6 + style.line
    return PlotLayout(
        frame=frame,
        x_ticks=x_ticks,
        y_ticks=y_ticks,
        x_span=_span(plot.x, x_ticks),
        y_span=_span(plot.y, y_ticks),
        legend=legend,
        legend_top=below + 8,
        listed_top=below + 8 + len(legend) * (style.line + 4),
        names_width=names,
    )


def _top(plot: Plot) -> float:
    return 4.0 if plot.by_rows and not isinstance(plot.x, DateAxis) else _HEADROOM


def _below(plot: Plot, style: PlotStyle, legend_lines: int) -> float:
    """Everything under the frame: words of the axis, legend, and the numbered list."""
    return 6 + style.line + 8 + (legend_lines + len(plot.listed)) * (style.line + 4) + 4


def _legend_lines(plot: Plot, width: float, style: PlotStyle) -> tuple[tuple[tuple[float, int], ...], ...]:
    lines: list[list[tuple[float, int]]] = []
    at = width
    for number, entry in enumerate(plot.legend):
        wide = SWATCH + 6 + style.width(entry.text) + GAP
        if not lines or at + wide - GAP > width:
            lines.append([])
            at = 0.0
        lines[-1].append((at, number))
        at += wide
    return tuple(tuple(each) for each in lines)


def _x_ticks(plot: Plot, pixels: float, style: PlotStyle) -> tuple[Tick, ...]:
    if isinstance(plot.x, DateAxis):
        return date_ticks(plot.x, pixels, date_text_width(style.width))
    if isinstance(plot.x, WeeksAxis):
        return week_ticks(plot.x, pixels, style.width)
    return hours_ticks(plot.x, pixels, style.width("1000") + GAP * 2)


def _y_ticks(plot: Plot, pixels: float) -> tuple[Tick, ...]:
    if isinstance(plot.y, NamesAxis):
        return name_ticks(plot.y)
    if isinstance(plot.y, DateAxis):
        return date_ticks(plot.y, pixels, _Y_ROOM)
    return hours_ticks(plot.y, pixels, _Y_ROOM)


def _span(axis: DateAxis | HoursAxis | NamesAxis | WeeksAxis, ticks: tuple[Tick, ...]) -> tuple[float, float]:
    """The values at both ends; rows count downwards."""
    if isinstance(axis, DateAxis):
        return axis.first.toordinal(), axis.last.toordinal() + 1
    if isinstance(axis, NamesAxis):
        return max(len(axis.names), 1) - 0.5, -0.5
    if isinstance(axis, WeeksAxis):
        return -0.5, max(len(axis.words), 1) - 0.5
    return 0.0, ticks[-1].at
