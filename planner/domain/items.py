"""The facts a plan is made of: frozen, guarded, free of Qt and SQL.

Edit with `dataclasses.replace(activity, effort=...)`; every fact checks itself and raises `InvalidValue`.
Ids from a roadmap stay what the roadmap says; ids of what the learner adds are UUIDs.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from math import isfinite
from typing import NewType
from uuid import UUID, uuid4

from planner.domain.guards import MINUTES_A_DAY, check, check_title

PhaseId = NewType("PhaseId", str)
ActivityId = NewType("ActivityId", str)
MilestoneId = NewType("MilestoneId", str)
ChecklistItemId = NewType("ChecklistItemId", str)
DependencyId = NewType("DependencyId", str)
SessionId = NewType("SessionId", str)
StepId = NewType("StepId", str)
BaselineId = NewType("BaselineId", str)
AttachmentId = NewType("AttachmentId", str)
PlacementId = NewType("PlacementId", str)
NodeId = ActivityId | MilestoneId

WEEKS_A_MONTH = 4.348
"""365.25 days / 12 months / 7 days, rounded as the roadmap's own arithmetic rounds it."""

LONGEST_EFFORT_HOURS = 100_000.0
"""More than fifty working years: a larger effort is a slip of the finger."""


class Provenance(StrEnum):
    """Where a number comes from."""

    SOURCE = "source"
    PUBLISHER = "publisher"
    SUGGESTION = "suggestion"
    LEARNER = "learner"
    DERIVED = "derived"
    MEASURED = "measured"


class ActivityKind(StrEnum):
    """What sort of work a bar stands for."""

    TOPIC = "topic"
    COURSE = "course"
    PROJECT = "project"
    CERTIFICATION = "certification"
    REVIEW = "review"
    JOB_SEARCH = "job search"


class DependencyKind(StrEnum):
    """Which ends a dependency joins: of the first item, then of the second."""

    FINISH_START = "FS"
    START_START = "SS"
    FINISH_FINISH = "FF"
    START_FINISH = "SF"


def new_id() -> str:
    """A fresh UUID for something the learner adds."""
    return str(uuid4())


def is_own(item_id: str) -> bool:
    """Whether the learner added an item: ids from a roadmap are words, own ones are UUIDs."""
    try:
        UUID(item_id)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Hours an activity takes, as a range, with where the figures come from."""

    low: float
    likely: float
    high: float
    provenance: Provenance
    reason: str = ""

    def __post_init__(self) -> None:
        check(
            all(isfinite(hours) for hours in (self.low, self.likely, self.high)),
            "Hours must be numbers.",
        )
        check(0 <= self.low <= self.likely <= self.high, "Hours must rise from low over likely to high.")
        check(self.likely > 0, "An activity needs more than 0 hours.")
        check(
            self.high <= LONGEST_EFFORT_HOURS,
            f"An activity can take at most {LONGEST_EFFORT_HOURS:,.0f} hours.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRange:
    """A length in months as the source gives it."""

    low: float
    high: float
    provenance: Provenance
    reason: str = ""

    def __post_init__(self) -> None:
        check(isfinite(self.low) and isfinite(self.high), "Months must be numbers.")
        check(0 < self.low <= self.high <= 1200, "Months must rise from low to high.")

    @property
    def likely(self) -> float:
        """The middle of the range, in months."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A named part of an activity: a course's module, a project's stage. Parts are relative sizes."""

    id: StepId
    title: str
    part: float = 1.0
    done: bool = False

    def __post_init__(self) -> None:
        check_title(self.title)
        check(isfinite(self.part) and self.part > 0, "A step's part must be above 0.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A summary row: a group of activities, with the source's own duration range where it gives one.

    `parent` is the group it lies in (None: the top); `position` counts among all that lies there.
    """

    id: PhaseId
    title: str
    position: int
    colour: int = 0
    months: MonthRange | None = None
    about: str = ""
    warning: str = ""
    parent: PhaseId | None = None

    def __post_init__(self) -> None:
        check_title(self.title)
        check(self.parent != self.id, "A group cannot lie in itself.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Days, both ends included, on which an activity gets no hours: its bar has a gap there."""

    first: date
    last: date

    def __post_init__(self) -> None:
        check(self.first <= self.last, "A pause cannot end before it begins.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A bar: something that takes effort.

    `effort` and `remaining_hours` are hours of study; `share` is the part of the week's hours it gets while
    it runs. `remaining_hours` is what was left at the plan's status date (None: all of it). An activity with
    an `archived_on` day is kept for its logged hours alone: it is no part of the schedule any more.
    """

    id: ActivityId
    phase: PhaseId
    title: str
    kind: ActivityKind
    position: int
    effort: Estimate
    share: float = 1.0
    not_before: date | None = None
    started_on: date | None = None
    finished_on: date | None = None
    remaining_hours: float | None = None
    steps: tuple[Step, ...] = ()
    provider: str = ""
    link: str = ""
    tools: tuple[str, ...] = ()
    about: str = ""
    warning: str = ""
    required: bool = True
    length_unknown: bool = False
    production: bool = False
    note: str = ""
    pauses: tuple[Pause, ...] = ()
    archived_on: date | None = None

    def __post_init__(self) -> None:
        check_title(self.title)
        check(
            all(before.last < after.first for before, after in pairwise(self.pauses)),
            "Pauses come one after the other and do not overlap.",
        )
        check(0 < self.share <= 1, "A share is above 0 and at most 1.")
        if self.started_on is not None and self.finished_on is not None:
            check(self.started_on <= self.finished_on, "An activity cannot finish before it starts.")
        if self.remaining_hours is not None:
            check(
                isfinite(self.remaining_hours) and 0 <= self.remaining_hours <= LONGEST_EFFORT_HOURS,
                "What is left must be 0 hours or more.",
            )

    @property
    def remaining(self) -> float:
        """Hours of work left at the status date; none once it is finished."""
        if self.finished_on is not None:
            return 0.0
        return self.effort.likely if self.remaining_hours is None else self.remaining_hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A diamond: a point to reach, with a checklist.

    `target` is the learner's own date; with `holds` its followers wait for it. `fixed` targets (an exam, a
    cohort's start) are moved by no drag and no catching up.
    """

    id: MilestoneId
    phase: PhaseId
    title: str
    position: int
    target: date | None = None
    holds: bool = False
    fixed: bool = False
    reached_on: date | None = None
    about: str = ""
    warning: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        check_title(self.title)
        check(self.target is not None or not (self.holds or self.fixed), "Only a target date can hold.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """One item waits for another; `lag_days` may be negative."""

    id: DependencyId
    before: NodeId
    after: NodeId
    kind: DependencyKind = DependencyKind.FINISH_START
    lag_days: int = 0

    def __post_init__(self) -> None:
        check(self.before != self.after, "An item cannot wait for itself.")
        check(abs(self.lag_days) <= 10_000, "A lag is at most 10,000 days.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Minutes studied on a day for an activity, as logged by the learner.

    `placement` is the session of the learner's own placing they were logged for, if it was one.
    """

    id: SessionId
    activity: ActivityId
    day: date
    minutes: int
    step: StepId | None = None
    note: str = ""
    placement: PlacementId | None = None

    def __post_init__(self) -> None:
        check(0 < self.minutes <= MINUTES_A_DAY, "A session lasts from 1 minute to 24 hours.")


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineDays:
    """One item in a baseline: its first and last day; for a milestone both the day its diamond stood on."""

    node: str
    start: date
    finish: date

    def __post_init__(self) -> None:
        check(self.start <= self.finish, "An item cannot finish before it starts.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A frozen copy of the dates, kept with the day it was taken on and its reason."""

    id: BaselineId
    taken_on: date
    reason: str
    days: tuple[BaselineDays, ...]

    def __post_init__(self) -> None:
        check_title(self.reason)
