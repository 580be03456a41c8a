"""What the learner says about a week: its goals, where sessions lie, and the words of its review.

Frozen and guarded like all facts. What they do to the week the schedule gives is in `placing` and `week`.
"""

from dataclasses import dataclass
from datetime import date

from planner.domain.guards import LONGEST_TITLE, MINUTES_A_DAY, check, check_day
from planner.domain.items import ActivityId, PlacementId, StepId

MINUTES_A_WEEK = 7 * MINUTES_A_DAY
MOST_GOALS = 20
LONGEST_WORDS = 4_000
"""Characters of each text of a review."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekGoal:
    """One thing a week is for: in the learner's words, or kept from what the schedule suggested.

    `kind` says what work a suggested one is (“course”), and is empty in the learner's words; `minutes` are
    how long it takes, where that is known; `activity` is what it belongs to.
    """

    text: str
    kind: str = ""
    minutes: int = 0
    activity: ActivityId | None = None
    done: bool = False

    def __post_init__(self) -> None:
        check(bool(self.text.strip()), "A goal cannot be empty.")
        check(len(self.text) <= LONGEST_TITLE, f"A goal can have at most {LONGEST_TITLE} characters.")
        check(len(self.kind) <= LONGEST_TITLE, "The kind of a goal is too long.")
        check(0 <= self.minutes <= MINUTES_A_WEEK, "A goal of a week takes at most a week.")

    @property
    def suggested(self) -> bool:
        """Whether it says what the schedule suggested, word for word."""
        return bool(self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekNotes:
    """What the learner keeps with the week that begins on `first_day`.

    `goals` is None while the goals are those the schedule suggests. `done`, `moved`, `why` and `next_step`
    are the words of the review held on `reviewed_on`. `planned_minutes` is what the plan asked for when the
    week was settled, so that a later plan does not change what was asked then.
    """

    first_day: date
    goals: tuple[WeekGoal, ...] | None = None
    done: str = ""
    moved: str = ""
    why: str = ""
    next_step: str = ""
    reviewed_on: date | None = None
    planned_minutes: int | None = None

    def __post_init__(self) -> None:
        check_day(self.first_day)
        check(len(self.goals or ()) <= MOST_GOALS, f"A week can have at most {MOST_GOALS} goals.")
        for words in (self.done, self.moved, self.why, self.next_step):
            check(
                len(words) <= LONGEST_WORDS,
                f"Each answer of a review can have at most {LONGEST_WORDS:,} characters.",
            )
        check(
            self.planned_minutes is None or 0 <= self.planned_minutes <= MINUTES_A_WEEK,
            "A week has at most 168 hours.",
        )

    @property
    def id(self) -> str:
        """Its key in the plan: its first day, like “2027-01-04”."""
        return self.first_day.isoformat()

    @property
    def empty(self) -> bool:
        """Whether nothing is kept that the schedule would not say itself."""
        return self == WeekNotes(first_day=self.first_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A session the learner has put on a day, out of the minutes the schedule gives around `taken_from`.

    `starts_at` is its own time of the day, in minutes after midnight; None: no time of its own.
    """

    id: PlacementId
    activity: ActivityId
    step: StepId | None
    day: date
    minutes: int
    taken_from: date
    starts_at: int | None = None

    def __post_init__(self) -> None:
        check(0 < self.minutes <= MINUTES_A_DAY, "A session lasts from 1 minute to 24 hours.")
        check_clock_time(self.starts_at)
        for day in (self.day, self.taken_from):
            check_day(day)


def check_clock_time(starts_at: int | None) -> None:
    """Raise `InvalidValue` for a time that no day has; None is no time."""
    check(starts_at is None or 0 <= starts_at < MINUTES_A_DAY, "A time lies between 0:00 and 23:59.")
