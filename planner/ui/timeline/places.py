"""What is in view, and where the bars and diamonds of its rows stand. Pure, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.domain.items import NodeId, Pause
from planner.domain.schedule import Schedule
from planner.ui.timeline.axis import DateScale

BAR_HEIGHT = 15.0
DIAMOND_RADIUS = 7.5
LEAST_BAR_WIDTH = 3.0
BAR_RADIUS = 3.5
LINK_STUB = 7.0
"""How far a dependency leaves an end sideways before it turns."""

BAR_PART = 0.56
"""How much of a low row its bar takes."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """What is in view: the days by `scale`, and `height` pixels of rows from `top` pixels down."""

    scale: DateScale
    height: float
    top: float
    row_height: float

    @property
    def bar_height(self) -> float:
        """How high a bar is in these rows."""
        return max(min(BAR_HEIGHT, self.row_height * BAR_PART), 1.0)

    @property
    def diamond_radius(self) -> float:
        """From the middle of a diamond to its tips in these rows."""
        return max(min(DIAMOND_RADIUS, self.row_height * BAR_PART / 2), 1.0)

    def middle_of(self, row: int) -> float:
        """The y of a row's middle."""
        return (row + 0.5) * self.row_height - self.top

    def row_at(self, y: float) -> int:
        """The row number at a y; it may be past the last row."""
        return int((y + self.top) // self.row_height)


def bar_span(schedule: Schedule, node: NodeId, scale: DateScale) -> tuple[float, float]:
    """Where an activity's bar begins and ends, in pixels; wide enough to be seen."""
    number = schedule.graph.index[node]
    origin = schedule.axis.first.toordinal()
    x0 = scale.x(origin + int(schedule.start_indices[number]))
    return x0, max(scale.x(origin + int(schedule.finish_indices[number]) + 1), x0 + LEAST_BAR_WIDTH)


def gaps_of(
    pauses: Sequence[Pause], x0: float, x1: float, scale: DateScale
) -> tuple[tuple[float, float], ...]:
    """Where the pauses inside a bar from x0 to x1 begin and end, in pixels."""
    spans = ((scale.x(each.first.toordinal()), scale.x(each.last.toordinal() + 1)) for each in pauses)
    return tuple((left, right) for left, right in spans if x0 < left and right < x1)


def along(x0: float, x1: float, gaps: Sequence[tuple[float, float]], part: float) -> float:
    """Where a part (0 to 1) of a bar's work ends: its gaps count for nothing."""
    x = x0 + part * (x1 - x0 - sum(right - left for left, right in gaps))
    for left, right in gaps:
        if x <= left:
            break
        x += right - left
    return x
