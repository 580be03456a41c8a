"""Dependencies as lines at right angles, from the end they leave to the end they enter. Pure, no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.domain.items import DependencyKind, MilestoneId, NodeId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.places import BAR_HEIGHT, DIAMOND_RADIUS, Viewport, bar_span
from planner.ui.timeline.rows import Rows

LINK_STUB = 7.0


@dataclass(frozen=True, slots=True)
class LinkMark:
    """A dependency as a line of right angles, an arrowhead at its last point."""

    before: NodeId
    after: NodeId
    points: tuple[tuple[float, float], ...]


def links_in_view(
    plan: Plan, schedule: Schedule, rows: Rows, viewport: Viewport, first: int, last: int
) -> Iterator[LinkMark]:
    """The dependencies that run through the rows from first to last and the days in view."""
    scale = viewport.scale
    for each, before_row, after_row in rows.dependencies_across(first, last):
        leaves_end = each.kind in (DependencyKind.FINISH_START, DependencyKind.FINISH_FINISH)
        enters_start = each.kind in (DependencyKind.FINISH_START, DependencyKind.START_START)
        source = _leaves(plan, schedule, each.before, scale, at_end=leaves_end)
        target = _enters(plan, schedule, each.after, scale, at_start=enters_start)
        if max(source, target) < -LINK_STUB or min(source, target) > scale.width + LINK_STUB:
            continue
        points = _route(
            (source, viewport.middle_of(before_row)),
            (target, viewport.middle_of(after_row)),
            1 if leaves_end else -1,
            diamond=each.after in plan.milestones,
            enters_start=enters_start,
            row_height=viewport.row_height,
            day_width=scale.px_per_day,
        )
        yield LinkMark(each.before, each.after, points)


def _leaves(plan: Plan, schedule: Schedule, node: NodeId, scale: DateScale, *, at_end: bool) -> float:
    """Where a dependency leaves an item: an end of its bar, or the day a milestone lets its followers go."""
    milestone = plan.milestones.get(MilestoneId(node))
    if milestone is None:
        return bar_span(schedule, node, scale)[1 if at_end else 0]
    day = schedule.lands(milestone.id)
    if milestone.holds:
        day = max(day, schedule.shown_day(milestone.id))
    return scale.middle(day.toordinal())


def _enters(plan: Plan, schedule: Schedule, node: NodeId, scale: DateScale, *, at_start: bool) -> float:
    """Where a dependency enters an item: an end of its bar, or the day a milestone's work lands."""
    if node in plan.milestones:
        return scale.middle(schedule.lands(MilestoneId(node)).toordinal())
    return bar_span(schedule, node, scale)[0 if at_start else 1]


def _route(
    source: tuple[float, float],
    target: tuple[float, float],
    leaves: int,
    *,
    diamond: bool,
    enters_start: bool,
    row_height: float,
    day_width: float,
) -> tuple[tuple[float, float], ...]:
    """Right angles from an end to an end: over and down into the top where there is room, else around.

    What goes on within the day is joined by a straight line down through that day.
    """
    (x0, y0), (x1, y1) = source, target
    down = 1 if y1 > y0 else -1
    reach = DIAMOND_RADIUS if diamond else BAR_HEIGHT / 2
    into = x1 if diamond else x1 + (4 if enters_start else -4)
    if (into - x0) * leaves >= 0:
        return (x0, y0), (into, y0), (into, y1 - down * reach)
    if leaves > 0 and enters_start and not diamond and x0 - x1 <= day_width + 0.5:
        shared = (x0 + x1) / 2
        return (shared, y0 + down * BAR_HEIGHT / 2), (shared, y1 - down * reach)
    stub = x0 + leaves * LINK_STUB
    lane = y1 - down * row_height / 2
    if diamond:
        return (x0, y0), (stub, y0), (stub, lane), (x1, lane), (x1, y1 - down * reach)
    side = x1 + (-LINK_STUB - 3 if enters_start else LINK_STUB + 3)
    return (x0, y0), (stub, y0), (stub, lane), (side, lane), (side, y1), (x1, y1)
