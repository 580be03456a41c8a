"""How much of what is left is done by a day, over the samples of a forecast: the fan of a burn-up chart."""

from collections.abc import Sequence
from datetime import date
from math import ceil

import numpy as np

from planner.domain.forecast.capped_axis import CappedAxis
from planner.domain.forecast.passing import Passed
from planner.domain.plan import Plan

_MOST_WORK = 4_000_000
"""Days times activities times samples looked at; more take part of the samples, but `_LEAST_SAMPLES`."""

_LEAST_SAMPLES = 100


def hours_done(
    plan: Plan, axis: CappedAxis, passed: Passed, days: Sequence[date], part: float
) -> list[float]:
    """The estimated hours, of those left, that are done by the end of each day in such a part of the samples.

    An activity's hours are done evenly from where it starts, or is settled up to, to where it ends; those of
    a pause within count as well, so that the sum is right from its end on.
    """
    working = [(node, each.remaining) for node, each in enumerate(plan.active.values()) if each.remaining > 0]
    most = _MOST_WORK // max(len(days) * len(working), 1)
    samples = min(max(most, _LEAST_SAMPLES), passed.finishes.shape[1])
    ends = np.array([axis.end(each) for each in days])[:, None]
    done = np.zeros((len(days), samples))
    for node, hours in working:
        start = np.maximum(passed.starts[node, :samples], passed.settled)
        finish = passed.finishes[node, :samples]
        done += hours * np.clip((ends - start) / np.maximum(finish - start, 1e-9), 0.0, 1.0)
    place = min(max(ceil(part * samples - 1e-9), 1), samples) - 1
    return [float(each) for each in np.partition(done, place, axis=1)[:, place]]
