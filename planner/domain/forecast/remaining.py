"""Hours that are left of each activity, for each sample: its sampled effort at the learner's pace, less what
is done.

What has begun and is not finished takes longer than what is done of it: its effort is drawn from that part of
its range alone (the distribution given that it lies above; E. L. Kaplan and P. Meier's left truncation, as in
J. P. Klein and M. L. Moeschberger: Survival Analysis, 2nd edition, section 3.4). With the distribution
function F and a uniform number u, that is F^-1(F(x) + u (1 - F(x))) for an x hours' worth of estimate done.
Whatever was drawn, a small remainder is left: done is what the learner says is done.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from planner.domain.forecast.pace_draws import PaceDraws, pace_draws, standard_draws
from planner.domain.forecast.shapes import Shape, Spread, spread_of
from planner.domain.forecast.straying import as_seen
from planner.domain.forecast.streams import Samples, uniforms
from planner.domain.items import Activity, ActivityId
from planner.domain.pace.evidence import part_by_steps
from planner.domain.pace.pace import Factor, Pace
from planner.domain.plan import Plan
from planner.domain.progress import logged_hours

LEAST_LEFT = 0.05
"""Part of its likely effort that is left at least of what is not finished."""

GRID_HOURS = 2.0**-24
"""What is left is a multiple of this (0.2 ms): sums are exact, and a library's last bit does not matter."""

Effort = tuple[float, float, float]
"""Low, likely and high, in hours."""

Hours = npt.NDArray[np.float64]
"""Shape (activities, samples)."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the hours left of one activity follow from, besides the pace.

    `done` are hours; `ticked` is the part that ticked steps tell of where no hours do, 0 to 1.
    """

    effort: Effort
    done: float
    nothing_left: bool
    ticked: float = 0.0


class Remaining:
    """Keeps what was drawn: only activities whose effort or hours done differ are worked out again."""

    def __init__(self, samples: int, seed: int, shape: Shape) -> None:
        self.samples = samples
        self._seed = seed
        self._shape = shape
        self._normals: tuple[Samples, Samples] | None = None
        self._paced: tuple[tuple[Factor, Factor], PaceDraws] | None = None
        self._efforts: dict[ActivityId, tuple[Effort, Samples | float]] = {}
        self._asked: dict[ActivityId, _Asked] = {}
        self._left: Hours = np.zeros((0, samples))

    def hours_left(self, plan: Plan, pace: Pace) -> Hours:
        """Hours on the calendar's axis left of each active activity; shape (activities, samples).

        0 for what is finished, and for what the learner said nothing is left of. Not to be changed.
        """
        draws, same_pace = self._draws(pace)
        asked = {key: _asked(plan, each, pace.straying, self._shape) for key, each in plan.active.items()}
        if same_pace and asked == self._asked and list(asked) == list(self._asked):
            return self._left
        kept = self._rows_kept(asked) if same_pace else {}
        left = np.empty((len(asked), self.samples))
        for row, (key, each) in enumerate(asked.items()):
            if key in kept:
                left[row] = self._left[kept[key]]
            else:
                left[row] = self._worked_out(key, each, draws)
        self._asked, self._left = asked, left
        self._efforts = {key: each for key, each in self._efforts.items() if key in asked}
        return left

    def _rows_kept(self, asked: Mapping[ActivityId, _Asked]) -> dict[ActivityId, int]:
        """The rows known already of what is asked for."""
        return {key: row for row, (key, known) in enumerate(self._asked.items()) if asked.get(key) == known}

    def _draws(self, pace: Pace) -> tuple[PaceDraws, bool]:
        """The pace as factors, and whether they are those of last time."""
        key = pace.effort, pace.factor
        if self._paced is not None and self._paced[0] == key:
            return self._paced[1], True
        if self._normals is None:
            self._normals = standard_draws(self._seed, self.samples)
        self._paced = key, pace_draws(pace, self._normals)
        return self._paced[1], False

    def _worked_out(self, key: ActivityId, asked: _Asked, draws: PaceDraws) -> Samples | float:
        effort, done = asked.effort, asked.done
        if asked.nothing_left:
            return 0.0
        left: Samples | float
        if not done:
            left = self._effort(key, effort) * (1 - asked.ticked)
        else:
            estimated = done / draws.effort
            left = self._effort_above(key, effort, estimated) - estimated
        least = LEAST_LEFT * effort[1]
        hours = np.maximum(left, least) * draws.factor
        hours *= 1 / GRID_HOURS
        np.rint(hours, out=hours)
        hours *= GRID_HOURS
        return np.maximum(hours, GRID_HOURS, out=hours)

    def _effort(self, key: ActivityId, effort: Effort) -> Samples | float:
        """The whole effort in estimated hours, kept until its range changes."""
        known = self._efforts.get(key)
        if known is None or known[0] != effort:
            low, _, high = effort
            drawn = (
                low
                if low == high
                else low + (high - low) * _spread(self._shape, effort).at(self._uniform(key))
            )
            known = self._efforts[key] = effort, drawn
        return known[1]

    def _effort_above(self, key: ActivityId, effort: Effort, done: Samples) -> Samples | float:
        """The whole effort given that it is above some hours; the high end where those are above it, too."""
        low, _, high = effort
        if low == high or float(done.max()) <= low:
            return self._effort(key, effort)
        spread = _spread(self._shape, effort)
        below = spread.up_to((done - low) / (high - low))
        return low + (high - low) * spread.at(below + self._uniform(key) * (1 - below))

    def _uniform(self, key: ActivityId) -> Samples:
        return uniforms(self._seed, f"activity/{key}", self.samples)


def _spread(shape: Shape, effort: Effort) -> Spread:
    low, likely, high = effort
    return spread_of(shape, (likely - low) / (high - low))


def _asked(plan: Plan, activity: Activity, straying: float, shape: Shape) -> _Asked:
    """An activity's range and hours done: those logged, else the likely less what the learner said is left.

    These are below 0 where more is said to be left than was estimated.
    """
    effort = activity.effort
    hours = as_seen((effort.low, effort.likely, effort.high), straying, shape)
    done = logged_hours(plan, activity)
    if activity.finished_on is not None or (not done and activity.remaining_hours == 0):
        return _Asked(hours, done, nothing_left=True)
    if not done and activity.remaining_hours is not None:
        done = effort.likely - activity.remaining_hours
    return _Asked(hours, done, nothing_left=False, ticked=0.0 if done else part_by_steps(activity))
