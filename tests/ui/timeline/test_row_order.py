"""Sorting within groups."""

from datetime import date

from planner.domain.arrange import add_group, move_rows
from planner.domain.edits import retarget
from planner.domain.items import MilestoneId, PhaseId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.ui.timeline.columns import Column, Dates
from planner.ui.timeline.row_order import Sort, next_sort
from planner.ui.timeline.rows import RowChoice, rows_of
from tests.helpers.plans import small_plan


def order(plan: Plan, sort: Sort) -> list[str]:
    dates = Dates(plan, schedule(plan), date(2027, 1, 20))
    return list(rows_of(plan, RowChoice(sort=sort), dates).ids)


def test_items_are_sorted_within_their_groups_and_groups_stay() -> None:
    assert order(small_plan(), Sort(Column.HOURS, descending=True)) == [
        "learning",
        "clustering-course",
        "regression-course",
        "core-proven",
        "production",
        "serve-model",
        "write-up",
        "endpoint-live",
    ]
    assert order(small_plan(), Sort(Column.PATH))[1:4] == [
        "clustering-course",
        "core-proven",
        "regression-course",
    ]


def test_what_has_no_value_comes_last_either_way() -> None:
    plan = retarget(small_plan(), MilestoneId("core-proven"), date(2027, 3, 1))

    for descending in (False, True):
        found = order(plan, Sort(Column.MARGIN, descending))
        assert found[1:4] == ["core-proven", "regression-course", "clustering-course"]


def test_a_group_within_keeps_its_place_among_sorted_items() -> None:
    plan = add_group(small_plan(), PhaseId("inner"), "Inner", PhaseId("learning"))
    plan = move_rows(plan, ["inner"], PhaseId("learning"), "clustering-course")

    assert order(plan, Sort(Column.PATH))[1:5] == [
        "clustering-course",
        "inner",
        "core-proven",
        "regression-course",
    ]


def test_every_column_sorts() -> None:
    for column in Column:
        assert sorted(order(small_plan(), Sort(column))) == sorted(rows_of(small_plan()).ids)


def test_the_third_click_is_the_plans_own_order() -> None:
    first = next_sort(None, Column.START)
    second = next_sort(first, Column.START)

    assert first == Sort(Column.START)
    assert second == Sort(Column.START, descending=True)
    assert next_sort(second, Column.START) is None
    assert next_sort(second, Column.DONE) == Sort(Column.DONE)
