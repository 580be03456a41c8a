"""The learner's pace, from what is logged, ticked and finished."""

from dataclasses import replace
from datetime import date, timedelta
from math import isfinite
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.items import ActivityId, Session, SessionId, Step, StepId
from planner.domain.pace.pace import UNKNOWN, Pace, pace_of
from planner.domain.pace.words import ENOUGH_FINISHED, ENOUGH_WEEKS_ALONE
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from tests.helpers.networks import MONDAY, chain, days_off, goal, network, work

WEEKS = timedelta(weeks=1)
NAMES = [f"A{number}" for number in range(8)]
"""Each of 24 hours: two weeks of the calendar's twelve, and the learner's when all of it is kept."""


def measured(plan: Plan, today: date) -> Pace:
    """The pace of a plan as it is scheduled."""
    return pace_of(plan, schedule(plan), today)


def path(**finished: date) -> Plan:
    """Eight activities one after the other, some of them finished."""
    return network(
        *[work(name, 24, finished=finished.get(name)) for name in NAMES],
        goal("M"),
        *chain(*NAMES, "M"),
    )


def logged(plan: Plan, *hours: tuple[str, date, float]) -> Plan:
    """The plan with sessions: of which activity, on which day, how many hours."""
    sessions = {
        SessionId(f"s{number}"): Session(
            id=SessionId(f"s{number}"), activity=ActivityId(name), day=day, minutes=round(60 * each)
        )
        for number, (name, day, each) in enumerate(hours)
    }
    return replace(plan, sessions=sessions)


def walked(done: int, *, taken: float = 1.0, kept: float = 1.0, noted: float = 1.0) -> tuple[Plan, date]:
    """A learner who finished so many of the eight, and the Monday after.

    Each takes `taken` times its estimate, of the week's hours so many are kept, and of these so many logged.
    """
    finished, sessions = {}, []
    left, number = 24 * taken, 0
    day = MONDAY
    while number < done:
        hours = 12 * kept
        while hours > 1e-9 and number < done:
            given = min(hours, left)
            sessions.append((NAMES[number], day, given * noted))
            left -= given
            hours -= given
            if left < 1e-9:
                finished[NAMES[number]] = day + timedelta(days=5)
                number, left = number + 1, 24 * taken
        day += WEEKS
    return logged(path(**finished), *sessions), day


def test_nothing_is_known_of_a_new_plan() -> None:
    assert measured(path(), MONDAY) == UNKNOWN


def test_time_that_goes_by_without_a_sign_of_life_says_nothing_for_half_a_year() -> None:
    found = measured(path(), MONDAY + 10 * WEEKS)
    assert (found.factor, found.enough, found.finished) == (UNKNOWN.factor, False, 0)


def test_an_empty_plan_has_a_pace_too() -> None:
    assert measured(network(), MONDAY) == UNKNOWN


def test_until_enough_is_finished_the_ranges_alone_count() -> None:
    plan, today = walked(2, taken=2.0)
    found = measured(plan, today)
    assert (found.finished, found.weeks, found.enough) == (2, 8, False)
    assert found.factor == UNKNOWN.factor
    assert found.straying == 0
    assert found.sentence == (
        "So far the forecast rests on the roadmap’s ranges alone, widened as your pace is not known yet. It "
        "uses your own pace from 3 finished activities (or ticked steps) and 4 logged weeks on, or after 26 "
        "logged weeks. Now there are 2 finished activities and 8 logged weeks."
    )


def test_from_then_on_the_own_pace_counts_and_says_so() -> None:
    found = measured(*walked(6, taken=1.5, kept=0.75))
    assert found.enough
    assert found.sentence == (
        "You take about 1.5 times the estimated hours and keep 8 of 10 planned hours, from 6 finished "
        "activities and 24 weeks."
    )


def test_weeks_alone_are_enough_where_the_first_activity_takes_a_year() -> None:
    plan = network(work("Long", 600), goal("M"), *chain("Long", "M"))
    plan = logged(plan, *[("Long", MONDAY + week * WEEKS, 6) for week in range(ENOUGH_WEEKS_ALONE)])
    early = measured(plan, MONDAY + (ENOUGH_WEEKS_ALONE - 1) * WEEKS)
    found = measured(plan, MONDAY + ENOUGH_WEEKS_ALONE * WEEKS)
    assert (early.enough, found.enough) == (False, True)
    assert found.kept.median == pytest.approx(0.5, rel=0.1)
    assert found.effort.median == 1
    assert "keep 5 of 10 planned hours, from 26 weeks" in found.sentence
    assert "rests on the roadmap’s ranges" in found.sentence


def test_one_hour_and_half_a_year_of_silence_are_no_pace() -> None:
    found = measured(logged(path(), ("A0", MONDAY, 1.0)), MONDAY + 40 * WEEKS)
    assert (found.factor, found.enough) == (UNKNOWN.factor, False)
    assert found.sentence.endswith("Now there are 0 finished activities and 1 logged week.")


def test_a_learner_right_on_the_estimates_tends_to_one() -> None:
    few, many = measured(*walked(3)), measured(*walked(8))
    for found in (few, many):
        assert found.effort.median == pytest.approx(1, abs=0.05)
        assert found.kept.median == pytest.approx(1, abs=0.05)
        assert found.factor.median == pytest.approx(1, abs=0.05)
    assert abs(many.effort.median - 1) <= abs(few.effort.median - 1)
    assert many.sentence.startswith(
        "You take about as many hours as estimated and keep 10 of 10 planned hours, "
    )
    assert many.effort.sigma < few.effort.sigma < UNKNOWN.factor.sigma


@pytest.mark.parametrize("noted", [1.0, 0.5])
def test_hours_logged_short_cancel_in_the_factor(noted: float) -> None:
    found = measured(*walked(8, taken=1.5, kept=0.75, noted=noted))
    assert found.effort.median == pytest.approx(1.5 * noted, rel=0.05)
    assert found.kept.median == pytest.approx(0.75 * noted, rel=0.05)
    assert found.factor.median == pytest.approx(2.0, rel=0.07)


def test_nothing_logged_is_told_by_the_calendar() -> None:
    plan, today = walked(6, taken=1.5, kept=0.75)
    found = measured(replace(plan, sessions={}), today)
    assert found.enough
    assert found.factor.median == pytest.approx(2.0, rel=0.07)
    assert found.kept.median == 1
    assert found.sentence == (
        "You take about 2 times as long as estimated, from 6 finished activities and 24 weeks."
    )


def test_what_was_known_before_is_no_evidence() -> None:
    plan, today = walked(4, taken=1.5)
    first = plan.activities[ActivityId("A7")]
    known = replace(plan, activities={**plan.activities, first.id: replace(first, finished_on=MONDAY)})
    assert measured(known, today).effort.median == measured(plan, today).effort.median


def test_a_finished_activity_that_says_nothing_is_said_to_need_its_hours() -> None:
    plan = path(A0=MONDAY)
    found = measured(plan, MONDAY + timedelta(days=3))
    assert found.finished == 0
    assert found.sentence.endswith(
        "0 logged weeks. One finished activity has no logged hours: log what it took, and it counts."
    )
    noted = measured(logged(plan, ("A0", MONDAY, 20)), MONDAY + timedelta(days=3))
    assert noted.finished == 1
    assert "no logged hours" not in noted.sentence


def test_a_pause_in_the_calendar_costs_nothing() -> None:
    plan, today = walked(4)
    pause = days_off(today, today + timedelta(days=27))
    paused = replace(plan, calendar=replace(plan.calendar, exceptions=(pause,)))
    without, within = measured(plan, today + 4 * WEEKS), measured(paused, today + 4 * WEEKS)
    assert within.kept.median == measured(plan, today).kept.median
    assert without.kept.median < 0.8
    assert (within.weeks, without.weeks) == (8, 12)


def test_recent_weeks_weigh_more() -> None:
    weeks = range(40)
    good_then_bad = [("A0", MONDAY + week * WEEKS, 12 if week < 20 else 6) for week in weeks]
    bad_then_good = [("A0", MONDAY + week * WEEKS, 6 if week < 20 else 12) for week in weeks]
    today = MONDAY + 40 * WEEKS
    assert measured(logged(path(), *bad_then_good), today).kept.median > 0.75
    assert measured(logged(path(), *good_then_bad), today).kept.median < 0.75


def test_the_week_that_still_runs_does_not_count() -> None:
    plan, today = walked(4)
    assert measured(plan, today + timedelta(days=6)).weeks == 8
    assert measured(plan, today + timedelta(days=7)).weeks == 9


def test_weeks_in_which_a_share_alone_could_be_done_ask_for_that_share() -> None:
    plan = network(work("Search", 200, share=0.5), goal("M"), *chain("Search", "M"))
    plan = logged(plan, *[("Search", MONDAY + week * WEEKS, 6) for week in range(30)])
    assert measured(plan, MONDAY + 30 * WEEKS).kept.median == pytest.approx(1, abs=0.02)


def test_weeks_that_wait_for_a_date_ask_for_nothing() -> None:
    wedding = goal("Course begins", MONDAY + timedelta(days=55), holds=True)
    items = [work("A", 24, finished=MONDAY + timedelta(days=13)), work("B", 600)]
    plan = network(*items, wedding, *chain("A", "Course begins", "B"))
    sessions = [("A", MONDAY + week * WEEKS, 12) for week in range(2)]
    sessions += [("B", MONDAY + week * WEEKS, 12) for week in range(8, 34)]
    found = measured(logged(plan, *sessions), MONDAY + 34 * WEEKS)
    assert found.weeks == 28
    assert found.kept.median == pytest.approx(1, abs=0.02)


def test_ticked_steps_tell_of_what_is_in_progress() -> None:
    steps = tuple(Step(id=StepId(f"S{each}"), title=f"Part {each}", done=each < 3) for each in range(6))
    plan = network(replace(work("Long", 240), steps=steps), goal("M"), *chain("Long", "M"))
    # Three steps and the half of the fourth are 140 hours of the estimate; it took 210.
    plan = logged(plan, *[("Long", MONDAY + week * WEEKS, 10) for week in range(21)])
    found = measured(plan, MONDAY + 21 * WEEKS)
    assert (found.finished, found.enough) == (3, True)
    assert 1.2 < found.effort.median < 1.6


def test_missed_weeks_in_runs_leave_more_doubt_than_scattered_ones() -> None:
    scattered = [week for week in range(40) if week % 4]
    in_runs = [week for week in range(40) if week % 20 >= 5]
    assert len(scattered) == len(in_runs)
    one, other = (
        measured(logged(path(), *[("A0", MONDAY + week * WEEKS, 12) for week in weeks]), MONDAY + 40 * WEEKS)
        for weeks in (scattered, in_runs)
    )
    assert other.kept.sigma > 1.2 * one.kept.sigma


def test_the_same_again_never_widens_the_doubt_about_effort() -> None:
    sigmas = [measured(*walked(done, taken=1.3)).effort.sigma for done in range(ENOUGH_FINISHED, 9)]
    assert sigmas == sorted(sigmas, reverse=True)
    assert sigmas[0] > sigmas[-1]


histories = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.integers(0, 400).map(lambda days: MONDAY + timedelta(days=days)),
        st.sampled_from([1 / 60, 0.5, 2.0, 24.0]),
    ),
    max_size=30,
)


@given(histories, st.dictionaries(st.sampled_from(NAMES), st.integers(0, 400), max_size=8), st.randoms())
@settings(max_examples=30, deadline=None)
def test_any_history_has_a_finite_pace_whatever_its_order(
    sessions: list[tuple[str, date, float]], finished: dict[str, int], chance: Random
) -> None:
    plan = path(**{name: MONDAY + timedelta(days=days) for name, days in finished.items()})
    today = MONDAY + timedelta(days=410)
    shuffled = sessions.copy()
    chance.shuffle(shuffled)
    found = measured(logged(plan, *sessions), today)
    assert measured(logged(plan, *shuffled), today) == found
    for factor in (found.effort, found.kept, found.factor):
        assert 0 < factor.median < 1e6
        assert isfinite(factor.sigma)
        assert factor.sigma > 0
    assert found.sentence


def test_five_thousand_sessions_and_a_day_of_24_hours_stay_finite() -> None:
    plan, _ = walked(5)
    many = [("A5", MONDAY + timedelta(days=number % 900), 0.25) for number in range(5000)]
    found = measured(logged(plan, ("A0", MONDAY, 24.0), *many), MONDAY + timedelta(days=901))
    assert found.enough
    assert isfinite(found.factor.median)
    assert 0 < found.factor.sigma < 1


def test_what_comes_after_today_does_not_count() -> None:
    plan, today = walked(8, taken=1.5)
    early = measured(plan, MONDAY + 3 * WEEKS)
    assert (early.finished, early.weeks, early.enough) == (1, 3, False)
    assert measured(plan, today).finished == 8
