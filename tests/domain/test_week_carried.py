"""What a week left open is named by activity, and together it is what the week lacks."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.edits import mark_finished
from planner.domain.frame import settle
from planner.domain.items import ActivityId, PlacementId
from planner.domain.placing import move_session
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from planner.domain.week import week_plan
from planner.domain.week_carried import carried_text, left_open, open_before
from tests.helpers.plans import START, activity, make_plan, small_plan

A, B, C = ActivityId("a"), ActivityId("b"), ActivityId("c")
SUNDAY = START + timedelta(days=6)


def plan_with(*logged: tuple[ActivityId, int]) -> Plan:
    plan = make_plan(activity("a", 50), activity("b", 50), activity("c", 50))
    for key, minutes in logged:
        plan = log_session(plan, key, START, minutes)
    return plan


def open_of(plan: Plan, **planned: int) -> list[tuple[str, int]]:
    by_id = {ActivityId(key): minutes for key, minutes in planned.items()}
    return [(each.title, each.minutes) for each in left_open(plan, by_id, START, SUNDAY)]


def test_what_was_not_studied_is_open_under_its_name() -> None:
    assert open_of(plan_with((A, 30)), a=90, b=60) == [("A", 60), ("B", 60)]
    assert open_of(plan_with((A, 90), (B, 60)), a=90, b=60) == []


def test_minutes_beyond_the_plan_stand_for_what_was_planned_last() -> None:
    assert open_of(plan_with((A, 150)), a=90, b=60, c=30) == [("B", 30)]
    assert open_of(plan_with((C, 45)), a=90, b=60) == [("A", 90), ("B", 15)]


def test_minutes_of_what_is_finished_or_settled_count_for_nothing() -> None:
    finished = mark_finished(plan_with((A, 150)), A, START)
    assert open_of(finished, b=60) == [("B", 60)]
    settled = settle(plan_with((A, 30)), START + timedelta(days=1))
    assert open_of(settled, a=90) == [("A", 90)]


@given(st.lists(st.integers(0, 200), min_size=3, max_size=3), st.lists(st.integers(1, 200), max_size=3))
def test_together_it_is_what_the_week_lacks(planned: list[int], logged: list[int]) -> None:
    plan = plan_with(*zip((C, A, B), logged, strict=False))
    by_id = dict(zip((A, B, C), planned, strict=True))
    found = left_open(plan, by_id, START, SUNDAY)
    assert sum(each.minutes for each in found) == max(sum(planned) - sum(logged), 0)
    assert all(0 < each.minutes <= by_id[each.activity] for each in found)


def test_what_is_open_from_all_weeks_before_is_read_off_where_the_work_lies() -> None:
    plan = small_plan()
    third = START + timedelta(days=14)

    def open_then(plan: Plan) -> list[tuple[str, int]]:
        return [(each.title, each.minutes) for each in open_before(plan, schedule(plan), third)]

    assert open_then(plan) == [("Regression course", 1200)]
    assert open_before(plan, schedule(plan), START) == ()
    logged = log_session(plan, ActivityId("regression-course"), START, 90)
    assert open_then(logged) == [("Regression course", 1110)]
    session = week_plan(plan, schedule(plan), START, START).sessions[0]
    later = move_session(plan, session, START, third, PlacementId("moved"))
    assert open_then(later) == [("Regression course", 1110)]
    caught_up = replace(plan, facts=replace(plan.facts, status_date=third))
    assert open_then(caught_up) == []


def test_what_is_open_is_said_in_one_sentence() -> None:
    assert carried_text(600, 1200) == "10 h still open from last week, 20 h from before"
    assert carried_text(600, 0) == "10 h still open from last week"
    assert carried_text(0, 90) == "1 h 30 still open from before last week"
    assert carried_text(0, 0) == ""
