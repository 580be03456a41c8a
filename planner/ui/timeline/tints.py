"""What the colours of bars and diamonds mean, and the signs that say the same without colour. No Qt.

A colour is the number of a phase colour, or `LATE`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain.items import Activity, ActivityKind, Milestone, Phase
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.states import State, state_of
from planner.ui.timeline.options import ColourBy

LATE = -1
"""The colour of what is late, which no phase has."""


class Sign(StrEnum):
    """A small drawing in a bar or diamond."""

    LINES = "lines"
    PLAY = "play"
    HEXAGON = "hexagon"
    STAR = "star"
    LOOP = "loop"
    LENS = "lens"
    CHECK = "check"
    HALF = "half"
    CIRCLE = "circle"
    DOTS = "dots"
    BANG = "bang"


@dataclass(frozen=True, slots=True)
class Tint:
    """A colour and the sign that goes with it; phases need none, as rows say which is which."""

    colour: int
    sign: Sign | None = None


TINT_OF_KIND = {
    ActivityKind.TOPIC: Tint(1, Sign.LINES),
    ActivityKind.COURSE: Tint(2, Sign.PLAY),
    ActivityKind.PROJECT: Tint(4, Sign.HEXAGON),
    ActivityKind.CERTIFICATION: Tint(3, Sign.STAR),
    ActivityKind.REVIEW: Tint(0, Sign.LOOP),
    ActivityKind.JOB_SEARCH: Tint(5, Sign.LENS),
}

TINT_OF_MILESTONES = Tint(6)
"""Where colours are kinds, milestones have one of their own; their shape is their sign."""

TINT_OF_STATE = {
    State.DONE: Tint(3, Sign.CHECK),
    State.UNDER_WAY: Tint(1, Sign.HALF),
    State.READY: Tint(7, Sign.CIRCLE),
    State.WAITING: Tint(0, Sign.DOTS),
    State.LATE: Tint(LATE, Sign.BANG),
}


def tint_of(
    plan: Plan, current: Schedule, item: Activity | Milestone, phase_colour: int, today: date, by: ColourBy
) -> Tint:
    """The colour and sign of an activity or milestone."""
    if by is ColourBy.STATE:
        return TINT_OF_STATE[state_of(plan, current, item.id, today)]
    if by is ColourBy.KIND:
        return TINT_OF_KIND[item.kind] if isinstance(item, Activity) else TINT_OF_MILESTONES
    return Tint(phase_colour)


def row_colour(
    plan: Plan,
    current: Schedule,
    thing: Phase | Activity | Milestone,
    phase_colour: int,
    today: date,
    by: ColourBy,
) -> int:
    """The colour of what stands in a row: phases keep their own, whatever colours mean."""
    if isinstance(thing, Phase):
        return phase_colour
    return tint_of(plan, current, thing, phase_colour, today, by).colour
