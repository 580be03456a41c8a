"""Which activities the finish hangs on, in networks where that is known."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from planner.domain.driving import driving_work
from planner.domain.forecast.forecast import Forecast, Forecaster
from planner.domain.items import Activity, Dependency, Milestone
from planner.domain.plan import Plan
from tests.helpers.forecasts import SURE, slow_schedules, with_ranges
from tests.helpers.networks import FF, FS, SS, chain, days, goal, network, pause, random_networks, wait, work
from tests.helpers.plans import START


def forecast(*items: Activity | Milestone | Dependency, finish: str | None = "end") -> Forecast:
    return Forecaster(2000).forecast(with_ranges(network(*items, finish=finish)), START, SURE)


def shares(found: Forecast) -> dict[str, float]:
    return {str(each.activity): each.share for each in found.drivers}


def test_all_of_a_chain_drives_it_and_nothing_beside_it() -> None:
    found = forecast(
        work("A", 10), work("B", 10), work("beside", 1, share=0.1), goal("end"), *chain("A", "B", "end")
    )
    assert shares(found) == {"A": 1.0, "B": 1.0}
    assert [each.activity for each in found.drivers] == ["A", "B"]


def test_of_two_ways_each_drives_as_often_as_it_is_the_longer() -> None:
    found = forecast(
        work("A", 20, share=0.5), work("B", 18, share=0.5), goal("end"), wait("A", "end"), wait("B", "end")
    )
    longer = (found.hours_left[0] > found.hours_left[1]).mean()
    assert 0.5 < longer < 0.9
    assert shares(found) == {"A": pytest.approx(longer, abs=0.005), "B": pytest.approx(1 - longer, abs=0.005)}


def test_where_a_milestone_waits_for_all_hours_before_it_all_of_them_drive_it() -> None:
    found = forecast(work("A", 20), work("B", 18), goal("end"), wait("A", "end"), wait("B", "end"))
    assert shares(found) == {"A": 1.0, "B": 1.0}


def test_a_target_that_holds_and_a_first_day_of_ones_own_end_the_path() -> None:
    later = date(2027, 6, 1)
    held = forecast(
        work("A", 10), goal("M", later, holds=True), work("B", 10), goal("end"), *chain("A", "M", "B", "end")
    )
    assert shares(held) == {"B": 1.0}
    own = forecast(work("A", 10), work("B", 10, not_before=later), goal("end"), *chain("A", "B", "end"))
    assert shares(own) == {"B": 1.0}


def test_a_start_that_waits_for_a_start_does_not_hang_on_its_hours() -> None:
    found = forecast(
        work("A", 10), work("B", 30, share=0.5), goal("end"), wait("A", "B", SS, 2), wait("B", "end")
    )
    assert shares(found) == {"B": 1.0}


def test_a_finish_that_waits_for_a_finish_hangs_on_that_ones_hours() -> None:
    found = forecast(
        work("A", 30, share=0.5), work("B", 4, share=0.5), goal("end"), wait("A", "B", FF), wait("B", "end")
    )
    assert shares(found) == {"A": 1.0}


def test_the_path_goes_on_past_waiting_days() -> None:
    found = forecast(work("A", 10), work("B", 10), goal("end"), wait("A", "B", lag=9), wait("B", "end"))
    assert shares(found) == {"A": 1.0, "B": 1.0}


def test_work_with_a_pause_and_work_that_has_begun_are_on_the_path() -> None:
    found = forecast(
        work("A", 10, started=START),
        work("B", 10, pauses=[pause(date(2027, 1, 12), date(2027, 1, 20))]),
        goal("end"),
        *chain("A", "B", "end"),
    )
    assert shares(found) == {"A": 1.0, "B": 1.0}


def test_what_is_finished_drives_nothing() -> None:
    found = forecast(work("A", 10, finished=START), work("B", 10), goal("end"), *chain("A", "B", "end"))
    assert shares(found) == {"B": 1.0}


def test_without_a_named_finish_the_last_milestone_of_each_sample_counts() -> None:
    found = forecast(
        work("A", 20, share=0.5),
        work("B", 18, share=0.5),
        goal("M"),
        goal("N"),
        wait("A", "M"),
        wait("B", "N"),
        finish=None,
    )
    assert found.finish_node is None
    assert sum(shares(found).values()) == pytest.approx(1.0, abs=0.001)


def test_a_plan_without_work_has_no_drivers() -> None:
    assert forecast(goal("end")).drivers == ()
    assert forecast(finish=None).drivers == ()


@settings(max_examples=50)
@given(random_networks(kinds=(FS,)), days(0, 30))
def test_what_drives_a_sample_is_what_drives_its_schedule(plan: Plan, today: date) -> None:
    """Without lags, where of two items that end on one day either may be said to hold what starts later, and
    without holds, behind which `driving_work` names the work that would come next.
    """
    if not plan.milestones:
        return
    finish = next(iter(plan.milestones))
    plain = {key: replace(each, lag_days=0) for key, each in plan.dependencies.items()}
    goals = {key: replace(each, holds=False) for key, each in plan.milestones.items()}
    facts = replace(plan.facts, finish=finish)
    plan = with_ranges(replace(plan, facts=facts, dependencies=plain, milestones=goals))
    found = Forecaster(3).forecast(plan, today, SURE)
    driven = [driving_work(each, finish) for each in slow_schedules(plan, today, found)]
    expected = {
        str(each): pytest.approx(sum(each in one for one in driven) / 3)
        for number, each in enumerate(plan.active)
        if any(each in one for one in driven) and found.hours_left[number].any()
    }
    assert shares(found) == expected
