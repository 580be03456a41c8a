"""The verbs on the plan as a whole: hours, days off, title, paper, and catching up."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain import frame
from planner.domain.calendar import WeeklyHours
from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Paper
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from tests.helpers.networks import MONDAY, WEEK, chain, days_off, goal, network, work
from tests.helpers.plans import START, small_plan


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


def test_a_week_and_the_most_hours_are_said_together() -> None:
    said = frame.set_hours(PLAN, LESS, 14, jan(11))
    assert said.calendar.hours_on(jan(11)) == LESS[0]
    assert said.facts.most_hours_a_week == 14
    assert frame.set_hours(PLAN, LESS, 1, jan(11)).facts.most_hours_a_week == sum(LESS)


def test_the_most_hours_alone_leave_the_calendar_as_it_is() -> None:
    same = PLAN.calendar.weekly_on(jan(11)).hours
    assert frame.set_hours(PLAN, same, 14, jan(11)).calendar is PLAN.calendar


def test_more_hours_from_a_day_grow_what_is_planned_for_later_too() -> None:
    now = PLAN.calendar.weekly_on(jan(11)).hours
    later = frame.set_weekly_hours(PLAN, LESS, jan(25))
    grown = frame.scale_weekly_hours(later, 1.5 * sum(now), jan(11))
    assert [each.valid_from for each in grown.calendar.weekly] == [jan(4), jan(11), jan(25)]
    assert grown.calendar.hours_on(jan(4)) == now[0]
    assert grown.calendar.weekly_on(jan(11)).hours == tuple(1.5 * each for each in now)
    assert grown.calendar.weekly_on(jan(25)).hours == tuple(1.5 * each for each in LESS)


@pytest.mark.parametrize("total", [10.5, 13, 17.5, 40])
def test_grown_weeks_come_in_quarter_hours_with_the_same_sum(total: float) -> None:
    week = frame.scale_weekly_hours(PLAN, total, jan(11), in_quarters=True).calendar.weekly_on(jan(11))
    assert week.total == total
    assert all((4 * each).is_integer() for each in week.hours)


def test_a_week_of_rest_stays_one_and_the_week_after_it_grows() -> None:
    resting = frame.set_weekly_hours(PLAN, LESS, jan(18))
    resting = replace(
        resting,
        calendar=replace(
            resting.calendar,
            weekly=(
                resting.calendar.weekly[0],
                replace(resting.calendar.weekly[0], valid_from=jan(11), hours=(0, 0, 0, 0, 0, 0, 0)),
                resting.calendar.weekly[1],
            ),
        ),
    )
    grown = frame.scale_weekly_hours(resting, 2 * sum(LESS), jan(11))
    assert [each.total for each in grown.calendar.weekly[1:]] == [0, 2 * sum(LESS)]


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


def test_settings_are_changed_together() -> None:
    facts = frame.change_settings(PLAN, " My path ", Paper.LETTER, 6).facts
    assert (facts.title, facts.paper, facts.week_start) == ("My path", Paper.LETTER, 6)
    with pytest.raises(InvalidValue, match="from Monday"):
        frame.set_week_start(PLAN, 7)


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


def test_a_look_ahead_does_not_start_what_still_waits() -> None:
    clustering = ActivityId("clustering-course")
    ahead = log_session(small_plan(), clustering, START, 60)
    plan = frame.settle(ahead, START + timedelta(days=14))
    assert plan.activity(clustering).started_on is None
    assert plan.activity(clustering).remaining_hours == 29
    laid_out = schedule(plan)
    assert laid_out.start_day(clustering) >= laid_out.finish_day(ActivityId("regression-course"))
    assert max(laid_out.load_hours(START, 20) - laid_out.available_hours(START, 20)) < 1e-6
