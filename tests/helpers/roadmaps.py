"""A small roadmap to plant in tests: two prerequisites, a phase of four months, a lane after it."""

from dataclasses import replace
from datetime import date
from typing import Any

from planner.domain.checklist_facts import ChecklistKind
from planner.domain.items import (
    ActivityKind,
    MonthRange,
    Provenance,
)
from planner.domain.roadmap import (
    ActivityTemplate,
    Answers,
    Background,
    Choice,
    ItemTemplate,
    KnownHours,
    KnownWeeks,
    Length,
    MilestoneTemplate,
    PartOfPhase,
    PhaseTemplate,
    Roadmap,
    Variant,
)

MONDAY = date(2027, 1, 4)


def hours(low: float, likely: float, high: float) -> KnownHours:
    """A suggested length."""
    return KnownHours(low=low, likely=likely, high=high, provenance=Provenance.SUGGESTION, reason="A guess.")


def months(low: float, high: float) -> MonthRange:
    """A range of the source's."""
    return MonthRange(low=low, high=high, provenance=Provenance.SOURCE, reason="As it says.")


def part(weight: float, reason: str = "") -> PartOfPhase:
    """A part of what a phase leaves over."""
    return PartOfPhase(weight=weight, reason=reason)


def activity(name: str, phase: str, length: Length, *after: str, **said: Any) -> ActivityTemplate:
    """A topic that follows others."""
    return ActivityTemplate(
        id=name,
        phase=phase,
        title=said.pop("title", name.capitalize()),
        kind=ActivityKind.TOPIC,
        length=length,
        after=after,
        **said,
    )


def milestone(name: str, phase: str, *after: str, item: ItemTemplate | None = None) -> MilestoneTemplate:
    """A milestone with one thing to prove."""
    proof = item or ItemTemplate(id=f"{name}-proof", kind=ChecklistKind.SKILL, title="Show it")
    return MilestoneTemplate(id=name, phase=phase, title=name.capitalize(), after=after, checklist=(proof,))


TWO_WEEKS = KnownWeeks(
    low=2, high=2, words="2 weeks", provenance=Provenance.SOURCE, reason="It says two weeks."
)

SMALL = Roadmap(
    id="small",
    version=3,
    title="Small",
    plan_title="My small path",
    about="",
    source="A page.",
    reference_week_hours=10,
    reference_week_provenance=Provenance.SUGGESTION,
    reference_week_reason="Our reading.",
    finish="done",
    default_background="novice",
    default_track="text",
    default_cloud="north",
    backgrounds=(
        Background(
            id="novice",
            title="Novice",
            about="",
            window=months(4, 6),
            asks=("shell", "sums"),
            met=frozenset(),
        ),
        Background(
            id="expert",
            title="Expert",
            about="",
            window=months(3, 5),
            asks=("shell", "sums"),
            met=frozenset({"shell"}),
        ),
    ),
    tracks=(Choice(id="text", title="Text"), Choice(id="images", title="Images")),
    clouds=(Choice(id="north", title="North"), Choice(id="south", title="South")),
    phases=(
        PhaseTemplate(id="before", title="Before"),
        PhaseTemplate(id="core", title="Core", months=months(2, 4)),
        PhaseTemplate(id="after", title="After"),
    ),
    activities=(
        activity("shell", "before", hours(5, 10, 20), prerequisite=True),
        activity("sums", "before", hours(10, 20, 40), "shell", prerequisite=True),
        activity("strategy", "core", TWO_WEEKS, "ready"),
        activity("models", "core", part(3, "Its own length was not found."), "strategy"),
        activity(
            "data",
            "core",
            part(1),
            "models",
            tools=("plain",),
            variants={
                "images": Variant(title="Pictures", tools=("camera",)),
                "south": Variant(about="On the southern cloud."),
            },
        ),
        activity("project", "after", hours(20, 30, 40), "proven"),
    ),
    milestones=(
        milestone(
            "ready",
            "before",
            "sums",
            item=ItemTemplate(
                id="ready-proof", kind=ChecklistKind.SKILL, title="Try it", produced_by=("shell", "sums")
            ),
        ),
        milestone("proven", "core", "data"),
        milestone("done", "after", "project"),
    ),
)


def answers(**said: Any) -> Answers:
    """The wizard's defaults on a Monday, but for what is said."""
    return replace(Answers(start=MONDAY, plan_id="plan"), **said)
