"""How much of what is left is done by a day, over the samples of a forecast: the fan of a burn-up chart."""

from collections.abc import Sequence
from datetime import date
from math import ceil

import numpy as np
import numpy.typing as npt

from planner.domain.forecast.capped_axis import CappedAxis
from planner.domain.forecast.passing import Passed
from planner.domain.plan import Plan

_MOST_SAMPLES = 500
_LEAST_SAMPLES = 20
_MOST_WORK = 200_000
"""Activities times samples looked at: a fan is a picture, for which a part of the samples will do."""

_LEAST_SPAN_HOURS = 1e-3
"""What takes less counts as taking so long: its hours are done at so steep a rate that it is one step."""


def hours_done(
    plan: Plan, axis: CappedAxis, passed: Passed, days: Sequence[date], parts: Sequence[float]
) -> list[list[float]]:
    """For each part the estimated hours, of those left, that are done by the end of each day, in order.

    In so large a part of the samples no more is done. An activity's hours are done evenly from where it
    starts, or is settled up to, to where it ends; those of a pause within count as well, so that the sum is
    right from its end on.
    """
    working = [(node, each.remaining) for node, each in enumerate(plan.active.values()) if each.remaining > 0]
    if not working:
        return [[0.0] * len(days) for _ in parts]
    nodes = [node for node, _ in working]
    most = min(max(_MOST_WORK // len(working), _LEAST_SAMPLES), _MOST_SAMPLES)
    samples = min(most, passed.finishes.shape[1])
    edges = np.array([axis.end(each) for each in days])
    starts = np.maximum(passed.starts[nodes, :samples], passed.settled)
    finishes = np.maximum(passed.finishes[nodes, :samples], starts + _LEAST_SPAN_HOURS)
    rates = np.array([hours for _, hours in working])[:, None] / (finishes - starts)
    done = np.empty((samples, len(days)))
    for each in range(samples):
        begun = _run_up(edges, starts[:, each], rates[:, each])
        done[each] = begun - _run_up(edges, finishes[:, each], rates[:, each])
    # Sums and differences of many rates leave a last digit that may fall: hours done do not.
    done = np.maximum.accumulate(done.clip(0.0, sum(hours for _, hours in working)), axis=1)
    done.sort(axis=0)
    places = [min(max(ceil(part * samples - 1e-9), 1), samples) - 1 for part in parts]
    return [[float(hours) for hours in done[place]] for place in places]


def _run_up(
    edges: npt.NDArray[np.float64], instants: npt.NDArray[np.float64], rates: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Rate x (edge - instant), summed for each edge over what lies before it; edges in order, same shape."""
    places, room = np.searchsorted(edges, instants), len(edges) + 1
    together = np.cumsum(np.bincount(places, rates, room))[:-1]
    return np.asarray(edges * together - np.cumsum(np.bincount(places, rates * instants, room))[:-1])
