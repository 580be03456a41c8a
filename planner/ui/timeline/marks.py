"""What a layout is made of: a mark for everything in view, in pixels. Pure, no Qt.

x and y count from the top left of the chart's body, below the header.
"""

from dataclasses import dataclass

from planner.domain.items import ActivityId, MilestoneId, MonthRange, PhaseId
from planner.ui.timeline.links import LinkMark
from planner.ui.timeline.places import BAR_HEIGHT, DIAMOND_RADIUS, Viewport


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class BarMark:
    """An activity: from x0 to x1, done up to done_x; tail_x is where its high estimate would end."""

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


@dataclass(frozen=True, slots=True)
class DiamondMark:
    """A milestone at x; lands_x is where its work lands when that is another day, `late` when it is later."""

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


@dataclass(frozen=True, slots=True)
class WindowMark:
    """The source's window for the whole path, from x0 to x1."""

    months: MonthRange
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class BufferMark:
    """What lies between the finish and the window's end, in days; negative when the finish is past it."""

    x0: float
    x1: float
    days: int


Mark = SummaryMark | BarMark | DiamondMark


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything in view. `marks` are in row order, one a row."""

    viewport: Viewport
    first_row: int
    last_row: int
    marks: tuple[Mark, ...]
    links: tuple[LinkMark, ...]
    window: WindowMark | None
    buffer: BufferMark | None
    today_x: float
    finish_x: float | None

    def mark_of(self, item_id: str) -> Mark | None:
        """The mark of a phase, activity or milestone in view."""
        return next((each for each in self.marks if each.id == item_id), None)


def moved(before: Layout, after: Layout) -> tuple[Mark, ...]:
    """The marks of `before` that stand elsewhere in `after`: where the ghosts go."""
    now = {each.id: each for each in after.marks}
    return tuple(
        each
        for each in before.marks
        if (found := now.get(each.id)) is not None and _ends(found) != _ends(each)
    )


def box(mark: Mark) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a mark."""
    if isinstance(mark, DiamondMark):
        return (
            mark.x - DIAMOND_RADIUS,
            mark.y - DIAMOND_RADIUS,
            mark.x + DIAMOND_RADIUS,
            mark.y + DIAMOND_RADIUS,
        )
    half = BAR_HEIGHT / 2
    return mark.x0, mark.y - half, mark.x1, mark.y + half


def _ends(mark: Mark) -> tuple[float, float]:
    return (mark.x, mark.lands_x or mark.x) if isinstance(mark, DiamondMark) else (mark.x0, mark.x1)
