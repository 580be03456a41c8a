"""What a way of catching up, or a pause, would do: looked at first, nothing moves until it is taken."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planner.domain.baselines import take_baseline
from planner.domain.calendar import INSTANT_TOLERANCE_HOURS, WeeklyHours
from planner.domain.cascade import moved
from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, BaselineId, MilestoneId, NodeId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An item that would move, with the days it has and would have; of a milestone the days it lands on.

    `target_before` and `target_after` are a milestone's own date, None where it has none and for activities.
    """

    node: NodeId
    title: str
    is_milestone: bool
    start_before: date
    start_after: date
    finish_before: date
    finish_after: date
    target_before: date | None = None
    target_after: date | None = None

    @property
    def days(self) -> int:
        """By how many days it ends later; negative is earlier."""
        return (self.finish_after - self.finish_before).days


@dataclass(frozen=True, slots=True, kw_only=True)
class TooSoon:
    """A milestone's date that its work would not make: the date stays, the work lands later."""

    milestone: MilestoneId
    title: str
    day: date
    lands: date

    @property
    def days(self) -> int:
        """Days from the date to where the work lands."""
        return (self.lands - self.day).days


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A plan the learner may take, with its schedule, and the schedule `before` it.

    `text` is what undo calls it, `reason` that of the baseline it takes, and `today` the day it is made on.
    """

    plan: Plan
    schedule: Schedule
    before: Schedule
    today: date
    text: str
    reason: str

    @property
    def finish_before(self) -> date:
        """The day the path is done as things are."""
        return self.before.finish

    @property
    def finish_after(self) -> date:
        """The day the path would be done."""
        return self.schedule.finish

    @property
    def finish_days(self) -> int:
        """By how many days the finish would be later; negative is earlier."""
        return (self.finish_after - self.finish_before).days

    @property
    def changes(self) -> bool:
        """Whether it would change anything in the plan."""
        return self.plan != self.before.plan

    @property
    def ahead(self) -> bool:
        """Whether what is left would come earlier: the learner is ahead of the plan."""
        return self.finish_days < 0 or (
            not self.finish_days and bool(self.moves) and all(each.days <= 0 for each in self.moves)
        )

    @property
    def week_hours_before(self) -> float:
        """Study hours a week from today on, as things are; in a week of rest those that come after it."""
        return week_from(self.before.plan, self.today).total

    @property
    def week_hours_after(self) -> float:
        """Study hours a week from today on, as they would be."""
        return week_from(self.plan, self.today).total

    @cached_property
    def overfull_weeks(self) -> int:
        """How many weeks from today on would ask for more hours than they have."""
        return overfull_weeks(self.schedule, self.today)

    @cached_property
    def moved(self) -> tuple[NodeId, ...]:
        """The items whose days would differ, in the plan's order."""
        return tuple(moved(self.before, self.schedule))

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """The items whose days would differ, with their days, by the day they end on now."""
        found = [self._move(each) for each in self.moved]
        return tuple(sorted(found, key=lambda each: (each.finish_before, each.is_milestone, each.title)))

    @cached_property
    def waits(self) -> tuple[ActivityId, ...]:
        """The activities that would wait for others, so that no day is asked for more than it has."""
        was = self.before.plan.activities
        return tuple(
            key
            for key, each in self.plan.active.items()
            if key in was and (each.not_before, each.pauses) != (was[key].not_before, was[key].pauses)
        )

    @cached_property
    def late_fixed(self) -> tuple[TooSoon, ...]:
        """The fixed dates that would come before their preparation ends."""
        return self._too_soon(fixed=True)

    @cached_property
    def late_targets(self) -> tuple[TooSoon, ...]:
        """The learner's own dates that would be missed, without the fixed ones."""
        return self._too_soon(fixed=False)

    def _move(self, node: NodeId) -> Move:
        found = self.plan.node(node)
        milestone = self.plan.milestones.get(MilestoneId(node))
        was = self.before.plan.milestones.get(MilestoneId(node))
        return Move(
            node=node,
            title=found.title,
            is_milestone=milestone is not None,
            start_before=self.before.start_day(node),
            start_after=self.schedule.start_day(node),
            finish_before=self.before.finish_day(node),
            finish_after=self.schedule.finish_day(node),
            target_before=None if was is None else was.target,
            target_after=None if milestone is None else milestone.target,
        )

    def _too_soon(self, *, fixed: bool) -> tuple[TooSoon, ...]:
        found = [
            TooSoon(milestone=key, title=each.title, day=each.target, lands=self.schedule.lands(key))
            for key, each in self.plan.milestones.items()
            if each.target is not None
            and each.reached_on is None
            and each.fixed is fixed
            and (self.schedule.margin_days(key) or 0) < 0
        ]
        return tuple(sorted(found, key=lambda each: each.day))


def take(plan: Plan, proposal: Proposal, baseline: BaselineId) -> Plan:
    """The plan as it was proposed, with a baseline by a new id that keeps the dates from before it.

    A proposal that changes nothing leaves the plan as it is. Raises `InvalidValue` for another plan than the
    one it was worked out for.
    """
    if plan != proposal.before.plan:
        raise InvalidValue("The plan has changed since this was worked out. Look at it once more.")
    if not proposal.changes:
        return plan
    return take_baseline(proposal.plan, baseline, proposal.today, proposal.reason, proposal.before)


def week_from(plan: Plan, today: date) -> WeeklyHours:
    """The weekly hours that hold from a day on; in a week of rest those that come after it."""
    sets = plan.calendar.weekly_from(max(today, plan.facts.start))
    return next(each for each in sets if each.total > 0)


def overfull_weeks(laid_out: Schedule, today: date) -> int:
    """How many weeks from today on ask for more hours than the calendar gives them."""
    weeks = max((laid_out.finish - today).days // 7 + 1, 1)
    over = laid_out.load_hours(today, weeks) - laid_out.available_hours(today, weeks)
    return int((over > INSTANT_TOLERANCE_HOURS).sum())
