"""One chart of the progress page: its title, what it says, its plot, and the same as a table. No Qt."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text, number_text
from planner.ui.progress.plot import Plot

if TYPE_CHECKING:
    from planner.domain.forecast.forecast import Forecast

Cell = str | float | date | None
"""A text, hours or another number, a day, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The figures of a chart, row by row.

    `items` are the ids of what the rows are about, where they lead. `first` is the row to begin reading at.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    items: tuple[str, ...] = ()
    first: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart. Without a plot there is nothing to draw yet, and `empty` says what will appear.

    `sentence` says in plain words what the chart shows, `reason` where its figures come from.
    """

    id: str
    title: str
    sentence: str
    table: Table
    plot: Plot | None = None
    empty: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What all charts are made from: the plan as it is, the day, and the forecast where there is one yet."""

    plan: Plan
    schedule: Schedule
    today: date
    forecast: "Forecast | None" = None


def cell_text(cell: Cell) -> str:
    """A cell as it is read on screen; nothing is a dash."""
    if cell is None:
        return "–"
    if isinstance(cell, date):
        return day_text(cell)
    return cell if isinstance(cell, str) else number_text(cell)
