"""What is kept with a week: the learner's goals, the words of its review, what was planned for it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.errors import InvalidValue
from planner.domain.frame import set_week_start
from planner.domain.items import ActivityId, BaselineId, PlacementId
from planner.domain.placing import move_session
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from planner.domain.structure import remove_items
from planner.domain.week import WeekPlan, week_plan
from planner.domain.week_facts import LONGEST_WORDS, WeekGoal, WeekNotes
from planner.domain.week_notes import (
    keep_review,
    set_goals,
    settle_weeks,
    suggest_goals_again,
    tick_goal,
    write_goal,
)
from tests.helpers.catching_up import catch_up
from tests.helpers.plans import START, activity, make_plan, small_plan

REGRESSION, CLUSTERING = ActivityId("regression-course"), ActivityId("clustering-course")
SECOND = START + timedelta(days=7)
THURSDAY = SECOND + timedelta(days=3)


def week_of(plan: Plan, day: date = SECOND, today: date = START) -> WeekPlan:
    return week_plan(plan, schedule(plan), day, today)


def goals(plan: Plan, day: date = SECOND) -> list[tuple[str, str, bool, bool]]:
    return [(each.text, each.about, each.done, each.own) for each in week_of(plan, day).goals]


def reviewed(plan: Plan, day: date, **words: str) -> Plan:
    said = {"done": "", "moved": "", "why": "", "next_step": "", **words}
    return keep_review(plan, day, reviewed_on=date(2027, 1, 11), planned_minutes=600, **said)


def test_a_ticked_suggestion_makes_the_goals_the_learners_own() -> None:
    plan = small_plan()
    suggested = [
        ("Finish Regression course", "course · 10 h", False, False),
        ("Regression certificate", "course", False, False),
    ]
    assert goals(plan) == suggested

    ticked = tick_goal(plan, week_of(plan), 1, True)

    assert goals(ticked) == [
        ("Finish Regression course", "course · 10 h", False, True),
        ("Regression certificate", "course", True, True),
    ]
    assert goals(tick_goal(ticked, week_of(ticked), 1, False))[1][2] is False
    assert goals(ticked, START) == goals(plan, START)


def again(plan: Plan) -> Plan:
    """The plan with goals suggested anew for the second week, on a day of the first."""
    return suggest_goals_again(plan, schedule(plan), THURSDAY, START)


def test_what_is_ticked_or_written_outlives_new_suggestions() -> None:
    plan = small_plan()
    ticked = tick_goal(plan, week_of(plan), 1, True)
    assert goals(again(ticked)) == [
        ("Regression certificate", "course", True, True),
        ("Finish Regression course", "course · 10 h", False, True),
    ]
    written = write_goal(plan, week_of(plan), 0, "Read two chapters")
    written = set_goals(
        written, SECOND, [WeekGoal(text="Sleep"), *(written.weeks[SECOND.isoformat()].goals or ())]
    )
    assert goals(again(written)) == [
        ("Sleep", "", False, True),
        ("Read two chapters", "10 h", False, True),
        ("Finish Regression course", "course · 10 h", False, True),
        ("Regression certificate", "course", False, True),
    ]


def test_untouched_suggestions_give_way_to_those_of_today() -> None:
    plan = small_plan()
    unticked = tick_goal(tick_goal(plan, week_of(plan), 1, True), week_of(plan), 1, False)
    assert again(unticked) == plan
    emptied = set_goals(plan, SECOND, ())
    assert again(emptied) == plan
    old = WeekGoal(text="Finish what has moved since", kind="course", minutes=60)
    kept = set_goals(plan, SECOND, (old, WeekGoal(text="Sleep")))
    assert [each.text for each in week_of(again(kept)).goals] == [
        "Sleep",
        "Finish Regression course",
        "Regression certificate",
    ]


def test_goals_are_the_learners_in_their_order_and_there_may_be_none() -> None:
    plan = small_plan()
    own = (WeekGoal(text="Sleep"), WeekGoal(text="Read", kind="course", minutes=90, activity=REGRESSION))
    written = set_goals(plan, THURSDAY, own)
    assert goals(written) == [("Sleep", "", False, True), ("Read", "course · 1 h 30", False, True)]
    assert week_of(written).goals[1].activity == REGRESSION
    assert goals(set_goals(written, SECOND, ())) == []


def test_a_goal_outlives_the_activity_it_belonged_to() -> None:
    plan = set_goals(small_plan(), SECOND, (WeekGoal(text="Read", activity=REGRESSION),))
    plan = remove_items(plan, [REGRESSION], START)
    assert [(each.text, each.activity) for each in week_of(plan).goals] == [("Read", None)]


@pytest.mark.parametrize("place", [-1, 2])
def test_a_goal_that_is_not_there_is_not_ticked(place: int) -> None:
    plan = small_plan()
    with pytest.raises(InvalidValue, match="no longer there"):
        tick_goal(plan, week_of(plan), place, True)


def test_notes_stay_with_their_week_when_weeks_begin_on_another_day() -> None:
    plan = set_goals(small_plan(), SECOND, (WeekGoal(text="Sleep"),))
    sunday = set_week_start(plan, 6)
    # The week of Sunday 10 January holds Monday 11 January.
    assert [each[0] for each in goals(sunday, SECOND)] == ["Sleep"]
    assert week_of(sunday, START).notes is None

    changed = set_goals(sunday, SECOND, (WeekGoal(text="Sleep more"),))

    assert list(changed.weeks) == [SECOND.isoformat()]
    assert [each[0] for each in goals(set_week_start(changed, 0))] == ["Sleep more"]


def test_a_review_is_kept_with_the_week_and_what_was_planned_stays() -> None:
    plan = reviewed(small_plan(), START, done=" Two modules \n", why="A cold")
    notes = week_of(plan, START).notes
    assert notes == WeekNotes(
        first_day=START, done="Two modules", why="A cold", reviewed_on=date(2027, 1, 11), planned_minutes=600
    )

    again = keep_review(
        plan,
        START,
        done="Three",
        moved="",
        why="",
        next_step="Go on",
        reviewed_on=date(2027, 1, 12),
        planned_minutes=0,
    )

    kept = again.weeks[START.isoformat()]
    assert (kept.done, kept.why, kept.next_step, kept.planned_minutes) == ("Three", "", "Go on", 600)


@pytest.mark.parametrize("field", ["done", "moved", "why", "next_step"])
def test_words_of_a_review_have_an_end(field: str) -> None:
    reviewed(small_plan(), START, **{field: "x" * LONGEST_WORDS})
    with pytest.raises(InvalidValue, match="4,000 characters"):
        reviewed(small_plan(), START, **{field: "x" * (LONGEST_WORDS + 1)})


def test_catching_up_keeps_what_the_weeks_gone_by_had_asked_for() -> None:
    plan = small_plan()
    first = week_of(plan, START).days[0]
    plan = move_session(plan, first.sessions[0], START, SECOND, PlacementId("a"))

    caught_up = catch_up(plan, SECOND + timedelta(days=9), BaselineId("b"))

    assert {key: each.planned_minutes for key, each in caught_up.weeks.items()} == {
        "2027-01-04": 510,
        "2027-01-11": 690,
        "2027-01-18": 600,
    }
    later = date(2027, 2, 1)
    first_week = week_of(caught_up, START, later)
    assert (first_week.planned_minutes, first_week.planned_of_old) == (0, 510)
    assert (first_week.asked_minutes, first_week.about) == (510, "8 h 30 planned")
    running = week_of(caught_up, date(2027, 1, 18), date(2027, 1, 20))
    assert (running.planned_of_old, running.asked_minutes) == (None, 600)

    again = catch_up(caught_up, later, BaselineId("c"))
    assert again.weeks["2027-01-18"].planned_minutes == 600
    assert catch_up(again, later, BaselineId("d")) is again


def test_catching_up_forgets_where_sessions_gone_by_lay() -> None:
    plan = small_plan()
    for week in (0, 2):
        day = week_of(plan, START + timedelta(days=7 * week)).days[0]
        to = day.day + timedelta(days=4)
        plan = move_session(plan, day.sessions[0], day.day, to, PlacementId(f"week {week}"))
    assert list(catch_up(plan, SECOND, BaselineId("b")).placements) == ["week 2"]
    assert catch_up(plan, START + timedelta(days=1), BaselineId("b")).placements == plan.placements


def test_weeks_without_work_leave_no_trace() -> None:
    plan = small_plan()
    finish = schedule(plan).finish
    settled = settle_weeks(plan, schedule(plan), finish + timedelta(days=700))
    assert len(settled.weeks) == 7
    assert settle_weeks(settled, schedule(settled), finish) is settled


def test_what_is_carried_over_is_named_and_adds_up() -> None:
    plan = make_plan(
        activity("algebra", 50, position=1, share=0.5), activity("python", 50, position=2, share=0.5)
    )
    plan = log_session(plan, ActivityId("algebra"), START, 100)
    week = week_of(plan, SECOND, SECOND)
    assert [(each.title, each.minutes) for each in week.carried] == [("Algebra", 200), ("Python", 300)]
    assert week.open_minutes == 500
    assert week_of(plan, SECOND, SECOND - timedelta(days=1)).carried == ()

    # Two hours more than planned for one stand for what the other lacks.
    ahead = log_session(plan, ActivityId("python"), START, 420)
    week = week_of(ahead, SECOND, SECOND)
    assert [(each.title, each.minutes) for each in week.carried] == [("Algebra", 80)]
    assert week_of(ahead, SECOND, SECOND).amounts.endswith("1 h 20 still open from last week")


def test_what_is_overdue_is_said_when_the_week_is_over_and_not_before() -> None:
    plan = small_plan()
    sunday = START + timedelta(days=6)
    running, over = week_of(plan, START, sunday), week_of(plan, START, SECOND)
    assert (running.over, running.overdue) == (False, ())
    assert over.over
    assert [(each.activity, each.minutes) for each in over.overdue] == [(REGRESSION, 600)]
    assert over.overdue == week_of(plan, SECOND, SECOND).carried


def test_two_sessions_of_one_step_on_a_day_are_ticked_each_by_itself() -> None:
    plan = make_plan(activity("algebra", 50))
    tuesday = START + timedelta(days=1)
    first = week_of(plan, START).days[0].sessions[0]
    plan = move_session(plan, first, START, tuesday, PlacementId("a"))
    both = week_of(plan, START).days[1].sessions
    assert [(each.minutes, each.placement) for each in both] == [(90, None), (90, "a")]

    second = log_session(plan, ActivityId("algebra"), tuesday, 90, placement=PlacementId("a"))
    assert [each.logged_minutes for each in week_of(second, START).days[1].sessions] == [0, 90]
    timed = log_session(plan, ActivityId("algebra"), tuesday, 90)
    assert [each.logged_minutes for each in week_of(timed, START).days[1].sessions] == [90, 0]
    both_timed = log_session(timed, ActivityId("algebra"), tuesday, 60)
    assert [each.logged_minutes for each in week_of(both_timed, START).days[1].sessions] == [90, 60]
    put_back = replace(second, placements={})
    assert [each.logged_minutes for each in week_of(put_back, START).days[1].sessions] == [90]


def test_a_goal_that_is_no_longer_there_cannot_be_said_anew() -> None:
    week = week_of(small_plan())
    with pytest.raises(InvalidValue, match="no longer there"):
        write_goal(small_plan(), week, len(week.goals), "Something else")
