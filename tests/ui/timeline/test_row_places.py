"""Where rows go when they are dropped."""

import pytest

from planner.domain.arrange import add_group, move_rows
from planner.domain.items import PhaseId
from planner.domain.plan import Plan
from planner.ui.timeline.row_places import drop_at, drop_text
from planner.ui.timeline.rows import RowChoice, Rows, rows_of
from tests.helpers.plans import small_plan

LEARNING, PRODUCTION, INNER = PhaseId("learning"), PhaseId("production"), PhaseId("inner")


def nested_plan() -> Plan:
    """learning [regression-course, inner [clustering-course], core-proven], production [...]."""
    plan = add_group(small_plan(), INNER, "Inner", LEARNING)
    plan = move_rows(plan, ["inner"], LEARNING, "clustering-course")
    return move_rows(plan, ["clustering-course"], INNER, None)


def dropped(
    place: float, depth: int = 1, ids: str = "write-up", rows: Rows | None = None
) -> tuple[object, ...]:
    plan = nested_plan()
    drop = drop_at(plan, rows or rows_of(plan), ids.split(), place, depth)
    return () if drop is None else (drop.into, drop.before)


def test_rows_in_the_order_the_tests_count_them() -> None:
    assert rows_of(nested_plan()).ids == (
        "learning",
        "regression-course",
        "inner",
        "clustering-course",
        "core-proven",
        "production",
        "serve-model",
        "write-up",
        "endpoint-live",
    )


@pytest.mark.parametrize(
    ("place", "depth", "into", "before"),
    [
        (1.2, 1, LEARNING, "regression-course"),
        (1.8, 1, LEARNING, "inner"),
        (0.5, 0, LEARNING, None),
        (2.5, 0, INNER, None),
        (2.9, 3, INNER, "clustering-course"),
        (3.8, 2, INNER, None),
        (3.8, 1, LEARNING, "core-proven"),
        (3.8, 0, LEARNING, "core-proven"),
        (8.9, 1, PRODUCTION, None),
        (20.0, 1, PRODUCTION, None),
    ],
)
def test_the_line_decides_and_the_pointers_depth_where_levels_end(
    place: float, depth: int, into: PhaseId, before: str | None
) -> None:
    assert dropped(place, depth) == (into, before)


def test_an_item_cannot_lie_above_all_groups() -> None:
    assert dropped(0.1, 0) == ()


def test_between_two_groups_an_item_goes_to_the_end_of_the_first() -> None:
    plan = nested_plan()
    folded = rows_of(plan, RowChoice(frozenset({"learning"})))

    assert dropped(1.1, 0, rows=folded) == (LEARNING, None)
    assert dropped(1.1, 0, ids="inner", rows=folded) == (None, "production")


def test_a_group_can_lie_at_the_top_but_not_in_itself() -> None:
    assert dropped(0.1, 0, ids="inner") == (None, "learning")
    assert dropped(3.2, 2, ids="inner") == ()
    assert dropped(2.5, 2, ids="inner") == ()
    assert dropped(6.2, 1, ids="inner") == (PRODUCTION, "serve-model")


def test_undo_says_what_was_moved() -> None:
    plan = nested_plan()
    into = drop_at(plan, rows_of(plan), ["write-up"], 0.5, 0)
    between = drop_at(plan, rows_of(plan), ["write-up", "serve-model"], 1.2, 1)
    assert into is not None
    assert between is not None

    assert drop_text(plan, into) == "Move Write up into Learning"
    assert drop_text(plan, between) == "Move 2 rows"


def test_nothing_can_be_dropped_where_there_are_no_rows() -> None:
    plan = nested_plan()

    assert drop_at(plan, rows_of(plan, RowChoice(words="zzz")), ["write-up"], 0.5, 0) is None
