"""One made-up learner working through the plan that `milepost new` makes, day by day, to the true finish."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import exp, log

import numpy as np

from planner.domain.calendar import CalendarException, spread_week
from planner.domain.graph import compile_graph
from planner.domain.items import Activity, ActivityId
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers, Roadmap
from planner.exchange.roadmap_toml import default_roadmap
from tests.calibration.worlds import Law, World

FIRST_START = date(2027, 1, 4)
BACKGROUNDS = ("engineer", "some-python", "zero")
BACKGROUND_PARTS = (0.5, 0.3, 0.2)
TRACKS = ("cv", "nlp", "tabular")
WEEK_HOURS = (5, 8, 10, 10, 15, 20)
FAITHFUL_TO_STEPS = 0.7
"""The part of learners who tick the steps of an activity as they go."""

CATCHING_UP = 1 / 3
"""The part of learners who catch up now and then: it moves their status date."""

DAY_SPREAD = 0.25
SHORTEST_SESSION_MINUTES = 5
LONGEST_DAYS = 15_000

Work = tuple[date, ActivityId, int]


@dataclass(frozen=True, kw_only=True)
class History:
    """What happened. `sessions` and `steps` (activity, number of steps done) are in the order of days."""

    plan: Plan
    sessions: tuple[Work, ...]
    steps: tuple[Work, ...]
    finished: dict[ActivityId, date]
    catches_up_every: int
    finish: date


def history(world: World, seed: int, number: int) -> History:
    """The history of this number; the same for the same world and seed, whatever else is drawn."""
    chance = np.random.default_rng([seed, number])
    plan = _plan(chance)
    learner = _Learner(world, plan, chance)
    day = plan.facts.start
    for _ in range(LONGEST_DAYS):
        learner.live(day)
        if len(learner.finished) == len(plan.activities):
            break
        day += timedelta(days=1)
    else:
        raise AssertionError("This learner never gets there.")
    return History(
        plan=plan,
        sessions=tuple(learner.sessions),
        steps=tuple(learner.steps),
        finished=learner.finished,
        catches_up_every=int(chance.integers(30, 120)) if chance.random() < CATCHING_UP else 0,
        finish=day,
    )


class _Learner:
    """Hours and habits of one learner, and how far they have come."""

    def __init__(self, world: World, plan: Plan, chance: np.random.Generator) -> None:
        self.finished: dict[ActivityId, date] = {}
        self.sessions: list[Work] = []
        self.steps: list[Work] = []
        self._chance = chance
        self._plan = plan
        self._unlogged = world.unlogged_days
        self._stopping, self._resuming = chance.uniform(*world.stopping), chance.uniform(*world.resuming)
        self._keeping, self._logging = chance.uniform(*world.keeping), chance.uniform(*world.logging)
        self._ticks = chance.random() < FAITHFUL_TO_STEPS
        bias = world.bias * exp(chance.normal(0, world.bias_spread)) if world.bias_spread else world.bias
        self._efforts = {
            key: each.effort.likely * bias * _stray(world, chance) for key, each in plan.activities.items()
        }
        self._left = dict(self._efforts)
        self._waits = _waits(plan)
        self._marks = {key: _marks(each, chance) for key, each in plan.activities.items() if each.steps}
        self._open = [key for key, before in self._waits.items() if not before]
        self._keeps_week = chance.random() >= self._stopping / (self._stopping + self._resuming)

    def live(self, day: date) -> None:
        """One day: study what is open by its share, mark what is done, and log some of it."""
        if day.weekday() == 0:
            change = self._stopping if self._keeps_week else self._resuming
            self._keeps_week ^= bool(self._chance.random() < change)
        hours = self._plan.calendar.hours_on(day)
        if not hours or not self._keeps_week:
            return
        hours *= self._keeping * exp(self._chance.normal(-(DAY_SPREAD**2) / 2, DAY_SPREAD))
        logs = self._chance.random() >= self._unlogged
        for activity, studied in self._study(day, hours).items():
            minutes = (
                round(studied * self._logging * 60 / SHORTEST_SESSION_MINUTES) * SHORTEST_SESSION_MINUTES
            )
            if logs and minutes:
                self.sessions.append((day, activity, min(minutes, 24 * 60)))
            if self._ticks and activity in self._marks:
                done = 1 - self._left[activity] / self._efforts[activity]
                self.steps.append((day, activity, sum(done >= each for each in self._marks[activity])))

    def _study(self, day: date, hours: float) -> dict[ActivityId, float]:
        """Spend a day's hours, from one activity that gets done to the next; hours by activity."""
        spent: dict[ActivityId, float] = {}
        while hours > 1e-9 and self._open:
            shares = {key: self._plan.activities[key].share for key in self._open}
            crowded = max(sum(shares.values()), 1.0)
            step = min(hours, *(self._left[key] * crowded / share for key, share in shares.items()))
            for key, share in shares.items():
                studied = step * share / crowded
                spent[key] = spent.get(key, 0.0) + studied
                self._left[key] -= studied
                if self._left[key] < 1e-9:
                    self._finish(key, day)
            hours -= step
        return spent

    def _finish(self, activity: ActivityId, day: date) -> None:
        self.finished[activity] = day
        self._open.remove(activity)
        self._open += [
            key
            for key, before in self._waits.items()
            if activity in before and all(each in self.finished for each in before)
        ]


def _stray(world: World, chance: np.random.Generator) -> float:
    """How far one activity strays from the learner's own bias; its typical value is 1."""
    if world.law is Law.GAMMA:
        shape = 1 / world.effort_spread**2
        return float(chance.gamma(shape, 1 / shape))
    return exp(chance.normal(0, world.effort_spread))


def _marks(activity: Activity, chance: np.random.Generator) -> list[float]:
    """The parts of an activity's true effort at which its steps are done: not quite what the plan says."""
    parts = np.array([each.part for each in activity.steps]) * np.exp(
        chance.normal(0, 0.3, len(activity.steps))
    )
    marks: list[float] = (np.cumsum(parts) / parts.sum() - 1e-9).tolist()
    return marks


def _waits(plan: Plan) -> dict[ActivityId, set[ActivityId]]:
    """What each activity waits for, with milestones stepped over."""
    graph = compile_graph(plan)
    found: dict[int, set[ActivityId]] = {}
    for node in graph.order:
        found[node] = set()
        for before in graph.chained[node]:
            if before < graph.activity_count:
                found[node].add(ActivityId(graph.nodes[before]))
            else:
                found[node] |= found[before]
    return {ActivityId(graph.nodes[node]): found[node] for node in range(graph.activity_count)}


@lru_cache
def _roadmap() -> Roadmap:
    return default_roadmap()


def _plan(chance: np.random.Generator) -> Plan:
    """A plan as `milepost new` makes it, for some learner."""
    start = FIRST_START + timedelta(days=int(chance.integers(0, 365)))
    return plan_from(
        _roadmap(),
        Answers(
            start=start,
            plan_id="calibration",
            background=str(chance.choice(BACKGROUNDS, p=BACKGROUND_PARTS)),
            track=str(chance.choice(TRACKS)),
            week=spread_week(float(chance.choice(WEEK_HOURS)) * exp(chance.normal(0, log(1.1)))),
            days_off=tuple(_days_off(start, int(chance.integers(0, 5)), chance)),
        ),
    )


def _days_off(start: date, weeks_a_year: int, chance: np.random.Generator) -> list[CalendarException]:
    """So many weeks off in each year, said when the plan was made."""
    found = []
    for _ in range(weeks_a_year):
        first = start + timedelta(days=int(chance.integers(0, 365)))
        for year in range(12):
            begin = first + timedelta(days=364 * year)
            found.append(CalendarException(first=begin, last=begin + timedelta(days=6), name="Days off"))
    return sorted(found, key=lambda each: each.first)
