"""A forecast as a terminal shows it: days and chances side by side, and what drives the finish."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.edits import retarget
from planner.domain.forecast.forecast import Forecaster
from planner.domain.items import MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.exchange.forecast_text import forecast_text, percent_text
from planner.exchange.table_text import text_width
from tests.helpers.forecasts import pace, with_ranges
from tests.helpers.networks import chain, goal, network, wait, work
from tests.helpers.plans import START, plan_with_a_wedding, small_plan


def text(plan: Plan, width: int | None = None, samples: int = 1000) -> str:
    found = Forecaster(samples).forecast(plan, START, pace(sigma=0.3))
    return forecast_text(found, schedule(plan), width)


def test_it_says_the_days_of_the_plan_and_of_the_samples() -> None:
    plan = network(work("A", 12), goal("M"), goal("end"), *chain("A", "M", "end"), finish="end")
    told = forecast_text(Forecaster(100).forecast(plan, START, pace()), schedule(plan))
    assert told == (
        """\
Path
The plan finishes on Sat 9 Jan 2027.
From Mon 4 Jan 2027 on, 5 of 10 samples finish by 9 Jan 2027, and 8 of 10 between 9 Jan 2027 and 9 Jan 2027.
Known to the test.
100 samples of PERT-beta ranges, seed 1. P50 is the day a milestone lands by in 5 of 10 samples; \
P10, P80 and P90 are those for 1, 8 and 9 of 10.

          Planned         P10         P50         P80         P90
◆ M    9 Jan 2027  9 Jan 2027  9 Jan 2027  9 Jan 2027  9 Jan 2027
◆ end  9 Jan 2027  9 Jan 2027  9 Jan 2027  9 Jan 2027  9 Jan 2027

The finish hangs on “A” in every sample.
"""
    ).replace("Path\n", f"{plan.facts.title}\n")


def test_targets_have_their_chance_and_stand_in_columns_of_their_own() -> None:
    plan = with_ranges(small_plan())
    found = Forecaster(1000).forecast(plan, START, pace(sigma=0.3))
    goal_day = found.finish.p80
    with_target = retarget(plan, MilestoneId("endpoint-live"), goal_day)
    lines = text(with_target).splitlines()
    row = next(each for each in lines if each.startswith("◆ Endpoint live"))
    assert found.finish_chance(goal_day) >= 0.8
    assert row.endswith(percent_text(found.finish_chance(goal_day)))
    assert row.split()[-5:-2] == [str(goal_day.day), f"{goal_day:%b}", str(goal_day.year)]
    assert "Chance" not in text(plan)


def test_a_narrow_terminal_gets_fewer_columns_and_whole_days() -> None:
    plan = retarget(with_ranges(small_plan()), MilestoneId("endpoint-live"), date(2027, 12, 1))
    told = text(plan, 80)
    assert all(text_width(each) <= 80 for each in told.splitlines())
    assert "Chance" in told
    assert "Planned" not in told


def test_what_is_reached_says_so_and_a_date_that_nothing_leads_to_is_left_out() -> None:
    plan = plan_with_a_wedding()
    core = MilestoneId("core-proven")
    reached = replace(plan.milestones[core], reached_on=date(2027, 1, 12))
    told = text(replace(plan, milestones={**plan.milestones, core: reached}))
    assert next(each for each in told.splitlines() if "Core proven" in each).split()[-1] == "reached"
    assert "Wedding" not in told


def test_what_drives_some_samples_has_its_share() -> None:
    plan = with_ranges(
        network(
            work("A", 20, share=0.5),
            work("B", 18, share=0.5),
            goal("end"),
            wait("A", "end"),
            wait("B", "end"),
            finish="end",
        )
    )
    lines = text(plan).splitlines()
    start = lines.index("The finish hangs on:")
    assert lines[start + 1].startswith("  A  ")
    assert lines[start + 1].endswith("% of samples")
    assert lines[start + 2].startswith("  B  ")


def test_a_finish_past_the_year_9999_is_said() -> None:
    plan = network(
        work("A", 99_000), goal("end"), wait("A", "end"), week=(0.3, 0, 0, 0, 0, 0, 0), finish="end"
    )
    assert "after 9999" in text(plan)


def test_a_plan_without_anything_says_so() -> None:
    told = text(network())
    assert "There is no milestone that work leads to." in told
    assert "Nothing is left that drives the finish." in told


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "0 %"), (0.004, "under 1 %"), (0.45, "45 %"), (0.996, "over 99 %"), (1, "100 %")],
)
def test_shares_are_none_or_all_only_where_they_are(share: float, words: str) -> None:
    assert percent_text(share) == words
