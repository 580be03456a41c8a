"""Why work ends where it does, once it may start: its hours, the week's hours, days off and pauses between.

Days off and pauses are named only where the day would be another without them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS, CalendarException, StudyCalendar
from planner.domain.explaining.clauses import days_off_first_sentence, days_off_sentence
from planner.domain.forward_pass import INTO_START
from planner.domain.items import Activity, NodeId, Pause
from planner.domain.schedule import Schedule, schedule

Exceptions = tuple[CalendarException, ...]

_SAID_APART = 3
"""Days off that get a line each; more than so many share one."""


class Lasting:
    """What stretches work in one schedule."""

    def __init__(self, done: Schedule) -> None:
        self._done = done
        self._calendar = done.plan.calendar
        # With more hours a day work never ends later, unless the end of something holds the start of another.
        self._later_never = all(kind in INTO_START for each in done.graph.joined for _, kind, _ in each)

    def days_off(
        self, node: NodeId, first: date, pauses: Sequence[Pause] = ()
    ) -> Iterator[tuple[Exceptions, str]]:
        """The exceptions from a day to an item's last one without which that would be another, in words.

        Those that take hours and those that add some are said apart. `pauses` are days that do not count.
        """
        number = self._done.graph.index[node]
        finish = self._done.finishes[number]
        last = self._done.axis.finish_day(finish)
        if last < first:
            return
        crossed: dict[bool, list[tuple[CalendarException, float]]] = {True: [], False: []}
        for each in dict.fromkeys(self._calendar.exceptions_between(first, last)):
            restored = self._restored((each,), first, last, pauses)
            if (np.abs(restored) > INSTANT_TOLERANCE_HOURS).any():
                hours = float(restored.sum())
                crossed[hours >= 0].append((each, hours))
        for found in crossed.values():
            apart = found if len(found) <= _SAID_APART else []
            alone = [each for each in apart if self._decides((each[0],), node, first, last, pauses)]
            for exception, hours in alone:
                yield (exception,), days_off_sentence((exception,), hours)
            every = tuple(exception for exception, _ in found)
            if not alone and len(every) > 1 and self._decides(every, node, first, last, pauses):
                yield every, days_off_sentence(every, sum(hours for _, hours in found))

    def days_off_first(self, node: NodeId) -> Iterator[tuple[Exceptions, str]]:
        """The exceptions without which an activity that could start before them would, in words.

        They lie between the instant it may start from and the first day with hours after it.
        """
        done, number = self._done, self._done.graph.index[node]
        start = done.start_day(node)
        day_before = start - timedelta(days=1)
        open_from = done.axis.first + timedelta(days=done.axis.finish_index(done.starts[number]) + 1)
        if open_from > day_before:
            return
        found = tuple(dict.fromkeys(self._calendar.exceptions_between(open_from, day_before)))
        apart = found if len(found) <= _SAID_APART else ()
        alone = [each for each in apart if self._start_without((each,), node) != start]
        for each in alone:
            yield (each,), days_off_first_sentence((each,))
        if not alone and len(found) > 1 and self._start_without(found, node) != start:
            yield found, days_off_first_sentence(found)

    def pauses(self, activity: Activity) -> Iterator[tuple[Pause, bool, bool]]:
        """The pauses of an activity that count: whether its start, and its finish, would be another day."""
        done, key = self._done, activity.id
        for each in activity.pauses:
            kept = tuple(pause for pause in activity.pauses if pause is not each)
            changed = {**done.plan.activities, key: replace(activity, pauses=kept)}
            without = schedule(replace(done.plan, activities=changed), done.graph)
            starts = without.start_day(key) != done.start_day(key)
            finishes = without.finish_day(key) != done.finish_day(key)
            if starts or finishes:
                yield each, starts, finishes

    def _start_without(self, exceptions: Exceptions, node: NodeId) -> date:
        """The day an activity would start on without some exceptions."""
        plan = replace(self._done.plan, calendar=self._without(exceptions))
        return schedule(plan, self._done.graph).start_day(node)

    def _decides(
        self, exceptions: Exceptions, node: NodeId, first: date, last: date, pauses: Sequence[Pause]
    ) -> bool:
        """Whether an item would end on another day without some exceptions."""
        axis = self._done.axis
        finish = self._done.finishes[self._done.graph.index[node]]
        origin, days = (first - axis.first).days, (last - first).days + 1
        ends = axis.begins(origin + 1 + np.arange(days, dtype=np.int64))
        ends = ends + np.cumsum(self._restored(exceptions, first, last, pauses))
        reached = np.flatnonzero(ends >= finish - INSTANT_TOLERANCE_HOURS)
        if reached.size and int(reached[0]) == days - 1:
            return False
        if self._later_never and all(self._all_one_way(each, first) for each in exceptions):
            return True
        # What they change before the span may undo what they change in it: only the schedule knows.
        plan = replace(self._done.plan, calendar=self._without(exceptions))
        return schedule(plan, self._done.graph).finish_day(node) != self._done.finish_day(node)

    def _all_one_way(self, exception: CalendarException, first: date) -> bool:
        """Whether an exception that begins before a day only takes hours, or only adds some."""
        if exception.first >= first:
            return True
        hours = self._restored((exception,), exception.first, exception.last, ())
        return bool((hours >= 0).all() or (hours <= 0).all())

    def _restored(
        self, exceptions: Exceptions, first: date, last: date, pauses: Sequence[Pause]
    ) -> npt.NDArray[np.float64]:
        """By how many hours each day from first to last had more without some exceptions; shape (days,)."""
        days = (last - first).days + 1
        hours = self._without(exceptions).daily_hours(first, days) - self._calendar.daily_hours(first, days)
        for each in pauses:
            begin, end = max((each.first - first).days, 0), (each.last - first).days + 1
            hours[begin : max(end, 0)] = 0.0
        return hours

    def _without(self, exceptions: Exceptions) -> StudyCalendar:
        kept = tuple(each for each in self._calendar.exceptions if each not in exceptions)
        return replace(self._calendar, exceptions=kept)
