"""The learner's pace, drawn once for each sample and common to all activities.

Whoever is slower than estimated is so in most of what is left: drawn for each activity by itself, optimism
would average away and the finish would look far more certain than it is. The factors are lognormal, as
quotients of positive numbers are (S. Grey: Practical Risk Assessment for Project Management, 1995, on common
factors; D. Vose: Risk Analysis, chapter 13, on correlation through them).
"""

from dataclasses import dataclass
from math import log, sqrt

import numpy as np

from planner.domain.forecast.normal import normal_of
from planner.domain.forecast.streams import Samples, uniforms
from planner.domain.pace.pace import Pace

_GRID = 2.0**32


@dataclass(frozen=True, slots=True, eq=False)
class PaceDraws:
    """What an hour of estimate takes in each sample: `effort` in hours studied, `factor` in hours planned."""

    effort: Samples
    factor: Samples


def standard_draws(seed: int, samples: int) -> tuple[Samples, Samples]:
    """Two independent standard normal numbers for each sample, which every pace is made of."""
    return normal_of(uniforms(seed, "pace/1", samples)), normal_of(uniforms(seed, "pace/2", samples))


def pace_draws(pace: Pace, normals: tuple[Samples, Samples]) -> PaceDraws:
    """A pace as factors for each sample.

    Logarithms are jointly normal with the medians and sigmas the pace says. As factor = effort / kept, the
    variance of kept, sK**2 = sE**2 + sF**2 - 2 cov(E, F), gives how effort and factor hang together:
    rho = (sE**2 + sF**2 - sK**2) / (2 sE sF).
    """
    first, second = normals
    factor_sigma, effort_sigma, kept_sigma = pace.factor.sigma, pace.effort.sigma, pace.kept.sigma
    both = 2 * effort_sigma * factor_sigma
    together = (effort_sigma**2 + factor_sigma**2 - kept_sigma**2) / both if both > 0 else 0.0
    together = min(max(together, -1.0), 1.0)
    mixed = together * first + sqrt(1 - together**2) * second
    return PaceDraws(
        effort=_lognormal(pace.effort.median, effort_sigma, mixed),
        factor=_lognormal(pace.factor.median, factor_sigma, first),
    )


def _lognormal(median: float, sigma: float, normals: Samples) -> Samples:
    """exp(ln median + sigma z), on a grid far above the last bits of a library's exponential."""
    if not sigma:
        return np.full_like(normals, median)
    return np.maximum(np.rint(np.exp(log(median) + sigma * normals) * _GRID), 1.0) / _GRID
