"""How many hours a week a target asks for, and what stands in the way where no number of hours is enough."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import ceil, floor, inf

from planner.domain.driving import driving_dates
from planner.domain.errors import InvalidValue, PlanTooLong
from planner.domain.frame import scale_weekly_hours
from planner.domain.graph import Graph, graph_of
from planner.domain.items import Activity, Dependency, Milestone, MilestoneId, NodeId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.wording import day_text, number_text

HALF_HOURS = 2
"""Answers come in steps of half an hour a week: so many a whole hour."""

LONGEST_DAY_HOURS = 24

MOST_TRIED = 6
"""So many dates are tried before it is time that is short; the advice is asked for at each step of a drag."""

Dated = Activity | Milestone | Dependency
"""What has a date in the way: a not-before, a target that holds, a lag."""


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
    of today already in time they are `current_hours`. `sentence` says it to the learner. With `catches_up`
    the hours are those of the plan caught up to today first.
    """

    milestone: MilestoneId
    target: date
    current_hours: float
    hours: float | None
    obstacle: Obstacle | None
    sentence: str
    catches_up: bool = False

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


def least_hours_to_hold(
    plan: Plan, milestone: MilestoneId, today: date, graph: Graph | None = None
) -> float | None:
    """The fewest hours a week from today, in half hours, with which a target that is held would be still.

    None where it is missed with the hours there are. Raises `InvalidValue` without a target.
    """
    found = plan.milestone(milestone)
    if found.target is None:
        raise InvalidValue(f"“{found.title}” has no target to hold.")
    search = _Search(plan, found, found.target, max(today, plan.facts.start), graph_of(plan, graph))
    return search.fewest_hours(1 / HALF_HOURS, search.week.total)


def hold_target(plan: Plan, milestone: MilestoneId, hours: float, today: date) -> Plan:
    """Study so many hours a week from today, as `hours_to_hold` found them, to hold a target.

    Days get whole quarter hours where these are in time, else the exact hours. Sets of weekly hours planned
    for later grow along.
    """
    rounded = scale_weekly_hours(plan, hours, today, in_quarters=True)
    if (schedule(rounded).margin_days(milestone) or 0) >= 0:
        return rounded
    return scale_weekly_hours(plan, hours, today)


def fewest_half_hours(above: float, most: float, enough: Callable[[float], bool]) -> float | None:
    """The fewest hours from `above` to `most`, in half hours, that are enough; None when none are."""
    low, high = ceil(above * HALF_HOURS), floor(most * HALF_HOURS)
    if low > high or not enough(high / HALF_HOURS):
        return None
    while low < high:
        middle = (low + high) // 2
        if enough(middle / HALF_HOURS):
            high = middle
        else:
            low = middle + 1
    return high / HALF_HOURS


class _Search:
    """One question: this milestone by this day, with hours that change from a day on."""

    def __init__(self, plan: Plan, milestone: Milestone, target: date, day: date, graph: Graph) -> None:
        self.plan, self.milestone, self.target, self.day, self.graph = plan, milestone, target, day, graph
        # In a week of rest today, the hours to speak of are those that come after it.
        self.week = next(each for each in plan.calendar.weekly_from(day) if each.total > 0)
        self.longest_week = self.week.total * LONGEST_DAY_HOURS / max(self.week.hours)

    def in_time(self, plan: Plan) -> bool:
        try:
            return schedule(plan, self.graph).lands(self.milestone.id) <= self.target
        except PlanTooLong:
            return False

    def fewest_hours(self, above: float, most: float) -> float | None:
        """The fewest half hours a week from `above` to `most` that are in time; None when none are."""
        return fewest_half_hours(above, most, lambda hours: self.in_time(self.with_hours(hours)))

    def with_hours(self, hours: float) -> Plan:
        """The plan with so many hours a week from the day on, each day's in the same proportion."""
        return scale_weekly_hours(self.plan, hours, self.day)

    def obstacle(self, current: float, most: float) -> Obstacle:
        """What stands in the way: a date whose absence would do, else too little time."""
        busiest = schedule(self.with_hours(min(most, self.longest_week)), self.graph)
        landings = [(each, self._lands_without(each, busiest)) for each in self._dates(busiest)]
        for fact, lands in landings:
            if lands <= self.target:
                return _obstacle(fact)
        needed = self.fewest_hours(current, self.longest_week)
        if needed is None:
            # No hours help: then it is a date, if leaving one out brings the landing nearer at all.
            for fact, lands in landings:
                if lands < busiest.lands(self.milestone.id):
                    return _obstacle(fact)
        return Obstacle(kind=ObstacleKind.TOO_LITTLE_TIME, needed_hours=needed)

    def _dates(self, busiest: Schedule) -> list[Dated]:
        """The dates to try: a not-before or held target first, then lags, the longest ones of them."""
        found = driving_dates(busiest, self.milestone.id)
        return sorted(found, key=lambda each: -getattr(each, "lag_days", inf))[:MOST_TRIED]

    def _lands_without(self, fact: Dated, busiest: Schedule) -> date:
        """The day the milestone would land without one of the dates in its way."""
        plan, graph = busiest.plan, self.graph
        if isinstance(fact, Activity):
            plan = replace(plan, activities={**plan.activities, fact.id: replace(fact, not_before=None)})
        elif isinstance(fact, Milestone):
            plan = replace(plan, milestones={**plan.milestones, fact.id: replace(fact, holds=False)})
        else:
            plan = replace(plan, dependencies={**plan.dependencies, fact.id: replace(fact, lag_days=0)})
            graph = graph.without_lag(plan, fact)
        return schedule(plan, graph).lands(self.milestone.id)

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


def _obstacle(fact: Dated) -> Obstacle:
    if isinstance(fact, Activity):
        return Obstacle(kind=ObstacleKind.NOT_BEFORE, node=fact.id)
    if isinstance(fact, Milestone):
        return Obstacle(kind=ObstacleKind.HELD_DATE, node=fact.id)
    return Obstacle(kind=ObstacleKind.LAG, node=fact.after)
