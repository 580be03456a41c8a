"""How an effort is spread over its range from low over likely to high: PERT-beta or triangular.

Both are told on a range from 0 to 1 with the likely value at some part of it, the mode.
"""

from enum import StrEnum
from functools import lru_cache
from typing import Protocol

import numpy as np

from planner.domain.forecast.streams import Samples

MODE_STEPS = 1024
"""A mode is rounded to such a part of the range: one table serves all ranges alike. The mean of the PERT-beta
moves by at most 4/6 of half a step, less than 0.0004 of the range."""

_CELLS = 1024


class Shape(StrEnum):
    """The distribution an effort is drawn from."""

    PERT = "pert"
    TRIANGULAR = "triangular"


class Spread(Protocol):
    """A distribution on the range from 0 to 1."""

    def up_to(self, parts: Samples) -> Samples:
        """How much of the distribution lies below such parts of the range (the CDF)."""

    def at(self, uniform: Samples) -> Samples:
        """The parts of the range below which so much of the distribution lies (the inverse CDF)."""


def spread_of(shape: Shape, mode: float) -> Spread:
    """The distribution of this shape with its mode at such a part of the range, 0 to 1."""
    if shape is Shape.TRIANGULAR:
        return Triangular(mode)
    return pert(round(mode * MODE_STEPS))


@lru_cache(maxsize=MODE_STEPS + 1)
def pert(step: int) -> "Pert":
    """The PERT-beta distribution with its mode at so many steps of `MODE_STEPS`; kept."""
    return Pert(step / MODE_STEPS)


class Triangular:
    """Density rises straight to the mode and falls straight behind it; both ways in closed form.

    F(x) = x**2 / m up to the mode m, 1 - (1 - x)**2 / (1 - m) behind it (Kotz, van Dorp: Beyond Beta, 2004,
    chapter 1).
    """

    def __init__(self, mode: float) -> None:
        self._mode = mode

    def up_to(self, parts: Samples) -> Samples:
        """How much of the distribution lies below such parts of the range."""
        mode, clipped = self._mode, np.clip(parts, 0.0, 1.0)
        rising = clipped * clipped / mode if mode > 0 else np.zeros_like(clipped)
        falling = 1 - (1 - clipped) * (1 - clipped) / (1 - mode) if mode < 1 else np.ones_like(clipped)
        found: Samples = np.where((clipped < mode) | (mode >= 1), rising, falling)
        return found

    def at(self, uniform: Samples) -> Samples:
        """The parts of the range below which so much of the distribution lies."""
        mode = self._mode
        rising, falling = np.sqrt(uniform * mode), 1 - np.sqrt((1 - uniform) * (1 - mode))
        found: Samples = np.where(uniform < mode, rising, falling)
        return found


class Pert:
    """The beta distribution with alpha = 1 + 4 m and beta = 1 + 4 (1 - m) for the mode m: its mean is
    (low + 4 likely + high) / 6, and it has no sharp corner at the likely value.

    D. G. Malcolm and others: Application of a technique for research and development program evaluation,
    Operations Research 7 (1959), gives the mean; D. Vose: Risk Analysis, 2nd edition (2000), on the PERT
    distribution, the two exponents.

    A table of the distribution function: 1,024 cells that are narrower towards both ends (x = sin**2), each
    integrated by Gauss-Legendre quadrature with 5 points; straight lines between. Both ways a result lies
    within 0.00001 of the exact one, but for the outermost 10**-12 of the distribution at either end.
    """

    def __init__(self, mode: float) -> None:
        angles = np.linspace(0.0, np.pi / 2, _CELLS + 1)
        nodes, weights = _GAUSS
        half = angles[1] / 2
        within = (angles[:-1, None] + half) + half * nodes
        sine, cosine = np.sin(within), np.cos(within)
        # dx = 2 sin cos d(angle)
        density = sine ** (8 * mode + 1) * cosine ** (8 * (1 - mode) + 1)
        cumulative = np.concatenate(([0.0], np.cumsum(density @ weights)))
        # To a grid far above the last bits, which differ from one machine's library to another's.
        self._parts = np.rint(np.sin(angles) ** 2 * 2.0**40) / 2.0**40
        self._below = np.rint(cumulative / cumulative[-1] * 2.0**48) / 2.0**48

    def up_to(self, parts: Samples) -> Samples:
        """How much of the distribution lies below such parts of the range."""
        found: Samples = np.interp(parts, self._parts, self._below)
        return found

    def at(self, uniform: Samples) -> Samples:
        """The parts of the range below which so much of the distribution lies."""
        found: Samples = np.interp(uniform, self._below, self._parts)
        return found


_GAUSS = (
    np.array([-0.9061798459386640, -0.5384693101056831, 0.0, 0.5384693101056831, 0.9061798459386640]),
    np.array(
        [0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891]
    ),
)
"""Points and weights of the Gauss-Legendre rule of order 5 on -1 to 1 (Abramowitz, Stegun, table 25.4)."""
