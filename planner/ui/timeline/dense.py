"""Rows too low to read: where their bars and diamonds stand, as arrays for all rows at once. Pure, no Qt.

A mark for each of ten thousand rows takes a tenth of a second; arrays take a millisecond. What of a row
stays while dates move (`RowFacts`) is found once a plan; places follow the schedule of each step of a drag.
"""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import numpy.typing as npt

from planner.domain.forward_pass import FROM_FINISH, INTO_START
from planner.domain.graph import Graph
from planner.domain.items import Activity, ActivityId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.progress import done_share
from planner.domain.schedule import Schedule
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.options import ColourBy, ViewOptions
from planner.ui.timeline.places import LEAST_BAR_WIDTH, Viewport
from planner.ui.timeline.rows import RowKind, Rows
from planner.ui.timeline.tints import tint_of

READABLE_ROW_HEIGHT = 14.0
"""Rows lower than this, in pixels, have no room for a text."""

NEAR_PIXELS = 4.0
"""How far above or below a low bar the pointer still means it."""

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RowFacts:
    """What of each row stays while dates move; arrays of shape (rows,).

    `nodes` are numbers in the graph, -1 for groups; `done` are shares from 0 to 1. `lasts` are the
    rows of the last that lies in each group, an item's own row for the others. Of each dependency `link_ends`
    are the two rows, shape (links, 2), `from_end` and `into_start` which ends of them it joins. `bands` are
    the days of the forecast's P10, P50 and P90 of each milestone, where they are shown; shape (rows, 3).
    """

    rows: Rows
    graph: Graph
    nodes: Numbers
    diamonds: Flags
    phase_colours: Numbers
    colours: Numbers
    done: Floats
    lasts: Numbers
    link_ends: Numbers
    from_end: Flags
    into_start: Flags
    bands: Floats | None = None

    @property
    def bars(self) -> Flags:
        """Which rows are activities."""
        return (self.nodes >= 0) & ~self.diamonds


@dataclass(frozen=True, slots=True, eq=False)
class DenseMarks:
    """Every row's bar or diamond in pixels; arrays of shape (rows,), x1 before x0 where there is nothing.

    A diamond has x0 and x1 at its middle. `late` are diamonds whose work lands after their target, `faded`
    what steps back behind what is critical. `bands` are where diamonds may land by the forecast, from P10
    by P50 to P90; shape (rows, 3), not a number where there is none.
    """

    facts: RowFacts
    x0: Floats
    x1: Floats
    late: Flags
    faded: Flags
    bands: Floats | None = None

    @property
    def rows(self) -> Rows:
        """The rows they stand in."""
        return self.facts.rows


def row_facts(
    plan: Plan,
    schedule: Schedule,
    rows: Rows,
    today: date,
    colour_by: ColourBy,
    before: RowFacts | None = None,
) -> RowFacts:
    """What of each row stays while dates move; `before`, where rows and items are the same, saves work."""
    if before is None or before.rows is not rows or before.graph is not schedule.graph:
        before = _row_facts(schedule, rows)
    index, done, colours = rows.index, np.zeros(len(rows)), before.phase_colours
    for activity in plan.active.values():
        number = index.get(activity.id) if _begun(plan, activity) else None
        if number is not None:
            done[number] = done_share(plan, activity)
    if colour_by is not ColourBy.PHASE:
        colours = colours.copy()
        for number in np.flatnonzero(before.nodes >= 0).tolist():
            item, colour = plan.node(ActivityId(rows.rows[number].id)), int(colours[number])
            colours[number] = tint_of(plan, schedule, item, colour, today, colour_by).colour
    return replace(before, done=done, colours=colours)


def dense_marks(schedule: Schedule, facts: RowFacts, scale: DateScale, options: ViewOptions) -> DenseMarks:
    """Where all rows stand by a schedule."""
    rows, count = facts.rows, len(facts.rows)
    x0, x1 = np.ones(count), np.zeros(count)
    late, faded = np.zeros(count, np.bool_), np.zeros(count, np.bool_)
    items = np.flatnonzero(facts.nodes >= 0)
    nodes, origin = facts.nodes[items], schedule.axis.first.toordinal() - scale.left
    x0[items] = (schedule.start_indices[nodes] + origin) * scale.px_per_day
    x1[items] = (schedule.finish_indices[nodes] + (origin + 1)) * scale.px_per_day
    for number in np.flatnonzero(facts.nodes < 0).tolist():
        span = schedule.phase_span(rows.rows[number].phase)
        if span is not None:
            x0[number], x1[number] = scale.x(span[0].toordinal()), scale.x(span[1].toordinal() + 1)
    shown = x1 >= x0
    x1[shown] = np.maximum(x1[shown], x0[shown] + LEAST_BAR_WIDTH)
    diamonds = np.flatnonzero(facts.diamonds)
    days = schedule.finish_indices[facts.nodes[diamonds]] + schedule.axis.first.toordinal()
    for place, number in enumerate(diamonds.tolist()):
        milestone = schedule.plan.milestones[MilestoneId(rows.rows[number].id)]
        if milestone.target is not None and milestone.reached_on is None:
            late[number] = days[place] > milestone.target.toordinal()
            days[place] = milestone.target.toordinal()
    x0[diamonds] = x1[diamonds] = (days + 0.5 - scale.left) * scale.px_per_day
    if options.critical:
        slack = np.array([not schedule.critical(each) for each in schedule.graph.nodes])
        faded[items] = slack[nodes]
    days_seen = facts.bands if options.forecast else None
    bands = None if days_seen is None else (days_seen + 0.5 - scale.left) * scale.px_per_day
    return DenseMarks(facts, x0, x1, late, faded, bands)


def row_near(marks: DenseMarks, viewport: Viewport, x: float, y: float) -> int:
    """The row a point means: the one under it, or the nearest one whose bar or diamond is within reach."""
    under = viewport.row_at(y)
    reach = int(NEAR_PIXELS / viewport.row_height)
    first, last = max(under - reach, 0), min(under + reach, len(marks.x0) - 1)
    if first > last:
        return under
    stretch = slice(first, last + 1)
    side = np.where(marks.facts.diamonds[stretch], viewport.diamond_radius + 2, 2.0)
    within = (marks.x0[stretch] - side <= x) & (x <= marks.x1[stretch] + side)
    within &= marks.x1[stretch] >= marks.x0[stretch]
    # A bar says more than the group around it, which lies under many of them.
    for wanted in (within & (marks.facts.nodes[stretch] >= 0), within):
        found = np.flatnonzero(wanted) + first
        if found.size:
            return int(found[np.argmin(np.abs(found - under))])
    return under


def link_lines(marks: DenseMarks, of: frozenset[str] | None = None) -> Floats:
    """Dependencies as (x where it leaves, row before, x where it enters, row after); shape (links, 4).

    Those of some items, or all.
    """
    ends, from_end, into_start = marks.facts.link_ends, marks.facts.from_end, marks.facts.into_start
    if of is not None:
        chosen = np.zeros(len(marks.x0), np.bool_)
        chosen[rows_with(marks.rows, of)] = True
        mine = chosen[ends].any(axis=1)
        ends, from_end, into_start = ends[mine], from_end[mine], into_start[mine]
    before, after = ends[:, 0], ends[:, 1]
    leaves = np.where(from_end, marks.x1[before], marks.x0[before])
    enters = np.where(into_start, marks.x0[after], marks.x1[after])
    return np.stack((leaves, before.astype(np.float64), enters, after.astype(np.float64)), axis=1)


def rows_with(rows: Rows, ids: frozenset[str]) -> Numbers:
    """The numbers of the rows with these ids; shape (rows found,)."""
    index = rows.index
    return np.array(sorted(index[each] for each in ids if each in index), dtype=np.int64)


def merged(y: Numbers, colours: Numbers, x0: Floats, x1: Floats) -> npt.NDArray[np.int64]:
    """Which stretches cover the same pixels: what lies on one line in one colour and touches is one.

    Returns the order in which the stretches lie line by line, and behind it a 1 where a new one begins;
    shape (2, stretches).
    """
    order = np.lexsort((x0, colours, y))
    line, colour = y[order], colours[order]
    begins = np.ones(len(order), np.int64)
    if len(order) > 1:
        other = (line[1:] != line[:-1]) | (colour[1:] != colour[:-1])
        # How far right the line reaches so far: running maxima that start anew with each line and colour.
        group = np.concatenate(([0], np.cumsum(other)))
        span = float(x1.max() - x0.min()) + 4.0
        reach = np.maximum.accumulate(x1[order] + group * 2 * span) - group * 2 * span
        begins[1:] = other | (x0[order][1:] > reach[:-1] + 1.0)
    return np.stack((order.astype(np.int64), begins))


def _row_facts(schedule: Schedule, rows: Rows) -> RowFacts:
    """What follows from the rows alone; nothing is done."""
    index, count = schedule.graph.index, len(rows)
    nodes = np.array([index.get(ActivityId(each.id), -1) for each in rows.rows], np.int64)
    colours = np.array([each.colour for each in rows.rows], np.int64)
    lasts = np.arange(count, dtype=np.int64)
    around: list[int] = []
    for number, row in enumerate(rows.rows):
        while around and rows.rows[around[-1]].depth >= row.depth:
            lasts[around.pop()] = number - 1
        if row.kind is RowKind.PHASE:
            around.append(number)
    lasts[around] = count - 1
    kinds = [each.kind for each in rows.dependencies]
    return RowFacts(
        rows=rows,
        graph=schedule.graph,
        nodes=nodes,
        diamonds=nodes >= schedule.graph.activity_count,
        phase_colours=colours,
        colours=colours,
        done=np.zeros(count),
        lasts=lasts,
        link_ends=rows.dependency_rows,
        from_end=np.array([each in FROM_FINISH for each in kinds], np.bool_),
        into_start=np.array([each in INTO_START for each in kinds], np.bool_),
    )


def _begun(plan: Plan, item: Activity) -> bool:
    """Whether anything of an activity may be done: most of a long plan is not, and need not be looked at."""
    return (
        item.finished_on is not None
        or item.remaining_hours is not None
        or bool(item.steps)
        or item.id in plan.sessions_of_activity
    )
