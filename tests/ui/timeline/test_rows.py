"""The rows that outline and chart share."""

from datetime import date

from planner.domain.changes import difference
from planner.domain.edits import move_activity, retarget
from planner.domain.items import ActivityId, MilestoneId, PhaseId
from planner.domain.structure import add_activity, link, remove
from planner.ui.timeline.rows import RowChoice, RowKind, change_rows, rows_of
from tests.helpers.plans import chain_plan, make_plan, small_plan


def test_each_phase_is_followed_by_what_belongs_to_it() -> None:
    assert [row.id for row in rows_of(small_plan()).rows] == [
        "learning",
        "regression-course",
        "clustering-course",
        "core-proven",
        "production",
        "serve-model",
        "write-up",
        "endpoint-live",
    ]


def test_a_collapsed_phase_keeps_its_own_row() -> None:
    rows = rows_of(small_plan(), RowChoice(collapsed=frozenset({"learning"})))

    assert [row.id for row in rows.rows] == [
        "learning",
        "production",
        "serve-model",
        "write-up",
        "endpoint-live",
    ]
    assert rows.rows[0].kind is RowKind.PHASE
    assert rows.index["endpoint-live"] == 4


def test_dependencies_of_hidden_rows_are_left_out() -> None:
    rows = rows_of(small_plan(), RowChoice(collapsed=frozenset({"learning"})))

    assert {(each.before, each.after) for each in rows.dependencies} == {
        ("serve-model", "write-up"),
        ("write-up", "endpoint-live"),
    }


def test_only_dependencies_that_cross_the_rows_in_view_are_found() -> None:
    rows = rows_of(chain_plan(100))

    found = rows.dependencies_across(50, 52)

    assert [(before, after) for _, before, after in found] == [(49, 50), (50, 51), (51, 52), (52, 53)]


def test_a_plan_without_rows_has_none() -> None:
    rows = rows_of(make_plan())

    assert len(rows) == 0
    assert rows.dependencies_across(0, 10) == []


def test_new_dates_leave_the_rows_and_new_items_do_not() -> None:
    plan = small_plan()

    for moved in (
        move_activity(plan, ActivityId("serve-model"), date(2027, 5, 1)),
        retarget(plan, MilestoneId("core-proven"), date(2027, 5, 1)),
    ):
        assert not change_rows(difference(plan, moved))
    for changed in (
        add_activity(plan, ActivityId("new"), PhaseId("learning"), "New", 5),
        remove(plan, ActivityId("write-up")),
        link(plan, ActivityId("regression-course"), ActivityId("write-up")),
    ):
        assert change_rows(difference(plan, changed))
