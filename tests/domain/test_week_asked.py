"""What a week that is over asked for stays, on whatever days its work was begun and finished."""

from datetime import date

from planner.domain.edits import mark_finished
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.progress_figures.study_weeks import study_weeks
from planner.domain.schedule import schedule
from planner.domain.week import week_plan
from planner.domain.week_asked import planned_minutes
from tests.helpers.plans import activity, make_plan

FIRST, SECOND, THIRD = date(2027, 1, 4), date(2027, 1, 11), date(2027, 1, 18)


def side_by_side() -> Plan:
    """Ten hours a week for two weeks, six of them for A and four for B."""
    return make_plan(activity("a", 12, share=0.6), activity("b", 8, position=2, share=0.4))


def asked(plan: Plan, today: date) -> list[int]:
    """The minutes of the first two weeks."""
    current = schedule(plan)
    return [planned_minutes(plan, current, each, today) for each in (FIRST, SECOND)]


def test_an_early_finish_takes_nothing_off_a_week_that_is_over() -> None:
    plan = mark_finished(side_by_side(), ActivityId("a"), date(2027, 1, 5))
    assert asked(plan, THIRD) == [600, 600]
    current = schedule(plan)
    weeks = study_weeks(plan, current, THIRD)
    pages = [week_plan(plan, current, each, THIRD) for each in (FIRST, SECOND)]
    assert [each.planned * 60 for each in weeks[:2]] == [each.asked_minutes for each in pages] == [600, 600]


def test_a_week_that_is_not_over_asks_for_what_is_left_and_what_was_done() -> None:
    plan = mark_finished(side_by_side(), ActivityId("a"), date(2027, 1, 5))
    # A took Monday and Tuesday of the first week: 3 h, of which it had six of ten.
    assert asked(plan, FIRST) == [240 + 108, 240]


def test_a_late_finish_leaves_the_weeks_it_went_on_in_asked_for() -> None:
    plan = mark_finished(side_by_side(), ActivityId("a"), date(2027, 1, 23))
    current = schedule(plan)
    assert asked(plan, date(2027, 2, 1)) == [600, 600]
    assert planned_minutes(plan, current, THIRD, date(2027, 2, 1)) == 360
