"""What lies under a point of the chart."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.edits import retarget, set_effort_range
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.hitting import (
    DOT_GRAB,
    DOT_RADIUS,
    EDGE_GRAB,
    Part,
    dots_of,
    hit,
    joined_end,
    link_at,
)
from planner.ui.timeline.layout import lay_out
from planner.ui.timeline.marks import BarMark, DiamondMark, Layout, landing_x
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.rows import rows_of
from tests.helpers.plans import START, small_plan

TODAY = date(2027, 1, 20)
PLAN = small_plan()
ROWS = rows_of(PLAN)


def laid_out(px_per_day: float = 10.0, plan: Plan = PLAN, row_height: float = 27.0) -> Layout:
    scale = DateScale(START.toordinal() - 10, px_per_day, 1000.0)
    return lay_out(plan, schedule(plan), ROWS, Viewport(scale, 400.0, 0.0, row_height), TODAY)


def bar(layout: Layout, item: str) -> BarMark:
    mark = layout.mark_of(item)
    assert isinstance(mark, BarMark)
    return mark


def diamond(layout: Layout, item: str) -> DiamondMark:
    mark = layout.mark_of(item)
    assert isinstance(mark, DiamondMark)
    return mark


def parts_across(layout: Layout, mark: BarMark | DiamondMark) -> list[Part]:
    """What is under the pointer, pixel by pixel, as it passes over a mark from left to right."""
    begin, end = (mark.x0, mark.tail_x) if isinstance(mark, BarMark) else (mark.x, mark.x)
    found = (hit(layout, ROWS, x, mark.y) for x in range(int(begin) - 40, int(end) + 40))
    return [each.part for each in found if each is not None]


def in_order(parts: list[Part]) -> list[Part]:
    """The same without repeats."""
    return [each for number, each in enumerate(parts) if number == 0 or each is not parts[number - 1]]


@pytest.mark.parametrize("px_per_day", [0.4, 1.0, 3.0, 10.0, 60.0])
@pytest.mark.parametrize("item", ["regression-course", "clustering-course", "write-up"])
def test_every_part_of_a_bar_can_be_grabbed_at_every_zoom(item: str, px_per_day: float) -> None:
    layout = laid_out(px_per_day)
    mark = bar(layout, item)

    parts = parts_across(layout, mark)

    order = [each for each in in_order(parts) if each is not Part.ROW]
    tail = [Part.TAIL] if mark.tail_x > mark.x1 else []
    assert order == [
        Part.START_DOT,
        Part.LEFT_EDGE,
        Part.BODY,
        Part.RIGHT_EDGE,
        *tail,
        Part.END_DOT,
    ]
    for part in (Part.LEFT_EDGE, Part.RIGHT_EDGE, *tail):
        assert parts.count(part) >= EDGE_GRAB
    for dot in (Part.START_DOT, Part.END_DOT):
        assert parts.count(dot) >= DOT_GRAB - 1
    assert parts.count(Part.BODY) >= 7


@pytest.mark.parametrize("px_per_day", [0.2, 0.4, 1.0, 2.0, 4.3, 10.0, 30.0])
@pytest.mark.parametrize("item", ["regression-course", "clustering-course", "write-up"])
def test_no_dot_stands_on_a_bar_or_on_its_tail(item: str, px_per_day: float) -> None:
    mark = bar(laid_out(px_per_day), item)

    dots = dots_of(mark, 100_000.0)

    assert dots is not None
    assert dots.start_x + DOT_RADIUS < mark.x0
    assert dots.end_x - DOT_RADIUS > mark.tail_x + 2


def test_where_a_tail_ends_out_of_view_the_dot_stands_beside_its_bar() -> None:
    layout = laid_out()
    mark = bar(layout, "regression-course")
    width = (mark.x1 + mark.tail_x) / 2 + 12

    dots = dots_of(mark, width)

    assert dots is not None
    assert mark.x1 + EDGE_GRAB / 2 < dots.end_x < width


@pytest.mark.parametrize("days", [-40, -12, -9, -5, -1, 1, 5, 9, 12, 40])
@pytest.mark.parametrize("px_per_day", [0.5, 1.0, 3.0])
def test_no_dot_stands_on_the_hollow_diamond_where_the_work_lands(days: int, px_per_day: float) -> None:
    lands = schedule(PLAN).lands(MilestoneId("core-proven"))
    layout = laid_out(px_per_day, retarget(PLAN, MilestoneId("core-proven"), lands + timedelta(days=days)))
    mark = diamond(layout, "core-proven")
    hollow = landing_x(mark)

    dots = dots_of(mark, 1000.0)

    assert dots is not None
    assert hollow is not None
    for x in (dots.start_x, dots.end_x):
        assert abs(x - mark.x) >= mark.radius + 2 + DOT_RADIUS
        assert abs(x - hollow) >= mark.radius + DOT_RADIUS


def test_the_edges_lie_on_the_bars_ends() -> None:
    layout = laid_out()
    mark = bar(layout, "regression-course")

    def part(x: float) -> Part | None:
        found = hit(layout, ROWS, x, mark.y)
        return None if found is None else found.part

    assert part((mark.x0 + mark.x1) / 2) is Part.BODY
    assert part(mark.x0) is Part.LEFT_EDGE
    assert part(mark.x1) is Part.RIGHT_EDGE
    assert part(mark.tail_x) is Part.TAIL
    assert part((mark.x1 + mark.tail_x) / 2 + 12) is Part.ROW


def test_a_range_tail_as_short_as_a_pixel_can_still_be_grabbed_beside_the_edge() -> None:
    plan = set_effort_range(PLAN, ActivityId("write-up"), 5, 5, 5.5)
    layout = laid_out(1.0, plan)

    parts = parts_across(layout, bar(layout, "write-up"))

    assert parts.count(Part.TAIL) >= 8
    assert parts.count(Part.RIGHT_EDGE) >= 8
    assert parts.index(Part.END_DOT) > len(parts) - 1 - parts[::-1].index(Part.TAIL)


@pytest.mark.parametrize("item", ["regression-course", "write-up", "core-proven"])
def test_the_dots_lie_where_they_are_grabbed(item: str) -> None:
    layout = laid_out()
    mark = layout.mark_of(item)
    assert mark is not None
    dots = dots_of(mark, 1000.0)
    assert dots is not None

    for x, part in ((dots.start_x, Part.START_DOT), (dots.end_x, Part.END_DOT)):
        for dx in (-DOT_RADIUS, DOT_RADIUS):
            found = hit(layout, ROWS, x + dx, mark.y)
            assert found is not None
            assert found.part is part


def test_a_phase_has_no_dots_and_no_edges() -> None:
    layout = laid_out()
    mark = layout.mark_of("learning")
    assert mark is not None
    assert dots_of(mark, 1000.0) is None
    found = hit(layout, ROWS, mark.x1 - 1, mark.y)  # type: ignore[union-attr]
    assert found is not None
    assert found.part is Part.BODY


def test_rows_squeezed_together_have_no_dots() -> None:
    layout = laid_out(row_height=8.0)
    parts = parts_across(layout, bar(layout, "regression-course"))
    assert Part.START_DOT not in parts
    assert Part.LEFT_EDGE in parts


def test_below_the_last_row_lies_nothing() -> None:
    assert hit(laid_out(), ROWS, 50, 390) is None


def test_a_dependency_is_found_within_some_pixels_of_its_line() -> None:
    layout = laid_out()
    line = next(each for each in layout.links if each.before == "core-proven")
    x, y = line.points[-2][0], diamond(layout, "core-proven").y + 13

    for dx in (-4, 0, 4):
        found = link_at(layout, ROWS, x + dx, y)
        assert found is not None
        assert found.id == line.id
    assert link_at(layout, ROWS, x + 12, y) is None


def test_a_link_is_dropped_on_the_half_that_is_nearer() -> None:
    layout = laid_out()
    mark = bar(layout, "clustering-course")

    left = joined_end(layout, ROWS, mark.x0 + 3, mark.y)
    right = joined_end(layout, ROWS, mark.x1 + 3, mark.y)

    assert left is not None
    assert left[1]
    assert right is not None
    assert not right[1]
    assert joined_end(layout, ROWS, mark.x1 + 60, mark.y) is None


def test_a_diamond_is_one_point_in_time_whichever_side_is_aimed_at() -> None:
    plan = retarget(PLAN, MilestoneId("core-proven"), date(2027, 3, 1))
    layout = laid_out(plan=plan)
    mark = diamond(layout, "core-proven")

    for dx in (-10, -3, 3, 10):
        found = joined_end(layout, ROWS, mark.x + dx, mark.y)
        assert found is not None
        assert found == (mark, True)


def test_a_hit_names_the_row_and_what_it_stands_for() -> None:
    layout = laid_out()
    mark = diamond(layout, "core-proven")
    found = hit(replace(layout), ROWS, mark.x, mark.y)
    assert found is not None
    assert (found.id, found.kind.value, found.part) == ("core-proven", "milestone", Part.BODY)


def test_the_line_from_bar_to_bar_can_be_clicked_between_them_and_the_bars_themselves_on_them() -> None:
    layout = laid_out()
    first, then = bar(layout, "serve-model"), bar(layout, "write-up")
    line = next(each for each in layout.links if each.before == "serve-model")
    x = line.points[-1][0]

    found = link_at(layout, ROWS, x, (first.y + then.y) / 2)
    assert found is not None
    assert found.id == line.id
    assert link_at(layout, ROWS, x, then.y) is None
