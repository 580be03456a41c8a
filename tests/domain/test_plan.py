"""A plan is one immutable value with lookups."""

from dataclasses import FrozenInstanceError, replace
from datetime import date
from typing import Any

import pytest

from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.items import ActivityId, ChecklistItemId, DependencyId, MilestoneId, PhaseId
from tests.helpers.plans import activity, make_plan, phase, session, small_plan

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
