"""Minutes typed off a sheet are logged for the sessions that stood on it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.edits import tick_step
from planner.domain.errors import InvalidValue
from planner.domain.frame import set_weekly_hours
from planner.domain.items import ActivityId, PlacementId, StepId
from planner.domain.paper_entry import Sheet, enter_from_paper, sheet_of
from planner.domain.placing import move_session
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from planner.domain.week import week_plan
from planner.domain.week_logging import log_ahead
from tests.helpers.plans import START, activity, make_plan, small_plan

REGRESSION = ActivityId("regression-course")
SUNDAY = START + timedelta(days=6)


def sheet(printed: Plan, now: Plan | None = None, printed_on: date = START) -> Sheet:
    """The first week's sheet."""
    return sheet_of(printed, schedule(printed), START, printed_on, now or printed)


def logged(plan: Plan) -> list[tuple[str, date, int, str | None]]:
    """What is logged, by day."""
    found = [(each.activity, each.day, each.minutes, each.step) for each in plan.sessions.values()]
    return sorted(found, key=lambda each: (each[1], each[2]))


def test_the_minutes_of_a_sheet_are_logged_on_its_days_with_its_steps() -> None:
    plan = small_plan()
    after = enter_from_paper(plan, sheet(plan), {1: 80, 5: 45, 6: 0}, SUNDAY)
    saturday = START + timedelta(days=5)
    assert logged(after) == [
        (REGRESSION, START, 80, "week-1"),
        (REGRESSION, saturday, 45, "week-1"),
    ]
    week = week_plan(after, schedule(after), START, START)
    assert [each.logged_minutes for each in week.sessions] == [80, 0, 0, 0, 45, 0]


def test_minutes_take_the_place_of_what_was_logged_and_0_takes_it_back() -> None:
    plan = log_session(small_plan(), REGRESSION, START, 30, StepId("week-1"))
    plan = log_session(plan, REGRESSION, START, 15, StepId("week-1"))
    before = sheet(plan).session(1)
    assert (before.logged_minutes, len(before.entries)) == (45, 2)
    more = enter_from_paper(plan, sheet(plan), {1: 70}, SUNDAY)
    assert sheet(plan, more).session(1).logged_minutes == 70
    assert logged(enter_from_paper(plan, sheet(plan), {1: 10}, SUNDAY)) == [(REGRESSION, START, 10, "week-1")]
    assert logged(enter_from_paper(plan, sheet(plan), {1: 0}, SUNDAY)) == []


def test_minutes_that_stand_already_change_nothing() -> None:
    plan = log_session(small_plan(), REGRESSION, START, 45)
    assert enter_from_paper(plan, sheet(plan), {1: 45, 2: 0}, SUNDAY) is plan


def test_numbers_are_those_of_the_sheet_though_the_plan_has_changed_since() -> None:
    printed = small_plan()
    now = tick_step(printed, REGRESSION, StepId("week-1"), True)
    now = set_weekly_hours(now, (0.0, 0.0, 0.0, 0.0, 0.0, 5.0, 5.0), START)
    assert [each.number for each in week_plan(now, schedule(now), START, START).sessions] == [1, 2]
    after = enter_from_paper(now, sheet(printed, now), {2: 50}, SUNDAY)
    assert logged(after) == [(REGRESSION, START + timedelta(days=1), 50, "week-1")]


def test_what_is_logged_since_the_print_is_seen() -> None:
    printed = small_plan()
    now = log_session(printed, REGRESSION, START, 25)
    assert sheet(printed, now).session(1).logged_minutes == 25


def test_what_is_gone_from_the_plan_is_named_and_refused() -> None:
    printed = small_plan()
    now = replace(
        printed,
        activities={key: each for key, each in printed.activities.items() if key != REGRESSION},
        checklist={},
        dependencies={},
    )
    found = sheet(printed, now)
    assert all(each.gone for each in found.sessions)
    with pytest.raises(InvalidValue, match=r"Session 1 \(Mon 4 Jan 2027\): “Regression course” is no longer"):
        enter_from_paper(now, found, {1: 45}, SUNDAY)


def test_a_session_whose_step_is_gone_counts_for_its_activity() -> None:
    printed = small_plan()
    without = replace(printed.activities[REGRESSION], steps=())
    now = replace(printed, activities={**printed.activities, REGRESSION: without})
    after = enter_from_paper(now, sheet(printed, now), {1: 45}, SUNDAY)
    assert logged(after) == [(REGRESSION, START, 45, None)]


def test_what_is_logged_for_later_activities_does_not_disturb_an_old_sheet() -> None:
    printed = small_plan()
    now = replace(
        printed, activities={**printed.activities, ActivityId("new"): activity("new", 5, position=5)}
    )
    now = log_session(now, ActivityId("new"), START, 60)
    assert sheet(printed, now).session(1).logged_minutes == 0


def test_a_number_that_is_not_on_the_sheet_is_refused() -> None:
    plan = make_plan(activity("only", 1))
    with pytest.raises(InvalidValue, match="no session 9"):
        enter_from_paper(plan, sheet(plan), {9: 45}, SUNDAY)


def placed_plan() -> Plan:
    """The small plan with two sessions of one step on a Tuesday: the schedule's and one moved there."""
    plan = small_plan()
    week = week_plan(plan, schedule(plan), START, START)
    return move_session(plan, week.sessions[0], START, START + timedelta(days=1), PlacementId("moved"))


def test_two_sessions_of_a_step_on_a_day_are_told_apart() -> None:
    plan = placed_plan()
    assert [each.day.weekday() for each in sheet(plan).sessions[:2]] == [1, 1]
    after = enter_from_paper(plan, sheet(plan), {1: 20, 2: 70}, SUNDAY)
    again = sheet(plan, after)
    assert [each.logged_minutes for each in again.sessions[:2]] == [20, 70]


def test_what_was_studied_ahead_of_its_day_is_logged_today_and_not_twice() -> None:
    plan, today = small_plan(), START + timedelta(days=1)
    after = enter_from_paper(plan, sheet(plan), {5: 60, 2: 45}, today)
    assert logged(after) == [(REGRESSION, today, 45, "week-1"), (REGRESSION, today, 60, "week-1")]
    found = sheet(plan, after)
    assert [each.logged_minutes for each in found.sessions] == [0, 45, 0, 0, 60, 0]
    assert enter_from_paper(after, found, {5: 60, 2: 45}, today) is after
    assert logged(enter_from_paper(after, found, {5: 0}, today)) == [(REGRESSION, today, 45, "week-1")]


def test_what_was_ticked_on_the_page_ahead_of_its_day_is_there_already() -> None:
    plan = small_plan()
    thursday = START + timedelta(days=3)
    session = week_plan(plan, schedule(plan), START, START).sessions[3]
    now = log_ahead(plan, session, thursday, START, 90, PlacementId("ahead"))
    assert [each.logged_minutes for each in sheet(plan, now).sessions[:4]] == [0, 0, 0, 90]


MINUTES = st.dictionaries(st.integers(1, 6), st.integers(0, 300))


@given(st.sampled_from([small_plan(), placed_plan()]), MINUTES, MINUTES)
def test_what_is_entered_is_what_stands_there_and_nothing_else_moves(
    plan: Plan, first: dict[int, int], second: dict[int, int]
) -> None:
    for entered in (first, second):
        before = {each.number: each.logged_minutes for each in sheet(plan, plan).sessions}
        plan = enter_from_paper(plan, sheet(plan, plan), entered, SUNDAY)
        after = {each.number: each.logged_minutes for each in sheet(plan, plan).sessions}
        assert after == {**before, **entered}
