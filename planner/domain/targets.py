"""How many hours a week a target asks for, and what stands in the way where no number of hours is enough."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import ceil, floor

from planner.domain.errors import InvalidValue
from planner.domain.frame import scale_weekly_hours
from planner.domain.graph import Graph, graph_of
from planner.domain.items import Milestone, MilestoneId, NodeId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.wording import day_text, number_text

HALF_HOURS = 2
"""Answers come in steps of half an hour a week: so many a whole hour."""

LONGEST_DAY_HOURS = 24


class ObstacleKind(StrEnum):
    """What keeps a milestone from landing in time."""

    NOT_BEFORE = "not before"
    LAG = "lag"
    HELD_DATE = "held date"
    TOO_LITTLE_TIME = "too little time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """What stands in the way, at which item; `needed_hours` a week would be enough where any would."""

    kind: ObstacleKind
    node: NodeId | None = None
    needed_hours: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldAdvice:
    """Hours a week from today with which a milestone lands by its target.

    `hours` is None when the most the learner can give is not enough; then `obstacle` says why. With the hours
    of today already in time they are `current_hours`. `sentence` says it to the learner.
    """

    milestone: MilestoneId
    target: date
    current_hours: float
    hours: float | None
    obstacle: Obstacle | None
    sentence: str

    @property
    def in_time(self) -> bool:
        """Whether it lands in time as things are."""
        return self.hours == self.current_hours


def hours_to_hold(plan: Plan, milestone: MilestoneId, today: date, graph: Graph | None = None) -> HoldAdvice:
    """The fewest hours a week, in half hours, that hold a target when every study day grows by one factor.

    Hours change from today on; days before it and exceptions stay. Raises `InvalidValue` without a target.
    """
    found = plan.milestone(milestone)
    if found.target is None:
        raise InvalidValue(f"“{found.title}” has no target to hold.")
    search = _Search(plan, found, found.target, max(today, plan.facts.start), graph_of(plan, graph))
    current = search.week.total
    if search.in_time(plan):
        return search.advice(current)
    most = max(plan.facts.most_hours_a_week, current)
    hours = search.fewest_hours(current, min(most, search.longest_week))
    return search.advice(hours, None if hours is not None else search.obstacle(current, most))


def hold_target(plan: Plan, milestone: MilestoneId, hours: float, today: date) -> Plan:
    """Study so many hours a week from today, as `hours_to_hold` found them, to hold a target.

    Days get whole quarter hours where these are in time, else the exact hours. Sets of weekly hours planned
    for later grow along.
    """
    rounded = scale_weekly_hours(plan, hours, today, in_quarters=True)
    if (schedule(rounded).margin_days(milestone) or 0) >= 0:
        return rounded
    return scale_weekly_hours(plan, hours, today)


class _Search:
    """One question: this milestone by this day, with hours that change from a day on."""

    def __init__(self, plan: Plan, milestone: Milestone, target: date, day: date, graph: Graph) -> None:
        self.plan, self.milestone, self.target, self.day, self.graph = plan, milestone, target, day, graph
        # In a week of rest today, the hours to speak of are those that come after it.
        self.week = next(each for each in plan.calendar.weekly_from(day) if each.total > 0)
        self.longest_week = self.week.total * LONGEST_DAY_HOURS / max(self.week.hours)

    def in_time(self, plan: Plan) -> bool:
        return schedule(plan, self.graph).lands(self.milestone.id) <= self.target

    def fewest_hours(self, above: float, most: float) -> float | None:
        """The fewest half hours a week from `above` to `most` that are in time; None when none are."""
        low, high = ceil(above * HALF_HOURS), floor(most * HALF_HOURS)
        if low > high or not self.in_time(self.with_hours(high / HALF_HOURS)):
            return None
        while low < high:
            middle = (low + high) // 2
            if self.in_time(self.with_hours(middle / HALF_HOURS)):
                high = middle
            else:
                low = middle + 1
        return high / HALF_HOURS

    def with_hours(self, hours: float) -> Plan:
        """The plan with so many hours a week from the day on, each day's in the same proportion."""
        return scale_weekly_hours(self.plan, hours, self.day)

    def obstacle(self, current: float, most: float) -> Obstacle:
        """What stands in the way: a date whose absence would do, else too little time."""
        busiest = self.with_hours(min(most, self.longest_week))
        dates = list(_said_dates(busiest, self.milestone.id))
        for obstacle, freed in dates:
            if schedule(freed).lands(self.milestone.id) <= self.target:
                return obstacle
        needed = self.fewest_hours(current, self.longest_week)
        if needed is None:
            # No hours help: then it is a date, if leaving one out brings the landing nearer at all.
            lands = schedule(busiest, self.graph).lands(self.milestone.id)
            for obstacle, freed in dates:
                if schedule(freed).lands(self.milestone.id) < lands:
                    return obstacle
        return Obstacle(kind=ObstacleKind.TOO_LITTLE_TIME, needed_hours=needed)

    def advice(self, hours: float | None, obstacle: Obstacle | None = None) -> HoldAdvice:
        return HoldAdvice(
            milestone=self.milestone.id,
            target=self.target,
            current_hours=self.week.total,
            hours=hours,
            obstacle=obstacle,
            sentence=self._sentence(hours, obstacle),
        )

    def _sentence(self, hours: float | None, obstacle: Obstacle | None) -> str:
        target, now = day_text(self.target), number_text(self.week.total)
        if hours is not None and hours == self.week.total:
            return f"In time with the {now} h a week you have."
        if hours is not None:
            return f"{number_text(hours)} h a week from today would hold {target} (now {now} h)."
        if obstacle is None or obstacle.kind is ObstacleKind.TOO_LITTLE_TIME:
            if self.milestone.reached_on is not None:
                return f"Reached on {day_text(self.milestone.reached_on)}."
            if self.target < self.day:
                return f"{target} has passed. Choose a later target."
            if obstacle is not None and obstacle.needed_hours is not None:
                most = number_text(self.plan.facts.most_hours_a_week)
                needed = number_text(obstacle.needed_hours)
                return f"{target} would take {needed} h a week; the most you can give is {most} h."
            return f"There are too few study days left before {target}, whatever the hours."
        return f"No hours hold {target}: {self._reason(obstacle)}."

    def _reason(self, obstacle: Obstacle) -> str:
        assert obstacle.node is not None
        title = self.plan.node(obstacle.node).title
        if obstacle.kind is ObstacleKind.NOT_BEFORE:
            return f"“{title}” has a start date of its own"
        if obstacle.kind is ObstacleKind.LAG:
            return f"“{title}” has waiting days before it"
        return f"what follows “{title}” waits for its date"


def _said_dates(plan: Plan, milestone: MilestoneId) -> Iterator[tuple[Obstacle, Plan]]:
    """Every not-before, hold and lag before a milestone, each with the plan as it would be without it."""
    before = _items_before(plan, milestone)
    for key, activity in plan.activities.items():
        waits = activity.started_on is None and activity.finished_on is None
        if key in before and waits and activity.not_before is not None:
            freed = {**plan.activities, key: replace(activity, not_before=None)}
            yield Obstacle(kind=ObstacleKind.NOT_BEFORE, node=key), replace(plan, activities=freed)
    for name, held in plan.milestones.items():
        if name in before and held.holds and held.reached_on is None:
            let_go = {**plan.milestones, name: replace(held, holds=False)}
            yield Obstacle(kind=ObstacleKind.HELD_DATE, node=name), replace(plan, milestones=let_go)
    for link, dependency in plan.dependencies.items():
        if dependency.lag_days > 0 and (dependency.after in before or dependency.after == milestone):
            closer = {**plan.dependencies, link: replace(dependency, lag_days=0)}
            yield Obstacle(kind=ObstacleKind.LAG, node=dependency.after), replace(plan, dependencies=closer)


def _items_before(plan: Plan, milestone: MilestoneId) -> set[NodeId]:
    befores: dict[NodeId, list[NodeId]] = {}
    for each in plan.dependencies.values():
        befores.setdefault(each.after, []).append(each.before)
    found: set[NodeId] = set()
    waiting: list[NodeId] = [milestone]
    while waiting:
        for before in befores.get(waiting.pop(), ()):
            if before not in found:
                found.add(before)
                waiting.append(before)
    return found
