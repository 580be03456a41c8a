"""What a layout is made of: a mark for everything in view, in pixels. Pure, no Qt.

x and y count from the top left of the chart's body, below the header.
"""

from collections.abc import Callable
from dataclasses import dataclass

from planner.domain.items import ActivityId, MilestoneId, MonthRange, PhaseId
from planner.ui.timeline.days_off import DaysOffMark
from planner.ui.timeline.dense import DenseMarks, row_near
from planner.ui.timeline.links import LinkMark
from planner.ui.timeline.places import BAR_HEIGHT, DIAMOND_RADIUS, Viewport
from planner.ui.timeline.tints import Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryMark:
    """A phase: from x0 to x1, with ticks where the source's shortest and longest length would end."""

    id: PhaseId
    row: int
    colour: int
    y: float
    x0: float
    x1: float
    low_x: float | None
    high_x: float | None
    months: MonthRange | None
    faded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarMark:
    """An activity: from x0 to x1, done up to done_x; tail_x is where its high estimate would end.

    `gaps` are its pauses. `float_x` is as late as it may end, where that is shown, and `was` where it stood
    in the baseline. What is `faded` steps back behind what is critical.
    """

    id: ActivityId
    row: int
    colour: int
    y: float
    x0: float
    x1: float
    done_x: float
    tail_x: float
    separators: tuple[float, ...]
    pin_x: float | None
    height: float = BAR_HEIGHT
    title: str = ""
    sign: Sign | None = None
    gaps: tuple[tuple[float, float], ...] = ()
    float_x: float | None = None
    was: tuple[float, float] | None = None
    critical: bool = False
    faded: bool = False


@dataclass(frozen=True, slots=True)
class BandMark:
    """Where a milestone may land by the forecast: the middles of the days for 1, 5, 8 and 9 times in 10."""

    x10: float
    x50: float
    x80: float
    x90: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DiamondMark:
    """A milestone at x; lands_x is where its work lands when that is another day, `late` when it is later.

    `float_x` is as late as it may land, where that is shown, `was_x` where it stood in the baseline, and
    `band` what the forecast says.
    """

    id: MilestoneId
    row: int
    colour: int
    y: float
    x: float
    lands_x: float | None
    late: bool
    reached: bool
    holds: bool
    fixed: bool
    radius: float = DIAMOND_RADIUS
    title: str = ""
    sign: Sign | None = None
    float_x: float | None = None
    was_x: float | None = None
    band: BandMark | None = None
    critical: bool = False
    faded: bool = False


@dataclass(frozen=True, slots=True)
class WindowMark:
    """The source's window for the whole path, from x0 to x1; shaded, and named over the first row."""

    months: MonthRange
    x0: float
    x1: float
    named: bool = True


@dataclass(frozen=True, slots=True)
class BufferMark:
    """What lies between the finish and the window's end, in days; negative when the finish is past it."""

    x0: float
    x1: float
    days: int


Mark = SummaryMark | BarMark | DiamondMark

LEAST_APART = 5.0
"""A diamond and the hollow one where its work lands are drawn so far apart at least, to be told apart."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything in view. `marks` are in row order, one a row.

    Where rows are too low to read, `dense` has all of them as arrays, `marks` and `links` are empty, and
    `find` makes the mark of one item.
    """

    viewport: Viewport
    first_row: int
    last_row: int
    marks: tuple[Mark, ...]
    links: tuple[LinkMark, ...]
    window: WindowMark | None
    buffer: BufferMark | None
    today_x: float
    finish_x: float | None
    days_off: tuple[DaysOffMark, ...] = ()
    dense: DenseMarks | None = None
    find: Callable[[str], Mark | None] | None = None

    def row_at(self, x: float, y: float) -> int:
        """The number of the row a point means; it may be past the last row."""
        if self.dense is None:
            return self.viewport.row_at(y)
        return row_near(self.dense, self.viewport, x, y)

    def mark_of(self, item_id: str) -> Mark | None:
        """The mark of a phase, activity or milestone in view."""
        if self.find is not None:
            return self.find(item_id)
        return next((each for each in self.marks if each.id == item_id), None)


def moved(before: Layout, after: Layout) -> tuple[Mark, ...]:
    """The marks of `before` that stand elsewhere in `after`: where the ghosts go."""
    now = {each.id: each for each in after.marks}
    return tuple(
        each
        for each in before.marks
        if (found := now.get(each.id)) is not None and _ends(found) != _ends(each)
    )


def landing_x(mark: DiamondMark) -> float | None:
    """Where the hollow diamond is drawn, where there is one: never so near that the filled one hides it."""
    if mark.lands_x is None:
        return None
    apart = max(abs(mark.lands_x - mark.x), min(LEAST_APART, mark.radius))
    return mark.x + (apart if mark.late else -apart)


def box(mark: Mark) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a mark."""
    if isinstance(mark, DiamondMark):
        return mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius
    half = (mark.height if isinstance(mark, BarMark) else BAR_HEIGHT) / 2
    return mark.x0, mark.y - half, mark.x1, mark.y + half


def _ends(mark: Mark) -> tuple[float, ...]:
    if isinstance(mark, DiamondMark):
        return mark.x, mark.lands_x or mark.x
    return (mark.x0, mark.x1, mark.tail_x) if isinstance(mark, BarMark) else (mark.x0, mark.x1)
