"""Days across the chart: where a day falls, what the header says, what a drag snaps to. No Qt.

A day is its proleptic ordinal (`date.toordinal()`); day `d` reaches from `x(d)` to `x(d + 1)`. Labels are
laid out with the widths they will have, so that none overlaps its neighbour or is cut at an edge.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from planner.domain.calendar import week_of
from planner.domain.wording import MONTHS, WEEKDAYS, add_months

FIRST_DAY = date(1900, 1, 1).toordinal()
LAST_DAY = date(9000, 1, 1).toordinal()
"""How far one can scroll. Far more than a life, and no step beyond either can leave Python's calendar."""

LEAST_DAYS = 10.0
MOST_DAYS = 60 * 365.25
"""The shortest and longest stretch the chart shows."""

DAY_AT = 1 / 3
DAY_MARGIN = 0.02
"""Where a day that is gone to stands, as parts of what is in view, and how near to an edge it may come."""

SAME_PLACE = 0.5
"""Nothing is moved by less than so many pixels."""

LABEL_PAD = 6.0
LABEL_GAP = 8.0

Measure = Callable[[str], float]
"""Width of a text in pixels."""


class Unit(StrEnum):
    """What dragged things snap to and what nudges move by."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class DateScale:
    """Days to pixels and back: `left` is the day (with fraction) at x = 0."""

    left: float
    px_per_day: float
    width: float

    @property
    def right(self) -> float:
        """The day (with fraction) at the right edge."""
        return self.left + self.width / self.px_per_day

    def x(self, day: float) -> float:
        """Where a day begins, in pixels."""
        return (day - self.left) * self.px_per_day

    def middle(self, day: float) -> float:
        """The middle of a day, where diamonds, flags and guide lines stand."""
        return (day + 0.5 - self.left) * self.px_per_day

    def day(self, x: float) -> float:
        """The day (with fraction) at a pixel."""
        return self.left + x / self.px_per_day

    @property
    def unit(self) -> Unit:
        """What a drag snaps to at this zoom: steps of some pixels, so that each can be hit."""
        if self.px_per_day >= 5:
            return Unit.DAY
        return Unit.WEEK if self.px_per_day >= 0.5 else Unit.MONTH


def showing(first: date, last: date, width: float) -> DateScale:
    """The scale that shows the days from first to last with some air around them."""
    days = last.toordinal() + 1 - first.toordinal()
    air = max(days * 0.03, 2.0)
    return bounded(first.toordinal() - air, width / (days + 2 * air), width)


def with_day(scale: DateScale, day: date, first: date, last: date) -> DateScale:
    """The same zoom with a day in view: a third from the left, but not beyond a path from first to last.

    Where all of the path fits, none of it leaves the view, as far as the day lets it stay.
    """
    path, span = showing(first, last, scale.width), scale.width / scale.px_per_day
    ends = sorted((path.left, path.right - span))
    middle = day.toordinal() + 0.5
    left = min(max(middle - span * DAY_AT, ends[0]), ends[1])
    margin = span * DAY_MARGIN
    left = min(max(left, middle - span + margin), middle - margin)
    if abs(left - scale.left) * scale.px_per_day < SAME_PLACE:
        return scale
    return bounded(left, scale.px_per_day, scale.width)


def zoomed(scale: DateScale, factor: float, x: float) -> DateScale:
    """Closer by a factor (below 1: farther), with the day at x staying at x."""
    px_per_day = _bounded_zoom(scale.px_per_day * factor, scale.width)
    return bounded(scale.day(x) - x / px_per_day, px_per_day, scale.width)


def panned(scale: DateScale, dx: float) -> DateScale:
    """The same days, moved right by so many pixels."""
    return bounded(scale.left - dx / scale.px_per_day, scale.px_per_day, scale.width)


def bounded(left: float, px_per_day: float, width: float) -> DateScale:
    """A scale within what the chart can show."""
    width = max(width, 1.0)
    px_per_day = _bounded_zoom(px_per_day, width)
    left = min(max(left, float(FIRST_DAY)), LAST_DAY - width / px_per_day)
    return DateScale(left, px_per_day, width)


def _bounded_zoom(px_per_day: float, width: float) -> float:
    return min(max(px_per_day, width / MOST_DAYS), max(width, 400) / LEAST_DAYS)


@dataclass(frozen=True, slots=True)
class Label:
    """A text whose left edge is at x."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Header:
    """Two lines of labels, and the lines that divide: strong ones for the upper line, weak for the lower."""

    upper: tuple[Label, ...]
    lower: tuple[Label, ...]
    strong_lines: tuple[float, ...]
    weak_lines: tuple[float, ...]


def header(scale: DateScale, week_start: int, measure_upper: Measure, measure_lower: Measure) -> Header:
    """The header over the days in view: years over months, months over weeks, or months over days."""
    upper, lower = _levels(scale.px_per_day, measure_lower)
    upper_starts = list(_starts(scale, upper, week_start))
    lower_starts = list(_starts(scale, lower, week_start))
    strong = tuple(scale.x(day) for day, _ in upper_starts if scale.x(day) > 0)
    taken = set(strong)
    grid = _grid(lower, scale.px_per_day)
    weak_x = (scale.x(day) for day, _ in _starts(scale, grid, week_start))
    weak = tuple(x for x in weak_x if x > 0 and x not in taken)
    labels = _fit(scale, lower_starts, measure_lower, sticky=False)
    return Header(
        upper=_fit(scale, upper_starts, measure_upper, sticky=True),
        lower=tuple(
            each
            for each in labels
            if not _any_within(strong, each.x - 3, each.x + measure_lower(each.text) + 1)
        ),
        strong_lines=strong,
        weak_lines=weak,
    )


def without_covered(
    labels: tuple[Label, ...], measure: Measure, left: float, right: float
) -> tuple[Label, ...]:
    """The labels that a flag from left to right leaves readable."""
    return tuple(
        each
        for each in labels
        if each.x >= right + LABEL_PAD or each.x + measure(each.text) <= left - LABEL_PAD
    )


def snap(day: date, unit: Unit, week_start: int, *, finish: bool) -> date:
    """The nearest day of the grid: for starts the first day of a week or month, for finishes the last."""
    if unit is Unit.DAY:
        return day
    edge = day + timedelta(days=1) if finish else day
    if unit is Unit.WEEK:
        begin = week_of(edge, week_start)
        following = begin + timedelta(days=7)
    else:
        begin = edge.replace(day=1)
        following = add_months(begin, 1)
    nearest = begin if edge - begin <= following - edge else following
    return nearest - timedelta(days=1) if finish else nearest


def stepped(day: date, unit: Unit, count: int) -> date:
    """The day so many units later (or earlier, where negative)."""
    if unit is Unit.MONTH:
        return add_months(day, count)
    return day + timedelta(days=count * (7 if unit is Unit.WEEK else 1))


@dataclass(frozen=True, slots=True)
class _Level:
    """A line of the header: its unit, how many of them lie between two labels, and how a start is written."""

    unit: str
    every: int
    write: Callable[[date], str]


_NOTHING = _Level("nothing", 1, str)


def _any_within(places: Sequence[float], left: float, right: float) -> bool:
    """Whether a line runs between two places: a month's, where a week begins just before it."""
    return any(left < x < right for x in places)


def _levels(px_per_day: float, measure: Measure) -> tuple[_Level, _Level]:
    def fits(text: str, days: float) -> bool:
        return measure(text) + LABEL_PAD + LABEL_GAP <= days * px_per_day

    years = _Level("year", 1, lambda day: str(day.year))
    months = _Level("month", 1, lambda day: f"{MONTHS[day.month - 1]} {day.year}")
    if fits("Wed 30", 1):
        return months, _Level("day", 1, lambda day: f"{WEEKDAYS[day.weekday()][:3]} {day.day}")
    if measure("30") + LABEL_PAD + 3 <= px_per_day:
        return months, _Level("day", 1, lambda day: str(day.day))
    if fits("30", 6):
        return months, _Level("week", 1, lambda day: str(day.day))
    for every in (1, 2):
        if fits("May", 28 * every):
            return years, _Level("month", every, lambda day: MONTHS[day.month - 1][:3])
    if fits("Q4", 90):
        return years, _Level("month", 3, lambda day: f"Q{(day.month + 2) // 3}")
    if fits("May", 181):
        return years, _Level("month", 6, lambda day: MONTHS[day.month - 1][:3])
    for every in (1, 2, 5, 10):
        if fits("2030", 365 * every):
            return _Level("year", every, lambda day: str(day.year)), _NOTHING
    return _Level("year", 20, lambda day: str(day.year)), _NOTHING


def _grid(lower: _Level, px_per_day: float) -> _Level:
    """Every month has its line, also where not every month has room for its name."""
    return replace(lower, every=1) if lower.unit == "month" and 28 * px_per_day >= 6 else lower


def _starts(scale: DateScale, level: _Level, week_start: int) -> Iterator[tuple[int, str]]:
    """Ordinals and texts of the level's beginnings, from at or before the left edge to past the right."""
    first = min(max(int(scale.left), FIRST_DAY - 4000), LAST_DAY + 4000)
    last = min(scale.right, LAST_DAY + 8000)
    day = date.fromordinal(first)
    if level.unit == "nothing":
        return
    if level.unit == "year":
        day = date(day.year - day.year % level.every, 1, 1)
    elif level.unit == "month":
        day = date(day.year, day.month - (day.month - 1) % level.every, 1)
    elif level.unit == "week":
        day = week_of(day, week_start)
    while True:
        yield day.toordinal(), level.write(day)
        if day.toordinal() > last:
            return
        day = _following(day, level)


def _following(day: date, level: _Level) -> date:
    if level.unit == "year":
        return date(day.year + level.every, 1, 1)
    if level.unit == "month":
        return add_months(day, level.every)
    return day + timedelta(days=7 if level.unit == "week" else 1)


def _fit(
    scale: DateScale, starts: list[tuple[int, str]], measure: Measure, *, sticky: bool
) -> tuple[Label, ...]:
    """Labels inside their own stretch and the view; a sticky one stays at the left edge while it has room."""
    labels: list[Label] = []
    for (day, text), (following, _) in pairwise(starts):
        x = scale.x(day) + LABEL_PAD
        if sticky:
            x = max(x, LABEL_PAD)
        right = min(scale.x(following), scale.width)
        if x >= LABEL_PAD and x + measure(text) + 2 <= right:
            labels.append(Label(x, text))
    return tuple(labels)
