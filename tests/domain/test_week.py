"""A week holds what the schedule says, wherever it lies."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.calendar import CalendarException
from planner.domain.checklist_facts import ChecklistKind
from planner.domain.edits import mark_finished, retarget, tick_step
from planner.domain.frame import add_exception, set_weekly_hours, settle
from planner.domain.items import (
    ActivityId,
    MilestoneId,
    SessionId,
    Step,
    StepId,
)
from planner.domain.plan import Plan
from planner.domain.proof import log_session, tick
from planner.domain.schedule import schedule
from planner.domain.splitting import split
from planner.domain.week import WeekPlan, week_plan
from planner.domain.week_logging import set_logged
from tests.helpers.plans import (
    START,
    activity,
    calendar,
    checklist_item,
    dependency,
    make_plan,
    milestone,
    small_plan,
)

REGRESSION = ActivityId("regression-course")


def week_of_plan(plan: Plan, number: int, today: date = START) -> WeekPlan:
    """The plan's week of that number."""
    return week_plan(plan, schedule(plan), START + timedelta(days=7 * (number - 1)), today)


def test_the_first_week_is_laid_into_its_days() -> None:
    week = week_of_plan(small_plan(), 1)
    assert week.title == "Week 1 of 7 · 4–10 January 2027"
    assert week.about == "Learning · 10 hours planned"
    assert [day.available_minutes for day in week.days] == [90, 90, 90, 90, 0, 240, 0]
    assert [day.planned_minutes for day in week.days] == [90, 90, 90, 90, 0, 240, 0]
    assert week.days[4].rest
    assert not week.days[5].rest


def test_sessions_are_numbered_through_the_week_and_name_their_step() -> None:
    week = week_of_plan(small_plan(), 1)
    assert [each.number for each in week.sessions] == [1, 2, 3, 4, 5, 6]
    # Week 1 is a third of 20 hours: 6 h 40, so 40 minutes of it are left for Saturday.
    assert [(each.step_title, each.minutes) for each in week.days[5].sessions] == [
        ("Week 1", 40),
        ("Week 2", 200),
    ]


def test_any_day_of_a_week_means_that_week_and_weeks_may_start_on_sunday() -> None:
    plan = small_plan()
    assert week_plan(plan, schedule(plan), START + timedelta(days=3), START).first_day == START
    sunday = replace(plan, facts=replace(plan.facts, week_start=6))
    week = week_plan(sunday, schedule(sunday), START, START)
    assert week.first_day == date(2027, 1, 3)
    assert week.days[0].available_minutes == 0
    assert week.number == 1


def test_weeks_outside_the_plan_say_how_far_and_hold_nothing() -> None:
    before, after = week_of_plan(small_plan(), 0), week_of_plan(small_plan(), 9)
    assert before.place == "1 week before the start"
    assert after.place == "2 weeks after the finish"
    for week in (before, after):
        assert (len(week.sessions), len(week.goals), len(week.feeds)) == (0, 0, 0)
        assert week.about == "Nothing planned"
    assert before.available_minutes == 0


def test_goals_are_what_ends_what_it_proves_and_what_goes_on() -> None:
    ending = week_of_plan(small_plan(), 2)
    assert [(each.text, each.about) for each in ending.goals] == [
        ("Finish Regression course", "course · 10 h"),
        ("Regression certificate", "course"),
    ]
    assert [each.text for each in week_of_plan(small_plan(), 3).goals] == ["Work on Clustering course"]
    assert [(each.text, each.about) for each in week_of_plan(small_plan(), 1).goals] == [
        ("Regression course: finish Week 1", "course · 6 h 40"),
        ("Regression course: begin Week 2", "course · 3 h 20"),
    ]


def test_at_most_three_goals_leave_a_line_for_what_goes_on() -> None:
    items = [
        checklist_item(f"proof-{number}", "done", kind=ChecklistKind.SKILL, produced_by="short")
        for number in range(5)
    ]
    plan = make_plan(activity("short", 4), activity("long", 40), milestone("done"), *items)
    assert [each.text for each in week_of_plan(plan, 1).goals] == ["Finish Short", "Proof 0", "Work on Long"]


def test_a_ticked_item_is_no_goal_any_more() -> None:
    plan = small_plan()
    item = next(iter(plan.checklist))
    assert [each.text for each in week_of_plan(tick(plan, item, START), 2).goals] == [
        "Finish Regression course"
    ]


def test_it_names_the_milestones_it_feeds_with_what_they_have_to_spare() -> None:
    feeds = week_of_plan(small_plan(), 1).feeds
    assert [each.title for each in feeds] == ["Core proven", "Endpoint live"]
    assert feeds[0].day == date(2027, 2, 6)
    assert feeds[0].about == "5 weeks · nothing to spare · 0 of 2 done"
    late = retarget(small_plan(), MilestoneId("core-proven"), date(2027, 1, 20))
    assert week_of_plan(late, 1).feeds[0].spare == "2 weeks late"
    early = retarget(small_plan(), MilestoneId("core-proven"), date(2027, 2, 27))
    spare = {each.title: each.spare for each in week_of_plan(early, 1).feeds}
    assert spare == {"Core proven": "3 weeks to spare", "Endpoint live": "nothing to spare"}
    assert week_of_plan(small_plan(), 6).feeds[0].title == "Endpoint live"


def test_work_with_float_says_what_it_has_to_spare() -> None:
    plan = make_plan(
        activity("short", 2),
        activity("long", 40),
        milestone("aside"),
        milestone("end"),
        dependency("short", "aside"),
        dependency("long", "end"),
        finish="end",
    )
    feeds = {each.title: each.spare_days for each in week_of_plan(plan, 1).feeds}
    assert feeds["End"] == 0
    assert feeds["Aside"] > 7


def test_hours_open_from_last_week_are_said_once_it_is_over() -> None:
    plan = log_session(small_plan(), REGRESSION, date(2027, 1, 5), 390)
    assert week_of_plan(plan, 2, today=date(2027, 1, 10)).open_minutes == 0
    over = week_of_plan(plan, 2, today=date(2027, 1, 11))
    assert over.open_minutes == 210
    assert over.about.endswith("3 h 30 still open from last week")
    assert week_of_plan(plan, 1, today=date(2027, 1, 11)).open_minutes == 0


def test_more_than_planned_leaves_nothing_open() -> None:
    plan = log_session(small_plan(), REGRESSION, date(2027, 1, 5), 900)
    assert week_of_plan(plan, 2, today=date(2027, 1, 12)).open_minutes == 0


def test_catching_up_settles_what_was_open() -> None:
    plan = settle(small_plan(), date(2027, 1, 11))
    week = week_of_plan(plan, 2, today=date(2027, 1, 11))
    assert week.open_minutes == 0
    assert week_of_plan(plan, 1, today=date(2027, 1, 11)).sessions == ()


def test_a_finished_activity_is_planned_no_more() -> None:
    plan = mark_finished(small_plan(), REGRESSION, date(2027, 1, 6))
    titles = {each.title for number in (1, 2, 3) for each in week_of_plan(plan, number).sessions}
    assert titles == {"Clustering course"}


def test_from_today_on_the_open_step_comes_first() -> None:
    behind = week_of_plan(small_plan(), 2, today=date(2027, 1, 11))
    assert behind.sessions[0].step_title == "Week 1"
    ahead = tick_step(small_plan(), REGRESSION, StepId("week-1"), True)
    assert {each.step_title for each in week_of_plan(ahead, 1).sessions} == {"Week 2"}


def test_logged_minutes_count_for_the_session_of_their_step() -> None:
    plan = log_session(small_plan(), REGRESSION, date(2027, 1, 9), 55, step=StepId("week-2"))
    plan = log_session(plan, ActivityId("write-up"), date(2027, 1, 9), 30)
    saturday = week_of_plan(plan, 1).days[5]
    assert [each.logged_minutes for each in saturday.sessions] == [0, 55]
    assert [(each.title, each.minutes) for each in saturday.beside_the_plan] == [("Write up", 30)]
    assert week_of_plan(plan, 1).logged_minutes == 85


def test_days_off_have_their_name_and_no_work() -> None:
    easter = CalendarException(first=date(2027, 1, 5), last=date(2027, 1, 6), name="Easter")
    week = week_of_plan(add_exception(small_plan(), easter), 1)
    assert [day.exception for day in week.days] == ["", "Easter", "Easter", "", "", "", ""]
    assert week.days[1].rest
    assert week.days[1].sessions == ()
    assert week.planned_minutes == 420


def test_a_week_without_hours_is_a_week_of_rest() -> None:
    away = CalendarException(first=START, last=START + timedelta(days=6), name="Away")
    week = week_of_plan(add_exception(small_plan(), away), 1)
    assert all(day.rest for day in week.days)
    assert week.sessions == ()
    assert week.goals == ()


def test_shares_split_a_day_in_fives_and_keep_its_total() -> None:
    plan = make_plan(
        activity("main", 30, share=0.62), activity("beside", 30, share=0.38), calendar=calendar()
    )
    week = week_of_plan(plan, 1)
    assert [each.minutes for each in week.days[0].sessions] == [55, 35]
    assert week.planned_minutes == 600


def test_crumbs_join_what_else_is_done_that_day() -> None:
    plan = make_plan(activity("first", 1.45), activity("second", 10), dependency("first", "second"))
    monday = week_of_plan(plan, 1).days[0]
    assert [(each.title, each.minutes) for each in monday.sessions] == [("First", 90)]


def test_a_crumb_alone_on_its_day_joins_the_day_before() -> None:
    plan = make_plan(activity("first", 3.05))
    week = week_of_plan(plan, 1)
    assert [[each.minutes for each in day.sessions] for day in week.days[:4]] == [[90], [93], [], []]
    longer = week_of_plan(make_plan(activity("first", 3.2)), 1)
    assert [each.minutes for each in longer.sessions] == [90, 90, 12]


def test_a_crumb_alone_stays_where_its_week_has_no_day_before() -> None:
    week = week_of_plan(make_plan(activity("first", 10.05)), 2)
    assert [(each.minutes, each.number) for each in week.sessions] == [(3, 1)]


def test_a_week_that_asks_for_too_much_says_so() -> None:
    plan = make_plan(activity("one", 30), activity("two", 30))
    assert week_of_plan(plan, 1).about == "Learning · 20 hours planned · the week has 10 hours"


def test_fewer_hours_from_a_day_on_show_in_its_week() -> None:
    plan = set_weekly_hours(small_plan(), (0.5, 0.5, 0.5, 0.5, 0.0, 1.0, 0.0), date(2027, 1, 11))
    assert week_of_plan(plan, 1).available_minutes == 600
    assert week_of_plan(plan, 2).available_minutes == 180


@given(
    hours=st.lists(st.floats(0.3, 30), min_size=1, max_size=6),
    shares=st.lists(st.floats(0.05, 1), min_size=6, max_size=6),
    parts=st.lists(st.floats(0.1, 5), max_size=5),
)
def test_all_weeks_together_hold_all_the_work(
    hours: list[float], shares: list[float], parts: list[float]
) -> None:
    steps = tuple(Step(id=StepId(str(at)), title=f"Step {at}", part=part) for at, part in enumerate(parts))
    plan = make_plan(
        *(
            activity(f"a{at}", each, share=shares[at], steps=steps, position=at)
            for at, each in enumerate(hours)
        )
    )
    planned = days = 0
    weeks = week_of_plan(plan, 1).count
    for number in range(1, weeks + 2):
        week = week_of_plan(plan, number)
        planned += week.planned_minutes
        days += sum(bool(day.sessions) for day in week.days)
        assert [each.number for each in week.sessions] == list(range(1, len(week.sessions) + 1))
        assert len(week.goals) <= 3
    assert planned == pytest.approx(60 * sum(hours), abs=0.5 * days + 1)


def test_a_tick_and_its_minutes_are_one_verb() -> None:
    plan = set_logged(small_plan(), [], REGRESSION, START, 90)
    (first,) = plan.sessions
    plan = log_session(plan, REGRESSION, START, 20)
    plan = set_logged(plan, list(plan.sessions), REGRESSION, START, 75)
    assert [(key, each.minutes) for key, each in plan.sessions.items()] == [(first, 75)]
    assert set_logged(plan, [SessionId(first)], REGRESSION, START, 0).sessions == {}


def test_nothing_is_planned_within_a_pause_and_the_steps_go_on_behind_it() -> None:
    tuesday, wednesday = START + timedelta(days=1), START + timedelta(days=2)
    paused = split(small_plan(), REGRESSION, tuesday, wednesday)
    week = week_of_plan(paused, 1)
    assert [day.planned_minutes for day in week.days] == [90, 0, 0, 90, 0, 240, 0]
    # Week 1 is a third of 20 hours: after three hours on Monday and Thursday 3 h 40 of it are left.
    assert [(each.step_title, each.minutes) for each in week.days[5].sessions] == [
        ("Week 1", 220),
        ("Week 2", 20),
    ]
    assert week.planned_minutes == round(schedule(paused).load_hours(START, 1)[0] * 60)
