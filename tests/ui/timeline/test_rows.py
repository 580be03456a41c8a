"""The rows that outline and chart share."""

from datetime import date

from planner.domain.arrange import add_group, move_rows
from planner.domain.changes import difference
from planner.domain.edits import move_activity, retarget
from planner.domain.items import ActivityId, MilestoneId, PhaseId
from planner.domain.plan import Plan
from planner.domain.structure import add_activity, link, remove_items
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


def test_dependencies_of_hidden_rows_end_at_their_group() -> None:
    rows = rows_of(small_plan(), RowChoice(collapsed=frozenset({"learning"})))

    joined = {
        (rows.rows[before].id, rows.rows[after].id)
        for _, before, after in rows.dependencies_across(0, len(rows))
    }
    assert joined == {
        ("learning", "serve-model"),
        ("serve-model", "write-up"),
        ("write-up", "endpoint-live"),
    }


def test_dependencies_inside_a_collapsed_group_are_not_seen() -> None:
    rows = rows_of(small_plan(), RowChoice(collapsed=frozenset({"learning", "production"})))

    found = rows.dependencies_across(0, len(rows))
    assert {(before, after) for _, before, after in found} == {(0, 1)}


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
        remove_items(plan, ["write-up"], date(2027, 1, 20)),
        link(plan, ActivityId("regression-course"), ActivityId("write-up")),
    ):
        assert change_rows(difference(plan, changed))


def nested() -> Plan:
    """learning [regression-course, clustering-course, core-proven, inner [deep [write-up]]], production."""
    plan = add_group(small_plan(), PhaseId("inner"), "Inner", PhaseId("learning"))
    plan = add_group(plan, PhaseId("deep"), "Deep", PhaseId("inner"))
    return move_rows(plan, ["write-up"], PhaseId("deep"), None)


def test_groups_lie_in_groups_to_any_depth() -> None:
    rows = rows_of(nested())

    depths = {row.id: row.depth for row in rows.rows}
    assert depths["learning"] == 0
    assert depths["regression-course"] == depths["inner"] == 1
    assert depths["deep"] == 2
    assert depths["write-up"] == 3
    assert rows.tree[rows.tree[rows.tree_index["write-up"]].holder].id == "deep"
    assert {row.colour for row in rows.rows if row.id in ("write-up", "deep")} == {1}


def test_a_collapsed_group_hides_what_lies_in_its_groups() -> None:
    rows = rows_of(nested(), RowChoice(collapsed=frozenset({"inner"})))

    assert rows.ids[:5] == ("learning", "regression-course", "clustering-course", "core-proven", "inner")
    assert "write-up" not in rows.index
    assert "write-up" in rows.tree_index


def test_a_filter_leaves_what_matches_with_the_groups_around_it() -> None:
    rows = rows_of(nested(), RowChoice(words="write"))

    assert rows.ids == ("learning", "inner", "deep", "write-up")
    assert [row.holder for row in rows.tree] == [-1, 0, 1, 2]
    assert rows.found == frozenset({"write-up"})
    assert rows.total == 6


def test_a_group_is_found_by_its_own_title_even_when_empty() -> None:
    plan = add_group(small_plan(), PhaseId("later"), "For later", None)

    assert rows_of(plan, RowChoice(words="later")).ids == ("later",)


def test_filtering_leaves_no_links_to_rows_that_are_not_there() -> None:
    rows = rows_of(small_plan(), RowChoice(words="course"))

    assert [(each.before, each.after) for each in rows.dependencies] == [
        ("regression-course", "clustering-course")
    ]
