"""A short look at whether forecasts are right as often as they say; all: `python -m tests.calibration`."""

import pytest

from tests.calibration.coverage import BANDS, Coverage, coverage, misses, table
from tests.calibration.histories import history
from tests.calibration.moments import Way, part_of_the_way, plan_on
from tests.calibration.outcomes import PARTS, Outcome, Paces, Question, outcomes
from tests.calibration.worlds import USUAL, WORLDS, World

HISTORIES = 40
WIDE_BANDS = {"P50": (30.0, 70.0), "P80": (62.0, 96.0), "P90": (76.0, 100.0)}
"""Two and a half standard errors of so few histories beyond those of the long run."""


def found(paces: Paces) -> list[Coverage]:
    """The coverage of the first histories."""
    return coverage(list(outcomes(Question(USUAL, 1, paces=paces), range(HISTORIES))))


def test_finishes_fall_where_the_forecast_says() -> None:
    known = found(Paces.OWN)
    assert misses(known, WIDE_BANDS) == []
    assert known[0].enough == 0
    assert min(each.enough for each in known[1:]) > 0.9


@pytest.mark.parametrize("paces", [Paces.UNKNOWN, Paces.CERTAIN])
def test_a_forecast_that_knows_less_or_more_than_it_may_is_found_out(paces: Paces) -> None:
    assert misses(found(paces), WIDE_BANDS)


def test_misses_are_told_in_words() -> None:
    early = [Outcome(part, True, truth=100, p10=70, p50=90, p80=110, p90=120) for part in PARTS]
    said = misses(coverage(early), BANDS)
    assert said[0] == "At 25% of the way P50 covers 0.0 %, not 45–55 %."
    assert len(said) == 9
    assert "| 50% | 100% | 0.0 % | 100.0 % | 100.0 % | 7 | 56% |" in table(coverage(early))


@pytest.mark.parametrize("world", WORLDS.values(), ids=lambda each: each.name)
def test_a_history_is_lived_through_to_the_end(world: World) -> None:
    whole = history(world, 3, 0)
    assert set(whole.finished) == set(whole.plan.activities)
    assert max(whole.finished.values()) == whole.finish
    assert bool(whole.sessions) == (world.logging != (0.0, 0.0))


def test_a_plan_on_the_way_holds_what_was_known_that_morning() -> None:
    whole = history(USUAL, 1, 4)
    for way in Way:
        for part in (0.25, 0.5, 0.75):
            today = part_of_the_way(whole, part, way)
            plan = plan_on(whole, today)
            assert whole.plan.facts.start < today < whole.finish
            assert all(each.day < today for each in plan.sessions.values())
            finished = {key: each.finished_on for key, each in plan.activities.items() if each.finished_on}
            assert finished == {key: day for key, day in whole.finished.items() if day < today}
    assert history(USUAL, 1, 4) == whole
    assert plan_on(whole, whole.plan.facts.start) == whole.plan
