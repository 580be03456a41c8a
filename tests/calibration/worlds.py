"""The worlds that made-up learners live in: how far efforts, weeks and records stray from their plans.

None of it is the forecast's own model: there efforts are beta, the pace is one lognormal factor, and weeks
are summed up by a mean, a variance and an autocorrelation.
"""

from dataclasses import dataclass
from enum import StrEnum

Range = tuple[float, float]


class Law(StrEnum):
    """What the hours an activity truly takes are drawn from, around its likely effort."""

    LOGNORMAL = "lognormal"
    GAMMA = "gamma"


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What learners are drawn from; ranges are uniform.

    `bias` is the median of the learner's own factor on every effort and `bias_spread` the sigma of its
    logarithm; each activity strays from that with `effort_spread` of its own. Weeks follow a chain of two
    states: from one that is kept to one that is missed with the chance `stopping`, and back with `resuming`.
    Of the hours of a week that is kept the learner keeps `keeping` on average, and logs `logging` of what was
    studied.
    """

    name: str
    law: Law = Law.LOGNORMAL
    bias: float = 1.15
    bias_spread: float = 0.3
    effort_spread: float = 0.35
    stopping: Range = (0.03, 0.12)
    resuming: Range = (0.3, 0.7)
    keeping: Range = (0.65, 1.0)
    logging: Range = (0.7, 1.0)
    unlogged_days: float = 0.03


USUAL = World(name="usual")

WORLDS = {
    each.name: each
    for each in (
        USUAL,
        World(name="no-bias", bias=1.0, bias_spread=0.0),
        World(name="hard", bias=1.5, bias_spread=0.4, stopping=(0.05, 0.12), resuming=(0.12, 0.3)),
        World(name="gamma", law=Law.GAMMA, effort_spread=0.5),
        World(name="nothing-logged", logging=(0.0, 0.0)),
    )
}
"""The one that is held to the bands, and others that show how far the forecast stands on its own feet."""
