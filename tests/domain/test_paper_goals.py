"""Goals ticked on paper are ticked in the plan, whatever its list is by now."""

from planner.domain.items import ActivityId
from planner.domain.paper_entry import Sheet, sheet_of
from planner.domain.paper_goals import goals_done, tick_paper_goals
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.week_facts import MOST_GOALS, WeekGoal
from planner.domain.week_notes import set_goals
from tests.helpers.plans import START, small_plan


def sheet(printed: Plan, now: Plan | None = None) -> Sheet:
    """The sheet of the first week; it has two goals, which the schedule suggested."""
    return sheet_of(printed, schedule(printed), START, START, now or printed)


def goals(plan: Plan) -> list[tuple[str, bool]]:
    """The learner's own goals of the first week."""
    notes = plan.notes_of_week(START)
    return [] if notes is None else [(each.text, each.done) for each in notes.goals or ()]


PRINTED = "Regression course: finish Week 1"
PRINTED_TOO = "Regression course: begin Week 2"


def test_a_suggested_goal_that_is_ticked_becomes_the_learners_own() -> None:
    plan = small_plan()
    assert goals_done(plan, sheet(plan)) == (False, False)
    after = tick_paper_goals(plan, sheet(plan), {0: True})
    assert goals(after) == [(PRINTED, True), (PRINTED_TOO, False)]
    notes = after.notes_of_week(START)
    assert notes is not None
    assert notes.goals is not None
    assert notes.goals[0].activity == ActivityId("regression-course")
    assert goals_done(after, sheet(plan, after)) == (True, False)


def test_nothing_ticked_changes_nothing() -> None:
    plan = small_plan()
    assert tick_paper_goals(plan, sheet(plan), {}) is plan


def test_a_goal_is_found_in_the_list_of_now_by_its_words() -> None:
    printed = small_plan()
    now = set_goals(printed, START, [WeekGoal(text="Another"), WeekGoal(text=PRINTED, done=True)])
    assert goals_done(now, sheet(printed, now)) == (True, False)
    after = tick_paper_goals(now, sheet(printed, now), {0: False})
    assert goals(after) == [("Another", False), (PRINTED, False)]


def test_a_goal_that_is_gone_since_is_added_as_done() -> None:
    printed = small_plan()
    now = set_goals(printed, START, [WeekGoal(text="Another")])
    assert goals(tick_paper_goals(now, sheet(printed, now), {0: True})) == [
        ("Another", False),
        (PRINTED, True),
    ]
    assert goals(tick_paper_goals(now, sheet(printed, now), {0: False})) == [("Another", False)]


def test_a_list_that_is_full_stays_as_it_is() -> None:
    printed = small_plan()
    full = [WeekGoal(text=f"Goal {number}") for number in range(MOST_GOALS)]
    now = set_goals(printed, START, full)
    assert goals(tick_paper_goals(now, sheet(printed, now), {0: True})) == goals(now)
