"""Which actions apply to what is selected, and in which words one is told why not."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.items import Activity, ActivityId, MilestoneId, PhaseId
from planner.domain.plan import Plan
from planner.ui.action_entries import ACTIONS
from planner.ui.commands.applies import Moment, why_not
from planner.ui.commands.chosen import Chosen
from tests.helpers.plans import small_plan

ENTRIES = {each.id: each for each in ACTIONS}


def reason(plan: Plan, action: str, *ids: str, page: str = "timeline") -> str:
    return why_not(ENTRIES[action], Moment(Chosen(plan, ids), page))


def an_activity(plan: Plan) -> ActivityId:
    return next(iter(plan.activities))


def with_activity(plan: Plan, **fields: object) -> Plan:
    found: Activity = replace(plan.activities[an_activity(plan)], **fields)  # type: ignore[arg-type]
    return replace(plan, activities={**plan.activities, found.id: found})


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("rename", "Select something on the timeline first."),
        ("delete", "Select something on the timeline first."),
        ("set-date", "Select something on the timeline first."),
        ("finish", "Select an activity first."),
        ("split", "Select one activity first."),
        ("fix-date", "Select a milestone first."),
        ("link", "Select an activity or a milestone first."),
        ("archived", "Nothing is archived."),
        ("undo", "There is nothing to undo."),
    ],
)
def test_with_nothing_selected(action: str, words: str) -> None:
    assert reason(small_plan(), action) == words


def test_an_activity_that_runs_takes_its_verbs() -> None:
    plan = small_plan()
    one = an_activity(plan)
    applying = (
        "rename",
        "delete",
        "set-date",
        "finish",
        "start",
        "split",
        "nudge-later",
        "lengthen",
        "duplicate",
    )
    assert [reason(plan, each, one) for each in applying] == [""] * len(applying)
    assert reason(plan, "reopen", one) == "It is not finished."
    assert reason(plan, "close-gap", one) == "It has no pause."
    assert reason(plan, "fix-date", one) == "Select a milestone first."


def test_a_finished_activity_is_reopened_first() -> None:
    plan = with_activity(small_plan(), started_on=date(2027, 1, 4), finished_on=date(2027, 1, 8))
    one = an_activity(plan)
    assert reason(plan, "reopen", one) == ""
    assert reason(plan, "finish", one) == "It is finished already."
    assert reason(plan, "split", one) == "It is finished already."
    assert "is finished, so it stays where it was" in reason(plan, "nudge-later", one)


def test_of_several_one_that_fits_is_enough() -> None:
    plan = with_activity(small_plan(), started_on=date(2027, 1, 4), finished_on=date(2027, 1, 8))
    done, other = an_activity(plan), list(plan.activities)[1]
    assert reason(plan, "finish", done, other) == ""
    assert reason(plan, "nudge-later", done, other) == ""
    assert reason(plan, "rename", done, other) == "Select one row alone first."


def test_a_fixed_milestone_is_made_movable_first() -> None:
    plan = small_plan()
    found = next(iter(plan.milestones.values()))
    fixed = replace(found, target=date(2028, 1, 16), fixed=True)
    plan = replace(plan, milestones={**plan.milestones, fixed.id: fixed})
    assert reason(plan, "free-date", fixed.id) == ""
    assert reason(plan, "fix-date", fixed.id) == "Its date is fixed already."
    assert "Make it movable first" in reason(plan, "nudge-later", fixed.id)


def test_without_a_group_there_is_no_place_for_an_item() -> None:
    plan = replace(small_plan(), phases={}, activities={}, milestones={}, dependencies={}, checklist={})
    assert reason(plan, "add-activity") == "Add a group first: everything lies in one."
    assert reason(plan, "add-group") == ""


def test_what_is_not_in_the_plan_counts_for_nothing() -> None:
    plan = small_plan()
    chosen = Chosen(plan, ("gone", *plan.phases, an_activity(plan)))
    assert [each.id for each in chosen.groups] == list(plan.phases)
    assert chosen.only is None
    archived = with_activity(plan, archived_on=date(2027, 1, 4))
    assert Chosen(archived, (an_activity(plan),)).rows == ()


def test_zooming_needs_the_timeline() -> None:
    assert reason(small_plan(), "fit", page="week") == "Show the timeline first."


def test_the_edges_of_the_outline() -> None:
    plan = small_plan()
    groups = [each.id for each in plan.ordered_phases]
    assert reason(plan, "move-up", groups[0]) == "It is the first row already."
    assert reason(plan, "move-down", groups[-1]) == "It is the last row already."
    assert reason(plan, "outdent", groups[0]) == "It is as far out as it can be."
    assert reason(plan, "indent", groups[1]) == ""
    first = plan.rows_of_phase[PhaseId(groups[0])][0].id
    assert reason(plan, "move-down", first, MilestoneId(groups[1])) == "Select rows of one group."
