"""How high rows are."""

import pytest

from planner.ui.timeline.row_zoom import (
    COMFORTABLE,
    RowFit,
    RowZoom,
    rows_zoom_from,
    state_of_rows,
    zoomed_rows,
)


def height(zoom: RowZoom, rows: int = 100, room: float = 700) -> float:
    return zoom.height(27, room, rows)


def test_rows_are_comfortable_compact_or_as_low_as_all_of_them_fit() -> None:
    assert height(COMFORTABLE) == 27
    assert height(RowZoom(RowFit.COMPACT)) == 19
    assert height(RowZoom(RowFit.ALL)) == 7
    assert height(RowZoom(RowFit.ALL), rows=10_000) == 0.07


def test_a_few_rows_are_no_higher_than_comfortable() -> None:
    assert height(RowZoom(RowFit.ALL), rows=3) == 27
    assert height(RowZoom(RowFit.ALL), rows=0) == 27
    assert height(RowZoom(RowFit.OWN, 80)) == 27


def test_a_notch_makes_rows_a_quarter_higher_and_stops_at_both_ends() -> None:
    assert zoomed_rows(10, 1, 27, 700, 100) == RowZoom(RowFit.OWN, 12.5)
    assert zoomed_rows(12.5, -1, 27, 700, 100) == RowZoom(RowFit.OWN, 10)
    assert zoomed_rows(8, -1, 27, 700, 100) == RowZoom(RowFit.ALL)
    assert zoomed_rows(25, 1, 27, 700, 100) == COMFORTABLE
    assert zoomed_rows(27, -1, 27, 700, 3) == RowZoom(RowFit.ALL)


def test_the_choice_is_kept_as_plain_values() -> None:
    for zoom in (COMFORTABLE, RowZoom(RowFit.COMPACT), RowZoom(RowFit.ALL), RowZoom(RowFit.OWN, 3.5)):
        assert rows_zoom_from(state_of_rows(zoom)) == zoom


@pytest.mark.parametrize(
    "state",
    [
        None,
        [],
        {},
        {"fit": "huge"},
        {"fit": "own"},
        {"fit": "own", "own": "3"},
        {"fit": "own", "own": -1.0},
        {"fit": []},
    ],
)
def test_what_makes_no_sense_is_comfortable(state: object) -> None:
    assert rows_zoom_from(state) == COMFORTABLE
