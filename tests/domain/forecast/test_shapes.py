"""PERT-beta and triangular ranges, against what is known of them in closed form."""

from math import comb, lgamma

import numpy as np
import pytest

from planner.domain.forecast.shapes import MODE_STEPS, Pert, Shape, Triangular, spread_of

PARTS = np.array([0.0, 1e-6, 0.001, 0.02, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.98, 0.999, 1.0])
UNIFORM = (np.arange(20_000) + 0.5) / 20_000


def polynomial(quarters: int, part: float) -> float:
    """The beta distribution function with whole exponents: of 5 numbers, more than `quarters` lie below."""
    return sum(comb(5, each) * part**each * (1 - part) ** (5 - each) for each in range(quarters + 1, 6))


def slow_pert(mode: float, part: float) -> float:
    """Simpson's rule, with x = s**3 (10 - 15 s + 6 s**2) to take away what is steep at both ends."""
    grid = np.linspace(0.0, 1.0, 20_001)
    inner = grid**3 * (10 - 15 * grid + 6 * grid**2)
    scaled = inner * part
    weights = np.ones_like(grid)
    weights[1:-1:2], weights[2:-1:2] = 4.0, 2.0
    slope = 30 * grid**2 * (1 - grid) ** 2 * part
    density = scaled ** (4 * mode) * (1 - scaled) ** (4 * (1 - mode)) * slope
    whole = lgamma(1 + 4 * mode) + lgamma(1 + 4 * (1 - mode)) - lgamma(6)
    return float((weights * density).sum() / 3 / 20_000 / np.exp(whole))


@pytest.mark.parametrize("quarters", range(5))
def test_where_the_exponents_are_whole_pert_is_a_polynomial(quarters: int) -> None:
    spread = Pert(quarters / 4)
    expected = [polynomial(quarters, float(part)) for part in PARTS]
    assert spread.up_to(PARTS) == pytest.approx(expected, abs=1e-5)
    within = [1e-12 < each < 1 - 1e-12 for each in expected]
    assert spread.at(np.array(expected))[within] == pytest.approx(PARTS[within], abs=1e-5)


@pytest.mark.parametrize("mode", [0.003, 0.1, 1 / 3, 0.47, 0.82, 0.999])
def test_pert_is_the_integral_of_its_density(mode: float) -> None:
    spread = Pert(mode)
    inside = PARTS[2:-2]
    expected = np.array([slow_pert(mode, float(part)) for part in inside])
    assert spread.up_to(inside) == pytest.approx(expected, abs=1e-5)
    # Where hardly anything lies, many parts stand for one and the same number.
    likely = (expected > 1e-9) & (expected < 1 - 1e-9)
    assert spread.at(expected)[likely] == pytest.approx(inside[likely], abs=1e-5)


@pytest.mark.parametrize("mode", [0.0, 0.2, 0.5, 0.9, 1.0])
def test_mean_and_variance_of_pert(mode: float) -> None:
    drawn = Pert(mode).at(UNIFORM)
    mean = (1 + 4 * mode) / 6
    assert drawn.mean() == pytest.approx(mean, abs=1e-5)
    assert drawn.var() == pytest.approx(mean * (1 - mean) / 7, abs=1e-5)


@pytest.mark.parametrize("mode", [0.0, 0.2, 0.5, 0.9, 1.0])
def test_mean_and_variance_of_the_triangle(mode: float) -> None:
    spread = Triangular(mode)
    drawn = spread.at(UNIFORM)
    assert drawn.mean() == pytest.approx((1 + mode) / 3, abs=1e-5)
    assert drawn.var() == pytest.approx((1 - mode + mode**2) / 18, abs=1e-5)
    assert spread.up_to(drawn) == pytest.approx(UNIFORM, abs=1e-12)
    assert spread.up_to(np.array([-1.0, 0.0, mode, 1.0, 2.0])) == pytest.approx([0, 0, mode, 1, 1])


def test_a_mode_is_rounded_to_a_table_that_ranges_share() -> None:
    one, other = spread_of(Shape.PERT, 0.25), spread_of(Shape.PERT, 0.25 + 0.4 / MODE_STEPS)
    assert one is other
    assert spread_of(Shape.PERT, 0.25 + 0.6 / MODE_STEPS) is not one
    assert isinstance(spread_of(Shape.TRIANGULAR, 0.25), Triangular)
