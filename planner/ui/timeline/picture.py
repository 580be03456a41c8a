"""The timeline as sheets: the whole path over so many pages, each with its rows' names and its dates.

Pure: sizes are logical pixels, as on the screen; whoever paints scales them to paper or picture.
"""

from dataclasses import dataclass
from datetime import date
from math import ceil

from planner.ui.timeline.axis import DateScale, showing
from planner.ui.timeline.places import Viewport

LEAST_CHART_WIDTH = 240.0
"""What dates get at least, however long the titles are."""

LEAST_ROWS = 3
"""Rows on a sheet, however low it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A sheet's size and what stands around the chart on each: names at the left, title and dates above.

    `width` and `height` are of the sheet inside its margins; without a height it is as high as its rows need.
    """

    width: float
    height: float | None
    names: float
    title: float
    header: float
    foot: float

    @property
    def top(self) -> float:
        """Where the rows begin."""
        return self.title + self.header


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: which rows (from first to before end) over which days, in pixels of its chart."""

    first_row: int
    end_row: int
    viewport: Viewport
    height: float


def sheets_of(
    days: tuple[date, date], rows: int, row_height: float, room: Room, pages_wide: int
) -> tuple[Sheet, ...]:
    """The sheets that show the days from first to last and all rows: across first, then down."""
    names = min(room.names, room.width - LEAST_CHART_WIDTH)
    width = max(room.width - names, LEAST_CHART_WIDTH)
    whole = showing(*days, width * pages_wide)
    a_sheet = _rows_a_sheet(rows, row_height, room)
    sheets = []
    for down in range(max(ceil(rows / a_sheet), 1)):
        first, end = down * a_sheet, min((down + 1) * a_sheet, rows)
        body = (end - first) * row_height
        for across in range(pages_wide):
            left = whole.left + across * width / whole.px_per_day
            scale = DateScale(left, whole.px_per_day, width)
            viewport = Viewport(scale, body, first * row_height, row_height)
            height = room.top + body + room.foot if room.height is None else room.height
            sheets.append(Sheet(first, end, viewport, height))
    return tuple(sheets)


def _rows_a_sheet(rows: int, row_height: float, room: Room) -> int:
    if room.height is None:
        return max(rows, 1)
    return max(int((room.height - room.top - room.foot) // row_height), LEAST_ROWS)
