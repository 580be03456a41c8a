"""A value of any type that a verb may be asked with: what the plan holds, now and then what it lacks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from random import Random
from typing import Any

from planner.domain import items
from planner.domain.attachments import Attachment
from planner.domain.calendar import CalendarException, StudyCalendar
from planner.domain.catching_up.absorb import absorb
from planner.domain.catching_up.compress import compress
from planner.domain.catching_up.pause import propose_pause, propose_return
from planner.domain.catching_up.proposal import Proposal
from planner.domain.catching_up.shift import shift
from planner.domain.checklist_edits import ItemWords
from planner.domain.checklist_facts import ChecklistKind, Evidence, EvidenceKind
from planner.domain.copying import rows_copied
from planner.domain.errors import PlanError
from planner.domain.paper_entry import Sheet, sheet_of
from planner.domain.plan import Plan
from planner.domain.roadmap import Roadmap
from planner.domain.schedule import Schedule
from planner.domain.week import PlannedSession, WeekPlan, week_plan
from planner.domain.week_facts import WeekGoal
from planner.domain.what_if.what_if import Break, WhatIf
from planner.exchange.roadmap_toml import default_roadmap

TEXTS = (
    "A title",
    "R&D <b>x</b>",
    "'; DROP TABLE activity; --",
    "Ünïcode 漢字 🎓",
    "=1+1",
    "two\nlines",
    "x" * 500,
)
LINKS = ("https://example.org/a?b=c&d", "http://example.org", "file:///etc/passwd", "")
NEW_IDS = {
    *(("add_activity", "activity_id"), ("add_milestone", "milestone_id"), ("add_group", "group")),
    *(("add_item", "item_id"), ("add_item_as", "item_id"), ("add_fixed_date", "milestone")),
    *(("take_baseline", "baseline"), ("take", "baseline")),
}
"""Arguments that name what a verb makes; those called `placement_id` do, too."""

UNKNOWN = 0.02
"""How likely an id is one that the plan does not hold."""


class CannotBeAsked(Exception):
    """The plan holds nothing that the verb could be asked of."""


class AnyValue:
    """Draws values that fit a plan."""

    def __init__(self, plan: Plan, schedule: Schedule, rng: Random, new_id: Callable[[], str]) -> None:
        self._plan = plan
        self._schedule = schedule
        self._rng = rng
        self._new_id = new_id
        self._made: Mapping[Any, Callable[[], Any]] = {
            str: lambda: rng.choice(TEXTS),
            bool: lambda: rng.random() < 0.5,
            int: lambda: rng.choice((-1, 0, 1, 2, 3, 30, 45, 90, 600, 1439)),
            float: lambda: rng.choice((0.25, 1.0, 3.5, 8.0, 12.0, 40.0, 250.0)),
            date: self._day,
            Schedule: lambda: schedule,
            Roadmap: _roadmap,
            StudyCalendar: self._calendar,
            CalendarException: self._exception,
            WeekPlan: self._week,
            ItemWords: lambda: ItemWords(
                title=rng.choice(TEXTS), kind=rng.choice(list(ChecklistKind)), required=rng.random() < 0.5
            ),
            Attachment: lambda: Attachment(
                id=items.AttachmentId(new_id()),
                name="proof.pdf",
                media_type="",
                data=bytes(rng.randrange(2000)),
            ),
            Evidence: lambda: Evidence(kind=EvidenceKind.NOTE, text=rng.choice(TEXTS)),
            WeekGoal: lambda: WeekGoal(text=rng.choice(TEXTS), done=rng.random() < 0.5),
            items.Pause: self._pause,
            items.StepId: lambda: self._one_of(
                [step.id for each in plan.activities.values() for step in each.steps]
            ),
            items.Session: self._session,
            Proposal: self._proposal,
            WhatIf: self._what_if,
        }

    def of(self, hint: Any, verb: str, name: str) -> Any:
        """A value of a type, for this argument of this verb."""
        if name == "placement_id" or (verb, name) in NEW_IDS:
            return self._new_id()
        if name == "link":
            return self._rng.choice(LINKS)
        if hint in _IDS or name in ("ids", "behind", "before", "into"):
            return self._id(_IDS.get(hint, ("phases", "activities", "milestones")))
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return self._rng.choice(list(hint))
        return self._made[hint]()

    def that_go_together(self, verb: str, hints: Mapping[str, Any]) -> dict[str, Any]:
        """Arguments that say one thing in several: a session with its day, a step with its activity."""
        types = set(hints.values())
        if PlannedSession in types:
            return self._session_with_its_day(hints)
        if Sheet in types:
            return self._sheet_with_minutes(hints)
        if verb == "duplicate":
            ids = [self._id(("phases", "activities", "milestones"))]
            return {"ids": ids, "new_ids": {each: self._new_id() for each in self._copied(ids)}}
        if verb == "in_direction":
            roadmap = _roadmap()
            track, cloud = (self._rng.choice(each).id for each in (roadmap.tracks, roadmap.clouds))
            return {"roadmap": roadmap, "track": track, "cloud": cloud}
        if verb == "remove_evidence":
            return self._item_with_evidence()
        if verb == "close_gap":
            found = [each for each in self._plan.activities.values() if each.pauses]
            activity = self._one_of(found)
            return {"activity": activity.id, "pause": self._rng.choice(activity.pauses)}
        if verb == "tick_step":
            activity = self._one_of([each for each in self._plan.activities.values() if each.steps])
            return {"activity": activity.id, "step": self._rng.choice(activity.steps).id}
        if verb == "set_clock_times":
            return {"times": self._rng.choice(((), (1080,) * 7, (1080, 0, 540, 1439, 1, 2, 3)))}
        if verb in ("set_logged", "log_for_placement"):
            keys = list(self._plan.sessions)
            return {"entries": self._rng.sample(keys, min(len(keys), self._rng.randrange(3)))}
        return {}

    def _id(self, tables: Sequence[str]) -> str:
        if self._rng.random() < UNKNOWN:
            return "nowhere"
        return str(self._one_of([key for table in tables for key in getattr(self._plan, table)]))

    def _one_of(self, found: Sequence[Any]) -> Any:
        if not found:
            raise CannotBeAsked
        return self._rng.choice(found)

    def _day(self) -> date:
        return self._plan.facts.start + timedelta(days=self._rng.randrange(-30, 900))

    def _calendar(self) -> StudyCalendar:
        calendar = self._plan.calendar
        return replace(calendar, exceptions=(*calendar.exceptions[-5:], self._exception()))

    def _exception(self) -> CalendarException:
        first, hours = self._day(), self._rng.choice((0.0, 0.0, 2.0))
        last = first + timedelta(days=self._rng.randrange(12))
        return CalendarException(first=first, last=last, hours=hours, name=self._rng.choice(TEXTS))

    def _week(self) -> WeekPlan:
        day = self._plan.facts.status_date + timedelta(days=self._rng.randrange(-7, 60))
        return week_plan(self._plan, self._schedule, day, self._plan.facts.status_date)

    def _pause(self) -> items.Pause:
        first = self._day()
        return items.Pause(first=first, last=first + timedelta(days=self._rng.randrange(9)))

    def _session(self) -> items.Session:
        if self._plan.sessions and self._rng.random() < 0.5:
            kept = self._rng.choice(list(self._plan.sessions.values()))
            return replace(kept, minutes=self._rng.randrange(1, 300), note=self._rng.choice(TEXTS))
        return items.Session(
            id=items.SessionId(self._new_id()),
            activity=items.ActivityId(self._id(("activities",))),
            day=self._day(),
            minutes=self._rng.randrange(1, 300),
        )

    def _proposal(self) -> Proposal:
        """A way of catching up or a pause; `CannotBeAsked` where it is refused, as its dialog then says."""
        plan, today = self._plan, self._plan.facts.status_date + timedelta(days=self._rng.randrange(60))
        first, last = sorted((self._day(), self._day()))
        ways: Sequence[Callable[[], Proposal]] = (
            lambda: shift(plan, today, self._schedule),
            lambda: absorb(plan, today, self._schedule),
            lambda: compress(plan, today, self._rng.choice((4.0, 12.0, 19.5))),
            lambda: propose_pause(plan, first, last, self._rng.choice(TEXTS), today),
            lambda: propose_return(plan, first, last, self._rng.choice(TEXTS), today),
        )
        try:
            return self._rng.choice(ways)()
        except PlanError:
            raise CannotBeAsked from None

    def _what_if(self) -> WhatIf:
        milestone = items.MilestoneId(self._id(("milestones",)))
        optional = [each.id for each in self._plan.activities.values() if not each.required]
        return WhatIf(
            hours=self._rng.choice((None, 4.0, 12.5)),
            pause=self._rng.choice((None, Break(first=self._day(), weeks=self._rng.randrange(1, 9)))),
            dropped=frozenset(self._rng.sample(optional, min(len(optional), 1))),
            targets={milestone: self._day()} if self._rng.random() < 0.5 else {},
        )

    def _session_with_its_day(self, hints: Mapping[str, Any]) -> dict[str, Any]:
        week = self._week()
        day, session = self._one_of([(day.day, each) for day in week.days for each in day.sessions])
        name = next(name for name, hint in hints.items() if hint is PlannedSession)
        return {name: session, "day_from" if "day_from" in hints else "day": day}

    def _sheet_with_minutes(self, hints: Mapping[str, Any]) -> dict[str, Any]:
        day = self._plan.facts.status_date + timedelta(days=self._rng.randrange(28))
        printed_on = self._plan.facts.status_date
        sheet = sheet_of(self._plan, self._schedule, day, printed_on, self._plan)
        if "done" in hints:
            places = range(len(sheet.week.goals))
            return {"sheet": sheet, "done": {each: self._rng.random() < 0.5 for each in places}}
        numbers = [each.number for each in sheet.sessions]
        return {"sheet": sheet, "minutes": {each: self._rng.randrange(300) for each in numbers}}

    def _copied(self, ids: Sequence[str]) -> tuple[str, ...]:
        try:
            return rows_copied(self._plan, ids)
        except PlanError:
            return ()

    def _item_with_evidence(self) -> dict[str, Any]:
        item = self._one_of([each for each in self._plan.checklist.values() if each.evidence])
        return {"item": item.id, "evidence": self._rng.choice(item.evidence)}


@cache
def _roadmap() -> Roadmap:
    return default_roadmap()


_IDS: Mapping[Any, tuple[str, ...]] = {
    items.ActivityId: ("activities",),
    items.MilestoneId: ("milestones",),
    items.PhaseId: ("phases",),
    items.ChecklistItemId: ("checklist",),
    items.DependencyId: ("dependencies",),
    items.SessionId: ("sessions",),
    items.BaselineId: ("baselines",),
    items.AttachmentId: ("attachments",),
    items.PlacementId: ("placements",),
}
"""The tables whose keys an id is one of."""
