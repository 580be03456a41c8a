"""What a chart shows, before any pixel: axes, marks and words. No Qt.

Days are ordinals (`date.toordinal()`): a day begins at its ordinal and ends one later. Colours are roles of
the theme; what tells marks apart is never a colour alone, but a dash, a hatching or a shape as well.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Dash(StrEnum):
    """How a line is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    DASH_DOT = "dash and dot"


class Fill(StrEnum):
    """How a bar is filled."""

    SOLID = "solid"
    HATCHED = "hatched"
    OUTLINED = "outlined"


class Shape(StrEnum):
    """What stands for a point."""

    DOT = "dot"
    DIAMOND = "diamond"
    HOLLOW = "hollow diamond"
    STROKE = "stroke"
    SHORT_STROKE = "short stroke"
    NUMBER = "number"


class Side(StrEnum):
    """Where words stand beside their point."""

    RIGHT = "right"
    LEFT = "left"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class DateAxis:
    """From the beginning of one day to the end of another."""

    first: date
    last: date

    @classmethod
    def with_air(cls, first: date, last: date, *, before: int = 0, after: int = 0) -> "DateAxis":
        """An axis with so many days more at its ends, as far as the calendar goes."""
        earliest, latest = date.min.toordinal(), date.max.toordinal()
        begin = max(first.toordinal() - before, earliest)
        end = min(last.toordinal() + after, latest)
        return cls(date.fromordinal(begin), date.fromordinal(end))


@dataclass(frozen=True, slots=True)
class HoursAxis:
    """From 0 to so many hours at least."""

    most: float


@dataclass(frozen=True, slots=True)
class NamesAxis:
    """Rows from the top, at 0, 1, 2 and so on; `after` are words at the right end of each."""

    names: tuple[str, ...]
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WeeksAxis:
    """Columns from the left, at 0, 1, 2 and so on, each a week by its words; `strong` is this week's."""

    words: tuple[str, ...]
    strong: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Points joined by straight lines."""

    points: tuple[tuple[float, float], ...]
    role: str
    dash: Dash = Dash.SOLID
    width: float = 1.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """What lies between an upper and a lower run of points; `share` of the colour over what is under it."""

    upper: tuple[tuple[float, float], ...]
    lower: tuple[tuple[float, float], ...]
    role: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """From one corner to the opposite one; `thick` makes it so many pixels high, around the middle."""

    left: float
    right: float
    bottom: float
    top: float
    role: str
    fill: Fill = Fill.SOLID
    thick: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A shape at a point; a number has its text in it."""

    x: float
    y: float
    role: str
    shape: Shape = Shape.DOT
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line across the whole chart at a value of one axis, with a word at its end."""

    at: float
    role: str
    text: str = ""
    across: bool = False
    dash: Dash = Dash.DASHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Words beside a point."""

    x: float
    y: float
    text: str
    side: Side = Side.RIGHT
    role: str = "text_muted"


Mark = Line | Area | Bar | Sign | Rule | Note


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the legend: what a mark stands for, shown by a sample of it."""

    sample: Line | Area | Bar | Sign | Rule
    text: str


@dataclass(frozen=True, slots=True)
class Readout:
    """What is told of one column or row under the pointer: where it is on its axis, and the lines."""

    at: float
    lines: tuple[str, ...]
    row: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A whole chart. `listed` are numbered lines under it; `readouts` lie along its rows, or else from left
    to right.
    """

    x: DateAxis | HoursAxis | WeeksAxis
    y: DateAxis | HoursAxis | NamesAxis
    marks: tuple[Mark, ...]
    legend: tuple[Entry, ...] = ()
    listed: tuple[str, ...] = ()
    readouts: tuple[Readout, ...] = ()

    @property
    def by_rows(self) -> bool:
        """Whether readouts lie along rows."""
        return isinstance(self.y, NamesAxis)
