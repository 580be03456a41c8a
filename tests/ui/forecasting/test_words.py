"""What is said of the forecast: days with their chances, and never a chance that a later day belies."""

from datetime import date

import pytest

from planner.domain.chances import chance_text
from planner.domain.forecast.forecast import Driver, Quantiles
from planner.domain.items import ActivityId
from planner.ui.forecasting.words import (
    card_line,
    hangs_on,
    landing_figures,
    milestone_line,
    spoken_milestone,
    status_forms,
    target_chance,
    top_drivers,
)
from tests.helpers.plans import activity, make_plan

LANDS = Quantiles(date(2028, 1, 3), date(2028, 2, 6), date(2028, 3, 1), date(2028, 3, 19))
FINISH = Quantiles(date(2028, 7, 2), date(2028, 9, 17), date(2028, 11, 20), date(2028, 12, 12))


def test_a_diamond_says_its_days_in_plain_words() -> None:
    assert milestone_line(LANDS) == (
        "Forecast: 1 in 10 by 3 Jan, 5 in 10 by 6 Feb, 8 in 10 by 1 Mar, 9 in 10 by 19 Mar 2028"
    )
    assert spoken_milestone(LANDS) == (
        "forecast: 1 in 10 by 3 January 2028, 5 in 10 by 6 February 2028, 8 in 10 by 1 March 2028, "
        "9 in 10 by 19 March 2028"
    )
    assert landing_figures(LANDS).splitlines() == [
        "1 in 10 by 3 Jan 2028",
        "5 in 10 by 6 Feb 2028",
        "8 in 10 by 1 Mar 2028",
        "9 in 10 by 19 Mar 2028",
    ]


def test_a_year_is_said_twice_only_where_there_are_two() -> None:
    assert status_forms(FINISH)[0] == "Forecast P50 17 Sep 2028 · P10–P90 2 Jul – 12 Dec 2028"
    late = Quantiles(FINISH.p10, FINISH.p50, FINISH.p80, date(2029, 2, 1))
    assert status_forms(late)[0].endswith("P10–P90 2 Jul 2028 – 1 Feb 2029")
    assert card_line(date(2028, 9, 17), date(2028, 9, 3)) == "Finish P50 (5 in 10) 17 Sep → 3 Sep 2028"
    assert card_line(date(2028, 9, 17), date(2029, 1, 3)).endswith("17 Sep 2028 → 3 Jan 2029")


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "less than 1 in 20"),
        (0.07, "less than 1 in 10"),
        (0.1, "1 in 10"),
        (0.7, "7 in 10"),
        (0.79, "7 in 10"),  # 8 in 10 are there only by a later day
        (0.8, "8 in 10"),
        (0.95, "9 in 10"),
        (0.96, "more than 19 in 20"),
        (1.0, "more than 19 in 20"),
    ],
)
def test_a_chance_is_told_in_whole_tenths(share: float, words: str) -> None:
    assert chance_text(share) == words


def test_the_chance_of_a_target_names_its_day() -> None:
    assert target_chance(0.72, date(2028, 1, 16)) == "7 in 10 by your target 16 Jan 2028"


def test_what_the_finish_hangs_on_begins_with_what_there_is_most_to_save_in() -> None:
    plan = make_plan(activity("short", 2.0), activity("long", 80.0), activity("aside", 9.0))
    drivers = [
        Driver(ActivityId("short"), 1.0),
        Driver(ActivityId("long"), 0.999),
        Driver(ActivityId("aside"), 0.004),
    ]
    assert [each.activity for each in top_drivers(plan, drivers)] == ["long", "short", "aside"]
    assert hangs_on(plan, drivers).replace("\u00a0", " ") == (
        "The finish hangs most on “Long” (100 %), “Short” (100 %), “Aside” (1 %)."
    )
    assert hangs_on(plan, []) == ""
