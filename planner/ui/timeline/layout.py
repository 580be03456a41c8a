"""lay_out(plan, schedule, rows, viewport, today, options) -> Layout: where all stands in pixels. No Qt here.

Screen, picture and paper paint the same layout, and `hitting` reads it. Only what touches the viewport is
laid out, whatever the size of the plan. x and y count from the top left of the chart's body, below the
header.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from planner.domain.items import Activity, ActivityId, BaselineDays, BaselineId, Milestone, NodeId
from planner.domain.outlook import window_days
from planner.domain.plan import Plan
from planner.domain.progress import done_share
from planner.domain.schedule import Schedule
from planner.domain.wording import without_overrides
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.days_off import days_off_marks
from planner.ui.timeline.dense import RowFacts, dense_marks
from planner.ui.timeline.forecast_bands import band_of
from planner.ui.timeline.links import LinkMark, links_in_view
from planner.ui.timeline.marks import (
    BarMark,
    BufferMark,
    DiamondMark,
    Layout,
    Mark,
    SummaryMark,
    WindowMark,
    box,
)
from planner.ui.timeline.options import PLAIN, ViewOptions
from planner.ui.timeline.places import Viewport, along, bar_span, gaps_of
from planner.ui.timeline.rows import Row, RowKind, Rows
from planner.ui.timeline.tints import Tint, tint_of

if TYPE_CHECKING:  # the first screen is there before any forecast
    from planner.domain.forecast.forecast import Forecast


def lay_out(
    plan: Plan,
    schedule: Schedule,
    rows: Rows,
    viewport: Viewport,
    today: date,
    options: ViewOptions = PLAIN,
    facts: RowFacts | None = None,
    forecast: "Forecast | None" = None,
) -> Layout:
    """What touches the viewport, as marks in pixels; with `facts` of the rows, as arrays of all rows.

    Where milestones may land is drawn where a `forecast` is there and the options show it.
    """
    forecast = forecast if options.forecast else None
    first = max(viewport.row_at(0), 0)
    last = min(viewport.row_at(viewport.height), len(rows) - 1)
    scale = viewport.scale
    was = _baseline(plan, options, rows, first, last) if facts is None else {}
    scene = _Scene(plan, schedule, viewport, today, options, was, forecast)
    marks = tuple(
        mark
        for number in range(first, last + 1 if facts is None else first)
        if (mark := _mark(scene, rows.rows[number], number)) is not None
    )

    def find(item_id: str) -> Mark | None:
        number = rows.index.get(item_id, -1)
        return _mark(scene, rows.rows[number], number) if first <= number <= last else None

    finish = schedule.finish if schedule.graph.nodes else None
    return Layout(
        viewport=viewport,
        first_row=first,
        last_row=last,
        marks=marks,
        links=_links(scene, rows, first, last, marks) if options.links and facts is None else (),
        window=_window(plan, scale),
        buffer=_buffer(plan, finish, scale),
        today_x=scale.middle(today.toordinal()),
        finish_x=None if finish is None else scale.middle(finish.toordinal()),
        days_off=days_off_marks(plan.calendar, scale),
        dense=None if facts is None else dense_marks(schedule, facts, scale, options),
        find=None if facts is None else find,
    )


def whole_path(plan: Plan, schedule: Schedule, forecast: "Forecast | None" = None) -> tuple[date, date]:
    """First and last day of all there is to see: the plan, its targets, the source's window, and where the
    finish may land by a forecast.
    """
    last, ends = schedule.last_day, window_days(plan)
    if ends is not None:
        last = max(last, ends[1])
    return plan.facts.start, last if forecast is None else max(last, forecast.finish.p90)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What every mark is made from; `was` are the days of what is in view in the baseline."""

    plan: Plan
    schedule: Schedule
    viewport: Viewport
    today: date
    options: ViewOptions
    was: Mapping[str, BaselineDays]
    forecast: "Forecast | None"

    @property
    def scale(self) -> DateScale:
        return self.viewport.scale

    def critical(self, node: NodeId) -> bool:
        return self.options.critical and self.schedule.critical(node)

    def settled(self, node: NodeId) -> bool:
        """Whether an item is done, so that nothing of it can slip."""
        item = self.plan.node(node)
        return (item.finished_on if isinstance(item, Activity) else item.reached_on) is not None

    def tint(self, item: Activity | Milestone, row: Row) -> Tint:
        return tint_of(self.plan, self.schedule, item, row.colour, self.today, self.options.colour_by)

    def latest_day(self, node: NodeId) -> date | None:
        """The day an open item may end on at the latest, where that is shown and another day than planned."""
        if not self.options.float_bars or self.settled(node):
            return None
        days = self.schedule.float_days(node)
        return self.schedule.finish_day(node) + timedelta(days=days) if days else None


def _links(scene: _Scene, rows: Rows, first: int, last: int, marks: Sequence[Mark]) -> tuple[LinkMark, ...]:
    spans: list[tuple[float, float] | None] = [None] * (last - first + 1)
    for mark in marks:
        left, _, right, _ = box(mark)
        spans[mark.row - first] = left, right
    return links_in_view(
        scene.plan,
        scene.schedule,
        rows,
        scene.viewport,
        first,
        last,
        spans,
        critical=scene.options.critical,
    )


def _baseline(
    plan: Plan, options: ViewOptions, rows: Rows, first: int, last: int
) -> Mapping[str, BaselineDays]:
    baseline = plan.baselines.get(BaselineId(options.baseline)) if options.baseline is not None else None
    if baseline is None:
        return {}
    shown = {row.id for row in rows.rows[first : last + 1]}
    return {each.node: each for each in baseline.days if each.node in shown}


def _mark(scene: _Scene, row: Row, number: int) -> Mark | None:
    if row.kind is RowKind.PHASE:
        return _summary(scene, row, number)
    item = scene.plan.node(ActivityId(row.id))
    if isinstance(item, Activity):
        return _bar(scene, item, row, number)
    return _diamond(scene, item, row, number)


def _summary(scene: _Scene, row: Row, number: int) -> SummaryMark | None:
    schedule, scale = scene.schedule, scene.scale
    span = schedule.phase_span(row.phase)
    if span is None:
        return None
    ends = schedule.phase_range(row.phase) if scene.options.ranges else None
    return SummaryMark(
        id=row.phase,
        row=number,
        colour=row.colour,
        y=scene.viewport.middle_of(number),
        x0=scale.x(span[0].toordinal()),
        x1=scale.x(span[1].toordinal() + 1),
        low_x=None if ends is None else scale.x(ends[0].toordinal() + 1),
        high_x=None if ends is None else scale.x(ends[1].toordinal() + 1),
        months=scene.plan.phase(row.phase).months if scene.options.ranges else None,
        faded=scene.options.critical,
    )


def _bar(scene: _Scene, item: Activity, row: Row, number: int) -> BarMark:
    schedule, scale, tint = scene.schedule, scene.scale, scene.tint(item, row)
    x0, x1 = bar_span(schedule, item.id, scale)
    gaps = gaps_of(item.pauses, x0, x1, scale)
    tail_x = x1
    if scene.options.ranges:
        tail_x = max(scale.x(schedule.high_finish_day(item.id).toordinal() + 1), x1)
    latest, was = scene.latest_day(item.id), scene.was.get(item.id)
    critical = scene.critical(item.id)
    return BarMark(
        id=item.id,
        row=number,
        colour=tint.colour,
        y=scene.viewport.middle_of(number),
        x0=x0,
        x1=x1,
        done_x=along(x0, x1, gaps, done_share(scene.plan, item)),
        tail_x=tail_x,
        separators=_separators(item, x0, x1, gaps),
        pin_x=x0 if _pinned(item) else None,
        height=scene.viewport.bar_height,
        title=without_overrides(item.title),
        sign=tint.sign,
        gaps=gaps,
        float_x=None if latest is None else scale.x(latest.toordinal() + 1),
        was=None if was is None else (scale.x(was.start.toordinal()), scale.x(was.finish.toordinal() + 1)),
        critical=critical,
        faded=scene.options.critical and not critical,
    )


def _separators(
    item: Activity, x0: float, x1: float, gaps: tuple[tuple[float, float], ...]
) -> tuple[float, ...]:
    """Where one step of a bar ends and the next begins."""
    parts = sum(each.part for each in item.steps)
    passed = accumulate(each.part for each in item.steps[:-1])
    return tuple(along(x0, x1, gaps, each / parts) for each in passed)


def _pinned(item: Activity) -> bool:
    return item.not_before is not None and item.started_on is None and item.finished_on is None


def _diamond(scene: _Scene, item: Milestone, row: Row, number: int) -> DiamondMark:
    schedule, scale, tint = scene.schedule, scene.scale, scene.tint(item, row)
    shown, lands = schedule.shown_day(item.id), schedule.work_lands(item.id)
    latest, was = scene.latest_day(item.id), scene.was.get(item.id)
    critical = scene.critical(item.id)
    return DiamondMark(
        id=item.id,
        row=number,
        colour=tint.colour,
        y=scene.viewport.middle_of(number),
        x=scale.middle(shown.toordinal()),
        lands_x=None if lands is None or lands == shown else scale.middle(lands.toordinal()),
        late=lands is not None and lands > shown,
        reached=item.reached_on is not None,
        holds=item.holds,
        fixed=item.fixed,
        radius=scene.viewport.diamond_radius,
        title=without_overrides(item.title),
        sign=tint.sign,
        float_x=None if latest is None else scale.middle(latest.toordinal()),
        was_x=None if was is None else scale.middle(was.finish.toordinal()),
        band=None if lands is None else band_of(scene.forecast, item, scale),
        critical=critical,
        faded=scene.options.critical and not critical,
    )


def _window(plan: Plan, scale: DateScale) -> WindowMark | None:
    window, days = plan.facts.window, window_days(plan)
    if window is None or days is None:
        return None
    return WindowMark(window, scale.x(days[0].toordinal()), scale.x(days[1].toordinal()))


def _buffer(plan: Plan, finish: date | None, scale: DateScale) -> BufferMark | None:
    days = window_days(plan)
    if days is None or finish is None:
        return None
    end, done = days[1].toordinal(), finish.toordinal() + 1
    return BufferMark(scale.x(min(done, end)), scale.x(max(done, end)), end - done)
