"""The days of the printed week side by side, on one page or going on on the next. Pure.

Sizes are points. A week that needs more room than a page has gets smaller letters, down to `SMALLEST`; one
that does not fit then either goes on on another page, in letters of full size. Where a column has the room,
titles and steps stand in it whole.
"""

from collections.abc import Iterator, Sequence

from planner.domain.week import WeekDay
from planner.ui.printing.shapes import Box, Line, Shape, Tone
from planner.ui.printing.week_cards import Card, DayHead, DayOff, Frame, Item
from planner.ui.printing.week_columns import Column

SCALES = (1.0, 0.94, 0.88, 0.82)
SMALLEST = SCALES[-1]
MOST_LINES = (12, 8, 6, 5, 4, 3)
"""Lines that a title and a step may take: the most that fits a column, else the usual ones."""

LEAST_GRID = 150.0
"""No grid begins where a page has less room."""


class Grid:
    """What stands in each column, from top to bottom, in letters of one scale."""

    def __init__(self, columns: Sequence[Sequence[Item]], wide: float, frame: Frame) -> None:
        self._columns = columns
        self._wide = wide
        self._frame = frame

    @classmethod
    def of(
        cls, columns: Sequence[Column], wide: float, scale: float, frame: Frame, room: float = 0.0
    ) -> "Grid":
        """All that is planned for the days of the columns; long texts whole where that fits the `room`."""
        column = wide / len(columns)
        return cls([_filled(each, column, scale, frame, room) for each in columns], wide, frame)

    @property
    def empty(self) -> bool:
        """Whether nothing is left to put on a page."""
        return not any(self._columns)

    @property
    def height(self) -> float:
        """The height of the fullest column, with the days' heads."""
        return max((sum(each.height for each in column) for column in self._columns), default=0.0)

    def split(self, room: float) -> tuple["Grid", "Grid"]:
        """What fits a height, and what goes on on the next page under heads of its own."""
        here: list[Sequence[Item]] = []
        later: list[Sequence[Item]] = []
        for column in self._columns:
            count, y = 0, 0.0
            while count < len(column) and y + column[count].height <= room + 0.01:
                y += column[count].height
                count += 1
            # No day's head stands alone at the foot of a column.
            while 1 < count < len(column) and isinstance(column[count - 1], DayHead):
                count -= 1
            rest = list(column[count:])
            if rest and not isinstance(rest[0], DayHead):
                rest.insert(0, self._head(rest[0].day))
            here.append(column[:count])
            later.append(rest)
        if any(later):
            later = [
                rest or [self._head(column[-1].day)]
                for column, rest in zip(self._columns, later, strict=True)
            ]
        return Grid(here, self._wide, self._frame), Grid(later, self._wide, self._frame)

    def shapes(self, x: float, y: float, high: float) -> Iterator[Shape]:
        """The columns in a frame of this height."""
        wide = self._wide / len(self._columns)
        for place, column in enumerate(self._columns):
            top = y
            for item in column:
                yield from item.shapes(x + place * wide, top)
                top += item.height
        yield Box(x, y, self._wide, high, 0.6, Tone.LINE)
        for place in range(1, len(self._columns)):
            yield Line(x + place * wide, y, x + place * wide, y + high, 0.6, Tone.LINE)

    def _head(self, day: WeekDay) -> DayHead:
        return DayHead(day, self._wide / len(self._columns), self._frame)


def _filled(column: Column, wide: float, scale: float, frame: Frame, room: float) -> list[Item]:
    """A column with its texts in as many lines as fit the room, at least in the usual ones."""
    for lines in MOST_LINES:
        items = list(_items(column, wide, scale, frame, lines))
        if sum(each.height for each in items) <= room:
            return items
    return list(_items(column, wide, scale, frame))


def _items(column: Column, wide: float, scale: float, frame: Frame, lines: int = 0) -> Iterator[Item]:
    for day in column:
        yield DayHead(day, wide, frame)
        if day.exception:
            yield DayOff(day, wide, frame)
        for session in day.sessions:
            yield Card(day, session, wide, scale, frame, lines)
