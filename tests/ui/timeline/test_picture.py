"""The sheets of the timeline: every row and day once, none lost between two pages."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.ui.timeline.picture import LEAST_CHART_WIDTH, Room, sheets_of

DAYS = date(2027, 1, 4), date(2028, 9, 17)


def room(width: float = 1200.0, height: float | None = 600.0, names: float = 300.0) -> Room:
    return Room(width=width, height=height, names=names, title=30.0, header=44.0, foot=26.0)


@given(
    rows=st.integers(0, 400),
    pages_wide=st.integers(1, 9),
    width=st.floats(100, 3000),
    height=st.one_of(st.none(), st.floats(10, 3000)),
    names=st.floats(0, 900),
)
def test_every_row_and_every_day_is_on_exactly_one_sheet(
    rows: int, pages_wide: int, width: float, height: float | None, names: float
) -> None:
    sheets = sheets_of(DAYS, rows, 27.0, room(width, height, names), pages_wide)
    across = [each for each in sheets if each.first_row == 0]
    assert len(across) == pages_wide
    for before, after in pairwise(across):
        assert after.viewport.scale.left == pytest.approx(before.viewport.scale.right)
    assert across[0].viewport.scale.left <= DAYS[0].toordinal()
    assert across[-1].viewport.scale.right >= DAYS[1].toordinal() + 1
    down = sheets[::pages_wide]
    shown = [row for each in down for row in range(each.first_row, each.end_row)]
    assert shown == list(range(rows))


def test_pages_go_across_first_and_then_down() -> None:
    sheets = sheets_of(DAYS, 40, 27.0, room(), 2)
    shown = [(each.first_row, each.end_row) for each in sheets]
    assert shown == [(0, 18), (0, 18), (18, 36), (18, 36), (36, 40), (36, 40)]


def test_a_picture_is_as_high_as_its_rows() -> None:
    (sheet,) = sheets_of(DAYS, 500, 27.0, room(height=None), 1)
    assert sheet.height == 30 + 44 + 500 * 27 + 26


def test_dates_keep_some_room_beside_long_names() -> None:
    (sheet,) = sheets_of(DAYS, 3, 27.0, room(width=500, names=480), 1)
    assert sheet.viewport.scale.width == LEAST_CHART_WIDTH
