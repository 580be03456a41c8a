"""The days each group spans, by arrays: a chart shows hundreds of groups at each step of a drag."""

from collections.abc import Mapping
from itertools import chain
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from planner.domain.items import PhaseId
from planner.domain.plan import Plan

_NEVER = np.int64(2**62)
"""Later than any day index."""


def phase_days(
    plan: Plan,
    starts: npt.NDArray[np.int64],
    finishes: npt.NDArray[np.int64],
    workless: Mapping[int, int],
) -> dict[PhaseId, tuple[int, int]]:
    """First and last day of each group that holds anything, inner groups' items included, as day indices.

    `starts` and `finishes` are the days of all nodes, activities first; shape (nodes,). `workless` are the
    days on which milestones without any work before them stand, by node number. A group begins with its first
    activity, where it has none with its first milestone; those without work count only where nothing else is.
    """
    count = len(plan.active)
    numbers = {phase: number for number, phase in enumerate(plan.phases)}
    items = chain(plan.active.values(), plan.milestones.values())
    owners = np.fromiter(map(numbers.__getitem__, map(attrgetter("phase"), items)), np.intp, len(starts))
    works, lands, stands = (np.full(len(numbers), _NEVER) for _ in range(3))
    lasts, last_stands = (np.full(len(numbers), -_NEVER) for _ in range(2))
    landing = np.ones(len(owners), np.bool_)
    if workless:
        loose, days = np.array(list(workless)), np.array(list(workless.values()))
        landing[loose] = False
        np.minimum.at(stands, owners[loose], days)
        np.maximum.at(last_stands, owners[loose], days)
    np.minimum.at(works, owners[:count], starts[:count])
    np.minimum.at(lands, owners[count:][landing[count:]], starts[count:][landing[count:]])
    np.maximum.at(lasts, owners[landing], finishes[landing])
    inner_groups = [each for each in plan.phases.values() if each.parent is not None]
    for phase in sorted(inner_groups, key=lambda each: -plan.depth_of(each.id)):
        assert phase.parent is not None
        inner, outer = numbers[phase.id], numbers[phase.parent]
        for firsts in (works, lands, stands):
            firsts[outer] = min(firsts[outer], firsts[inner])
        for ends in (lasts, last_stands):
            ends[outer] = max(ends[outer], ends[inner])
    begins = np.where(works < _NEVER, works, np.where(lands < _NEVER, lands, stands))
    ends = np.where(lasts > -_NEVER, lasts, last_stands)
    return {
        phase: (first, last)
        for phase, first, last in zip(numbers, begins.tolist(), ends.tolist(), strict=True)
        if first < _NEVER
    }
