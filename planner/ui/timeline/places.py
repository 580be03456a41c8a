"""What is in view, and where the bars and diamonds of its rows stand. Pure, no Qt."""

from dataclasses import dataclass

from planner.domain.items import NodeId
from planner.domain.schedule import Schedule
from planner.ui.timeline.axis import DateScale

BAR_HEIGHT = 15.0
DIAMOND_RADIUS = 7.5
LEAST_BAR_WIDTH = 3.0


@dataclass(frozen=True, slots=True)
class Viewport:
    """What is in view: the days by `scale`, and `height` pixels of rows from `top` pixels down."""

    scale: DateScale
    height: float
    top: float
    row_height: float

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
