"""Where everything stands, in pixels."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from planner.domain.edits import hold_followers, mark_finished, move_activity, retarget
from planner.domain.items import (
    ActivityId,
    DependencyKind,
    MilestoneId,
    MonthRange,
    Provenance,
)
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.structure import link
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.layout import lay_out, whole_path
from planner.ui.timeline.marks import BarMark, DiamondMark, Layout, SummaryMark, moved
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.rows import rows_of
from tests.helpers.plans import START, activity, chain_plan, dependency, make_plan, small_plan

TODAY = date(2027, 1, 20)
SCALE = DateScale(START.toordinal(), 10.0, 1000.0)
VIEWPORT = Viewport(SCALE, 400.0, 0.0, 27.0)


def laid_out(plan: Plan, viewport: Viewport = VIEWPORT) -> Layout:
    return lay_out(plan, schedule(plan), rows_of(plan), viewport, TODAY)


def bar(layout: Layout, item: str) -> BarMark:
    mark = layout.mark_of(item)
    assert isinstance(mark, BarMark)
    return mark


def diamond(layout: Layout, item: str) -> DiamondMark:
    mark = layout.mark_of(item)
    assert isinstance(mark, DiamondMark)
    return mark


def test_a_bar_reaches_from_its_first_day_through_its_last() -> None:
    # 20 hours from Monday 4 January at ten a week are done on Saturday the 16th.
    mark = bar(laid_out(small_plan()), "regression-course")

    assert (mark.x0, mark.x1) == (0.0, 130.0)
    assert mark.y == 1.5 * 27


def test_a_bars_tail_ends_where_its_high_estimate_would() -> None:
    # 30 hours end a week later, on Saturday the 23rd.
    assert bar(laid_out(small_plan()), "regression-course").tail_x == 200.0


def test_steps_divide_a_bar_by_their_parts() -> None:
    (separator,) = bar(laid_out(small_plan()), "regression-course").separators

    assert separator == pytest.approx(130 / 3)


def test_a_finished_bar_is_filled() -> None:
    plan = mark_finished(small_plan(), ActivityId("regression-course"), date(2027, 1, 14))

    mark = bar(laid_out(plan), "regression-course")

    assert mark.done_x == mark.x1


def test_a_start_of_its_own_is_pinned_until_the_bar_has_started() -> None:
    plan = move_activity(small_plan(), ActivityId("regression-course"), date(2027, 1, 11))

    assert bar(laid_out(plan), "regression-course").pin_x == 70.0
    done = mark_finished(plan, ActivityId("regression-course"), date(2027, 1, 30))
    assert bar(laid_out(done), "regression-course").pin_x is None


def test_a_milestone_without_a_target_stands_where_it_lands() -> None:
    plan = small_plan()
    mark = diamond(laid_out(plan), "core-proven")

    lands = schedule(plan).lands(MilestoneId("core-proven"))
    assert mark.x == SCALE.middle(lands.toordinal())
    assert mark.lands_x is None


@pytest.mark.parametrize(("days", "late"), [(-7, True), (7, False)])
def test_a_hollow_diamond_stands_where_the_landing_differs(days: int, late: bool) -> None:
    plan = small_plan()
    lands = schedule(plan).lands(MilestoneId("core-proven"))

    mark = diamond(
        laid_out(retarget(plan, MilestoneId("core-proven"), lands + timedelta(days=days))), "core-proven"
    )

    assert mark.lands_x == SCALE.middle(lands.toordinal())
    assert mark.x == mark.lands_x + 10 * days
    assert mark.late is late


def test_a_hold_is_told() -> None:
    plan = retarget(small_plan(), MilestoneId("core-proven"), date(2027, 6, 1), holds=True)

    assert diamond(laid_out(plan), "core-proven").holds
    assert not diamond(laid_out(hold_followers(plan, MilestoneId("core-proven"), False)), "core-proven").holds


def test_a_phase_spans_its_items_and_ticks_the_sources_range() -> None:
    plan = small_plan()
    mark = laid_out(plan).mark_of("learning")

    assert isinstance(mark, SummaryMark)
    assert mark.x0 == 0.0
    assert mark.low_x is not None
    assert mark.high_x is not None
    # Two and four months of ten hours a week, through the reference week.
    assert mark.low_x == pytest.approx(10 * 2 * 30.4, abs=30)
    assert mark.high_x == pytest.approx(10 * 4 * 30.4, abs=30)


def test_only_rows_in_view_are_laid_out() -> None:
    plan = chain_plan(1000)

    layout = laid_out(plan, replace(VIEWPORT, top=270.0, height=270.0))

    assert (layout.first_row, layout.last_row) == (10, 20)
    assert [mark.row for mark in layout.marks] == list(range(10, 21))
    assert layout.marks[0].y == 13.5


def test_an_empty_plan_has_nothing_to_show() -> None:
    layout = laid_out(make_plan())

    assert layout.marks == ()
    assert layout.links == ()
    assert layout.window is None
    assert layout.finish_x is None


def test_the_window_and_the_buffer_after_the_finish() -> None:
    months = MonthRange(low=3, high=6, provenance=Provenance.SOURCE)
    plan = small_plan()
    plan = replace(plan, facts=replace(plan.facts, window=months))

    layout = laid_out(plan)

    assert layout.window is not None
    assert layout.window.x0 == SCALE.x(date(2027, 4, 4).toordinal())
    assert layout.window.x1 == SCALE.x(date(2027, 7, 4).toordinal())
    assert layout.buffer is not None
    assert layout.buffer.days == (date(2027, 7, 4) - schedule(plan).finish).days - 1
    assert layout.buffer.x1 == layout.window.x1


def test_a_finish_past_the_window_is_told_as_such() -> None:
    months = MonthRange(low=0.5, high=1, provenance=Provenance.SOURCE)
    plan = small_plan()
    plan = replace(plan, facts=replace(plan.facts, window=months))

    buffer = laid_out(plan).buffer

    assert buffer is not None
    assert buffer.days < 0
    assert buffer.x0 < buffer.x1
    assert whole_path(plan, schedule(plan))[1] == schedule(plan).finish


@pytest.mark.parametrize("kind", list(DependencyKind))
def test_dependencies_run_at_right_angles_from_row_to_row(kind: DependencyKind) -> None:
    plan = link(small_plan(), ActivityId("regression-course"), ActivityId("write-up"), kind, 3)

    layout = laid_out(plan)
    line = next(each for each in layout.links if each.after == "write-up" and each.before != "serve-model")

    for (x0, y0), (x1, y1) in pairwise(line.points):
        assert x0 == x1 or y0 == y1
    assert line.points[0][1] == bar(layout, "regression-course").y
    end = bar(layout, "write-up")
    assert abs(line.points[-1][1] - end.y) <= 8
    assert end.x0 - 1 <= line.points[-1][0] <= end.x1 + 1


def test_work_that_goes_on_within_a_day_is_joined_straight_down() -> None:
    # Four hours end on Wednesday the 6th, with half an hour left for what follows.
    plan = make_plan(
        activity("one", 4, position=1), activity("other", 4, position=2), dependency("one", "other")
    )
    layout = laid_out(plan, replace(VIEWPORT, scale=replace(SCALE, px_per_day=40.0)))
    one, other = bar(layout, "one"), bar(layout, "other")
    assert one.x1 - other.x0 == 40.0

    (line,) = layout.links

    assert [x for x, _ in line.points] == [other.x0 + 20, other.x0 + 20]


def test_ghosts_are_left_where_things_moved_and_nowhere_else() -> None:
    plan = small_plan()
    before = laid_out(plan)
    after = laid_out(move_activity(plan, ActivityId("serve-model"), date(2027, 3, 1)))

    assert {mark.id for mark in moved(before, after)} == {
        "production",
        "serve-model",
        "write-up",
        "endpoint-live",
    }
