"""Past weeks keep what was planned and studied and the learner's words, and are found by any of them."""

from dataclasses import replace
from datetime import date, timedelta

from planner.domain.edits import mark_finished
from planner.domain.items import ActivityId, BaselineId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from planner.domain.week_asked import planned_minutes
from planner.domain.week_facts import WeekGoal, WeekNotes
from planner.domain.week_history import (
    PastWeek,
    found_in,
    past_weeks,
    places_of,
    week_to_review,
)
from tests.helpers.catching_up import catch_up
from tests.helpers.plans import START, small_plan

REGRESSION = ActivityId("regression-course")
SECOND, THIRD = START + timedelta(days=7), START + timedelta(days=14)
IN_THE_THIRD = START + timedelta(days=16)


def weeks_of(plan: Plan, today: date) -> tuple[PastWeek, ...]:
    """The history of a plan."""
    return past_weeks(plan, schedule(plan), today)


def with_notes(plan: Plan, *notes: WeekNotes) -> Plan:
    """A plan that keeps these notes with its weeks."""
    return replace(plan, weeks={**plan.weeks, **{each.id: each for each in notes}})


def test_a_plan_that_begins_has_no_past() -> None:
    assert weeks_of(small_plan(), START) == ()
    assert weeks_of(small_plan(), START + timedelta(days=6)) == ()


def test_each_week_that_is_over_stands_there_the_latest_first() -> None:
    weeks = weeks_of(small_plan(), IN_THE_THIRD)
    assert [(each.number, each.first_day) for each in weeks] == [(2, SECOND), (1, START)]
    assert [each.planned_minutes for each in weeks] == [600, 600]
    assert weeks[1].dates == "4–10 January 2027"
    assert weeks[1].amounts == "0 min of 10 h"


def test_what_was_studied_stands_by_activity_the_most_first() -> None:
    plan = log_session(small_plan(), ActivityId("write-up"), START, 30)
    for day in (START, START + timedelta(days=6)):
        plan = log_session(plan, REGRESSION, day, 60)
    (_, first) = weeks_of(plan, IN_THE_THIRD)
    assert [(each.title, each.minutes) for each in first.studied] == [
        ("Regression course", 120),
        ("Write up", 30),
    ]
    assert first.logged_minutes == 150
    assert first.amounts == "2 h 30 of 10 h"


def test_finishing_what_was_planned_leaves_it_planned() -> None:
    plan = log_session(small_plan(), REGRESSION, START, 600)
    plan = mark_finished(plan, REGRESSION, START + timedelta(days=6))
    assert planned_minutes(plan, schedule(plan), START, IN_THE_THIRD) == 600


def test_catching_up_keeps_what_was_planned_also_of_what_is_finished() -> None:
    plan = mark_finished(log_session(small_plan(), REGRESSION, START, 600), REGRESSION, IN_THE_THIRD)
    plan = catch_up(plan, IN_THE_THIRD, BaselineId("caught-up"))
    assert [(each.planned_minutes, each.kept) for each in weeks_of(plan, IN_THE_THIRD)] == [(600, True)] * 2


def test_minutes_kept_with_a_week_stand_whatever_the_plan_says_now() -> None:
    kept = WeekNotes(first_day=START, planned_minutes=480)
    (_, first) = weeks_of(with_notes(small_plan(), kept), IN_THE_THIRD)
    assert (first.planned_minutes, first.kept) == (480, True)
    assert not first.reviewed


def test_study_before_the_start_and_after_the_finish_is_told_too() -> None:
    plan = log_session(small_plan(), REGRESSION, START - timedelta(days=10), 45)
    late = schedule(plan).finish + timedelta(days=30)
    plan = log_session(plan, REGRESSION, late, 20)
    weeks = weeks_of(plan, late + timedelta(days=21))
    assert (weeks[0].logged_minutes, weeks[0].planned_minutes) == (20, 0)
    assert weeks[0].amounts == "20 min"
    assert (weeks[-1].number, weeks[-1].logged_minutes) == (-1, 45)
    numbers = [each.number for each in weeks]
    assert numbers == sorted(numbers, reverse=True)
    assert len(weeks) == weeks[1].number + 2


def test_this_week_joins_once_it_is_reviewed() -> None:
    reviewed = WeekNotes(first_day=THIRD, done="All of it", reviewed_on=IN_THE_THIRD)
    weeks = weeks_of(with_notes(small_plan(), reviewed), IN_THE_THIRD)
    assert weeks[0].first_day == THIRD
    assert weeks[0].reviewed
    assert weeks[0].words == ("All of it",)


def test_a_milestone_that_was_reached_stands_with_its_week() -> None:
    plan = small_plan()
    core = MilestoneId("core-proven")
    reached = replace(plan.milestones[core], reached_on=SECOND + timedelta(days=2))
    plan = replace(plan, milestones={**plan.milestones, core: reached})
    assert [each.reached for each in weeks_of(plan, IN_THE_THIRD)] == [("Core proven",), ()]


def test_notes_are_found_after_weeks_begin_on_another_day() -> None:
    notes = WeekNotes(first_day=START, done="Regression", reviewed_on=SECOND)
    plan = with_notes(small_plan(), notes)
    plan = replace(plan, facts=replace(plan.facts, week_start=6))
    told = [each for each in weeks_of(plan, IN_THE_THIRD) if each.notes is not None]
    assert [each.first_day for each in told] == [START - timedelta(days=1)]


def test_weeks_are_found_by_words_titles_goals_and_dates() -> None:
    notes = WeekNotes(
        first_day=START,
        goals=(WeekGoal(text="Naïve Bayes von Hand"),),
        moved="The quiz",
        why="Grippe in der Straße",
        next_step="Open chapter 3",
        reviewed_on=SECOND,
    )
    plan = log_session(with_notes(small_plan(), notes), REGRESSION, START, 60)
    (second, first) = weeks_of(plan, IN_THE_THIRD)
    for typed in (
        "regr",
        "naive BAYES",
        "quiz grippe",
        "strasse",
        "chapter 3",
        "4–10 january",
        "week 1",
        "  ",
    ):
        assert found_in(first, typed), typed
    for typed in ("quizz", "regression zebra", "week 2"):
        assert not found_in(first, typed), typed
    assert not found_in(second, "regr")


def test_found_words_are_marked_where_they_stand() -> None:
    assert places_of("bay na", "Naïve Bayes, naive") == ((0, 2), (6, 9), (13, 15))
    assert places_of("ss", "Straße") == ((4, 5),)
    assert places_of("", "anything") == ()
    assert places_of("aa", "aaaa") == ((0, 4),)
    assert places_of("2", "2 of 12 in 2027, 2") == ((0, 1), (17, 18))


def test_the_week_to_look_back_on_is_the_last_one_that_is_over() -> None:
    plan = small_plan()
    at = schedule(plan)
    assert week_to_review(plan, at, START) is None
    assert week_to_review(plan, at, START + timedelta(days=5)) is None
    assert week_to_review(plan, at, START + timedelta(days=6)) == START
    assert week_to_review(plan, at, SECOND) == START
    assert week_to_review(plan, at, SECOND + timedelta(days=6)) == SECOND


def test_a_reviewed_week_is_not_asked_for_again() -> None:
    plan = with_notes(small_plan(), WeekNotes(first_day=START, reviewed_on=SECOND))
    assert week_to_review(plan, schedule(plan), SECOND) is None
    settled = with_notes(small_plan(), WeekNotes(first_day=START, planned_minutes=300))
    assert week_to_review(settled, schedule(settled), SECOND) == START


def test_nothing_is_asked_after_the_plan_is_over() -> None:
    plan = small_plan()
    late = schedule(plan).finish + timedelta(days=40)
    assert week_to_review(plan, schedule(plan), late) is None
