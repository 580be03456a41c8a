"""The verbs on the plan as a whole: hours, days off, title, paper, and catching up."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import frame
from planner.domain.calendar import WeeklyHours
from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Paper, Plan
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from tests.helpers.networks import MONDAY, WEEK, chain, days_off, goal, network, random_networks, work
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


def test_a_week_of_little_is_not_rounded_to_one_of_rest() -> None:
    later = frame.set_weekly_hours(PLAN, (0, 0, 0, 0, 0, 0, 2), jan(25))
    now = PLAN.calendar.weekly_on(jan(11)).total
    less = frame.scale_weekly_hours(later, now / 32, jan(11), in_quarters=True)
    assert less.calendar.weekly_on(jan(25)).hours == (0, 0, 0, 0, 0, 0, 2 / 32)


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


def test_the_plan_works_around_days_off() -> None:
    holiday = days_off(jan(6), jan(9), name="Holiday")
    away = frame.add_exception(PLAN, holiday)
    assert schedule(away).finish_day(ActivityId("A")) == jan(14)


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


def week_hours(plan: Plan, first_day: date) -> float:
    return float(plan.calendar.daily_hours(first_day, 7).sum())


def test_one_week_gets_other_hours_and_only_that_week() -> None:
    changed = frame.set_hours_of_week(PLAN, jan(11), 18)

    assert [week_hours(changed, jan(day)) for day in (4, 11, 18, 25)] == [12, 18, 12, 12]
    assert changed.calendar.weekly == (
        *PLAN.calendar.weekly,
        WeeklyHours(valid_from=jan(11), hours=(3, 3, 3, 3, 0, 6, 0)),
        WeeklyHours(valid_from=jan(18), hours=WEEK),
    )
    assert schedule(changed).finish_day(ActivityId("B")) == jan(14)


def test_the_usual_hours_again_leave_no_trace() -> None:
    changed = frame.set_hours_of_week(PLAN, jan(11), 18)
    assert frame.set_hours_of_week(changed, jan(11), 12).calendar == PLAN.calendar


def test_two_weeks_in_a_row_with_the_same_hours_are_one_set() -> None:
    changed = frame.set_hours_of_week(frame.set_hours_of_week(PLAN, jan(11), 18), jan(18), 18)
    assert [each.valid_from for each in changed.calendar.weekly] == [jan(4), jan(11), jan(25)]


def test_a_week_of_rest_and_hours_in_a_week_of_rest() -> None:
    rest = frame.set_hours_of_week(PLAN, jan(11), 0)
    assert week_hours(rest, jan(11)) == 0
    usual = frame.set_hours_of_week(rest, jan(11), 10)
    assert [usual.calendar.hours_on(jan(day)) for day in range(11, 18)] == [1.5, 1.5, 1.5, 1.5, 0, 4, 0]


def test_days_off_and_extra_days_keep_their_hours() -> None:
    calendar = replace(PLAN.calendar, exceptions=(days_off(jan(16)), days_off(jan(17), hours=3)))
    plan = replace(PLAN, calendar=calendar)

    changed = frame.set_hours_of_week(plan, jan(11), 13)

    assert [changed.calendar.hours_on(jan(day)) for day in range(11, 18)] == [2.5, 2.5, 2.5, 2.5, 0, 0, 3]
    # Without the day off its hours of the week are there again.
    assert changed.calendar.weekly_on(jan(16)).hours[5] == 4
    with pytest.raises(InvalidValue, match="make 3 h of that week"):
        frame.set_hours_of_week(plan, jan(11), 2)


def test_a_week_of_days_off_has_no_hours_to_set() -> None:
    away = replace(PLAN, calendar=replace(PLAN.calendar, exceptions=(days_off(jan(11), jan(17)),)))
    with pytest.raises(InvalidValue, match="Every day of that week"):
        frame.set_hours_of_week(away, jan(11), 5)


def test_no_day_gets_more_than_its_24_hours() -> None:
    changed = frame.set_hours_of_week(PLAN, jan(11), 100)
    assert [changed.calendar.hours_on(jan(day)) for day in range(11, 18)] == [19, 19, 19, 19, 0, 24, 0]
    assert week_hours(frame.set_hours_of_week(PLAN, jan(11), 168), jan(11)) == 168
    with pytest.raises(InvalidValue, match="168 h at most"):
        frame.set_hours_of_week(PLAN, jan(11), 169)


def test_hours_that_are_no_quarters_are_divided_in_minutes() -> None:
    changed = frame.set_hours_of_week(PLAN, jan(11), 12 + 1 / 3)
    minutes = [changed.calendar.hours_on(jan(day)) * 60 for day in range(11, 18)]
    assert minutes == pytest.approx([round(each) for each in minutes])
    assert sum(minutes) == pytest.approx(740)


def test_days_already_settled_keep_their_hours() -> None:
    settled = frame.settle(PLAN, jan(14))

    changed = frame.set_hours_of_week(settled, jan(11), 18)

    assert [changed.calendar.hours_on(jan(day)) for day in range(11, 18)] == [2, 2, 2, 4, 0, 8, 0]
    with pytest.raises(InvalidValue, match="before the day your plan is settled up to, 14 Jan 2027"):
        frame.set_hours_of_week(settled, jan(4), 18)


def test_the_first_week_counts_from_the_day_the_plan_starts() -> None:
    plan = network(work("A", 12), start=jan(6))
    changed = frame.set_hours_of_week(plan, jan(4), 12)
    assert float(changed.calendar.daily_hours(jan(6), 5).sum()) == 12
    assert week_hours(changed, jan(11)) == 12


@given(random_networks(), st.integers(0, 8), st.integers(0, 200))
def test_any_other_week_keeps_its_hours_to_the_day(plan: Plan, week: int, quarters: int) -> None:
    first_day = MONDAY + timedelta(weeks=week)
    try:
        changed = frame.set_hours_of_week(plan, first_day, quarters / 4)
    except InvalidValue:
        return
    assert week_hours(changed, first_day) == pytest.approx(quarters / 4)
    for other in range(10):
        if other != week:
            day = MONDAY + timedelta(weeks=other)
            assert (changed.calendar.daily_hours(day, 7) == plan.calendar.daily_hours(day, 7)).all()
    days = changed.calendar.weekly
    assert all(one.hours != next_one.hours for one, next_one in pairwise(days))


def test_the_whole_calendar_changes_in_one_go() -> None:
    calendar = replace(PLAN.calendar, exceptions=(days_off(jan(11), jan(17)),))
    changed = frame.set_calendar(PLAN, calendar, 15)
    assert changed.calendar == calendar
    assert changed.facts.most_hours_a_week == 15


def test_every_week_from_one_on_gets_other_hours_and_none_before() -> None:
    plan = network(work("A", 100))
    longer = frame.set_hours_from_week(plan, MONDAY + timedelta(weeks=2), 24)
    assert [week_hours(longer, MONDAY + timedelta(weeks=number)) for number in range(4)] == [12, 12, 24, 24]
    # The same share of the week a day as before.
    now, before = longer.calendar.weekly[-1].hours, plan.calendar.weekly[-1].hours
    assert now == tuple(2 * each for each in before)
    assert frame.set_hours_from_week(longer, MONDAY + timedelta(weeks=2), 12).calendar == plan.calendar


def test_from_a_week_on_days_off_keep_their_hours_and_later_sets_go() -> None:
    plan = network(work("A", 100), exceptions=[days_off(MONDAY + timedelta(weeks=2))])
    plan = frame.set_hours_of_week(plan, MONDAY + timedelta(weeks=5), 3)
    changed = frame.set_hours_from_week(plan, MONDAY + timedelta(weeks=1), 24)
    assert changed.calendar.hours_on(MONDAY + timedelta(weeks=2)) == 0
    assert week_hours(changed, MONDAY + timedelta(weeks=5)) == 24
    assert frame.kept_hours(changed, MONDAY + timedelta(weeks=2)) == 0


def test_hours_from_a_week_on_that_cannot_be_are_refused() -> None:
    plan = frame.settle(network(work("A", 100)), MONDAY + timedelta(weeks=2))
    with pytest.raises(InvalidValue, match="its hours stay"):
        frame.set_hours_from_week(plan, MONDAY, 24)
    with pytest.raises(InvalidValue, match="168 h at most"):
        frame.set_hours_from_week(plan, MONDAY + timedelta(weeks=2), 169)
    with pytest.raises(InvalidValue, match="some study hours"):
        frame.set_hours_from_week(plan, MONDAY + timedelta(weeks=2), 0)


def test_from_the_week_in_which_days_are_settled_on() -> None:
    plan = frame.settle(network(work("A", 100)), MONDAY + timedelta(days=3))
    changed = frame.set_hours_from_week(plan, MONDAY, 24)
    kept = [changed.calendar.hours_on(MONDAY + timedelta(days=number)) for number in range(3)]
    assert kept == [plan.calendar.hours_on(MONDAY + timedelta(days=number)) for number in range(3)]
    assert frame.kept_hours(plan, MONDAY) == sum(kept)
    assert week_hours(changed, MONDAY + timedelta(weeks=1)) == 24


@pytest.mark.parametrize("hours", [float("inf"), float("nan")])
def test_hours_that_are_no_number_are_refused(hours: float) -> None:
    with pytest.raises(InvalidValue, match="must be numbers"):
        frame.scale_weekly_hours(small_plan(), hours, START, in_quarters=True)
    with pytest.raises(InvalidValue, match="must be numbers"):
        frame.set_hours_of_week(small_plan(), START, hours)
    with pytest.raises(InvalidValue, match="must be numbers"):
        frame.set_hours_from_week(small_plan(), START, hours)
