"""How dependencies run: clear of bars where they can, and apart from each other."""

from itertools import pairwise

import pytest

from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.routes import APART, End, Point, Router
from planner.ui.timeline.rows import RowKind

VIEWPORT = Viewport(DateScale(0.0, 10.0, 1000.0), 400.0, 0.0, 30.0)
Span = tuple[float, float]


def end(row: int, x: float, *, at_end: bool, shape: RowKind = RowKind.ACTIVITY, node: str = "") -> End:
    return End(node or f"item {row}", row, x, shape, at_end)


def crossed(points: tuple[Point, ...], spans: list[Span | None]) -> int:
    """Bars of other rows than the first and last that an upright piece runs through."""
    found = 0
    for (x0, y0), (x1, y1) in pairwise(points):
        for row, span in enumerate(spans):
            middle = VIEWPORT.middle_of(row)
            if span and x0 == x1 and min(y0, y1) < middle - 8 and middle + 8 < max(y0, y1):
                found += span[0] < x0 < span[1]
    return found


def test_a_line_goes_over_and_down_into_the_top() -> None:
    spans: list[Span | None] = [(0, 100), (150, 250)]

    points = Router(VIEWPORT, 0, spans).route(end(0, 100, at_end=True), end(1, 150, at_end=False))

    assert points == ((100, 15), (154, 15), (154, 45 - VIEWPORT.bar_height / 2))


def test_a_line_keeps_clear_of_a_bar_in_its_way() -> None:
    # Straight down into the last bar would run through the one between.
    spans: list[Span | None] = [(0, 100), (240, 400), (300, 400)]

    points = Router(VIEWPORT, 0, spans).route(end(0, 100, at_end=True), end(2, 300, at_end=False))

    assert crossed(points, spans) == 0
    assert points[-1] == (300, 75)


def test_a_line_slips_between_two_bars() -> None:
    spans: list[Span | None] = [(0, 100), (90, 150), (200, 400), (300, 400)]

    points = Router(VIEWPORT, 0, spans).route(end(0, 100, at_end=True), end(3, 300, at_end=False))

    assert crossed(points, spans) == 0


def test_lines_of_different_items_do_not_lie_on_each_other() -> None:
    spans: list[Span | None] = [(0, 100), (20, 104), None, (160, 260), (160, 260)]
    router = Router(VIEWPORT, 0, spans)

    one = router.route(end(0, 100, at_end=True), end(3, 160, at_end=False))
    other = router.route(end(1, 104, at_end=True), end(4, 160, at_end=False))

    assert abs(one[1][0] - other[1][0]) >= APART - 0.5


def test_lines_into_one_item_share_their_way() -> None:
    spans: list[Span | None] = [(0, 100), (20, 104), None, (160, 260)]
    router = Router(VIEWPORT, 0, spans)

    one = router.route(end(0, 100, at_end=True), end(3, 160, at_end=False))
    other = router.route(end(1, 104, at_end=True), end(3, 160, at_end=False))

    assert one[-1] == other[-1]


@pytest.mark.parametrize("from_end", [True, False])
@pytest.mark.parametrize("to_end", [True, False])
@pytest.mark.parametrize(("row", "span"), [(0, (400, 500)), (3, (40, 60)), (3, (400, 500)), (0, (20, 90))])
def test_whichever_ends_are_joined_pieces_are_upright_or_level(
    from_end: bool, to_end: bool, row: int, span: Span
) -> None:
    spans: list[Span | None] = [None, (50, 200), (100, 300), None]
    spans[row] = span
    source = end(1, spans[1][1 if from_end else 0] if spans[1] else 0, at_end=from_end)
    target = end(row, span[1 if to_end else 0], at_end=to_end)

    points = Router(VIEWPORT, 0, spans).route(source, target)

    assert all(x0 == x1 or y0 == y1 for (x0, y0), (x1, y1) in pairwise(points))
    assert abs(points[-1][1] - VIEWPORT.middle_of(row)) <= VIEWPORT.bar_height / 2
    assert span[0] <= points[-1][0] <= span[1]


def test_a_milestone_on_the_last_day_of_its_work_is_right_below_it() -> None:
    spans: list[Span | None] = [(0, 100), (87.5, 102.5)]
    diamond = end(1, 95, at_end=False, shape=RowKind.MILESTONE)

    points = Router(VIEWPORT, 0, spans).route(end(0, 100, at_end=True), diamond)

    assert {x for x, _ in points} == {95}
    assert points[-1][1] == VIEWPORT.middle_of(1) - VIEWPORT.diamond_radius
