"""What differs between then and now is told in a few lines."""

from datetime import date

from planner.domain import edits, frame, proof, structure
from planner.domain.items import ActivityId, PhaseId
from planner.domain.schedule import schedule
from planner.ui.revisions.differences import difference_lines, plan_lines
from tests.helpers.plans import START, small_plan

PLAN = small_plan()
SERVE = ActivityId("serve-model")


def test_the_same_plan_differs_in_nothing() -> None:
    assert difference_lines(schedule(PLAN), schedule(small_plan())) == []


def test_it_tells_the_finish_what_came_went_and_was_logged() -> None:
    now = edits.rename(PLAN, SERVE, "Serve it")
    now = structure.add_activity(now, ActivityId("new"), PhaseId("learning"), "Read", 300)
    now = structure.remove_items(now, [ActivityId("write-up")], START)
    now = proof.log_session(now, SERVE, date(2027, 1, 5), 75)
    now = frame.rename_plan(now, "Another")
    then_schedule, now_schedule = schedule(PLAN), schedule(now)
    lines = difference_lines(then_schedule, now_schedule)
    assert "Added since: “Read”." in lines
    assert f"Removed since: “{PLAN.activities[ActivityId('write-up')].title}”." in lines
    assert any(each.startswith("Changed since: ") and "“Serve it”" in each for each in lines)
    assert "1 h 15 logged since." in lines
    assert "The plan’s settings differ." in lines
    back = difference_lines(now_schedule, then_schedule)
    assert "1 h 15 logged then, and deleted since." in back
    assert "Removed since: “Read”." in back


def test_many_titles_are_counted() -> None:
    now = PLAN
    for each in PLAN.activities:
        now = edits.rename(now, each, f"New {each}")
    (line,) = difference_lines(schedule(PLAN), schedule(now))
    assert line.endswith(f" and {len(PLAN.activities) - 3} more.")


def test_it_tells_what_the_plan_was() -> None:
    plan = proof.log_session(PLAN, SERVE, date(2027, 1, 5), 75)
    finish, items, logged = plan_lines(schedule(plan))
    assert finish.startswith("Finish: ")
    assert items == f"{len(plan.activities) + len(plan.milestones)} items"
    assert logged == "1 h 15 logged"
