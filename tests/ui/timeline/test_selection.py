"""What clicks make of a selection."""

import pytest

from planner.ui.timeline.selection import NOTHING, ClickMode, Selection, clicked, everything, only

ROWS = ("a", "b", "c", "d", "e")
ONLY, TOGGLE, EXTEND = ClickMode


def after(*clicks: tuple[str, ClickMode]) -> Selection:
    selection = NOTHING
    for item, mode in clicks:
        selection = clicked(selection, ROWS, item, mode)
    return selection


@pytest.mark.parametrize(
    ("clicks", "current", "ids"),
    [
        ([("b", ONLY)], "b", "b"),
        ([("b", ONLY), ("d", ONLY)], "d", "d"),
        ([("b", ONLY), ("d", TOGGLE)], "d", "bd"),
        ([("b", ONLY), ("d", TOGGLE), ("d", TOGGLE)], "b", "b"),
        ([("b", ONLY), ("b", TOGGLE)], None, ""),
        ([("b", ONLY), ("d", EXTEND)], "d", "bcd"),
        ([("d", ONLY), ("b", EXTEND)], "b", "bcd"),
        ([("b", ONLY), ("d", EXTEND), ("a", EXTEND)], "a", "ab"),
        ([("b", ONLY), ("e", TOGGLE), ("d", EXTEND)], "d", "de"),
        ([("d", EXTEND)], "d", "d"),
    ],
)
def test_clicks(clicks: list[tuple[str, ClickMode]], current: str | None, ids: str) -> None:
    selection = after(*clicks)

    assert selection.current == current
    assert selection.ids == set(ids)


def test_what_has_gone_is_selected_no_more_and_a_neighbour_becomes_current() -> None:
    selection = after(("b", ONLY), ("d", EXTEND))

    left = selection.within(("a", "b", "c"))

    assert left.ids == {"b", "c"}
    assert left.current == "c"
    assert selection.within(ROWS) is selection
    assert selection.within(("a",)).current is None


def test_everything_keeps_the_current_row() -> None:
    assert everything(only("c"), ROWS) == Selection("c", frozenset(ROWS), "c")
    assert everything(NOTHING, ROWS).current == "a"
    assert everything(NOTHING, ()).ids == frozenset()
