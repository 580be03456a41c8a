"""Where a plan is heading: the days its milestones and activities land on, over many samples of what is left.

Rule 11: the same schedule with today as status date and sampled remaining efforts at the learner's pace. A
Monte Carlo simulation of the network, as R. M. Van Slyke (Operations Research 11, 1963) showed PERT's own
sums along one path to be too early wherever paths meet.

A quantile is an order statistic, a day that a sample landed on: the first by which at least so large a part
of the samples has landed. Nothing is interpolated, so the same plan, day, pace and seed give the same days
everywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from planner.domain.forecast.capped_axis import CappedAxis
from planner.domain.forecast.done_hours import Course, hours_done
from planner.domain.forecast.drivers import driving_shares
from planner.domain.forecast.landing import Landing
from planner.domain.forecast.pace_draws import pace_draws, standard_draws
from planner.domain.forecast.passing import forward_samples
from planner.domain.forecast.remaining import Hours, Remaining
from planner.domain.forecast.shapes import Shape
from planner.domain.frame import settle
from planner.domain.graph import Graph, graph_of
from planner.domain.items import ActivityId, MilestoneId, NodeId
from planner.domain.landings import workless_milestones
from planner.domain.pace.pace import Pace
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule

SAMPLES = 10_000
DRAG_SAMPLES = 1_000
"""Samples of a forecast that is worked out while something is dragged."""

SEED = 1

MOST_WORK = 2_000_000
"""Samples times items that one forecast works out: larger plans get fewer samples, at least the next."""

LEAST_SAMPLES = 200

QUANTILES = (0.1, 0.5, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Quantiles:
    """The days by which 10, 50, 80 and 90 % of the samples land."""

    p10: date
    p50: date
    p80: date
    p90: date


@dataclass(frozen=True, slots=True)
class Driver:
    """An activity, and the share of samples whose finish hangs on its hours."""

    activity: ActivityId
    share: float


def forecast(
    plan: Plan,
    schedule: Schedule,
    pace: Pace,
    today: date,
    *,
    samples: int = SAMPLES,
    seed: int = SEED,
    shape: Shape = Shape.PERT,
) -> "Forecast":
    """One forecast of a plan; who asks again and again keeps a `Forecaster`."""
    return Forecaster(samples, seed, shape).forecast(plan, today, pace, schedule.graph)


class Forecaster:
    """Makes forecasts and keeps what it drew between them: what did not change is not drawn again."""

    def __init__(self, samples: int = SAMPLES, seed: int = SEED, shape: Shape = Shape.PERT) -> None:
        self.samples = samples
        self.seed = seed
        self.shape = shape
        self._remaining = Remaining(samples, seed, shape)
        self._axis: CappedAxis | None = None

    def forecast(self, plan: Plan, today: date, pace: Pace, graph: Graph | None = None) -> "Forecast":
        """Where a plan is heading as of a day; a graph that still fits is used again.

        Raises `DependencyCycle`. What lands past the year 9999 counts as landing on its last day.
        """
        graph = graph_of(plan, graph)
        samples = samples_for(len(graph.nodes), self.samples)
        if samples != self._remaining.samples:
            self._remaining = Remaining(samples, self.seed, self.shape)
        left = self._remaining.hours_left(plan, pace)
        settled = settle(plan, max(today, plan.facts.status_date))
        return Forecast(settled, graph, self._axis_of(settled), left, today, pace, self.shape, self.seed)

    def _axis_of(self, plan: Plan) -> CappedAxis:
        """The plan's axis; the same one while its calendar is."""
        axis = plan.calendar.axis(plan.facts.start)
        if self._axis is None or self._axis.axis is not axis:
            self._axis = CappedAxis(axis)
        return self._axis


def samples_for(items: int, asked: int) -> int:
    """How many samples a plan of so many items gets where so many are asked for."""
    return min(asked, max(MOST_WORK // max(items, 1), LEAST_SAMPLES))


class Forecast:
    """What the samples of one plan say; never changed.

    `plan` is the plan settled up to today. `hours_left` are the sampled hours left of each of its active
    activities, on the calendar's axis; shape (activities, samples).
    """

    def __init__(
        self,
        plan: Plan,
        graph: Graph,
        axis: CappedAxis,
        left: Hours,
        today: date,
        pace: Pace,
        shape: Shape,
        seed: int,
    ) -> None:
        self.plan = plan
        self.today = today
        self.pace = pace
        self.shape = shape
        self.seed = seed
        self.samples = left.shape[1]
        self._graph = graph
        self.hours_left = left
        self._axis = axis
        self._passed = forward_samples(plan, graph, self._axis, left)
        self._landings: dict[NodeId | None, Landing] = {}

    @cached_property
    def finish(self) -> Quantiles:
        """Where the path is done: the plan's finish milestone, else the last milestone of each sample."""
        return self._quantiles(self._landing(None))

    @property
    def finish_node(self) -> MilestoneId | None:
        """The milestone that `finish` is of; None where the plan names none and the last one counts."""
        return self.plan.facts.finish if self.plan.facts.finish in self.plan.milestones else None

    def of(self, node: NodeId) -> Quantiles:
        """Where a milestone lands, or an activity's last day; raises `UnknownItem`.

        What is finished or reached has one day, and so has a milestone that no work leads to: the day it
        stands on.
        """
        return self._quantiles(self._landing(node))

    def chance(self, node: NodeId, day: date) -> float:
        """The share of samples in which an item lands by a day, 0 to 1; raises `UnknownItem`."""
        return self._landing(node).chance(day)

    def day_at(self, node: NodeId, part: float) -> date:
        """The first day by which such a part of the samples lands, above 0 to 1; raises `UnknownItem`."""
        return self._landing(node).day_at(part)

    def finish_chance(self, day: date) -> float:
        """The share of samples in which the path is done by a day."""
        return self._landing(None).chance(day)

    def finish_at(self, part: float) -> date:
        """The first day by which the path is done in such a part of the samples."""
        return self._landing(None).day_at(part)

    @cached_property
    def drivers(self) -> tuple[Driver, ...]:
        """The activities whose hours drive the finish, with the share of samples; the largest first, then
        the earliest.
        """
        if not len(self.hours_left) or not self._graph.nodes:
            return ()
        shares = driving_shares(self._graph, self._axis, self._passed, self.hours_left, self._ends())
        begun = self._passed.starts.mean(axis=1)
        found = [
            (-float(share), float(start), ActivityId(node))
            for node, share, start in zip(self._graph.nodes, shares, begun, strict=False)
            if share > 0
        ]
        return tuple(Driver(activity, -share) for share, _, activity in sorted(found))

    def hours_by(self, days: Sequence[date], parts: Sequence[float]) -> list[Course]:
        """The hours of study from today to the end of each day, in order, and in all until the finish.

        A course for each of `parts`, by the samples whose finish lands about so late: so large a part of them
        lands by then. The hours are those the learner studies, at the pace of each sample, as sessions are
        logged; not those the calendar has.
        """
        if not len(self.hours_left):
            return [([0.0] * len(days), 0.0) for _ in parts]
        pace = pace_draws(self.pace, standard_draws(self.seed, self.samples))
        studied = self.hours_left * (pace.effort / pace.factor)
        ends = self._passed.finishes[self._ends(), np.arange(self.samples)]
        return hours_done(self._axis, self._passed, studied, ends, days, parts)

    def _quantiles(self, landing: Landing) -> Quantiles:
        return Quantiles(*(landing.day_at(part) for part in QUANTILES))

    def _landing(self, node: NodeId | None) -> Landing:
        """Where an item lands in all samples; None stands for the whole path."""
        if node not in self._landings:
            self._landings[node] = self._worked_out(node)
        return self._landings[node]

    def _worked_out(self, node: NodeId | None) -> Landing:
        axis, passed = self._axis, self._passed
        node = node or self.finish_node
        if node is None:
            return self._last_of_all()
        number = self._graph.index[self.plan.node(node).id]
        said = passed.said_finishes.get(number)
        if number in self._workless:
            stands = self.plan.milestones[MilestoneId(node)].target
            said = None if stands is None else (stands - axis.axis.first).days
        if said is not None:
            return Landing(axis, np.zeros(0), said)
        return Landing(axis, np.sort(passed.finishes[number]), passed.said_starts.get(number, 0))

    def _last_of_all(self) -> Landing:
        """The last milestone in each sample, or the last item in a plan without milestones."""
        last = self._passed.finishes[self._counting]
        if not len(last):
            return Landing(self._axis, np.zeros(0), 0)
        said = max((self._passed.said_finishes.get(each, 0) for each in self._counting), default=0)
        return Landing(self._axis, np.sort(last.max(axis=0)), said)

    @cached_property
    def _counting(self) -> range:
        """The numbers of the items that the end of the path is looked for among."""
        count, items = self._graph.activity_count, len(self._graph.nodes)
        return range(count, items) if count < items else range(items)

    @cached_property
    def _workless(self) -> frozenset[int]:
        return workless_milestones(self.plan, self._graph)

    def _ends(self) -> npt.NDArray[np.intp]:
        """The number of the item that is the finish of each sample."""
        if self.finish_node is not None:
            return np.full(self.samples, self._graph.index[self.finish_node])
        last: npt.NDArray[np.intp] = self._passed.finishes[self._counting].argmax(axis=0)
        return last + self._counting.start
