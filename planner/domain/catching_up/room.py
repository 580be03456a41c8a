"""Where work finds room on the axis of work hours: nowhere does more run at a time than there is."""

from bisect import insort
from collections.abc import Mapping, Sequence
from itertools import pairwise

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS

Span = tuple[float, float]
"""A stretch of the axis, in hours: from an instant to an instant."""

SHARE_TOLERANCE = 1e-6


class Room:
    """What has been put so far. `before` are the stretches each activity had, by its number: two that ran
    side by side then may run so again, for no more hours than they did.
    """

    def __init__(self, before: Mapping[int, Sequence[Span]]) -> None:
        self._before = before
        self._taken: list[tuple[float, float, float, int]] = []

    def put(self, number: int, share: float, spans: Sequence[Span]) -> None:
        """Give an activity its place."""
        for begin, end in spans:
            insort(self._taken, (begin, end, share, number))

    def next_try(self, number: int, share: float, spans: Sequence[Span]) -> float | None:
        """The instant from which to try again where an activity would be stacked on others; None if not."""
        beside = [each for span in spans for each in self._crowding(share, span)]
        hours: dict[int, float] = {}
        ends: dict[int, float] = {}
        for begin, end, other, until in beside:
            hours[other] = hours.get(other, 0.0) + end - begin
            ends[other] = min(ends.get(other, until), until)
        tries = []
        for other, found in hours.items():
            allowed = self._overlap_before(number, other)
            if found > allowed + INSTANT_TOLERANCE_HOURS:
                tries.append(ends[other] - allowed)
        return min(tries, default=None)

    def _crowding(self, share: float, span: Span) -> list[tuple[float, float, int, float]]:
        """The stretches of a span on which it and what runs ask for more than there is: from, to, what runs
        there too, and until when."""
        found = [
            (max(begin, span[0]), min(end, span[1]), part, other, end)
            for begin, end, part, other in self._taken
            if begin < span[1] - INSTANT_TOLERANCE_HOURS and end > span[0] + INSTANT_TOLERANCE_HOURS
        ]
        edges = sorted({edge for begin, end, *_ in found for edge in (begin, end)})
        crowding = []
        for begin, end in pairwise(edges):
            running = [each for each in found if each[0] <= begin and end <= each[1]]
            if share + sum(each[2] for each in running) > 1 + SHARE_TOLERANCE:
                crowding += [(begin, end, other, until) for _, _, _, other, until in running]
        return crowding

    def _overlap_before(self, one: int, other: int) -> float:
        return sum(
            max(min(end, until) - max(begin, since), 0.0)
            for begin, end in self._before.get(one, ())
            for since, until in self._before.get(other, ())
        )


def crowded(shared: Sequence[tuple[Span, float]]) -> bool:
    """Whether more than one activity's worth runs anywhere; each stretch comes with its share."""
    edges = sorted(edge for (begin, end), share in shared for edge in ((begin, share), (end, -share)))
    running, last = 0.0, 0.0
    for instant, change in edges:
        if running > 1 + SHARE_TOLERANCE and instant - last > INSTANT_TOLERANCE_HOURS:
            return True
        running, last = running + change, instant
    return False
