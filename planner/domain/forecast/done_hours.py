"""How many hours are studied by a day, over the samples of a forecast: the fan of a burn-up chart.

A day of the finish stands for the samples that land about then. Their hours go on together: who lands early
studies more of the hours planned, or needs fewer. So a line for such a day is their mean, and it ends at what
these samples take in all, which is more hours the later they land where activities take longer.
"""

from collections.abc import Sequence
from datetime import date
from math import ceil

import numpy as np
import numpy.typing as npt

from planner.domain.forecast.capped_axis import CappedAxis
from planner.domain.forecast.passing import Passed
from planner.domain.forecast.remaining import Hours
from planner.domain.forecast.streams import Samples

_MOST_SAMPLES = 125
_LEAST_SAMPLES = 5
_MOST_WORK = 50_000
"""Activities times samples looked at for a line: it is a picture, for which a part of the samples will do."""

_WIDEST = 0.1
"""Part of all samples that stand for a line at most."""

_LEAST_SPAN_HOURS = 1e-3
"""What takes less counts as taking so long: its hours are done at so steep a rate that it is one step."""

Course = tuple[list[float], float]
"""The hours by the end of each day, and those by the finish."""


def hours_done(
    axis: CappedAxis,
    passed: Passed,
    hours: Hours,
    ends: Samples,
    days: Sequence[date],
    parts: Sequence[float],
) -> list[Course]:
    """For each part the hours, of those left, that are done by the end of each day, in order, and in all.

    They are the mean of the samples whose finish, an instant of `ends`, comes about so far up in their order:
    with 0.9 nine in ten finish earlier. `hours` are those each activity takes, shape (activities, samples).
    They are done evenly from where it starts, or is settled up to, to where it ends, those of a pause within
    as well, so that the sum is right from its end on.
    """
    nodes = np.flatnonzero((hours > 0).any(axis=1))
    if not len(nodes):
        return [([0.0] * len(days), 0.0) for _ in parts]
    order = np.argsort(ends, kind="stable")
    count = len(order)
    most = min(max(_MOST_WORK // len(nodes), _LEAST_SAMPLES), _MOST_SAMPLES)
    side = min(most, ceil(_WIDEST * count)) // 2
    edges = np.array([axis.end(each) for each in days])
    found: list[Course] = []
    for part in parts:
        place = min(max(ceil(part * count - 1e-9), 1), count) - 1
        chosen = order[max(place - side, 0) : place + side + 1]
        among = np.ix_(nodes, chosen)
        starts = np.maximum(passed.starts[among], passed.settled)
        spans = np.maximum(passed.finishes[among] - starts, _LEAST_SPAN_HOURS)
        found.append(_mean(edges, starts, spans, hours[among] / spans, ends[chosen]))
    return found


def _mean(edges: Samples, starts: Hours, spans: Hours, rates: Hours, ends: Samples) -> Course:
    """The mean of some samples; of the same shape (activities, samples), `ends` one for each sample."""
    in_all = float((rates * np.clip(ends - starts, 0.0, spans)).sum(axis=0).mean())
    done = np.zeros(len(edges))
    for each in range(len(ends)):
        begin, rate = starts[:, each], rates[:, each]
        done += _run_up(edges, begin, rate) - _run_up(edges, begin + spans[:, each], rate)
    # Sums and differences of many rates leave a last digit that may fall: hours done do not.
    done = np.maximum.accumulate((done / len(ends)).clip(0.0))
    return [float(hours) for hours in done], in_all


def _run_up(
    edges: npt.NDArray[np.float64], instants: npt.NDArray[np.float64], rates: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Rate x (edge - instant), summed for each edge over what lies before it; edges in order, same shape."""
    places, room = np.searchsorted(edges, instants), len(edges) + 1
    together = np.cumsum(np.bincount(places, rates, room))[:-1]
    return np.asarray(edges * together - np.cumsum(np.bincount(places, rates * instants, room))[:-1])
