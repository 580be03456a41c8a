"""lay_out(plan, schedule, rows, viewport, today, options) -> Layout: where all stands in pixels. No Qt here.

Screen, picture and paper paint the same layout, and hit-testing reads it. Only what touches the viewport is
laid out, whatever the size of the plan. x and y count from the top left of the chart's body, below the
header.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain.items import Activity, ActivityId, Milestone
from planner.domain.plan import Plan
from planner.domain.progress import done_share
from planner.domain.schedule import Schedule
from planner.domain.wording import add_months
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.links import links_in_view
from planner.ui.timeline.marks import (
    BarMark,
    BufferMark,
    DiamondMark,
    Layout,
    Mark,
    SummaryMark,
    WindowMark,
)
from planner.ui.timeline.options import PLAIN, ViewOptions
from planner.ui.timeline.places import DIAMOND_RADIUS, Viewport, bar_span
from planner.ui.timeline.rows import Row, RowKind, Rows

EDGE_GRAB = 8.0


class Part(StrEnum):
    """What of a row lies under the pointer."""

    BODY = "body"
    RIGHT_EDGE = "right edge"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Hit:
    """A row, and what of it was hit."""

    id: str
    kind: RowKind
    part: Part


def lay_out(
    plan: Plan,
    schedule: Schedule,
    rows: Rows,
    viewport: Viewport,
    today: date,
    options: ViewOptions = PLAIN,
) -> Layout:
    """What touches the viewport, as marks in pixels."""
    first = max(viewport.row_at(0), 0)
    last = min(viewport.row_at(viewport.height), len(rows) - 1)
    scale = viewport.scale
    marks = tuple(
        mark
        for number in range(first, last + 1)
        if (mark := _mark(plan, schedule, rows.rows[number], number, viewport)) is not None
    )
    finish = schedule.finish if schedule.graph.nodes else None
    return Layout(
        viewport=viewport,
        first_row=first,
        last_row=last,
        marks=marks,
        links=tuple(links_in_view(plan, schedule, rows, viewport, first, last)) if options.links else (),
        window=_window(plan, scale),
        buffer=_buffer(plan, finish, scale),
        today_x=scale.middle(today.toordinal()),
        finish_x=None if finish is None else scale.middle(finish.toordinal()),
    )


def hit(layout: Layout, rows: Rows, x: float, y: float) -> Hit | None:
    """What lies at a point of the chart's body; None below the last row."""
    number = layout.viewport.row_at(y)
    if not 0 <= number < len(rows):
        return None
    row = rows.rows[number]
    mark = layout.mark_of(row.id)
    part = Part.ROW
    if mark is not None and abs(y - mark.y) <= layout.viewport.row_height / 2:
        part = _part(mark, x)
    return Hit(row.id, row.kind, part)


def whole_path(plan: Plan, schedule: Schedule) -> tuple[date, date]:
    """First and last day of all there is to see: the plan, its targets and the source's window."""
    last = schedule.last_day
    ends = _window_days(plan)
    return plan.facts.start, last if ends is None else max(last, ends[1])


def _part(mark: Mark, x: float) -> Part:
    if isinstance(mark, DiamondMark):
        return Part.BODY if abs(x - mark.x) <= DIAMOND_RADIUS + 2 else Part.ROW
    if isinstance(mark, BarMark):
        # On a short bar the edge is grabbed from outside, so that its middle can still be grabbed.
        inside = min(EDGE_GRAB / 2, (mark.x1 - mark.x0) / 3)
        if mark.x1 - inside <= x <= mark.x1 + EDGE_GRAB - inside:
            return Part.RIGHT_EDGE
    return Part.BODY if mark.x0 - 2 <= x <= mark.x1 + 2 else Part.ROW


def _mark(plan: Plan, schedule: Schedule, row: Row, number: int, viewport: Viewport) -> Mark | None:
    y = viewport.middle_of(number)
    if row.kind is RowKind.PHASE:
        return _summary(plan, schedule, row, number, y, viewport.scale)
    item = plan.node(ActivityId(row.id))
    if isinstance(item, Activity):
        return _bar(plan, schedule, item, row, number, y, viewport.scale)
    return _diamond(schedule, item, row, number, y, viewport.scale)


def _summary(
    plan: Plan, schedule: Schedule, row: Row, number: int, y: float, scale: DateScale
) -> SummaryMark | None:
    span = schedule.phase_span(row.phase)
    if span is None:
        return None
    ends = schedule.phase_range(row.phase)
    return SummaryMark(
        id=row.phase,
        row=number,
        colour=row.colour,
        y=y,
        x0=scale.x(span[0].toordinal()),
        x1=scale.x(span[1].toordinal() + 1),
        low_x=None if ends is None else scale.x(ends[0].toordinal() + 1),
        high_x=None if ends is None else scale.x(ends[1].toordinal() + 1),
        months=plan.phase(row.phase).months,
    )


def _bar(
    plan: Plan, schedule: Schedule, item: Activity, row: Row, number: int, y: float, scale: DateScale
) -> BarMark:
    x0, x1 = bar_span(schedule, item.id, scale)
    width = x1 - x0
    parts = sum(each.part for each in item.steps)
    separators: list[float] = []
    passed = 0.0
    for each in item.steps[:-1]:
        passed += each.part
        separators.append(x0 + width * passed / parts)
    pinned = item.not_before is not None and item.started_on is None and item.finished_on is None
    return BarMark(
        id=item.id,
        row=number,
        colour=row.colour,
        y=y,
        x0=x0,
        x1=x1,
        done_x=x0 + width * done_share(plan, item),
        tail_x=max(scale.x(schedule.high_finish_day(item.id).toordinal() + 1), x1),
        separators=tuple(separators),
        pin_x=x0 if pinned else None,
    )


def _diamond(
    schedule: Schedule, item: Milestone, row: Row, number: int, y: float, scale: DateScale
) -> DiamondMark:
    shown, lands = schedule.shown_day(item.id), schedule.lands(item.id)
    return DiamondMark(
        id=item.id,
        row=number,
        colour=row.colour,
        y=y,
        x=scale.middle(shown.toordinal()),
        lands_x=None if lands == shown else scale.middle(lands.toordinal()),
        late=lands > shown,
        reached=item.reached_on is not None,
        holds=item.holds,
        fixed=item.fixed,
    )


def _window_days(plan: Plan) -> tuple[date, date] | None:
    window = plan.facts.window
    if window is None:
        return None
    return add_months(plan.facts.start, window.low), add_months(plan.facts.start, window.high)


def _window(plan: Plan, scale: DateScale) -> WindowMark | None:
    window, days = plan.facts.window, _window_days(plan)
    if window is None or days is None:
        return None
    return WindowMark(window, scale.x(days[0].toordinal()), scale.x(days[1].toordinal()))


def _buffer(plan: Plan, finish: date | None, scale: DateScale) -> BufferMark | None:
    days = _window_days(plan)
    if days is None or finish is None:
        return None
    end, done = days[1].toordinal(), finish.toordinal() + 1
    return BufferMark(scale.x(min(done, end)), scale.x(max(done, end)), end - done)
