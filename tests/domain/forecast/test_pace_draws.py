"""The pace as factors: the medians and sigmas it says, and common to everything."""

import numpy as np
import pytest

from planner.domain.forecast.pace_draws import pace_draws, standard_draws
from planner.domain.pace.pace import UNKNOWN
from tests.helpers.forecasts import pace

NORMALS = standard_draws(1, 50_000)


def test_factors_have_the_medians_and_sigmas_of_the_pace() -> None:
    draws = pace_draws(pace(1.4, 0.7, sigma=0.2, kept_sigma=0.3), NORMALS)
    for drawn, median, sigma in ((draws.effort, 1.4, 0.2), (draws.factor, 2.0, 0.36056)):
        assert np.median(drawn) == pytest.approx(median, rel=0.01)
        assert np.log(drawn).std() == pytest.approx(sigma, rel=0.01)


def test_what_is_kept_knows_nothing_of_the_effort() -> None:
    draws = pace_draws(pace(1.4, 0.7, sigma=0.2, kept_sigma=0.3), NORMALS)
    kept = draws.effort / draws.factor
    assert np.median(kept) == pytest.approx(0.7, rel=0.01)
    assert np.log(kept).std() == pytest.approx(0.3, rel=0.01)
    assert abs(np.corrcoef(np.log(kept), np.log(draws.effort))[0, 1]) < 0.02


def test_what_is_certain_is_the_same_in_every_sample() -> None:
    draws = pace_draws(pace(1.5, 0.75), NORMALS)
    assert set(draws.effort) == {1.5}
    assert set(draws.factor) == {2.0}


def test_the_widest_pace_is_the_unknown_one() -> None:
    draws = pace_draws(UNKNOWN, NORMALS)
    assert np.log(draws.factor).std() == pytest.approx(UNKNOWN.factor.sigma, rel=0.01)
    assert draws.factor.min() > 0
