"""Plan: everything about one learner's path, as one immutable value with lookups.

Only inputs stand here; every date on screen is computed from them by `schedule`. Each table is a dict that is
never changed in place: a verb makes a new one and keeps the facts it does not touch, the same objects, so
that `changes.difference` finds what a verb did by identity.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from planner.domain.attachments import Attachment
from planner.domain.calendar import StudyCalendar
from planner.domain.checklist_facts import ChecklistItem
from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.items import (
    WEEKS_A_MONTH,
    Activity,
    ActivityId,
    AttachmentId,
    Baseline,
    BaselineId,
    ChecklistItemId,
    Dependency,
    DependencyId,
    Milestone,
    MilestoneId,
    MonthRange,
    NodeId,
    Phase,
    PhaseId,
    PlacementId,
    Session,
    SessionId,
)
from planner.domain.week_facts import Placement, WeekNotes, check_clock_time


class Paper(StrEnum):
    """The paper the learner prints on."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """What is said once for the whole plan.

    `status_date` is the day up to which the plan is settled. `reference_week_hours` turned the source's
    months into hours. `window` is the source's range of months for this background. `finish` is the milestone
    the whole path leads to. `clock_times` are the times at which studying begins from Monday to Sunday, in
    minutes after midnight; empty: weeks without clock times.
    """

    id: str
    title: str
    start: date
    status_date: date
    most_hours_a_week: float
    reference_week_hours: float
    reference_week_reason: str = ""
    roadmap: str = ""
    roadmap_version: int = 0
    background: str = ""
    track: str = ""
    cloud: str = ""
    window: MonthRange | None = None
    finish: MilestoneId | None = None
    paper: Paper = Paper.A4
    week_start: int = 0
    clock_times: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidValue("A plan needs a title.")
        if self.status_date < self.start:
            raise InvalidValue("A plan cannot be settled up to a day before its start.")
        if not 0 < self.most_hours_a_week <= 168 or not 0 < self.reference_week_hours <= 168:
            raise InvalidValue("Hours a week are above 0 and at most 168.")
        if self.week_start not in range(7):
            raise InvalidValue("A week starts on a day from Monday (0) to Sunday (6).")
        if len(self.clock_times) not in (0, 7):
            raise InvalidValue("Give a time for each of the seven days, or for none.")
        for each in self.clock_times:
            check_clock_time(each)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The immutable whole. Tables keep their order of adding, `position` orders the outline."""

    facts: PlanFacts
    calendar: StudyCalendar
    phases: Mapping[PhaseId, Phase] = field(default_factory=dict)
    activities: Mapping[ActivityId, Activity] = field(default_factory=dict)
    milestones: Mapping[MilestoneId, Milestone] = field(default_factory=dict)
    checklist: Mapping[ChecklistItemId, ChecklistItem] = field(default_factory=dict)
    dependencies: Mapping[DependencyId, Dependency] = field(default_factory=dict)
    sessions: Mapping[SessionId, Session] = field(default_factory=dict)
    baselines: Mapping[BaselineId, Baseline] = field(default_factory=dict)
    attachments: Mapping[AttachmentId, Attachment] = field(default_factory=dict)
    weeks: Mapping[str, WeekNotes] = field(default_factory=dict)
    placements: Mapping[PlacementId, Placement] = field(default_factory=dict)

    def phase(self, phase_id: PhaseId) -> Phase:
        """The phase with this id; raises `UnknownItem`."""
        try:
            return self.phases[phase_id]
        except KeyError:
            raise UnknownItem("phase", phase_id) from None

    def activity(self, activity_id: ActivityId) -> Activity:
        """The activity with this id; raises `UnknownItem`."""
        try:
            return self.activities[activity_id]
        except KeyError:
            raise UnknownItem("activity", activity_id) from None

    def milestone(self, milestone_id: MilestoneId) -> Milestone:
        """The milestone with this id; raises `UnknownItem`."""
        try:
            return self.milestones[milestone_id]
        except KeyError:
            raise UnknownItem("milestone", milestone_id) from None

    def item(self, item_id: ChecklistItemId) -> ChecklistItem:
        """The checklist item with this id; raises `UnknownItem`."""
        try:
            return self.checklist[item_id]
        except KeyError:
            raise UnknownItem("checklist item", item_id) from None

    def attachment(self, attachment_id: AttachmentId) -> Attachment:
        """The file with this id; raises `UnknownItem`."""
        try:
            return self.attachments[attachment_id]
        except KeyError:
            raise UnknownItem("file", attachment_id) from None

    def notes_of_week(self, first_day: date) -> WeekNotes | None:
        """What is kept with the week that begins on a day.

        The start of the week may have been changed since: whatever begins within its seven days is its own,
        the first of them where there are two.
        """
        days = (first_day + timedelta(days=days) for days in range(7) if days <= (date.max - first_day).days)
        return next((self.weeks[key] for key in (day.isoformat() for day in days) if key in self.weeks), None)

    def node(self, node_id: NodeId) -> Activity | Milestone:
        """The activity or milestone with this id; raises `UnknownItem`."""
        found = self.activities.get(ActivityId(node_id)) or self.milestones.get(MilestoneId(node_id))
        if found is None:
            raise UnknownItem("item", node_id)
        return found

    @cached_property
    def archived(self) -> tuple[Activity, ...]:
        """The activities that are kept for their logged hours alone."""
        return tuple([each for each in self.activities.values() if each.archived_on is not None])

    @cached_property
    def active(self) -> Mapping[ActivityId, Activity]:
        """The activities that are scheduled: all but the archived; the table itself while there are none."""
        if not self.archived:
            return self.activities
        return {key: each for key, each in self.activities.items() if each.archived_on is None}

    @cached_property
    def active_dependencies(self) -> Mapping[DependencyId, Dependency]:
        """The dependencies that count: those of archived activities sleep until these are restored."""
        asleep = {each.id for each in self.archived}
        if not asleep:
            return self.dependencies
        return {
            key: each
            for key, each in self.dependencies.items()
            if each.before not in asleep and each.after not in asleep
        }

    @cached_property
    def ordered_phases(self) -> tuple[Phase, ...]:
        """All groups, the outer before the inner, in outline order."""
        found: list[Phase] = []
        waiting = list(reversed(self.children_of[None]))
        while waiting:
            each = waiting.pop()
            if isinstance(each, Phase):
                found.append(each)
                waiting += reversed(self.children_of[each.id])
        return tuple(found)

    @cached_property
    def children_of(self) -> Mapping[PhaseId | None, tuple[Phase | Activity | Milestone, ...]]:
        """What lies directly in each group, groups and items together, in order; None is the top level."""
        groups: dict[PhaseId | None, list[Phase]] = {None: []}
        for phase in self.phases.values():
            groups.setdefault(phase.parent, []).append(phase)
        children: dict[PhaseId | None, tuple[Phase | Activity | Milestone, ...]] = {}
        children.update(self.rows_of_phase.items())
        for parent, inner in groups.items():
            both = [*inner, *(() if parent is None else self.rows_of_phase[parent])]
            children[parent] = tuple(sorted(both, key=lambda each: each.position))
        return children

    def items_within(self, phase_id: PhaseId) -> Iterator[Activity | Milestone]:
        """The activities and milestones in a group and in all groups within it, in outline order."""
        waiting: list[Phase | Activity | Milestone] = [self.phase(phase_id)]
        while waiting:
            each = waiting.pop()
            if isinstance(each, Phase):
                waiting += reversed(self.children_of[each.id])
            else:
                yield each

    def groups_around(self, phase_id: PhaseId) -> tuple[Phase, ...]:
        """A group and all it lies in, from the inside out; raises `InvalidValue` for a circle."""
        groups = [self.phase(phase_id)]
        while (parent := groups[-1].parent) is not None:
            groups.append(self.phase(parent))
            if len(groups) > len(self.phases):
                raise InvalidValue(f"The group “{groups[-1].title}” would lie in itself.")
        return tuple(groups)

    def depth_of(self, phase_id: PhaseId) -> int:
        """How many groups a group lies in, 0 at the top; raises `InvalidValue` for a circle."""
        return len(self.groups_around(phase_id)) - 1

    @cached_property
    def rows_of_phase(self) -> Mapping[PhaseId, tuple[Activity | Milestone, ...]]:
        """The activities and milestones directly in each group, in outline order; no groups, no archived."""
        rows: dict[PhaseId, list[Activity | Milestone]] = {each: [] for each in self.phases}
        for activity in self.active.values():
            rows[activity.phase].append(activity)
        for milestone in self.milestones.values():
            rows[milestone.phase].append(milestone)
        return {key: tuple(sorted(items, key=lambda each: each.position)) for key, items in rows.items()}

    @cached_property
    def items_of_milestone(self) -> Mapping[MilestoneId, tuple[ChecklistItem, ...]]:
        """For each milestone its checklist in order."""
        items: dict[MilestoneId, list[ChecklistItem]] = {each: [] for each in self.milestones}
        for item in self.checklist.values():
            items[item.milestone].append(item)
        return {key: tuple(sorted(found, key=lambda each: each.position)) for key, found in items.items()}

    @cached_property
    def sessions_of_activity(self) -> Mapping[ActivityId, tuple[Session, ...]]:
        """For each activity with logged sessions those sessions, by day."""
        found: dict[ActivityId, list[Session]] = {}
        for session in self.sessions.values():
            found.setdefault(session.activity, []).append(session)
        return {key: tuple(sorted(each, key=lambda one: one.day)) for key, each in found.items()}

    def check_groups(self) -> None:
        """Raise `InvalidValue` for groups that lie in each other, `UnknownItem` for one that lies nowhere."""
        for phase in self.phases.values():
            if phase.parent is not None:
                self.depth_of(phase.id)

    def dependencies_of(self, node_id: NodeId) -> tuple[Dependency, ...]:
        """The dependencies that begin or end at an item, but those that sleep."""
        return tuple(
            each for each in self.active_dependencies.values() if node_id in (each.before, each.after)
        )

    def hours_of_months(self, months: float) -> float:
        """Study hours that the source's months stand for, through the reference week."""
        return months * WEEKS_A_MONTH * self.facts.reference_week_hours
