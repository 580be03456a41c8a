"""The learner's pace, drawn once for each sample and common to all activities.

Whoever is slower than estimated is so in most of what is left: drawn for each activity by itself, optimism
would average away and the finish would look far more certain than it is. The factors are lognormal, as
quotients of positive numbers are (D. Vose: Risk Analysis, 2nd edition, 2000, on dependencies, and S. Grey:
Practical Risk Assessment for Project Management, 1995, on factors that are common to many activities).
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
    """A pace as factors for each sample: jointly lognormal, with the medians and sigmas the pace says.

    The factor is the effort times what else there is, as hours not kept, which knows nothing of the effort:
    cov(ln E, ln F) = sE**2, and so they hang together by rho = sE / sF.
    """
    first, second = normals
    effort_sigma, factor_sigma = pace.effort.sigma, pace.factor.sigma
    together = min(effort_sigma / factor_sigma, 1.0) if factor_sigma > 0 else 0.0
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
