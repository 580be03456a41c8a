"""Columns share the room there is."""

from planner.ui.fields.widths import fair_widths


def test_columns_share_what_room_there_is() -> None:
    assert fair_widths([100, 200, 50], 1000) == [100, 200, 50]
    assert fair_widths([500, 600, 50], 650) == [300, 300, 50]
