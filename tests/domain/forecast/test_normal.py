"""The normal distribution's inverse, against the standard library's."""

from statistics import NormalDist

import numpy as np
import pytest

from planner.domain.forecast.normal import normal_of

PARTS = (1e-300, 1e-16, 1e-9, 0.001, 0.0749, 0.0751, 0.25, 0.5, 0.6, 0.924, 0.926, 0.999, 1 - 1e-12)


@pytest.mark.parametrize("part", PARTS)
def test_it_is_that_of_the_standard_library(part: float) -> None:
    found = float(normal_of(np.array([part]))[0])
    assert found == pytest.approx(NormalDist().inv_cdf(part), rel=1e-14, abs=1e-15)
