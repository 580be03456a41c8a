"""A time in which nothing was heard of a running timer, and what the learner may say of it."""

from dataclasses import dataclass
from enum import Enum

from planner.domain.timer import Timer, stopped_at_beat, without_silence


class Cause(Enum):
    """Why nothing was heard of a running timer."""

    CLOSED = "closed"
    SLEPT = "slept"


class Answer(Enum):
    """What the learner says of that time."""

    ON = "on"
    THEN = "then"
    NOW = "now"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Silence:
    """From when to when nothing was heard, as instants."""

    cause: Cause
    since: float
    until: float


def as_answered(timer: Timer, silence: Silence, answer: Answer) -> Timer:
    """The timer once the silence is counted or left out.

    Who wakes the machine is there and studies on, so the timer runs on from then; who starts Milepost again
    may only want to look, so it stands, unless the learner says to go on.
    """
    if answer is Answer.NOW:
        return timer
    if answer is Answer.ON or silence.cause is Cause.SLEPT:
        return without_silence(timer, silence.until)
    return stopped_at_beat(timer)
