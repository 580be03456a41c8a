"""How far a session has come, by what was logged for it."""

from datetime import timedelta

import pytest

from planner.domain.items import ActivityId, StepId
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from planner.domain.week import SessionState, WeekDay, week_plan
from planner.domain.week_days import state_of
from tests.helpers.plans import START, small_plan

REGRESSION = ActivityId("regression-course")


def monday(plan: Plan) -> WeekDay:
    """The first day of the small plan, with one session of 1 h 30."""
    return week_plan(plan, schedule(plan), START, START + timedelta(days=1)).days[0]


@pytest.mark.parametrize(
    ("planned", "logged", "state"),
    [
        (90, 0, SessionState.OPEN),
        (90, 1, SessionState.BEGUN),
        (90, 84, SessionState.BEGUN),
        (90, 85, SessionState.DONE),
        (90, 200, SessionState.DONE),
        (5, 0, SessionState.OPEN),
        (5, 1, SessionState.DONE),
    ],
)
def test_a_session_is_done_with_all_its_minutes_but_five(
    planned: int, logged: int, state: SessionState
) -> None:
    assert state_of(planned, logged) is state


def test_a_begun_session_says_how_far_it_has_come_and_what_is_left() -> None:
    plan = log_session(small_plan(), REGRESSION, START, 45, StepId("week-1"))
    day = monday(plan)
    (session,) = day.sessions
    assert (session.state, session.amount, session.minutes_left) == (
        SessionState.BEGUN,
        "45 min of 1 h 30",
        45,
    )
    assert not day.done
    day = monday(log_session(plan, REGRESSION, START, 41))
    (session,) = day.sessions
    assert (session.state, session.amount, session.minutes_left) == (SessionState.DONE, "1 h 30", 0)
    assert day.done
