"""When the learner wants to be reminded: of studying, and of looking back on the week. Pure.

All instants are those of the wall clock, without a time zone, as they are chosen and read: a reminder for
19:00 comes when the clock on the wall says so, in summer and winter alike. What has been told is kept as
days, so that an hour that comes twice tells nothing twice.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from planner.domain.errors import InvalidValue
from planner.domain.guards import MINUTES_A_DAY

DAYS_LOOKED_AHEAD = 366
"""Who has no study day for a year gets no reminder until something changes."""


class Occasion(StrEnum):
    """What a reminder is about."""

    STUDY = "study"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminders:
    """What the learner chose. `..._at` are minutes after midnight, `review_weekday` is 0 for Monday.

    With `study_days_only` nothing is said on days without planned study.
    """

    study: bool = False
    study_at: int = 19 * 60
    study_days_only: bool = True
    review: bool = False
    review_weekday: int = 6
    review_at: int = 18 * 60

    def __post_init__(self) -> None:
        if not (0 <= self.study_at < MINUTES_A_DAY and 0 <= self.review_at < MINUTES_A_DAY):
            raise InvalidValue("A reminder has a time of day from 00:00 to 23:59.")
        if self.review_weekday not in range(7):
            raise InvalidValue("A week is looked back on from a Monday (0) to a Sunday (6).")

    @property
    def wanted(self) -> bool:
        """Whether anything is to be said at all."""
        return self.study or self.review

    def instant_on(self, occasion: Occasion, day: date, study_day: Callable[[date], bool]) -> datetime | None:
        """When the reminder comes on a day; None where none is wanted."""
        if occasion is Occasion.STUDY:
            wanted = self.study and (not self.study_days_only or study_day(day))
            return _at(day, self.study_at) if wanted else None
        wanted = self.review and day.weekday() == self.review_weekday
        return _at(day, self.review_at) if wanted else None


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder to come: what it is about, and when by the wall clock."""

    occasion: Occasion
    at: datetime


def next_reminder(
    reminders: Reminders,
    after: datetime,
    told: Mapping[Occasion, date],
    study_day: Callable[[date], bool],
) -> Reminder | None:
    """The first reminder after an instant, but none for an occasion on the day it was told on last."""
    found: list[Reminder] = []
    for occasion in Occasion:
        for number in range(DAYS_LOOKED_AHEAD if reminders.wanted else 0):
            day = after.date() + timedelta(days=number)
            at = reminders.instant_on(occasion, day, study_day)
            if at is not None and at > after and told.get(occasion) != day:
                found.append(Reminder(occasion, at))
                break
    return min(found, key=lambda each: each.at, default=None)


def due(
    reminders: Reminders,
    since: datetime,
    now: datetime,
    told: Mapping[Occasion, date],
    study_day: Callable[[date], bool],
) -> tuple[Occasion, ...]:
    """What is to be told now: today's reminders whose time came after `since`, the last look at the clock.

    One that passed while the machine slept is told on waking, if it is of the same day. What passed on days
    before is let go, and so is what lay before `since`: Milepost was not open then, or was not asked yet.
    """
    today = now.date()
    return tuple(
        occasion
        for occasion in Occasion
        if (at := reminders.instant_on(occasion, today, study_day)) is not None
        and since < at <= now
        and told.get(occasion) != today
    )


def _at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time(minutes // 60, minutes % 60))
