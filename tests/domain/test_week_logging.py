"""What was logged for a planned session stands for it, also once the learner has placed it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, PlacementId, SessionId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.week import PlannedSession, SessionState, week_plan
from planner.domain.week_facts import Placement
from planner.domain.week_logging import log_ahead, log_for_placement, log_the_rest, set_logged
from tests.helpers.plans import session, small_plan

MONDAY = date(2027, 1, 4)
REGRESSION = ActivityId("regression-course")
PLACED = PlacementId("placed")


def sessions_of(plan: Plan) -> tuple[PlannedSession, ...]:
    """The sessions of the first week, seen on its Monday."""
    return week_plan(plan, schedule(plan), MONDAY, MONDAY).sessions


def test_minutes_stand_in_place_of_what_was_logged() -> None:
    plan = set_logged(small_plan(), [], REGRESSION, MONDAY, 40)
    (kept,) = plan.sessions.values()
    again = set_logged(plan, [kept.id], REGRESSION, MONDAY, 50)
    assert [each.minutes for each in again.sessions.values()] == [50]
    assert set_logged(again, [kept.id], REGRESSION, MONDAY, 0).sessions == {}


def test_other_minutes_leave_the_notes_of_earlier_entries() -> None:
    first = session("one", "regression-course", MONDAY, 30, note="Chapter 1")
    second = session("two", "regression-course", MONDAY, 20)
    plan = replace(small_plan(), sessions={first.id: first, second.id: second})
    keys = [first.id, second.id]
    more = set_logged(plan, keys, REGRESSION, MONDAY, 80)
    assert list(more.sessions.values()) == [first, replace(second, minutes=50)]
    less = set_logged(plan, keys, REGRESSION, MONDAY, 25)
    assert list(less.sessions.values()) == [replace(first, minutes=25)]
    assert set_logged(plan, keys, REGRESSION, MONDAY, 50) is plan


def test_the_rest_of_a_begun_session_is_an_entry_of_its_own() -> None:
    noted = session("one", "regression-course", MONDAY, 30, note="Chapter 1", step="week-1")
    plan = replace(small_plan(), sessions={noted.id: noted})
    begun = sessions_of(plan)[0]
    after = log_the_rest(plan, begun, MONDAY)
    kept, added = after.sessions.values()
    assert kept == noted
    assert (added.minutes, added.step, added.day) == (60, "week-1", MONDAY)
    assert sessions_of(after)[0].state is SessionState.DONE


def test_a_session_of_a_day_to_come_is_done_today() -> None:
    plan, thursday = small_plan(), MONDAY + timedelta(days=3)
    after = log_ahead(plan, sessions_of(plan)[3], thursday, MONDAY, 90, PLACED)
    week = week_plan(after, schedule(after), MONDAY, MONDAY)
    assert [len(day.sessions) for day in week.days[:4]] == [2, 1, 1, 0]
    assert [each.logged_minutes for each in week.sessions[:2]] == [0, 90]
    assert {each.day for each in after.sessions.values()} == {MONDAY}


def test_only_what_was_done_of_it_moves() -> None:
    plan, thursday = small_plan(), MONDAY + timedelta(days=3)
    after = log_ahead(plan, sessions_of(plan)[3], thursday, MONDAY, 30, PLACED)
    week = week_plan(after, schedule(after), MONDAY, MONDAY)
    assert [each.minutes for each in week.days[0].sessions] == [90, 30]
    assert [each.minutes for each in week.days[3].sessions] == [60]
    assert week.planned_minutes == week_plan(plan, schedule(plan), MONDAY, MONDAY).planned_minutes


def test_nothing_is_studied_before_the_plan_begins() -> None:
    plan = small_plan()
    with pytest.raises(InvalidValue, match=r"The plan begins on 4 Jan 2027\. “Log study”"):
        log_ahead(plan, sessions_of(plan)[0], MONDAY, MONDAY - timedelta(days=1), 30, PLACED)


def test_what_was_logged_counts_for_the_placed_session_from_then_on() -> None:
    plan = small_plan()
    placement = Placement(
        id=PLACED, activity=REGRESSION, step=None, day=MONDAY, minutes=30, taken_from=MONDAY
    )
    logged = session("one", "regression-course", MONDAY, 30)
    plan = replace(plan, sessions={logged.id: logged}, placements={PLACED: placement})
    counted = log_for_placement(plan, [SessionId("one")], PLACED)
    assert counted.sessions[logged.id] == replace(logged, placement=PLACED)
    assert log_for_placement(plan, [SessionId("one")], PlacementId("another")) is plan
