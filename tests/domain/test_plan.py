"""A plan is one immutable value with lookups."""

from dataclasses import FrozenInstanceError, replace
from datetime import date
from typing import Any

import pytest

from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.items import ActivityId, ChecklistItemId, DependencyId, MilestoneId, PhaseId
from tests.helpers.plans import activity, dependency, make_plan, milestone, phase, session, small_plan

PLAN = small_plan()


def test_rows_stand_by_position_whatever_their_order_of_adding() -> None:
    plan = make_plan(
        phase("later", position=2),
        phase("sooner", position=1),
        activity("second", phase="sooner", position=2),
        activity("first", phase="sooner", position=1),
    )
    assert [each.id for each in plan.ordered_phases] == ["sooner", "later"]
    assert [each.id for each in plan.rows_of_phase[PhaseId("sooner")]] == ["first", "second"]
    assert plan.rows_of_phase[PhaseId("later")] == ()


def test_a_phase_holds_activities_and_milestones() -> None:
    rows = PLAN.rows_of_phase[PhaseId("learning")]
    assert [each.id for each in rows] == ["regression-course", "clustering-course", "core-proven"]


NESTED = make_plan(
    phase("outer", position=1),
    phase("other", position=2),
    phase("inner", position=2, parent=PhaseId("outer")),
    phase("innermost", position=1, parent=PhaseId("inner")),
    activity("before", phase="outer", position=1),
    activity("behind", phase="outer", position=3),
    activity("old", phase="inner", position=2, archived_on=date(2027, 2, 1)),
    milestone("deep", phase="innermost", position=1),
    dependency("before", "old"),
    dependency("old", "behind"),
    dependency("before", "behind"),
)


def test_groups_lie_in_groups_and_stand_between_the_items_there() -> None:
    assert [each.id for each in NESTED.ordered_phases] == ["outer", "inner", "innermost", "other"]
    assert [each.id for each in NESTED.children_of[None]] == ["outer", "other"]
    assert [each.id for each in NESTED.children_of[PhaseId("outer")]] == ["before", "inner", "behind"]
    assert [each.id for each in NESTED.children_of[PhaseId("innermost")]] == ["deep"]
    assert NESTED.children_of[PhaseId("other")] == ()
    assert [each.id for each in NESTED.rows_of_phase[PhaseId("outer")]] == ["before", "behind"]
    assert [each.id for each in NESTED.items_within(PhaseId("outer"))] == ["before", "deep", "behind"]
    assert [each.id for each in NESTED.groups_around(PhaseId("innermost"))] == ["innermost", "inner", "outer"]
    assert [NESTED.depth_of(each.id) for each in NESTED.ordered_phases] == [0, 1, 2, 0]


def test_groups_cannot_lie_in_each_other() -> None:
    turned = replace(NESTED.phase(PhaseId("outer")), parent=PhaseId("innermost"))
    circle = replace(NESTED, phases={**NESTED.phases, turned.id: turned})
    NESTED.check_groups()
    with pytest.raises(InvalidValue, match="lie in itself"):
        circle.check_groups()


def test_what_is_archived_stands_in_no_row_and_its_dependencies_sleep() -> None:
    assert [each.id for each in NESTED.archived] == ["old"]
    assert set(NESTED.active) == {"before", "behind"}
    assert NESTED.children_of[PhaseId("inner")] == (NESTED.phase(PhaseId("innermost")),)
    assert set(NESTED.active_dependencies) == {"before>behind"}
    assert [each.id for each in NESTED.dependencies_of(ActivityId("before"))] == ["before>behind"]


def test_a_plan_with_nothing_archived_has_no_second_table() -> None:
    assert PLAN.active is PLAN.activities
    assert PLAN.active_dependencies is PLAN.dependencies


def test_a_milestone_has_its_checklist_in_order() -> None:
    found = PLAN.items_of_milestone[MilestoneId("endpoint-live")]
    assert [each.id for each in found] == ["course-done", "endpoint-answers", "extra-load-test"]


def test_sessions_are_found_by_activity_and_day() -> None:
    plan = make_plan(
        activity("a"),
        activity("b"),
        session("late", "a", date(2027, 1, 9)),
        session("early", "a", date(2027, 1, 5)),
    )
    assert [each.id for each in plan.sessions_of_activity[ActivityId("a")]] == ["early", "late"]
    assert ActivityId("b") not in plan.sessions_of_activity


def test_dependencies_of_an_item_go_both_ways() -> None:
    found = [each.id for each in PLAN.dependencies_of(MilestoneId("core-proven"))]
    assert found == [DependencyId("clustering-course>core-proven"), DependencyId("core-proven>serve-model")]


def test_items_are_found_by_id() -> None:
    assert PLAN.phase(PhaseId("learning")).id == "learning"
    assert PLAN.activity(ActivityId("write-up")).id == "write-up"
    assert PLAN.milestone(MilestoneId("endpoint-live")).id == "endpoint-live"
    assert PLAN.item(ChecklistItemId("course-done")).id == "course-done"
    assert PLAN.node(ActivityId("write-up")) is PLAN.activity(ActivityId("write-up"))
    assert PLAN.node(MilestoneId("core-proven")) is PLAN.milestone(MilestoneId("core-proven"))


@pytest.mark.parametrize(
    ("look_up", "kind"),
    [
        (PLAN.phase, "phase"),
        (PLAN.activity, "activity"),
        (PLAN.milestone, "milestone"),
        (PLAN.item, "checklist item"),
        (PLAN.node, "item"),
    ],
)
def test_an_id_the_plan_does_not_hold_is_said_plainly(look_up: Any, kind: str) -> None:
    with pytest.raises(UnknownItem) as refused:
        look_up("nowhere")
    assert str(refused.value) == f"This plan has no {kind} “nowhere”."
    assert (refused.value.kind, refused.value.item_id) == (kind, "nowhere")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": "  "}, "needs a title"),
        ({"status_date": date(2027, 1, 3)}, "before its start"),
        ({"most_hours_a_week": 0}, "at most 168"),
        ({"most_hours_a_week": 169}, "at most 168"),
        ({"reference_week_hours": 0}, "at most 168"),
        ({"reference_week_hours": 168.5}, "at most 168"),
        ({"week_start": 7}, "Monday"),
        ({"week_start": -1}, "Monday"),
    ],
)
def test_facts_that_cannot_be_are_refused(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InvalidValue, match=sentence):
        replace(PLAN.facts, **change)


def test_a_plan_never_changes_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        PLAN.facts = PLAN.facts  # type: ignore[misc]


def test_months_of_the_source_become_hours_through_the_reference_week() -> None:
    # 2 months of 4.348 weeks of 10 hours.
    assert PLAN.hours_of_months(2) == pytest.approx(86.96)
