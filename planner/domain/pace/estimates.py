"""Beliefs about a factor from what was seen of it: normal in the logarithm, shrunk towards “as estimated”.

The mean of the logarithm has a normal prior and a normal likelihood whose variance is worked out first and
then taken as known, so its posterior is the conjugate one: precisions add up, means are weighted with them
(A. Gelman and others: Bayesian Data Analysis, 3rd edition, section 2.5). The prior's median is 1, which says
nothing against the plan, and its sigma is wide, as people stray far: students took 56 days for a thesis they
expected to take 34 (R. Buehler, D. Griffin, M. Ross: Exploring the “planning fallacy”, Journal of Personality
and Social Psychology 67 (1994), 366-381, after D. Kahneman and A. Tversky: Intuitive prediction, 1979). With
1.0 factors from a third to three lie close to one sigma: a few pieces of evidence outweigh it.

Variances come from the learner's own history. A few observations tell little of their variance, so that it is
blended with a usual one, as a scaled inverse chi-squared prior would (BDA, section 3.3).
"""

from dataclasses import dataclass
from itertools import accumulate
from math import fsum, log, sqrt

import numpy as np
import numpy.typing as npt

from planner.domain.pace.evidence import Piece, SettledWeek

PRIOR_SIGMA = 1.0
"""Of the prior of each factor's logarithm; its median is 1."""

USUAL_SPREAD = 0.4
"""How far one activity's hours usually stray from the learner's own factor, or one week's from the usual
week, as a part of it. A review of estimates against outcomes found mean overruns of 30 to 40 %
(K. Moløkken, M. Jørgensen: A review of surveys on software effort estimation, ISESE 2003)."""

USUAL_PIECES = 4
"""Pieces that the usual spread counts as, beside those seen."""

USUAL_WEEKS = 8
"""Weeks that the usual spread and the usual likeness of neighbours count as, beside those seen."""

USUAL_LIKENESS = 0.4
"""The usual correlation of a week with the next: weeks that are missed come in runs."""

MOST_LIKENESS = 0.95

HALF_LIFE_WEEKS = 26
"""A week half a year back weighs half as much as the last one: habits change."""

MOST_STRAY = 4.0
"""An activity that took more than so many times as long as usual, or less than that part, counts as that."""

MOST_KEPT = 3.0
"""A week with more than so many times its planned hours counts as that."""

LEAST_KEPT = 0.05
"""Who kept next to nothing is taken to have kept so large a part: no forecast goes on for decades for it."""

MOST_WEEKS = 1000

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimated:
    """A belief about the logarithm of a factor: its mean, and the variance of the doubt about that mean.

    `ahead` is the variance that the weeks to come add by themselves. `spread` is the variance of single
    pieces or weeks around the factor, as a part of it; `likeness` the correlation of neighbouring weeks.
    """

    mean: float
    doubt: float
    spread: float
    ahead: float = 0.0
    likeness: float = 0.0


def shrunk(mean: float, variance: float) -> tuple[float, float]:
    """Mean and variance of the posterior, for a mean that was seen with so much variance."""
    prior = PRIOR_SIGMA**2
    weight = prior / (prior + variance)
    return weight * mean, weight * variance


def effort_estimate(pieces: tuple[Piece, ...], kept: float) -> Estimated:
    """Actual over estimated hours, common to all activities; `kept` turns hours of the calendar into logged.

    The ratio of the sums of both, which weighs pieces by their hours x and tells what a sum of further ones
    will come to; its relative variance is v = spread * sum(x**2) / sum(x)**2 (W. G. Cochran: Sampling
    Techniques, 3rd edition, chapter 6). Ratios far from the weighted median are drawn in first (winsorised).
    Hours stray further upwards than down, so the ratio of a few pieces lies more often below the true one
    than above: as a lognormal variable's, its median is exp(-v / 2) times its mean, which is undone.
    """
    if not pieces:
        return Estimated(0.0, PRIOR_SIGMA**2, USUAL_SPREAD**2)
    hours = np.array([each.estimated for each in pieces])
    ratios = np.array([each.taken * (kept if each.by_clock else 1.0) / each.estimated for each in pieces])
    middle = _weighted_median(ratios, hours)
    ratios = np.clip(ratios, middle / MOST_STRAY, middle * MOST_STRAY)
    weights = hours / hours.sum()
    ratio = float(weights @ ratios)
    concentration = float(weights @ weights)
    effective = 1 / concentration
    strays = float(weights @ (ratios / ratio - 1) ** 2)
    spread = (USUAL_PIECES * USUAL_SPREAD**2 + effective * strays) / (USUAL_PIECES + max(effective - 1, 0.0))
    variance = spread * concentration
    mean, doubt = shrunk(log(ratio) + variance / 2, variance)
    return Estimated(mean, doubt, spread)


def kept_estimate(weeks: tuple[SettledWeek, ...], weeks_left: int) -> Estimated:
    """Hours kept over hours planned, as they will be on average over so many weeks to come.

    Recent weeks weigh more (half-life) and so do those with more planned hours. Weeks are like their
    neighbours, as missed ones come in runs: with the correlation likeness**n between weeks n apart, a mean
    with weights a has the variance spread * sum_ij a_i a_j likeness**|i - j| (a process of first order;
    G. E. P. Box, G. M. Jenkins, G. C. Reinsel: Time Series Analysis, 4th edition, section 3.2). With the
    weights of the weeks seen that is the doubt about the mean; with these counted negative and those to come
    beside them, it is the variance of what will be kept less what was. The difference is what the weeks to
    come add: more when few are left.
    """
    future = np.full(max(min(weeks_left, MOST_WEEKS), 1), 1.0)
    future /= len(future)
    if not weeks:
        ahead = USUAL_SPREAD**2 * _together(future, USUAL_LIKENESS)
        return Estimated(0.0, PRIOR_SIGMA**2, USUAL_SPREAD**2, ahead, USUAL_LIKENESS)
    planned = np.array([each.planned for each in weeks])
    parts = np.minimum(np.array([each.logged for each in weeks]) / planned, MOST_KEPT)
    count = len(weeks)
    weights = planned * 0.5 ** (np.arange(count)[::-1] / HALF_LIFE_WEEKS)
    weights /= weights.sum()
    kept = max(float(weights @ parts), LEAST_KEPT)
    strays = parts / kept - 1
    squares = float(strays @ strays)
    spread = (USUAL_WEEKS * USUAL_SPREAD**2 + squares) / (USUAL_WEEKS + count - 1)
    likeness = _likeness(strays, squares)
    seen = spread * _together(weights, likeness)
    both = spread * _together(np.concatenate((-weights, future)), likeness)
    mean, doubt = shrunk(log(kept), seen)
    return Estimated(mean, doubt, spread, max(both - seen, 0.0), likeness)


def _likeness(strays: Numbers, together: float) -> float:
    """The correlation of a week with the next.

    The larger of what neighbours and what weeks two apart say, as the noise of single weeks hides runs from
    the first; with Kendall's correction for short series, (1 + 3 r) / n (M. G. Kendall: Note on bias in the
    estimation of autocorrelation, Biometrika 41 (1954)), and blended with the usual one.
    """
    count = len(strays)
    if count < 2 or not together:
        return USUAL_LIKENESS
    next_one = float(strays[1:] @ strays[:-1]) / together
    second = float(strays[2:] @ strays[:-2]) / together
    seen = max(next_one, sqrt(max(second, 0.0)))
    seen += (1 + 3 * seen) / count
    blended = (USUAL_WEEKS * USUAL_LIKENESS + count * seen) / (USUAL_WEEKS + count)
    return min(max(blended, 0.0), MOST_LIKENESS)


def _together(weights: Numbers, likeness: float) -> float:
    """sum_ij a_i a_j likeness**|i - j|, as sum_i a_i (2 s_i - a_i) with s_i = a_i + likeness s_(i - 1)."""
    values: list[float] = weights.tolist()
    sums = accumulate(values, lambda before, each: each + likeness * before)
    return fsum([each * (2 * running - each) for each, running in zip(values, sums, strict=True)])


def _weighted_median(values: Numbers, weights: Numbers) -> float:
    order = np.argsort(values)
    reached = np.cumsum(weights[order])
    return float(values[order[int(np.searchsorted(reached, reached[-1] / 2))]])
