"""The date header at every zoom, and what drags snap to."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.ui.timeline.axis import (
    DateScale,
    Unit,
    bounded,
    header,
    panned,
    showing,
    snap,
    stepped,
    with_day,
    without_covered,
    zoomed,
)

DAY = date(2027, 1, 4)


def measure(text: str) -> float:
    return 7.0 * len(text)


zooms = st.floats(0.02, 90)
lefts = st.floats(date(2026, 1, 1).toordinal(), date(2031, 1, 1).toordinal())
widths = st.floats(200, 2500)


@given(left=lefts, px_per_day=zooms, width=widths)
def test_labels_never_overlap_and_are_never_cut(left: float, px_per_day: float, width: float) -> None:
    scale = bounded(left, px_per_day, width)

    shown = header(scale, 0, measure, measure)

    for labels in (shown.upper, shown.lower):
        for label in labels:
            assert label.x >= 0
            assert label.x + measure(label.text) <= scale.width
        for one, following in pairwise(labels):
            assert one.x + measure(one.text) < following.x
    for label in shown.lower:
        assert not any(label.x < x <= label.x + measure(label.text) for x in shown.strong_lines)


@given(left=lefts, px_per_day=zooms, width=st.floats(600, 2500))
def test_a_wide_chart_always_says_where_one_is(left: float, px_per_day: float, width: float) -> None:
    shown = header(bounded(left, px_per_day, width), 0, measure, measure)

    assert shown.upper or shown.lower


@pytest.mark.parametrize(
    ("px_per_day", "upper", "lower"),
    [
        (0.15, "2027", None),
        (1.0, "2027", "Jan"),
        (8.0, "January 2027", "4"),
        (30.0, "January 2027", "4"),
        (80.0, "January 2027", "Mon 4"),
    ],
)
def test_the_header_names_what_the_zoom_shows(px_per_day: float, upper: str, lower: str | None) -> None:
    shown = header(DateScale(date(2026, 12, 31).toordinal(), px_per_day, 900), 0, measure, measure)

    assert upper in [label.text for label in shown.upper]
    assert lower is None or lower in [label.text for label in shown.lower]


def test_the_month_at_the_left_edge_keeps_its_name() -> None:
    shown = header(DateScale(date(2027, 1, 10).toordinal(), 30, 900), 0, measure, measure)

    assert shown.upper[0].text == "January 2027"
    assert shown.upper[0].x < 10


def test_weeks_begin_on_the_learners_first_day() -> None:
    scale = DateScale(DAY.toordinal(), 10, 900)

    assert header(scale, 6, measure, measure).lower[0].text == "10"


def test_a_flag_takes_the_place_of_the_labels_under_it() -> None:
    labels = header(DateScale(DAY.toordinal(), 1.5, 900), 0, measure, measure).lower
    covered = labels[2]

    left = without_covered(labels, measure, covered.x + 5, covered.x + 30)

    assert covered not in left
    assert len(left) < len(labels)


@given(left=lefts, px_per_day=zooms, x=st.floats(0, 1000), factor=st.floats(0.5, 2))
def test_zooming_keeps_the_day_under_the_pointer(
    left: float, px_per_day: float, x: float, factor: float
) -> None:
    scale = bounded(left, px_per_day, 1000)

    assert zoomed(scale, factor, x).day(x) == pytest.approx(scale.day(x), abs=1e-6)


def test_panning_and_zooming_end_where_the_calendar_does() -> None:
    scale = bounded(0, 1, 1000)

    assert panned(scale, 1e12).left >= date(1900, 1, 1).toordinal()
    assert panned(scale, -1e12).right <= date(9000, 1, 1).toordinal()
    assert zoomed(scale, 1e9, 500).width / zoomed(scale, 1e9, 500).px_per_day == pytest.approx(10)


def test_a_day_is_as_wide_as_its_pixels() -> None:
    scale = DateScale(100.0, 4.0, 800)

    assert scale.x(101) - scale.x(100) == 4
    assert scale.middle(100) == 2
    assert scale.day(scale.x(123.5)) == 123.5


def test_fitting_leaves_air_on_both_sides() -> None:
    scale = showing(DAY, date(2028, 1, 4), 900)

    assert scale.x(DAY.toordinal()) > 5
    assert scale.x(date(2028, 1, 5).toordinal()) < 895


@pytest.mark.parametrize(
    ("day", "unit", "finish", "snapped"),
    [
        (date(2027, 1, 6), Unit.DAY, False, date(2027, 1, 6)),
        (date(2027, 1, 6), Unit.WEEK, False, date(2027, 1, 4)),
        (date(2027, 1, 8), Unit.WEEK, False, date(2027, 1, 11)),
        (date(2028, 1, 14), Unit.WEEK, True, date(2028, 1, 16)),
        (date(2028, 1, 11), Unit.WEEK, True, date(2028, 1, 9)),
        (date(2027, 2, 10), Unit.MONTH, False, date(2027, 2, 1)),
        (date(2027, 2, 20), Unit.MONTH, True, date(2027, 2, 28)),
    ],
)
def test_starts_snap_to_beginnings_and_finishes_to_ends(
    day: date, unit: Unit, finish: bool, snapped: date
) -> None:
    assert snap(day, unit, 0, finish=finish) == snapped


def test_a_step_is_a_day_a_week_or_a_month() -> None:
    assert stepped(date(2027, 1, 31), Unit.DAY, 1) == date(2027, 2, 1)
    assert stepped(date(2027, 1, 31), Unit.WEEK, -1) == date(2027, 1, 24)
    assert stepped(date(2027, 1, 31), Unit.MONTH, 1) == date(2027, 2, 28)


FIRST, LAST = date(2026, 10, 5), date(2028, 9, 30)


def test_a_day_that_is_gone_to_stands_a_third_from_the_left() -> None:
    there = with_day(DateScale(FIRST.toordinal(), 8.0, 900.0), date(2027, 6, 1), FIRST, LAST)
    assert there.px_per_day == 8
    assert there.middle(date(2027, 6, 1).toordinal()) == pytest.approx(300)


def test_going_to_a_day_does_not_move_a_path_that_is_all_in_view() -> None:
    fitted = showing(FIRST, LAST, 900)
    for day in (date(2026, 11, 23), date(2027, 9, 1), date(2028, 9, 20)):
        assert with_day(fitted, day, FIRST, LAST) is fitted


@pytest.mark.parametrize("px_per_day", [0.3, 1.0, 1.4, 4.0, 30.0])
@pytest.mark.parametrize("day", [FIRST, date(2026, 11, 23), date(2027, 10, 1), LAST])
def test_going_to_a_day_never_scrolls_into_emptiness(px_per_day: float, day: date) -> None:
    path = showing(FIRST, LAST, 900)
    there = with_day(DateScale(FIRST.toordinal() - 4000.0, px_per_day, 900.0), day, FIRST, LAST)

    assert 0 < there.middle(day.toordinal()) < 900
    if there.width / there.px_per_day < path.width / path.px_per_day:
        assert path.left <= there.left < there.right <= path.right
    else:
        assert there.left <= path.left < path.right <= there.right


@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2031, 1, 1)])
def test_a_day_beyond_the_path_comes_into_view_all_the_same(day: date) -> None:
    there = with_day(showing(FIRST, LAST, 900), day, FIRST, LAST)
    assert 0 < there.middle(day.toordinal()) < 900
