"""The learner's own pace: hours taken against hours estimated, and hours kept against hours planned."""

from dataclasses import dataclass
from datetime import date

from planner.domain.plan import Plan
from planner.domain.schedule import Schedule

ENOUGH_FINISHED = 3
"""Finished activities from which on the forecast rests on the learner's own pace."""

ENOUGH_WEEKS = 4
"""Settled weeks from which on it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """A lognormal belief about a factor: its median, and the sigma of its logarithm."""

    median: float
    sigma: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast the learner goes, as far as it is known.

    `effort` is actual over estimated hours, common to all that is left; `kept` hours kept over hours planned.
    `factor` is what the forecast multiplies the sampled remaining efforts with: their quotient, with its own
    joint spread. `finished` activities and `weeks` settled weeks stand behind it. Without `enough` of both
    the forecast rests on the roadmap's ranges alone; `sentence` says so in plain words.
    """

    effort: Factor
    kept: Factor
    factor: Factor
    finished: int
    weeks: int
    enough: bool
    sentence: str


UNKNOWN = Pace(
    effort=Factor(median=1.0, sigma=0.25),
    kept=Factor(median=1.0, sigma=0.25),
    factor=Factor(median=1.0, sigma=0.35),
    finished=0,
    weeks=0,
    enough=False,
    sentence=(
        f"So far the forecast rests on the roadmap’s ranges alone; from {ENOUGH_FINISHED} finished activities "
        f"and {ENOUGH_WEEKS} logged weeks on it uses your own pace (now 0 and 0)."
    ),
)
"""Nothing is known: no shift, and a wide allowance for a pace that may be any."""


def pace_of(plan: Plan, schedule: Schedule, today: date) -> Pace:  # noqa: ARG001 (soon used)
    """The pace of a plan's sessions and finished activities up to a day."""
    return UNKNOWN
