"""A timer for study: started, paused and stopped; its minutes belong to the day they were studied on.

Pure: the moment is handed in, in seconds since 1970 (UTC). A running timer is told every so often that it
still runs (`beaten`); when it then hears nothing for a while, the machine slept or the program was gone, and
only the learner knows how much of that time counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import isfinite
from uuid import UUID, uuid5

from planner.domain.errors import InvalidValue
from planner.domain.guards import MINUTES_A_DAY
from planner.domain.items import ActivityId, PlacementId, Session, SessionId, StepId
from planner.domain.local_time import LocalTime

LONGEST_SILENCE = 90.0
"""Seconds without a beat after which it is asked what counts."""

FIRST_INSTANT, LAST_INSTANT = 0.0, 32_503_680_000.0
FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2999, 12, 31)
"""The years 1970 to 2999: what lies outside them is damage, not time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """Time studied for an activity on a day.

    `seconds` are counted up to `beat`, the last instant at which it is known that it ran, or at which it was
    paused. `title` is said when the activity has gone from the plan meanwhile. `placement` is the session of
    the learner's own placing that it runs for, if it is one.
    """

    id: str
    activity: ActivityId
    title: str
    day: date
    seconds: float
    beat: float
    running: bool
    step: StepId | None = None
    placement: PlacementId | None = None

    def __post_init__(self) -> None:
        if not (isfinite(self.seconds) and 0 <= self.seconds <= 10 * 365 * 86_400):
            raise InvalidValue("A timer counts seconds from 0 on.")
        if not (isfinite(self.beat) and FIRST_INSTANT <= self.beat <= LAST_INSTANT):
            raise InvalidValue("A timer's last beat lies in the years 1970 to 2999.")
        if not FIRST_DAY <= self.day <= LAST_DAY:
            raise InvalidValue("A timer's day lies in the years 1970 to 2999.")
        try:
            UUID(self.id)
        except ValueError:
            raise InvalidValue("A timer's id is a UUID.") from None


@dataclass(frozen=True, slots=True)
class DayTime:
    """Seconds studied on a day."""

    day: date
    seconds: float


def started(
    timer_id: str,
    activity: ActivityId,
    title: str,
    now: float,
    local: LocalTime,
    step: StepId | None = None,
    placement: PlacementId | None = None,
) -> Timer:
    """A timer that begins to run. `timer_id` is a fresh UUID."""
    return Timer(
        id=timer_id,
        activity=activity,
        title=title,
        step=step,
        placement=placement,
        day=local.day(now),
        seconds=0.0,
        beat=now,
        running=True,
    )


def seconds_at(timer: Timer, now: float) -> float:
    """Seconds counted by now. A clock that was set back takes nothing away."""
    return timer.seconds + (max(now - timer.beat, 0.0) if timer.running else 0.0)


def beaten(timer: Timer, now: float) -> Timer:
    """The timer with all time up to now counted."""
    return replace(timer, seconds=seconds_at(timer, now), beat=now) if timer.running else timer


def paused(timer: Timer, now: float) -> Timer:
    """The timer standing still, with all time up to now counted."""
    return replace(beaten(timer, now), running=False)


def resumed(timer: Timer, now: float) -> Timer:
    """The timer running on from now."""
    return timer if timer.running else replace(timer, running=True, beat=now)


def silent(timer: Timer, now: float) -> bool:
    """Whether a running timer was not heard of for so long that the learner has to say what counts."""
    return timer.running and now - timer.beat > LONGEST_SILENCE


def without_silence(timer: Timer, now: float) -> Timer:
    """The timer with the time since its last beat left out."""
    return replace(timer, beat=now)


def stopped_at_beat(timer: Timer) -> Timer:
    """The timer standing still since its last beat."""
    return replace(timer, running=False)


def day_is_over(timer: Timer, now: float, local: LocalTime) -> bool:
    """Whether the day the timer counts for has ended."""
    return now >= local.midnight_after(timer.day)


def at_midnight(timer: Timer, now: float, local: LocalTime) -> tuple[tuple[DayTime, ...], Timer]:
    """What the days that ended got, and the timer with what belongs to today.

    Everything up to now counts; a machine that slept is asked about before.
    """
    ended: list[DayTime] = []
    while day_is_over(timer, now, local):
        midnight = local.midnight_after(timer.day)
        until = max(midnight, timer.beat)
        ended.append(DayTime(timer.day, seconds_at(timer, until)))
        timer = replace(timer, day=local.day(midnight), seconds=0.0, beat=until)
    return tuple(ended), beaten(timer, now)


def minutes_of(seconds: float) -> int:
    """Whole minutes, to the nearest; at most those of a day, as a day of 25 hours is logged as one."""
    return min(int(seconds + 30) // 60, MINUTES_A_DAY)


def sessions_of(timer: Timer, times: Sequence[DayTime]) -> tuple[Session, ...]:
    """The timer's sessions to log, one a day; a day with less than half a minute gets none.

    The ids are those of `session_id`.
    """
    return tuple(
        Session(
            id=session_id(timer, each.day),
            activity=timer.activity,
            step=timer.step,
            placement=timer.placement,
            day=each.day,
            minutes=minutes_of(each.seconds),
        )
        for each in times
        if minutes_of(each.seconds)
    )


def session_id(timer: Timer, day: date) -> SessionId:
    """The id of what a timer logs on a day.

    It follows from the two, so that a crash between logging and forgetting the timer logs nothing twice.
    """
    return SessionId(str(uuid5(UUID(timer.id), day.isoformat())))
