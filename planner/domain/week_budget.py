"""What each week still has to give while activities are put into it one after the other, in hours of study.

Weeks are stretches of the axis of work hours, so a holiday makes a week short and a week of rest empty. What
is taken is never given back, which is what lets full weeks be skipped for good.
"""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from math import frexp

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS, WorkAxis

Piece = tuple[float, float]
"""A stretch of the axis an activity runs for: from an instant to an instant."""


class WeekBudget:
    """The hours left in each week, from the one that begins on `first_day` on; those before do not count."""

    def __init__(self, axis: WorkAxis, first_day: date) -> None:
        self._axis = axis
        self._next_day = first_day
        self._edges = [axis.begin(first_day)]
        self._left: list[float] = []
        self._last_day: list[float] = []
        self._onward: dict[tuple[int, int], list[int]] = {}
        self._grow()

    def take(self, pieces: list[Piece], share: float) -> None:
        """Give an activity its share of the hours it runs for, whether they are there or not."""
        for week, hours in self._by_week(pieces):
            self._left[week] -= share * hours

    def lacking(self, pieces: list[Piece], share: float) -> int | None:
        """The last week that has not the hours an activity asks of it; None when all have them."""
        if len(pieces) > 1:
            asked = reversed(self._by_week(pieces))
            return next((week for week, hours in asked if self._lacks(week, share * hours)), None)
        edges, left = self._edges, self._left
        begin, end = pieces[0]
        while edges[-1] <= end:
            self._grow()
        week = bisect_left(edges, end) - 1
        while week >= 0 and (until := edges[week + 1]) > begin:
            hours = min(until, end) - max(edges[week], begin)
            if share * hours > left[week] + INSTANT_TOLERANCE_HOURS:
                return week
            week -= 1
        return None

    def next_try(self, instant: float, week: int, length: float, share: float) -> float:
        """The next beginning of a day, after an instant, that the week that lacks hours does not rule out.

        `length` is how long the activity runs, in hours of the axis. Whatever begins before that day asks as
        much of the week, or more.
        """
        begin, end, left = self._edges[week], self._edges[week + 1], max(self._left[week], 0.0)
        if not self._lacks(week, share * length):
            found = begin
        elif self._lacks(week, share * self._last_day[week]):
            found = self._edges[self._open_week(week + 1, length, share)]
        else:
            found = self._day_from(max(begin, end - left / share))
        return found if found > instant + INSTANT_TOLERANCE_HOURS else self._day_after(instant)

    def _lacks(self, week: int, hours: float) -> bool:
        return hours > self._left[week] + INSTANT_TOLERANCE_HOURS

    def _by_week(self, pieces: list[Piece]) -> list[tuple[int, float]]:
        """The hours that an activity's pieces lie in each week, weeks in order."""
        found: dict[int, float] = {}
        edges = self._edges
        for begin, end in pieces:
            while edges[-1] <= end:
                self._grow()
            begin = max(begin, edges[0])
            week = bisect_right(edges, begin) - 1
            while begin < end:
                until = min(end, edges[week + 1])
                found[week] = found.get(week, 0.0) + until - begin
                begin, week = until, week + 1
        return list(found.items())

    def _open_week(self, week: int, length: float, share: float) -> int:
        """The first week from one on that could still take in the beginning of an activity.

        A week is shut once it has less left than its last day alone would be asked for. Shares and lengths
        of about one size share what they found, by powers of two.
        """
        size = frexp(share)[1], frexp(length)[1]
        least_share, least_length = 2.0 ** (size[0] - 1), 2.0 ** (size[1] - 1)
        onward = self._onward.setdefault(size, [])
        left, last_day = self._left, self._last_day
        passed: list[int] = []
        while True:
            while week >= len(left):
                self._grow()
            while len(onward) <= week:
                onward.append(len(onward))
            if onward[week] > week:
                passed.append(week)
                week = onward[week]
                continue
            asked = least_share * min(least_length, last_day[week])
            if asked and left[week] + INSTANT_TOLERANCE_HOURS >= asked:
                break
            onward[week] = week + 1
        for each in passed:
            onward[each] = week
        return week

    def _day_from(self, instant: float) -> float:
        """The first beginning of a day that is not before an instant."""
        begin = self._axis.begin_of(self._axis.latest_with_begin(instant))
        return begin if begin >= instant - INSTANT_TOLERANCE_HOURS else self._day_after(instant)

    def _day_after(self, instant: float) -> float:
        """The beginning of the first day that lies after an instant."""
        return self._axis.begin_of(self._axis.latest_with_begin(instant) + 1)

    def _grow(self) -> None:
        begins = [self._axis.begin(self._next_day + timedelta(days=number)) for number in range(8)]
        self._next_day += timedelta(days=7)
        self._edges.append(begins[-1])
        self._left.append(begins[-1] - begins[0])
        last = [begins[-1] - each for each in begins if begins[-1] - each > INSTANT_TOLERANCE_HOURS]
        self._last_day.append(last[-1] if last else 0.0)
