"""The verbs that add, remove and join items: what each changes, and what it refuses."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from planner.domain import structure
from planner.domain.changes import difference
from planner.domain.edits import set_share
from planner.domain.errors import DependencyCycle, InvalidValue, PlanError
from planner.domain.items import (
    Activity,
    ActivityId,
    ActivityKind,
    ChecklistItemId,
    DependencyId,
    DependencyKind,
    MilestoneId,
    PhaseId,
    Provenance,
)
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from tests.helpers.plans import activity, make_plan, phase, small_plan

PLAN = small_plan()
DAY = date(2027, 1, 20)
COURSE = ActivityId("regression-course")
SERVE = ActivityId("serve-model")
PROVEN = MilestoneId("core-proven")
LIVE = MilestoneId("endpoint-live")


def only(plan: Plan, other: Plan = PLAN) -> Any:
    """The one fact that differs, as it is now."""
    (change,) = difference(other, plan)
    return change.after


def test_an_activity_of_ones_own_goes_to_the_end_of_its_phase() -> None:
    own = only(
        structure.add_activity(PLAN, ActivityId("own"), PhaseId("learning"), " Own ", 6, ActivityKind.REVIEW)
    )
    assert isinstance(own, Activity)
    assert (own.title, own.position, own.kind) == ("Own", 4, ActivityKind.REVIEW)
    assert (own.effort.low, own.effort.likely, own.effort.high) == (6, 6, 6)
    assert own.effort.provenance is Provenance.LEARNER


def test_a_milestone_of_ones_own_goes_to_the_end_of_its_phase() -> None:
    own = only(structure.add_milestone(PLAN, MilestoneId("own"), PhaseId("learning"), "Own", DAY))
    assert (own.title, own.position, own.target) == ("Own", 4, DAY)


def test_removing_an_activity_joins_what_was_around_it() -> None:
    plan = structure.remove_items(PLAN, [SERVE], DAY)
    assert SERVE not in plan.activities
    pairs = {(each.before, each.after) for each in plan.dependencies.values()}
    assert (PROVEN, "write-up") in pairs
    assert not plan.dependencies_of(SERVE)
    assert len(plan.dependencies) == len(PLAN.dependencies) - 1


def test_what_is_joined_already_is_not_joined_twice() -> None:
    plan = structure.remove_items(structure.link(PLAN, PROVEN, ActivityId("write-up")), [SERVE], DAY)
    pairs = [(each.before, each.after) for each in plan.dependencies.values()]
    assert pairs.count((PROVEN, ActivityId("write-up"))) == 1


def test_removing_a_milestone_takes_its_checklist() -> None:
    plan = structure.remove_items(PLAN, [PROVEN], DAY)
    assert PROVEN not in plan.milestones
    assert {each.milestone for each in plan.checklist.values()} == {LIVE}


def test_an_item_outlives_the_activity_that_produces_it() -> None:
    plan = structure.remove_items(PLAN, [COURSE], DAY)
    assert plan.item(ChecklistItemId("regression-certificate")).produced_by is None


def test_the_finish_stays() -> None:
    with pytest.raises(InvalidValue, match="is where the whole path leads"):
        structure.remove_items(PLAN, [LIVE], DAY)


def test_items_are_linked() -> None:
    made = only(structure.link(PLAN, COURSE, SERVE, DependencyKind.START_START, 3))
    assert (made.before, made.after, made.kind, made.lag_days) == (
        COURSE,
        SERVE,
        DependencyKind.START_START,
        3,
    )


def test_linking_again_changes_the_link_there_is() -> None:
    plan = structure.link(PLAN, SERVE, ActivityId("write-up"), DependencyKind.FINISH_FINISH, -2)
    changed = only(plan)
    assert changed.id == "serve-model>write-up"
    assert (changed.kind, changed.lag_days) == (DependencyKind.FINISH_FINISH, -2)


def test_a_link_that_would_close_a_circle_is_refused_with_the_whole_chain() -> None:
    with pytest.raises(DependencyCycle) as refused:
        structure.link(PLAN, ActivityId("write-up"), PROVEN)
    assert refused.value.chain == ("Write up", "Core proven", "Serve model", "Write up")
    with pytest.raises(DependencyCycle):
        structure.link(PLAN, COURSE, COURSE)


def test_a_link_is_taken_away() -> None:
    link = DependencyId("serve-model>write-up")
    assert link not in structure.unlink(PLAN, link).dependencies


def test_a_new_activity_comes_between_an_item_and_what_waited_for_it() -> None:
    new, first, second = ActivityId("new"), ActivityId("regression-course"), ActivityId("clustering-course")
    plan = structure.add_activity(small_plan(), new, PhaseId("learning"), "New", 5, follows=first)
    laid_out = schedule(plan)
    rows = [each.id for each in plan.rows_of_phase[PhaseId("learning")]]
    assert rows == [first, new, second, MilestoneId("core-proven")]
    assert laid_out.start_day(new) >= laid_out.finish_day(first)
    assert laid_out.start_day(second) >= laid_out.finish_day(new)


NOWHERE: Any = "nowhere"
UNKNOWN: list[Callable[[], Plan]] = [
    lambda: structure.add_activity(PLAN, ActivityId("own"), NOWHERE, "Own", 5),
    lambda: structure.add_milestone(PLAN, MilestoneId("own"), NOWHERE, "Own"),
    lambda: structure.remove_items(PLAN, [NOWHERE], DAY),
    lambda: structure.link(PLAN, COURSE, NOWHERE),
    lambda: structure.link(PLAN, NOWHERE, COURSE),
    lambda: structure.unlink(PLAN, NOWHERE),
]


@pytest.mark.parametrize("verb", UNKNOWN)
def test_what_the_plan_does_not_hold_is_said_plainly(verb: Callable[[], Plan]) -> None:
    with pytest.raises(PlanError, match=r"This plan has no .* “nowhere”"):
        verb()


def test_a_new_activity_gets_the_share_of_the_work_before_it() -> None:
    shared = set_share(small_plan(), ActivityId("clustering-course"), 0.4)
    for behind in (ActivityId("clustering-course"), MilestoneId("core-proven")):
        plan = structure.add_activity(
            shared, ActivityId("new"), PhaseId("learning"), "New", 5, follows=behind
        )
        assert plan.activity(ActivityId("new")).share == 0.4


def test_a_new_item_stands_right_behind_its_own_also_before_a_group() -> None:
    plan = make_plan(
        phase("outer", position=1),
        phase("inner", position=2, parent="outer"),
        activity("first", phase="outer", position=1),
        activity("last", phase="outer", position=3),
    )
    outer, first = PhaseId("outer"), ActivityId("first")
    behind = structure.add_activity(plan, ActivityId("new"), outer, "New", 2, follows=first)
    assert [each.id for each in behind.children_of[outer]] == ["first", "new", "inner", "last"]
    at_the_end = structure.add_milestone(behind, MilestoneId("end"), outer, "End")
    assert [each.id for each in at_the_end.children_of[outer]] == ["first", "new", "inner", "last", "end"]
