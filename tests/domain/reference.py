"""A slow, plain scheduler straight from the rules: days and fractions, one item at a time.

It shares no code with `planner.domain.schedule` and knows no tolerance: hours are exact fractions, each item
walks back to what it waits for. Property tests hold the fast scheduler against it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from planner.domain.items import Activity, Dependency, DependencyKind, Milestone
from planner.domain.plan import Plan

DAY = timedelta(days=1)
NOTHING = Fraction(0)


@dataclass(frozen=True)
class Placed:
    """Where an item falls: instants in hours, days as shown, and what its followers see of it."""

    start: Fraction
    finish: Fraction
    start_day: date
    finish_day: date
    followed_start: Fraction
    followed_finish: Fraction
    followed_start_day: date
    followed_finish_day: date


class Reference:
    """Every item of a small plan placed by the rules; `slips` push items by so many hours."""

    def __init__(self, plan: Plan, slips: Mapping[str, Fraction] | None = None) -> None:
        self.plan = plan
        self.slips = slips or {}
        self._hours_up_to = [NOTHING]
        self._placed: dict[str, Placed] = {}

    def place(self, node: str) -> Placed:
        """Where an item falls; worked out once."""
        if node not in self._placed:
            found = self.plan.node(node)  # type: ignore[arg-type]
            placed = self._activity(found) if isinstance(found, Activity) else self._milestone(found)
            self._placed[node] = placed
        return self._placed[node]

    def finishes(self) -> dict[str, Fraction]:
        """The finish instant of every item."""
        return {str(node): self.place(node).finish for node in (*self.plan.activities, *self.plan.milestones)}

    def load(self, first: date, days: int) -> Fraction:
        """Share times hours of all activities that run, hour by hour of the axis, over so many days."""
        begin, end = self.begin(first), self.begin(first + days * DAY)
        total = NOTHING
        for activity in self.plan.activities.values():
            placed = self.place(activity.id)
            both = min(end, placed.finish) - max(begin, placed.start)
            total += Fraction(activity.share) * max(both, NOTHING)
        return total

    # The calendar and the axis

    def hours(self, day: date) -> Fraction:
        """Study hours on a day: the last exception that holds it, else the newest week begun by then."""
        for exception in reversed(self.plan.calendar.exceptions):
            if exception.first <= day <= exception.last:
                return Fraction(exception.hours)
        holding = self.plan.calendar.weekly[0]
        for week in self.plan.calendar.weekly:
            if week.valid_from <= day:
                holding = week
        return Fraction(holding.hours[day.weekday()])

    def begin(self, day: date) -> Fraction:
        """Hours from the plan's start to the beginning of a day."""
        number = (day - self.plan.facts.start).days
        while len(self._hours_up_to) <= number:
            latest = self.plan.facts.start + (len(self._hours_up_to) - 1) * DAY
            self._hours_up_to.append(self._hours_up_to[-1] + self.hours(latest))
        return self._hours_up_to[max(number, 0)]

    def end(self, day: date) -> Fraction:
        """Hours from the plan's start to the end of a day."""
        return self.begin(day + DAY)

    def day_of_start(self, instant: Fraction) -> date:
        """The first day with hours left after the instant."""
        day = self.plan.facts.start
        while self.end(day) <= instant:
            day += DAY
        return day

    def day_of_finish(self, instant: Fraction) -> date:
        """The first day whose end reaches the instant."""
        day = self.plan.facts.start
        while self.end(day) < instant:
            day += DAY
        return day

    # The rules

    def _activity(self, activity: Activity) -> Placed:
        slip = self.slips.get(activity.id, NOTHING)
        settled = self.begin(self.plan.facts.status_date)
        if activity.finished_on is not None:
            first = activity.started_on or activity.finished_on
            return _alike(
                self.begin(first), self.end(activity.finished_on) + slip, first, activity.finished_on
            )
        left = activity.effort.likely if activity.remaining_hours is None else activity.remaining_hours
        length = Fraction(left) / Fraction(activity.share)
        if activity.started_on is not None:
            start = self.begin(activity.started_on)
            finish = max(settled, start) + length + slip
            return _alike(
                start, finish, activity.started_on, max(self.day_of_finish(finish), activity.started_on)
            )
        start = max([settled, *(self._earliest(each, length) for each in self._into(activity.id))])
        if activity.not_before is not None:
            start = max(start, self.begin(activity.not_before))
        start += slip
        last = self.day_of_finish(start + length)
        return _alike(start, start + length, self.day_of_start(start) if length else last, last)

    def _milestone(self, milestone: Milestone) -> Placed:
        slip = self.slips.get(milestone.id, NOTHING)
        if milestone.reached_on is not None:
            instant = self.end(milestone.reached_on) + slip
            return _alike(instant, instant, milestone.reached_on, milestone.reached_on)
        covered = self.begin(self.plan.facts.status_date) + self._work_before(milestone.id)
        instant = max([covered, *(self._earliest(each, NOTHING) for each in self._into(milestone.id))]) + slip
        day = self.day_of_finish(instant)
        followed, followed_day = instant, day
        if milestone.holds and milestone.target is not None and milestone.target > day:
            followed, followed_day = self.end(milestone.target), milestone.target
        return Placed(instant, instant, day, day, followed, followed, followed_day, followed_day)

    def _earliest(self, dependency: Dependency, length: Fraction) -> Fraction:
        """The earliest start of what follows, by one dependency."""
        before, lag = self.place(dependency.before), dependency.lag_days
        match dependency.kind:
            case DependencyKind.FINISH_START:
                if lag:
                    return self.begin(before.followed_finish_day + (1 + lag) * DAY)
                return before.followed_finish
            case DependencyKind.START_START:
                return self.begin(before.followed_start_day + lag * DAY) if lag else before.followed_start
            case DependencyKind.FINISH_FINISH:
                bound = self.end(before.followed_finish_day + lag * DAY) if lag else before.followed_finish
                return bound - length
            case DependencyKind.START_FINISH:
                bound = self.begin(before.followed_start_day + lag * DAY) if lag else before.followed_start
                return bound - length

    def _work_before(self, milestone: str) -> Fraction:
        before: set[str] = set()
        waiting = [milestone]
        while waiting:
            for each in self._into(waiting.pop()):
                if each.before not in before:
                    before.add(each.before)
                    waiting.append(each.before)
        return sum(
            (Fraction(each.remaining) for each in self.plan.activities.values() if each.id in before), NOTHING
        )

    def _into(self, node: str) -> list[Dependency]:
        return [each for each in self.plan.dependencies.values() if each.after == node]


def total_float_holds(plan: Plan, node: str, slip: Fraction) -> bool:
    """Whether an item can slip so far without moving the last milestone or what ends after it anyway."""
    planned = Reference(plan).finishes()
    slipped = Reference(plan, {node: slip}).finishes()
    last = max((planned[each] for each in plan.milestones), default=max(planned.values()))
    return all(finish <= max(last, planned[each]) for each, finish in slipped.items())


def _alike(start: Fraction, finish: Fraction, start_day: date, finish_day: date) -> Placed:
    return Placed(start, finish, start_day, finish_day, start, finish, start_day, finish_day)
