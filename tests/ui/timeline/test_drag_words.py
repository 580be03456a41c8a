"""What a drag tells."""

from datetime import date, timedelta

from planner.domain.catching_up.ground import hold_advice
from planner.domain.edits import move_activity, rename, retarget, set_effort
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.schedule import schedule
from planner.domain.targets import hours_to_hold
from planner.domain.wording import number_text
from planner.ui.timeline.drag_words import followers_lines, hold_lines, landing_line
from tests.helpers.plans import START, small_plan

CORE = MilestoneId("core-proven")
PLAN = small_plan()
NOW = schedule(PLAN)
LANDS = NOW.lands(CORE)


def test_what_moves_is_counted_with_the_largest_move_and_the_finish_told() -> None:
    after = schedule(move_activity(PLAN, ActivityId("serve-model"), date(2027, 2, 15)))
    assert [line.text for line in followers_lines(NOW, after, {"serve-model"})] == [
        "Moves 2 others · by 7 days at most",
        "Finish 20 Feb → 27 Feb 2027",
    ]


def test_one_item_is_told_alone_and_none_as_nothing() -> None:
    longer = schedule(set_effort(PLAN, ActivityId("write-up"), 5.5))
    assert [line.text for line in followers_lines(NOW, longer, {"write-up"})] == [
        "Moves 1 other by 2 days",
        "Finish 20 Feb → 22 Feb 2027",
    ]
    assert [line.text for line in followers_lines(NOW, NOW, {"write-up"})] == ["Moves nothing else"]
    assert [line.text for line in followers_lines(NOW, NOW)] == ["Moves nothing"]


def test_a_target_that_holds_needs_no_word() -> None:
    assert landing_line(schedule(retarget(PLAN, CORE, LANDS)), CORE) is None
    assert landing_line(NOW, CORE) is None


def test_a_target_that_its_work_misses_says_by_how_much_and_what_would_hold_it() -> None:
    target = LANDS - timedelta(days=7)
    late = schedule(retarget(PLAN, CORE, target))

    landing = landing_line(late, CORE)
    assert landing is not None
    assert landing.text == "Its work lands 7 days later, on 6 Feb 2027"
    needs, shorten = hold_lines(late, CORE, START)
    assert needs.text.startswith("Needs 1")
    assert needs.text.endswith(" h a week (you have 10)")
    assert shorten.text == "Or shorten “Clustering course” by 10 h"
    assert {needs.role, shorten.role, landing.role} == {"tooltip_danger"}


def test_two_activities_to_shorten_are_joined_by_and() -> None:
    late = schedule(retarget(PLAN, CORE, LANDS - timedelta(days=16)))
    assert hold_lines(late, CORE, START)[-1].text == (
        "Or shorten “Clustering course” by 15 h and “Regression course” by 9 h"
    )


def test_a_target_in_the_past_says_that_no_hours_help() -> None:
    late = schedule(retarget(PLAN, CORE, START - timedelta(days=7)))
    assert hold_lines(late, CORE, START)[0].text == "28 Dec 2026 has passed. Choose a later target."


def test_titles_stand_as_they_are() -> None:
    plan = rename(PLAN, ActivityId("clustering-course"), "<b>Clusters & co</b>")
    late = schedule(retarget(plan, CORE, LANDS - timedelta(days=7)))
    assert "“<b>Clusters & co</b>”" in hold_lines(late, CORE, START)[1].text


def test_behind_the_plan_a_target_needs_the_hours_of_what_is_really_left() -> None:
    """Nothing of two weeks is logged: all of the work is left until the target."""
    late = schedule(retarget(PLAN, CORE, LANDS))
    today = date(2027, 1, 18)
    needs, *_ = hold_lines(late, CORE, today)
    hours = hold_advice(late, CORE, today).hours
    assert hours is not None
    assert hours > (hours_to_hold(late.plan, CORE, today).hours or 0)
    assert needs.text == f"Caught up, needs {number_text(hours)} h a week (you have 10)"
    (held,) = hold_lines(schedule(retarget(PLAN, CORE, LANDS + timedelta(days=28))), CORE, today)
    assert held.text.startswith("Caught up, needs ")
