"""What a date is explained with: reasons in words, each with the facts it names and a place to go to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain.calendar import CalendarException
from planner.domain.items import Activity, Dependency, Milestone, Pause

Named = Dependency | Activity | Milestone | CalendarException | Pause
"""A fact that a reason names and that could be otherwise; of an activity its not-before, of a milestone its
hold."""

Asked = str | None
"""What can be asked about: an activity, a milestone or a phase by its id; None is the plan's finish."""


class Point(StrEnum):
    """Which of an item's dates a reason is about."""

    START = "start"
    FINISH = "finish"
    LANDS = "lands"
    STANDS = "stands"


class Kind(StrEnum):
    """What sort of reason it is."""

    AFTER = "after"
    WAITING_DAYS = "waiting days"
    HELD = "held"
    NOT_BEFORE = "not before"
    STATUS = "status date"
    STARTED = "started"
    FINISHED = "finished"
    REACHED = "reached"
    EFFORT = "effort"
    LOGGED = "logged"
    HOURS = "hours"
    DAYS_OFF = "days off"
    PAUSE = "pause"
    ALL_WORK = "all work"
    TARGET = "target"
    MEMBER = "member"
    NOTHING = "nothing"


class Where(StrEnum):
    """The sort of place that a click on a reason goes to."""

    ITEM = "item"
    NOT_BEFORE = "not before"
    EFFORT = "effort"
    SHARE = "share"
    TARGET = "target"
    PROGRESS = "progress"
    PAUSE = "pause"
    LINK = "link"
    HOURS = "hours"
    DAYS_OFF = "days off"
    STATUS = "status date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a click goes to: an item by its id, one of its fields, a dependency by its id, or what is the
    plan's (hours, days off, status date) from a day on.
    """

    where: Where
    id: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One line of an explanation: why the `point` of the item `about` is on `day`.

    `about` is empty for the plan as a whole. `step` counts back from what was asked, 0, to the beginning of
    the chain. `names` are the facts it rests on that could be otherwise. With `alone` the day would be
    another without them; without it something else named beside it holds the same day, or they are only part
    of what makes it.
    """

    text: str
    kind: Kind
    target: Target
    about: str
    point: Point
    day: date
    step: int
    names: tuple[Named, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """The date that reasons are about: of which item, which of its dates, the day, and how far back."""

    about: str
    point: Point
    day: date
    step: int

    def say(
        self, text: str, kind: Kind, target: Target, names: tuple[Named, ...] = (), *, alone: bool = False
    ) -> Reason:
        """A reason for this date."""
        return Reason(
            text=text,
            kind=kind,
            target=target,
            about=self.about,
            point=self.point,
            day=self.day,
            step=self.step,
            names=names,
            alone=alone,
        )
