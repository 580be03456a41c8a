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
        return {str(each.id): self.place(each.id).finish for each in self.items()}

    def items(self) -> list[Activity | Milestone]:
        """All items that are scheduled: what is archived is not."""
        active = [each for each in self.plan.activities.values() if each.archived_on is None]
        return [*active, *self.plan.milestones.values()]

    def load(self, first: date, days: int) -> Fraction:
        """Share times hours of all activities that run, hour by hour of the axis, over so many days."""
        total = NOTHING
        for activity in self.items():
            if isinstance(activity, Activity):
                placed = self.place(activity.id)
                for number in range(days):
                    day = first + number * DAY
                    if not _paused(activity, day):
                        both = min(self.end(day), placed.finish) - max(self.begin(day), placed.start)
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
            finish = self._worked(activity, max(settled, start), length + slip)
            if not length:
                finish = max(settled, start) + slip
            return _alike(
                start, finish, activity.started_on, max(self.day_of_finish(finish), activity.started_on)
            )
        held_finish = self._held_finish(activity.id)
        start = max(settled, self._held_start(activity.id))
        if activity.not_before is not None:
            start = max(start, self.begin(activity.not_before))
        if not length:
            start = max(start, held_finish) + slip
            last = self.day_of_finish(start)
            return _alike(start, start, last, last)
        start = self._free(activity, max(start, self._back_from(activity, held_finish, length)))
        if slip:
            start = self._free(activity, self._worked(activity, start, slip))
        finish = max(self._worked(activity, start, length), held_finish)
        return _alike(start, finish, self.day_of_start(start), self.day_of_finish(finish))

    # Work with pauses, day by day

    def _free(self, activity: Activity, instant: Fraction) -> Fraction:
        """The first instant from this on that has hours left in a day without a pause."""
        day = self.plan.facts.start
        while _paused(activity, day) or self.end(day) <= max(self.begin(day), instant):
            day += DAY
        return max(self.begin(day), instant)

    def _worked(self, activity: Activity, start: Fraction, length: Fraction) -> Fraction:
        """The instant by which so many hours are worked from a start on."""
        day, left, instant = self.plan.facts.start, length, start
        while left > 0:
            if not _paused(activity, day) and self.end(day) > start:
                instant = max(self.begin(day), start)
                done = min(self.end(day) - instant, left)
                instant, left = instant + done, left - done
            day += DAY
        return instant

    def _back_from(self, activity: Activity, finish: Fraction, length: Fraction) -> Fraction:
        """The start with which so many hours are worked by a finish; nothing where there are too few days."""
        day = self.day_of_finish(finish)
        left = length
        while day >= self.plan.facts.start:
            if not _paused(activity, day):
                end = min(self.end(day), finish)
                if end - self.begin(day) >= left:
                    return end - left
                left -= end - self.begin(day)
            day -= DAY
        return NOTHING

    def _milestone(self, milestone: Milestone) -> Placed:
        slip = self.slips.get(milestone.id, NOTHING)
        if milestone.reached_on is not None:
            instant = self.end(milestone.reached_on) + slip
            return _alike(instant, instant, milestone.reached_on, milestone.reached_on)
        work = self._work_before(milestone.id)
        covered = self.begin(self.plan.facts.status_date) + work
        if not work and self._into(milestone.id):
            covered = NOTHING
        instant = max(covered, self._held_start(milestone.id), self._held_finish(milestone.id)) + slip
        day = self.day_of_finish(instant)
        followed, followed_day = instant, day
        if milestone.holds and milestone.target is not None and milestone.target >= day:
            followed, followed_day = self.end(milestone.target), milestone.target
        return Placed(instant, instant, day, day, followed, followed, followed_day, followed_day)

    def _held_start(self, node: str) -> Fraction:
        """The earliest start that dependencies allow, by those that hold a start."""
        found = [NOTHING]
        for each in self._into(node):
            before, lag = self.place(each.before), each.lag_days
            if each.kind is DependencyKind.FINISH_START:
                after = self.begin(before.followed_finish_day + (1 + lag) * DAY)
                found.append(after if lag else before.followed_finish)
            elif each.kind is DependencyKind.START_START:
                after = self.begin(before.followed_start_day + lag * DAY)
                found.append(after if lag else before.followed_start)
        return max(found)

    def _held_finish(self, node: str) -> Fraction:
        """The earliest finish that dependencies allow, by those that hold a finish."""
        found = [NOTHING]
        for each in self._into(node):
            before, lag = self.place(each.before), each.lag_days
            if each.kind is DependencyKind.FINISH_FINISH:
                after = self.end(before.followed_finish_day + lag * DAY)
                found.append(after if lag else before.followed_finish)
            elif each.kind is DependencyKind.START_FINISH:
                after = self.begin(before.followed_start_day + lag * DAY)
                found.append(after if lag else before.followed_start)
        return max(found)

    def _work_before(self, milestone: str) -> Fraction:
        before: set[str] = set()
        waiting = [milestone]
        while waiting:
            for each in self._into(waiting.pop()):
                if each.before not in before:
                    before.add(each.before)
                    waiting.append(each.before)
        return sum(
            (
                Fraction(each.remaining)
                for each in self.items()
                if isinstance(each, Activity) and each.id in before
            ),
            NOTHING,
        )

    def _into(self, node: str) -> list[Dependency]:
        there = {each.id for each in self.items()}
        return [
            each for each in self.plan.dependencies.values() if each.after == node and each.before in there
        ]


def total_float_holds(plan: Plan, node: str, slip: Fraction) -> bool:
    """Whether an item can slip so far without moving the last milestone or what ends after it anyway."""
    planned = Reference(plan).finishes()
    slipped = Reference(plan, {node: slip}).finishes()
    last = max((planned[each] for each in plan.milestones), default=max(planned.values()))
    return all(finish <= max(last, planned[each]) for each, finish in slipped.items())


def _paused(activity: Activity, day: date) -> bool:
    return any(each.first <= day <= each.last for each in activity.pauses)


def _alike(start: Fraction, finish: Fraction, start_day: date, finish_day: date) -> Placed:
    return Placed(start, finish, start_day, finish_day, start, finish, start_day, finish_day)
