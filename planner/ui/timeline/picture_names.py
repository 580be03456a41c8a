"""The rows' names, and what else is said of them, beside the chart of a sheet: the outline on paper."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF, QPainter

from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.ui.timeline.columns import Column, Dates, Thing, cell_text, title_of
from planner.ui.timeline.options import ViewOptions
from planner.ui.timeline.outline_painting import Cell, RowState, paint_row, title_font, title_left
from planner.ui.timeline.picture import Room, Sheet
from planner.ui.timeline.rows import Row, RowKind, Rows
from planner.ui.timeline.strokes import fill, set_ink, write
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.tints import row_colour

if TYPE_CHECKING:  # most pictures are made without
    from planner.domain.forecast.forecast import Forecast

MOST_NAME, MOST_CELL = 340.0, 190.0
"""How wide a row's name and its other cells get, in logical pixels; what is longer ends in dots."""

CELL_GAP = 20.0
HEADING_LEFT = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What sheets show: a plan as scheduled, its rows, where milestones may land, and how they look."""

    plan: Plan
    schedule: Schedule
    rows: Rows
    columns: tuple[Column, ...]
    today: date
    options: ViewOptions
    style: TimelineStyle
    forecast: "Forecast | None" = None

    @property
    def dates(self) -> Dates:
        """What cells are read from."""
        return Dates(self.plan, self.schedule, self.today)

    def thing(self, row: Row) -> Thing:
        """What a row stands for."""
        return self.plan.phase(row.phase) if row.kind is RowKind.PHASE else self.plan.node(ActivityId(row.id))


def column_widths(picture: Picture) -> list[float]:
    """How wide each column has to be for its title and its cells, within reason."""
    widths = []
    for column in picture.columns:
        heading = QFontMetricsF(picture.style.small_strong).horizontalAdvance(title_of(column))
        widest = max((_cell_width(picture, row, column) for row in picture.rows.rows), default=0.0)
        most = MOST_NAME if column is Column.PATH else MOST_CELL
        widths.append(min(max(widest, heading), most) + CELL_GAP)
    return widths


def paint_names(painter: QPainter, picture: Picture, room: Room, sheet: Sheet, width: float) -> None:
    """The columns of a sheet, so wide in all: where that is little, the names give way."""
    style, dates = picture.style, picture.dates
    widths = column_widths(picture)
    widths[picture.columns.index(Column.PATH)] += width - sum(widths)
    fill(painter, 0, room.title, width, room.header, style.colour("header"))
    set_ink(painter, style.small, style.colour("text_muted"))
    cells, x = list[Cell](), 0.0
    for column, wide in zip(picture.columns, widths, strict=True):
        write(painter, x + HEADING_LEFT, room.title, room.header, title_of(column))
        cells.append(Cell(column, QRect(round(x), 0, round(wide), 0)))
        x += wide
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    high = sheet.viewport.row_height
    for number in range(sheet.first_row, sheet.end_row):
        row = picture.rows.rows[number]
        line = QRect(0, round(room.top + (number - sheet.first_row) * high), round(width), round(high))
        state = _on_paper(picture, row)
        paint_row(painter, style, line, row, picture.thing(row), dates, cells, state, ())


def _on_paper(picture: Picture, row: Row) -> RowState:
    """Nothing can be unfolded or selected there."""
    plan, thing, by = picture.plan, picture.thing(row), picture.options.colour_by
    tint = row_colour(plan, picture.schedule, thing, row.colour, picture.today, by)
    return RowState(holds_rows=False, expanded=True, selected=False, current=False, tint=tint)


def _cell_width(picture: Picture, row: Row, column: Column) -> float:
    if column is Column.PATH:
        title = QFontMetricsF(title_font(picture.style, row))
        return title_left(row) + title.horizontalAdvance(picture.thing(row).title)
    text = cell_text(picture.dates, picture.thing(row), column)
    return QFontMetricsF(picture.style.small_strong).horizontalAdvance(text)
