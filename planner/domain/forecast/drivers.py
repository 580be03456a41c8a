"""Which activities drive the finish: on whose hours it hangs in how many of the samples.

In each sample the finish is walked back to what let it land no earlier, as `planner.domain.driving` does in
the plan. The share of samples in which an activity lies on that path is its criticality index (R. M. Van
Slyke: Monte Carlo methods and the PERT problem, Operations Research 11 (1963), 839-860).
"""

import numpy as np
import numpy.typing as npt

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS
from planner.domain.forecast.capped_axis import CappedAxis
from planner.domain.forecast.passing import Passed, bound_of
from planner.domain.forecast.remaining import Hours
from planner.domain.forward_pass import FROM_FINISH, INTO_START
from planner.domain.graph import Graph
from planner.domain.items import DependencyKind

Flags = npt.NDArray[np.bool_]
Chosen = npt.NDArray[np.intp]
"""Numbers of some of the samples."""

_Link = tuple[int, DependencyKind, int]
"""The item waited for, how, and the lag in days."""


def driving_shares(
    graph: Graph, axis: CappedAxis, passed: Passed, left: Hours, ends: npt.NDArray[np.intp]
) -> npt.NDArray[np.float64]:
    """For each activity the share of samples whose finish hangs on its hours; shape (activities,).

    `ends` is for each sample the number of the item that is its finish.
    """
    walk = _Walk(graph, axis, passed)
    walk.from_finish[ends, np.arange(len(ends))] = True
    for node in reversed(graph.order):
        walk.step_back(node)
    shares: npt.NDArray[np.float64] = (walk.worked & (left > 0)).mean(axis=1)
    return shares


class _Walk:
    """The walk back from the finish, all samples at once; one row for each item."""

    def __init__(self, graph: Graph, axis: CappedAxis, passed: Passed) -> None:
        self._graph = graph
        self._axis = axis
        self._passed = passed
        shape = passed.finishes.shape
        self.from_finish: Flags = np.zeros(shape, dtype=np.bool_)
        """Where the path leads through an item's finish."""
        self.from_start: Flags = np.zeros(shape, dtype=np.bool_)
        """Where it leads through its start alone, and so not through its hours."""
        self.worked: Flags = np.zeros((graph.activity_count, shape[1]), dtype=np.bool_)

    def step_back(self, node: int) -> None:
        """Go from an item to what drives it, in the samples whose path leads through it."""
        activity = node < self._graph.activity_count
        samples = np.flatnonzero(self.from_finish[node] | self.from_start[node])
        if not len(samples) or node in self._passed.said_finishes:
            return
        if node in self._passed.said_starts:
            self.worked[node] |= self.from_finish[node]
            return
        links = self._links(node)
        allowed = self._allowed(node, links, samples)
        place = self._passed.starts if activity else self._passed.finishes
        latest = allowed.max(axis=0, initial=-np.inf)
        driven = latest >= place[node, samples] - INSTANT_TOLERANCE_HOURS
        driven &= latest > self._own_earliest(node) + INSTANT_TOLERANCE_HOURS
        if activity:
            self.worked[node] |= self.from_finish[node]
        else:
            by_hours = latest < place[node, samples] - INSTANT_TOLERANCE_HOURS
            self._work_before(node, samples[by_hours])
        which = allowed.argmax(axis=0) if links else np.zeros(len(samples), dtype=np.intp)
        for number, link in enumerate(links):
            self._follow(node, link, samples[driven & (which == number)])

    def _links(self, node: int) -> list[_Link]:
        """What an item waits for, in an order that does not hang on that of the plan's tables."""
        found: list[_Link] = [(each, DependencyKind.FINISH_START, 0) for each in self._graph.chained[node]]
        found += self._graph.joined[node]
        return sorted(found, key=lambda each: (self._graph.nodes[each[0]], *each[1:]))

    def _allowed(self, node: int, links: list[_Link], samples: Chosen) -> Hours:
        """The start that each link allows an activity, or the landing it allows a milestone."""
        found = np.empty((len(links), len(samples)))
        own = self._passed.pauses.get(node)
        for row, (before, kind, lag) in enumerate(links):
            bound = bound_of(self._graph, self._axis, self._passed, before, kind, lag)[samples]
            if node < self._graph.activity_count and kind not in INTO_START:
                duration = self._passed.durations[node][samples]
                bound = bound - duration if own is None else own.start_at(own.before(bound) - duration)
            found[row] = bound if own is None else own.start(bound)
        return found

    def _own_earliest(self, node: int) -> float:
        """The instant before which an item would not be, whatever it waits for."""
        if node >= self._graph.activity_count:
            return self._passed.settled
        own, earliest = self._passed.pauses.get(node), self._passed.earliest[node]
        return earliest if own is None else float(own.start(np.array([earliest]))[0])

    def _follow(self, node: int, link: _Link, samples: Chosen) -> None:
        """Go on to what an item waits for in these samples, unless a target holds it there."""
        before, kind, lag = link
        if node < self._graph.activity_count and kind not in INTO_START:
            self.worked[node, samples] = False  # its finish is held, however long it takes
        if before in self._passed.held_days:
            holding, _ = self._passed.held_days[before]
            held = holding[samples]
            if not lag:
                held &= (self._passed.followed[before] > self._passed.finishes[before])[samples]
            samples = samples[~held]
        reached = self.from_finish if kind in FROM_FINISH else self.from_start
        reached[before, samples] = True

    def _work_before(self, node: int, samples: Chosen) -> None:
        """A milestone that waits for all the hours of work before it hangs on each of them."""
        graph = self._graph
        counts = graph.stretches_before[node - graph.activity_count][graph.stretch] > 0
        self.worked[np.ix_(np.flatnonzero(counts), samples)] = True
