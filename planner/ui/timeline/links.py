"""Dependencies as lines at right angles, from the end they leave to the end they enter. Pure, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS
from planner.domain.items import Dependency, DependencyId, DependencyKind, MilestoneId, NodeId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.places import LINK_STUB, Viewport, bar_span
from planner.ui.timeline.routes import End, Router
from planner.ui.timeline.rows import RowKind, Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMark:
    """A dependency as a line of right angles, an arrowhead at its last point.

    `from_row` and `to_row` are the ids of the rows it joins: of its items, or of the collapsed groups that
    they lie in. What is `faded` steps back behind what is critical.
    """

    id: DependencyId
    before: NodeId
    after: NodeId
    points: tuple[tuple[float, float], ...]
    from_row: str
    to_row: str
    critical: bool = False
    faded: bool = False


def links_in_view(
    plan: Plan,
    schedule: Schedule,
    rows: Rows,
    viewport: Viewport,
    first: int,
    last: int,
    spans: Sequence[tuple[float, float] | None],
    *,
    critical: bool,
) -> tuple[LinkMark, ...]:
    """The dependencies that run through the rows from first to last and the days in view.

    `spans` are where the bar or diamond of each of these rows begins and ends; the lines keep clear of them
    where they can. `critical` tells the critical ones from the others.
    """
    scale = viewport.scale
    router = Router(viewport, first, spans)
    found = []
    for each, before_row, after_row in rows.dependencies_across(first, last):
        source = _leaves(plan, schedule, each, scale)
        target = _enters(plan, schedule, each, scale)
        if max(source, target) < -LINK_STUB or min(source, target) > scale.width + LINK_STUB:
            continue
        points = router.route(
            End(
                each.before,
                before_row,
                source,
                _shape(plan, rows, each.before, before_row),
                _leaves_end(each),
            ),
            End(
                each.after,
                after_row,
                target,
                _shape(plan, rows, each.after, after_row),
                not _enters_start(each),
            ),
        )
        is_critical = critical and drives(schedule, each)
        found.append(
            LinkMark(
                id=each.id,
                before=each.before,
                after=each.after,
                points=points,
                from_row=rows.rows[before_row].id,
                to_row=rows.rows[after_row].id,
                critical=is_critical,
                faded=critical and not is_critical,
            )
        )
    return tuple(found)


def drives(schedule: Schedule, each: Dependency) -> bool:
    """Whether a dependency lies on the critical path: its items do, and nothing lies between."""
    if not (schedule.critical(each.before) and schedule.critical(each.after)):
        return False
    if each.lag_days or each.kind is not DependencyKind.FINISH_START:
        return True
    index = schedule.graph.index
    start = schedule.starts[index[each.after]]
    return start - schedule.finishes[index[each.before]] <= INSTANT_TOLERANCE_HOURS


def _shape(plan: Plan, rows: Rows, node: NodeId, row: int) -> RowKind:
    if rows.rows[row].kind is RowKind.PHASE:
        return RowKind.PHASE
    return RowKind.MILESTONE if node in plan.milestones else RowKind.ACTIVITY


def _leaves_end(each: Dependency) -> bool:
    return each.kind in (DependencyKind.FINISH_START, DependencyKind.FINISH_FINISH)


def _enters_start(each: Dependency) -> bool:
    return each.kind in (DependencyKind.FINISH_START, DependencyKind.START_START)


def _leaves(plan: Plan, schedule: Schedule, each: Dependency, scale: DateScale) -> float:
    """Where a dependency leaves an item: an end of its bar, or the day a milestone lets its followers go."""
    milestone = plan.milestones.get(MilestoneId(each.before))
    if milestone is None:
        return bar_span(schedule, each.before, scale)[1 if _leaves_end(each) else 0]
    day = _landing(schedule, milestone.id)
    if milestone.holds:
        day = max(day, schedule.shown_day(milestone.id))
    return scale.middle(day.toordinal())


def _landing(schedule: Schedule, milestone: MilestoneId) -> date:
    """The day a milestone's work lands; where none leads to it, the day its diamond stands on."""
    return schedule.work_lands(milestone) or schedule.shown_day(milestone)


def _enters(plan: Plan, schedule: Schedule, each: Dependency, scale: DateScale) -> float:
    """Where a dependency enters an item: an end of its bar, or the day a milestone's work lands."""
    if each.after in plan.milestones:
        return scale.middle(_landing(schedule, MilestoneId(each.after)).toordinal())
    return bar_span(schedule, each.after, scale)[0 if _enters_start(each) else 1]
