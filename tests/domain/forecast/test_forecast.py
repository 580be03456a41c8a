"""The forecast of a plan: days, chances, what is done by a day, and what it does at the edges."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.errors import UnknownItem
from planner.domain.forecast.forecast import (
    LEAST_SAMPLES,
    MOST_WORK,
    SAMPLES,
    Forecaster,
    Quantiles,
    forecast,
    samples_for,
)
from planner.domain.forecast.shapes import Shape
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.pace.pace import Factor
from planner.domain.schedule import schedule
from tests.helpers.forecasts import SURE, pace, with_ranges
from tests.helpers.networks import chain, goal, network, wait, work
from tests.helpers.plans import START, WEDDING, WEDDING_DAY, plan_with_a_wedding, small_plan

A, END = ActivityId("A"), MilestoneId("end")


def test_quantiles_rise_and_chances_follow_them() -> None:
    found = Forecaster(1000).forecast(with_ranges(small_plan()), START, pace(sigma=0.3))
    for node in (MilestoneId("core-proven"), ActivityId("write-up")):
        days = found.of(node)
        assert days.p10 < days.p50 < days.p80 < days.p90
        for part, day in ((0.1, days.p10), (0.5, days.p50), (0.8, days.p80), (0.9, days.p90)):
            assert found.day_at(node, part) == day
            assert found.chance(node, day) >= part
            assert found.chance(node, day - timedelta(days=1)) < part
    assert found.finish == found.of(MilestoneId("endpoint-live"))
    assert found.finish_at(0.5) == found.finish.p50
    assert found.finish_chance(found.finish.p80) >= 0.8


def test_the_same_question_gets_the_same_answer_and_another_seed_another() -> None:
    plan = with_ranges(small_plan())
    forecaster = Forecaster(500)
    first, again = (forecaster.forecast(plan, START, SURE) for _ in range(2))
    assert first.finish == again.finish
    once = forecast(plan, schedule(plan), SURE, START, samples=500)
    assert once.finish == first.finish
    other = forecast(plan, schedule(plan), SURE, START, samples=500, seed=2)
    assert [other.finish_at(each / 100) for each in range(1, 100)] != [
        first.finish_at(each / 100) for each in range(1, 100)
    ]


def test_the_order_of_tables_changes_nothing() -> None:
    plan = with_ranges(small_plan())
    turned = replace(
        plan,
        activities=dict(list(plan.activities.items())[::-1]),
        milestones=dict(list(plan.milestones.items())[::-1]),
        dependencies=dict(list(plan.dependencies.items())[::-1]),
    )
    one, other = (Forecaster(500).forecast(each, START, SURE) for each in (plan, turned))
    assert [one.of(each) for each in plan.milestones] == [other.of(each) for each in plan.milestones]
    assert one.drivers == other.drivers


def test_today_is_the_status_date_and_an_earlier_one_is_the_plans_own() -> None:
    plan = with_ranges(small_plan())
    found = Forecaster(200).forecast(plan, START, SURE)
    assert Forecaster(200).forecast(plan, START - timedelta(days=30), SURE).finish == found.finish
    assert Forecaster(200).forecast(plan, START + timedelta(weeks=8), SURE).finish.p10 > found.finish.p10
    assert plan.facts.status_date == START


def test_what_is_done_has_its_own_day() -> None:
    finished, reached = date(2027, 1, 12), date(2027, 1, 13)
    plan = network(
        work("A", 10, finished=finished), goal("end", reached=reached), wait("A", "end"), finish="end"
    )
    found = Forecaster(100).forecast(with_ranges(plan), date(2027, 3, 1), SURE)
    assert found.of(A) == Quantiles(finished, finished, finished, finished)
    assert found.finish == Quantiles(reached, reached, reached, reached)
    assert (found.chance(END, reached), found.chance(END, finished)) == (1.0, 0.0)


def test_a_milestone_that_no_work_leads_to_is_where_it_stands() -> None:
    found = Forecaster(100).forecast(with_ranges(plan_with_a_wedding()), START, pace(sigma=0.3))
    assert found.of(WEDDING) == Quantiles(*[WEDDING_DAY] * 4)
    assert found.finish.p10 < found.finish.p90


def test_a_plan_without_anything_is_done_on_its_first_day() -> None:
    found = Forecaster(100).forecast(network(), START, SURE)
    assert found.finish == Quantiles(*[START] * 4)
    assert found.hours_by([START], [0.5]) == [([0.0], 0.0)]


def test_the_last_item_counts_where_there_is_no_milestone() -> None:
    found = Forecaster(300).forecast(with_ranges(network(work("A", 10), work("B", 30))), START, SURE)
    assert found.finish == found.of(ActivityId("B"))


def test_an_item_that_is_not_there_is_said() -> None:
    with pytest.raises(UnknownItem):
        Forecaster(10).forecast(small_plan(), START, SURE).of(ActivityId("nothing"))


def test_what_lands_past_the_year_9999_lands_on_its_last_day() -> None:
    """Half an hour a week for 100,000 hours: about 3,800 years, at some paces far more."""
    plan = network(
        work("A", 100_000), work("B", 90_000), goal("end"), *chain("A", "B"), wait("B", "end", lag=5),
        week=(0.5, 0, 0, 0, 0, 0, 0), finish="end",
    )  # fmt: skip
    found = Forecaster(200).forecast(plan, START, pace(sigma=0.3))
    assert found.of(A).p10.year < 9000
    assert found.finish.p50.year < 9999
    assert found.finish.p90 == date(9999, 12, 31)
    assert 0.5 < found.finish_chance(date(9999, 12, 30)) < 0.9
    assert found.finish_chance(date.max) == 1.0
    assert found.drivers


def test_hours_of_study_rise_to_all_that_the_path_takes() -> None:
    plan = with_ranges(small_plan())
    found = Forecaster(1000).forecast(plan, START, pace(sigma=0.3))
    weeks = [START - timedelta(days=1) + timedelta(weeks=each) for each in range(30)]
    early, middle, late = found.hours_by(weeks, (0.1, 0.5, 0.9))
    for done, in_all in (early, middle, late):
        assert done[0] == 0.0
        assert done == sorted(done)
        assert done[-1] == pytest.approx(in_all)
    # Every hour planned is kept: who lands later studies as much each week, and more in all.
    assert early[0][4] == middle[0][4] == late[0][4]
    assert early[1] < middle[1] < late[1]


def test_who_takes_longer_and_keeps_fewer_hours_studies_at_their_own_pace() -> None:
    """1.3 hours for an hour of estimate, 7 of 10 hours kept: 130 hours at 7 a week."""
    effort, kept, factor = (Factor(median=each, sigma=0.0) for each in (1.3, 0.7, 1.3 / 0.7))
    own = replace(SURE, effort=effort, kept=kept, factor=factor)
    plan = network(work("A", 100), goal("end"), wait("A", "end"), week=(2, 2, 2, 2, 2, 0, 0), finish="end")
    found = Forecaster(100).forecast(plan, START, own)
    ((done, in_all),) = found.hours_by([START + timedelta(days=6), START + timedelta(days=13)], (0.5,))
    assert in_all == pytest.approx(130)
    assert done == pytest.approx([7, 14])


def test_larger_plans_get_fewer_samples_by_the_rule_that_is_said() -> None:
    assert samples_for(36, SAMPLES) == SAMPLES
    assert samples_for(400, SAMPLES) == MOST_WORK // 400 == 5000
    assert samples_for(1_000_000, SAMPLES) == LEAST_SAMPLES
    assert samples_for(0, 50) == 50
    assert Forecaster(50).forecast(small_plan(), START, SURE).samples == 50


def test_the_triangle_has_thicker_ends_than_pert() -> None:
    plan = with_ranges(small_plan())
    pert, triangle = (Forecaster(2000, 1, each).forecast(plan, START, SURE).finish for each in Shape)
    assert triangle.p90 - triangle.p10 > pert.p90 - pert.p10
