"""Small plans to test with. Everything has a default that a test may overrule by name."""

from dataclasses import replace
from datetime import date
from typing import Any

from planner.domain.calendar import StudyCalendar, WeeklyHours
from planner.domain.checklist_facts import ChecklistItem, ChecklistKind
from planner.domain.fixed_dates import add_fixed_date
from planner.domain.items import (
    Activity,
    ActivityId,
    ActivityKind,
    ChecklistItemId,
    Dependency,
    DependencyId,
    DependencyKind,
    Estimate,
    Milestone,
    MilestoneId,
    MonthRange,
    Phase,
    PhaseId,
    Provenance,
    Session,
    SessionId,
    Step,
    StepId,
)
from planner.domain.plan import Plan, PlanFacts

START = date(2027, 1, 4)
"""A Monday."""

TEN_HOURS = (1.5, 1.5, 1.5, 1.5, 0.0, 4.0, 0.0)
"""Monday to Thursday an hour and a half, Saturday four: ten hours a week."""


def estimate(likely: float, low: float | None = None, high: float | None = None) -> Estimate:
    """Hours that are all the same unless said otherwise."""
    return Estimate(
        low=likely if low is None else low,
        likely=likely,
        high=likely if high is None else high,
        provenance=Provenance.SUGGESTION,
    )


def phase(phase_id: str, *, position: int = 1, **fields: Any) -> Phase:
    """A phase titled like its id."""
    fields = {"title": phase_id.replace("-", " ").capitalize(), **fields}
    return Phase(id=PhaseId(phase_id), position=position, **fields)


def activity(activity_id: str, hours: float = 10.0, *, phase: str = "learning", **fields: Any) -> Activity:
    """An activity titled like its id; `position` is 1 and `kind` a topic unless said otherwise."""
    fields = {
        "title": activity_id.replace("-", " ").capitalize(),
        "kind": ActivityKind.TOPIC,
        "position": 1,
        "effort": estimate(hours),
        **fields,
    }
    return Activity(id=ActivityId(activity_id), phase=PhaseId(phase), **fields)


def milestone(milestone_id: str, *, phase: str = "learning", **fields: Any) -> Milestone:
    """A milestone titled like its id; `position` is 9 unless said otherwise."""
    fields = {"title": milestone_id.replace("-", " ").capitalize(), "position": 9, **fields}
    return Milestone(id=MilestoneId(milestone_id), phase=PhaseId(phase), **fields)


def checklist_item(item_id: str, milestone: str, **fields: Any) -> ChecklistItem:
    """A checklist item titled like its id; a course at position 1 unless said otherwise."""
    fields = {
        "title": item_id.replace("-", " ").capitalize(),
        "kind": ChecklistKind.COURSE,
        "position": 1,
        **fields,
    }
    return ChecklistItem(id=ChecklistItemId(item_id), milestone=MilestoneId(milestone), **fields)


def dependency(
    before: str, after: str, kind: DependencyKind = DependencyKind.FINISH_START, lag_days: int = 0
) -> Dependency:
    """A dependency whose id is “before>after”."""
    return Dependency(
        id=DependencyId(f"{before}>{after}"),
        before=ActivityId(before),
        after=ActivityId(after),
        kind=kind,
        lag_days=lag_days,
    )


def session(session_id: str, activity: str, day: date = START, minutes: int = 60, **fields: Any) -> Session:
    """A logged session."""
    return Session(
        id=SessionId(session_id), activity=ActivityId(activity), day=day, minutes=minutes, **fields
    )


def calendar(
    hours: tuple[float, float, float, float, float, float, float] = TEN_HOURS, **fields: Any
) -> StudyCalendar:
    """One set of weekly hours from the start on."""
    return StudyCalendar(weekly=(WeeklyHours(valid_from=START, hours=hours),), **fields)


def make_plan(
    *items: Phase | Activity | Milestone | ChecklistItem | Dependency | Session,
    calendar: StudyCalendar | None = None,
    **facts: Any,
) -> Plan:
    """A plan of these items, in this order; phases that are named and not given are added first.

    Keyword arguments are fields of `PlanFacts` (`start`, `finish`, ...).
    """
    start = facts.get("start", START)
    facts = {
        "id": "11111111-2222-4333-8444-555555555555",
        "title": "A test plan",
        "start": start,
        "status_date": start,
        "most_hours_a_week": 20.0,
        "reference_week_hours": 10.0,
        **facts,
    }
    if calendar is None:
        calendar = StudyCalendar(weekly=(WeeklyHours(valid_from=start, hours=TEN_HOURS),))
    phases = {each.id: each for each in items if isinstance(each, Phase)}
    for each in items:
        if isinstance(each, Activity | Milestone) and each.phase not in phases:
            phases[each.phase] = phase(each.phase, position=len(phases) + 1)
    return Plan(
        facts=PlanFacts(**facts),
        calendar=calendar,
        phases=phases,
        activities={each.id: each for each in items if isinstance(each, Activity)},
        milestones={each.id: each for each in items if isinstance(each, Milestone)},
        checklist={each.id: each for each in items if isinstance(each, ChecklistItem)},
        dependencies={each.id: each for each in items if isinstance(each, Dependency)},
        sessions={each.id: each for each in items if isinstance(each, Session)},
    )


def small_plan() -> Plan:
    """Two phases, four activities in a chain, two milestones with a checklist; from Monday 4 January 2027.

    learning: regression-course 20 h, clustering-course 30 h, core-proven (2 items)
    production: serve-model 15 h, write-up 5 h, endpoint-live (3 items; the finish)
    """
    return make_plan(
        phase(
            "learning",
            position=1,
            colour=1,
            months=MonthRange(low=2, high=4, provenance=Provenance.SOURCE),
        ),
        phase("production", position=2, colour=3),
        activity(
            "regression-course",
            20,
            position=1,
            kind=ActivityKind.COURSE,
            effort=estimate(20, 15, 30),
            link="https://example.org/regression",
            tools=("python", "numpy"),
            steps=(
                Step(id=StepId("week-1"), title="Week 1"),
                Step(id=StepId("week-2"), title="Week 2", part=2.0),
            ),
        ),
        activity("clustering-course", 30, position=2, kind=ActivityKind.COURSE),
        activity("serve-model", 15, phase="production", position=1, kind=ActivityKind.PROJECT),
        activity("write-up", 5, phase="production", position=2, kind=ActivityKind.PROJECT),
        milestone("core-proven", position=3, title="Core proven"),
        milestone("endpoint-live", phase="production", position=3, title="Endpoint live"),
        checklist_item("regression-certificate", "core-proven", position=1, produced_by="regression-course"),
        checklist_item("explain-bias", "core-proven", position=2, kind=ChecklistKind.SKILL),
        checklist_item("course-done", "endpoint-live", position=1),
        checklist_item(
            "endpoint-answers",
            "endpoint-live",
            position=2,
            kind=ChecklistKind.PORTFOLIO,
            needs_evidence=True,
        ),
        checklist_item(
            "extra-load-test", "endpoint-live", position=3, kind=ChecklistKind.SKILL, required=False
        ),
        dependency("regression-course", "clustering-course"),
        dependency("clustering-course", "core-proven"),
        dependency("core-proven", "serve-model"),
        dependency("serve-model", "write-up"),
        dependency("write-up", "endpoint-live"),
        finish="endpoint-live",
    )


def chain_plan(count: int, hours: float = 2.0) -> Plan:
    """So many activities, each waiting for the one before, and a milestone at the end; ten hours a week.

    More than some thousand need short activities: the dates must not pass the year 9999.
    """
    activities = [activity(f"activity-{number}", hours, position=number) for number in range(count)]
    joins = [dependency(f"activity-{number - 1}", f"activity-{number}") for number in range(1, count)]
    last = milestone("the-end", position=count + 1)
    return make_plan(
        *activities, last, *joins, dependency(f"activity-{count - 1}", "the-end"), finish="the-end"
    )


WEDDING, WEDDING_GROUP, WEDDING_DAY = MilestoneId("wedding"), PhaseId("own"), date(2028, 1, 16)


def plan_with_a_wedding() -> Plan:
    """The small plan, and a group of the learner's own that holds only a date that waits for nothing."""
    plan, own = small_plan(), phase(WEDDING_GROUP, position=9, title="My group")
    plan = replace(plan, phases={**plan.phases, own.id: own})
    return add_fixed_date(plan, WEDDING, own.id, "Wedding", WEDDING_DAY)
