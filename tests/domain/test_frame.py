"""The verbs on the plan as a whole: hours, days off, title, paper, and catching up."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain import frame
from planner.domain.calendar import WeeklyHours
from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Paper
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from tests.helpers.networks import MONDAY, WEEK, chain, days_off, goal, network, work


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


PLAN = network(
    work("A", 12),
    work("B", 12),
    goal("Exam", jan(20), holds=True, fixed=True),
    *chain("A", "B", "Exam"),
    most_hours=20,
)
LESS = (1.0, 1.0, 1.0, 1.0, 0.0, 2.0, 0.0)


def test_hours_change_from_a_day_on_and_never_before_it() -> None:
    changed = frame.set_weekly_hours(PLAN, LESS, jan(11))
    assert changed.calendar.weekly == (*PLAN.calendar.weekly, WeeklyHours(valid_from=jan(11), hours=LESS))
    assert schedule(changed).finish_day(ActivityId("A")) == jan(9)
    # B takes two weeks of 6 hours.
    assert schedule(changed).finish_day(ActivityId("B")) == jan(23)


def test_hours_said_again_for_the_same_day_or_an_earlier_one_replace_those_after_it() -> None:
    changed = frame.set_weekly_hours(PLAN, LESS, jan(11))
    assert frame.set_weekly_hours(changed, WEEK, jan(11)).calendar.weekly[-1].hours == WEEK
    earlier = frame.set_weekly_hours(changed, WEEK, jan(6))
    assert [each.valid_from for each in earlier.calendar.weekly] == [jan(4), jan(6)]


def test_hours_from_before_the_plan_hold_from_its_start() -> None:
    changed = frame.set_weekly_hours(PLAN, LESS, date(2026, 1, 1))
    assert changed.calendar.weekly == (WeeklyHours(valid_from=MONDAY, hours=LESS),)


def test_hours_that_begin_late_are_kept_for_the_days_before() -> None:
    late = replace(PLAN.calendar, weekly=(WeeklyHours(valid_from=jan(25), hours=WEEK),))
    changed = frame.set_weekly_hours(replace(PLAN, calendar=late), LESS, jan(11))
    assert [changed.calendar.hours_on(jan(day)) for day in (4, 9, 11, 16)] == [2, 4, 1, 2]


def test_more_hours_than_the_most_raise_the_most() -> None:
    assert frame.set_weekly_hours(PLAN, (4, 4, 4, 4, 4, 4, 0), jan(11)).facts.most_hours_a_week == 24
    assert frame.set_weekly_hours(PLAN, LESS, jan(11)).facts.most_hours_a_week == 20


def test_a_week_without_hours_for_ever_is_refused() -> None:
    with pytest.raises(InvalidValue, match="at least one day"):
        frame.set_weekly_hours(PLAN, (0, 0, 0, 0, 0, 0, 0), jan(11))


def test_the_most_hours_the_learner_can_give() -> None:
    assert frame.set_most_hours(PLAN, 30).facts.most_hours_a_week == 30
    with pytest.raises(InvalidValue, match="at most 168"):
        frame.set_most_hours(PLAN, 0)


def test_days_off_come_and_go() -> None:
    holiday = days_off(jan(6), jan(9), name="Holiday")
    away = frame.add_exception(PLAN, holiday)
    assert schedule(away).finish_day(ActivityId("A")) == jan(14)
    assert frame.remove_exception(away, holiday) == PLAN
    with pytest.raises(InvalidValue, match="not in the plan"):
        frame.remove_exception(PLAN, holiday)


def test_title_and_paper() -> None:
    assert frame.rename_plan(PLAN, " My path ").facts.title == "My path"
    assert frame.set_paper(PLAN, Paper.LETTER).facts.paper is Paper.LETTER
    with pytest.raises(InvalidValue, match="needs a title"):
        frame.rename_plan(PLAN, " ")


def test_catching_up_settles_what_is_left() -> None:
    logged = log_session(log_session(PLAN, ActivityId("A"), jan(6), 120), ActivityId("A"), jan(5), 180)
    settled = frame.settle(logged, jan(11))
    found = settled.activity(ActivityId("A"))
    assert (settled.facts.status_date, found.started_on, found.remaining_hours) == (jan(11), jan(5), 7)
    assert settled.activity(ActivityId("B")) is PLAN.activity(ActivityId("B"))
    # 7 hours from Mon 11: 2 + 2 + 2 + 1.
    assert schedule(settled).finish_day(ActivityId("A")) == jan(14)


def test_catching_up_keeps_a_start_the_learner_said() -> None:
    started = replace(PLAN, activities={**PLAN.activities, ActivityId("A"): work("A", 12, started=jan(4))})
    settled = frame.settle(log_session(started, ActivityId("A"), jan(6), 60), jan(11))
    assert settled.activity(ActivityId("A")).started_on == jan(4)


def test_more_logged_than_expected_leaves_nothing() -> None:
    settled = frame.settle(log_session(PLAN, ActivityId("A"), jan(6), 20 * 60), jan(11))
    assert settled.activity(ActivityId("A")).remaining_hours == 0
    assert settled.activity(ActivityId("A")).finished_on is None


def test_catching_up_moves_neither_fixed_dates_nor_finished_work() -> None:
    finished = replace(PLAN, activities={**PLAN.activities, ActivityId("A"): work("A", 12, finished=jan(8))})
    settled = frame.settle(log_session(finished, ActivityId("A"), jan(6), 60), date(2027, 2, 1))
    assert settled.activities == finished.activities
    assert settled.milestones == PLAN.milestones
    assert schedule(settled).shown_day(MilestoneId("Exam")) == jan(20)
    assert schedule(settled).finish_day(ActivityId("A")) == jan(8)


def test_a_plan_is_not_settled_back() -> None:
    with pytest.raises(InvalidValue, match="settled up to a later day"):
        frame.settle(frame.settle(PLAN, jan(11)), jan(10))
