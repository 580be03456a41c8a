"""Forecasts made in the middle of histories, against how these ended."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import chain, repeat

from planner.domain.forecast.forecast import DRAG_SAMPLES, Forecaster
from planner.domain.pace.pace import UNKNOWN, Factor, Pace, pace_of
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from tests.calibration.histories import history
from tests.calibration.moments import Way, part_of_the_way, plan_on
from tests.calibration.worlds import World

PARTS = (0.0, 0.25, 0.5, 0.75)
PROCESSES = 2
CHUNK = 50


class Paces(StrEnum):
    """Which pace is forecast with: the learner's own, or for control one that must miss the bands."""

    OWN = "own"
    UNKNOWN = "unknown"
    CERTAIN = "certain"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one forecast said, in days from its own day on, and the days that were truly left."""

    part: float
    enough: bool
    truth: int
    p10: int
    p50: int
    p80: int
    p90: int


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the histories of one world."""

    world: World
    seed: int
    way: Way = Way.WORK
    paces: Paces = Paces.OWN


def outcomes(question: Question, numbers: range) -> Iterator[Outcome]:
    """The forecasts of the histories of these numbers, each at all `PARTS` of its way."""
    pace = PACES[question.paces]
    for number in numbers:
        whole = history(question.world, question.seed, number)
        forecaster = Forecaster(DRAG_SAMPLES)
        for part in PARTS:
            today = part_of_the_way(whole, part, question.way)
            plan = plan_on(whole, today)
            laid_out = schedule(plan)
            found = pace(plan, laid_out, today)
            finish = forecaster.forecast(plan, today, found, laid_out.graph).finish
            ends = (whole.finish, finish.p10, finish.p50, finish.p80, finish.p90)
            yield Outcome(part, found.enough, *((each - today).days for each in ends))


def outcomes_of_many(question: Question, histories: int) -> list[Outcome]:
    """The forecasts of so many histories, worked out by two processes; always in the same order."""
    chunks = [range(first, min(first + CHUNK, histories)) for first in range(0, histories, CHUNK)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        return list(chain.from_iterable(pool.map(_chunk, repeat(question), chunks)))


def _chunk(question: Question, numbers: range) -> list[Outcome]:
    return list(outcomes(question, numbers))


def _unknown(plan: Plan, laid_out: Schedule, today: date) -> Pace:
    return UNKNOWN


def _certain(plan: Plan, laid_out: Schedule, today: date) -> Pace:
    """The learner's own pace as if there were no doubt about it."""
    found = pace_of(plan, laid_out, today)
    sure = Factor(median=found.factor.median, sigma=0.0)
    return replace(found, effort=replace(found.effort, sigma=0.0), factor=sure, straying=0.0)


PACES: dict[Paces, Callable[[Plan, Schedule, date], Pace]] = {
    Paces.OWN: pace_of,
    Paces.UNKNOWN: _unknown,
    Paces.CERTAIN: _certain,
}
