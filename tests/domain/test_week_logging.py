"""What was logged for a planned session stands for it, also once the learner has placed it."""

from dataclasses import replace
from datetime import date

from planner.domain.items import ActivityId, PlacementId, SessionId
from planner.domain.week_facts import Placement
from planner.domain.week_logging import log_for_placement, set_logged
from tests.helpers.plans import session, small_plan

MONDAY = date(2027, 1, 4)
REGRESSION = ActivityId("regression-course")
PLACED = PlacementId("placed")


def test_minutes_stand_in_place_of_what_was_logged() -> None:
    plan = set_logged(small_plan(), [], REGRESSION, MONDAY, 40)
    (kept,) = plan.sessions.values()
    again = set_logged(plan, [kept.id], REGRESSION, MONDAY, 50)
    assert [each.minutes for each in again.sessions.values()] == [50]
    assert set_logged(again, [kept.id], REGRESSION, MONDAY, 0).sessions == {}


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
