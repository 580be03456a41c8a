"""Ranges as wide as activities were seen to stray."""

import numpy as np
import pytest

from planner.domain.forecast.shapes import Shape, spread_of
from planner.domain.forecast.straying import MOST_STRAYING, as_seen

UNIFORM = (np.arange(200_000) + 0.5) / 200_000


def drawn(effort: tuple[float, float, float], shape: Shape) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Efforts drawn evenly from a range."""
    low, likely, high = effort
    return low + (high - low) * spread_of(shape, (likely - low) / (high - low)).at(UNIFORM)


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("straying", [0.05, 0.2, 0.35, 0.5])
@pytest.mark.parametrize("effort", [(20.0, 20.0, 20.0), (19.0, 20.0, 22.0)])
def test_a_wider_range_has_the_likely_effort_as_its_mean_and_strays_as_seen(
    effort: tuple[float, float, float], straying: float, shape: Shape
) -> None:
    hours = drawn(as_seen(effort, straying, shape), shape)
    assert hours.mean() == pytest.approx(20, rel=0.002)
    assert hours.std() == pytest.approx(20 * straying, rel=0.01)
    assert hours.min() > 0


@pytest.mark.parametrize("shape", list(Shape))
def test_a_range_that_says_more_than_was_seen_stays_as_it_is(shape: Shape) -> None:
    assert as_seen((5.0, 20.0, 60.0), 0.3, shape) == (5.0, 20.0, 60.0)
    assert as_seen((20.0, 20.0, 20.0), 0.0, shape) == (20.0, 20.0, 20.0)


@pytest.mark.parametrize("shape", list(Shape))
def test_whatever_was_seen_a_range_stays_in_order(shape: Shape) -> None:
    for straying in np.linspace(0, 5, 101):
        low, likely, high = as_seen((10.0, 10.0, 10.0), float(straying), shape)
        assert 0 < low <= likely <= high
    assert as_seen((10.0, 10.0, 10.0), 5.0, shape) == as_seen((10.0, 10.0, 10.0), MOST_STRAYING, shape)


def test_more_straying_skews_to_the_right() -> None:
    low, likely, high = as_seen((10.0, 10.0, 10.0), 0.5, Shape.PERT)
    assert high - likely > 5 * (likely - low)
