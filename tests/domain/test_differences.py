"""What differs between two states of a plan, as it is told beside a backup."""

from dataclasses import replace
from datetime import timedelta

from planner.domain import edits
from planner.domain.differences import Differences, differences, differences_text, held_text, state_of
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from tests.helpers import plans


def told(now: Plan, there: Plan) -> str:
    return differences_text(differences(state_of(schedule(now)), state_of(schedule(there))))


def a_plan(hours: float = 10.0) -> Plan:
    return plans.make_plan(
        plans.phase("learning"),
        plans.activity("read", hours),
        plans.activity("write", 10.0),
        plans.milestone("done"),
        plans.dependency("read", "write"),
        plans.dependency("write", "done"),
        finish="done",
    )


def test_the_same_plan_is_said_to_be_the_same() -> None:
    assert told(a_plan(), a_plan()) == "the same as now"


def test_more_work_in_one_item_lands_its_milestone_later() -> None:
    assert told(a_plan(), a_plan(30.0)) == "1 milestone later, 1 item changed"
    assert told(a_plan(30.0), a_plan()) == "1 milestone earlier, 1 item changed"


def test_items_and_sessions_there_are_counted_and_not_as_changed() -> None:
    now = a_plan()
    log = plans.session("s1", "read")
    there = replace(
        now,
        activities={**now.activities, ActivityId("more"): plans.activity("more")},
        sessions={log.id: log},
    )
    assert told(now, there) == "1 item more, 1 logged session more"
    assert told(there, now) == "1 item fewer, 1 logged session fewer"


def test_a_step_of_a_checklist_counts_for_its_milestone_once() -> None:
    now = edits.rename(a_plan(), MilestoneId("done"), "Done at last")
    assert told(now, a_plan()) == "1 item changed"


def test_what_is_no_item_is_said_as_settings() -> None:
    now = a_plan()
    there = replace(now, facts=replace(now.facts, title="Another title"))
    assert told(now, there) == "other settings"
    start = now.facts.start + timedelta(days=70)
    later = replace(now, facts=replace(now.facts, start=start, status_date=start))
    assert told(now, later) == "1 milestone later, other settings"


def test_many_are_grouped_by_thousands() -> None:
    assert differences_text(Differences(later=3, changed=1200)) == "3 milestones later, 1,200 items changed"


def test_where_there_is_nothing_to_compare_it_is_told_what_a_plan_holds() -> None:
    assert held_text(schedule(a_plan())) == "3 items, finish 16 Jan 2027, “A test plan”"
