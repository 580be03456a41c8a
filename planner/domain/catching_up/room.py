"""Where work finds room on the axis of work hours: nowhere does more run at a time than there is."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import numpy as np

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS

Span = tuple[float, float]
"""A stretch of the axis, in hours: from an instant to an instant."""

SHARE_TOLERANCE = 1e-6


class Room:
    """What has been put so far. `before` are the stretches each activity had, by its number: two that ran
    side by side then may run so again, for no more hours than they did. `day_after` gives the beginning of
    the first day that begins at an instant or after it, where work that waits can start.
    """

    def __init__(self, before: Mapping[int, Sequence[Span]], day_after: Callable[[float], float]) -> None:
        self._before = before
        self._day_after = day_after
        found = [(begin, end, number) for number, spans in before.items() for begin, end in spans]
        self._begins, self._ends, self._numbers = np.array(found, dtype=np.float64).reshape(-1, 3).T
        self._taken: list[tuple[float, float, float, int]] = []
        self._placed: dict[int, Sequence[Span]] = {}
        self._companies: dict[int, dict[int, float]] = {}
        self._longest = 0.0
        self._full: list[Span] = []

    def put(self, number: int, share: float, spans: Sequence[Span]) -> None:
        """Give an activity its place."""
        self._placed[number] = spans
        for begin, end in spans:
            insort(self._taken, (begin, end, share, number))
            self._longest = max(self._longest, end - begin)
            if share > 1 - SHARE_TOLERANCE:
                self._fill(begin, self._day_after(end))

    def next_try(self, number: int, share: float, spans: Sequence[Span]) -> float | None:
        """The beginning of the day from which to try again where an activity would be stacked on others.

        None where it would not. The day is always a later one than that the activity would begin on.
        """
        hours: dict[int, float] = {}
        ends: dict[int, float] = {}
        for span in spans:
            for begin, end, other, until in self._crowding(share, span):
                hours[other] = hours.get(other, 0.0) + end - begin
                ends[other] = min(ends.get(other, until), until)
        tries = []
        for other, found in hours.items():
            allowed = self._company(number).get(other, 0.0)
            if found > allowed + INSTANT_TOLERANCE_HOURS:
                tries.append(ends[other] - allowed)
        if not tries:
            return None
        day = self._day_after(max(min(tries), spans[0][0] + 2 * INSTANT_TOLERANCE_HOURS))
        return self._behind_full(number, day)

    def _crowding(self, share: float, span: Span) -> list[tuple[float, float, int, float]]:
        """The stretches of a span on which it and what runs ask for more than there is: from, to, what runs
        there too, and until when."""
        first = bisect_left(self._taken, (span[0] - self._longest - INSTANT_TOLERANCE_HOURS,))
        last = bisect_left(self._taken, (span[1] - INSTANT_TOLERANCE_HOURS,))
        found = [
            (max(begin, span[0]), min(end, span[1]), part, other, end)
            for begin, end, part, other in self._taken[first:last]
            if end > span[0] + INSTANT_TOLERANCE_HOURS
        ]
        edges = sorted({edge for begin, end, *_ in found for edge in (begin, end)})
        crowding = []
        for begin, end in pairwise(edges):
            running = [each for each in found if each[0] <= begin and end <= each[1]]
            if share + sum(each[2] for each in running) > 1 + SHARE_TOLERANCE:
                crowding += [(begin, end, other, until) for _, _, _, other, until in running]
        return crowding

    def _company(self, number: int) -> dict[int, float]:
        """The activities that one ran beside before, with the hours it did."""
        if number not in self._companies:
            found: dict[int, float] = {}
            for begin, end in self._before.get(number, ()):
                hours = np.minimum(self._ends, end) - np.maximum(self._begins, begin)
                for place in np.flatnonzero((hours > 0) & (self._numbers != number)).tolist():
                    other = int(self._numbers[place])
                    found[other] = found.get(other, 0.0) + float(hours[place])
            self._companies[number] = found
        return self._companies[number]

    def _fill(self, begin: float, end: float) -> None:
        """Remember a stretch in which nothing more can start with a day; what touches becomes one."""
        first = bisect_left(self._full, begin - INSTANT_TOLERANCE_HOURS, key=lambda each: each[1])
        last = bisect_right(self._full, end + INSTANT_TOLERANCE_HOURS, key=lambda each: each[0])
        touched = self._full[first:last]
        whole = min([begin, *(each[0] for each in touched)]), max([end, *(each[1] for each in touched)])
        self._full[first:last] = [whole]

    def _behind_full(self, number: int, instant: float) -> float:
        """The end of the full stretch that a day's beginning lies in, else the same day; earlier where one
        runs that this activity may run beside.
        """
        place = bisect_right(self._full, instant + INSTANT_TOLERANCE_HOURS, key=lambda each: each[0]) - 1
        if place < 0 or self._full[place][1] <= instant:
            return instant
        full_until = self._full[place][1]
        beside = [
            end - allowed
            for other, allowed in self._company(number).items()
            for begin, end in self._placed.get(other, ())
            if begin < full_until and end > instant
        ]
        return self._day_after(max(instant, min([full_until, *beside])))


def crowded(shared: Sequence[tuple[Span, float]]) -> bool:
    """Whether more than one activity's worth runs anywhere; each stretch comes with its share."""
    edges = sorted(edge for (begin, end), share in shared for edge in ((begin, share), (end, -share)))
    running, last = 0.0, 0.0
    for instant, change in edges:
        if running > 1 + SHARE_TOLERANCE and instant - last > INSTANT_TOLERANCE_HOURS:
            return True
        running, last = running + change, instant
    return False
