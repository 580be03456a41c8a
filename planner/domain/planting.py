"""plan_from(roadmap, answers) -> Plan: the template and the learner's answers become one dated path."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from planner.domain.calendar import StudyCalendar, WeeklyHours, usual_most_hours
from planner.domain.checklist_facts import ChecklistItem
from planner.domain.errors import InvalidValue
from planner.domain.items import (
    Activity,
    ActivityId,
    ChecklistItemId,
    Dependency,
    DependencyId,
    Estimate,
    Milestone,
    MilestoneId,
    Phase,
    PhaseId,
)
from planner.domain.lengths import estimates_of
from planner.domain.plan import Plan, PlanFacts
from planner.domain.roadmap import (
    LEAST_REFERENCE_WEEK_HOURS,
    MOST_REFERENCE_WEEK_HOURS,
    ActivityTemplate,
    Answers,
    Background,
    Choice,
    ItemTemplate,
    MilestoneTemplate,
    PhaseTemplate,
    Roadmap,
    Variant,
)
from planner.domain.wording import number_text

_HasId = TypeVar("_HasId", Background, Choice)
_Varies = TypeVar("_Varies", ActivityTemplate, MilestoneTemplate, ItemTemplate)


def plan_from(roadmap: Roadmap, answers: Answers) -> Plan:
    """The learner's plan; raises `InvalidValue` for answers the roadmap has no place for."""
    background = _chosen("background", roadmap.backgrounds, answers.background or roadmap.default_background)
    track = _chosen("track", roadmap.tracks, answers.track or roadmap.default_track)
    cloud = _chosen("cloud", roadmap.clouds, answers.cloud or roadmap.default_cloud)
    reference = _reference_week(roadmap, answers)
    week = WeeklyHours(valid_from=answers.start, hours=answers.week)
    most = usual_most_hours(week.total) if answers.most_hours_a_week is None else answers.most_hours_a_week
    if most < week.total:
        raise InvalidValue(
            f"The most hours a week ({number_text(most)} h) are fewer than the week's own "
            f"({number_text(week.total)} h)."
        )
    left_out = _left_out(roadmap, background, answers)
    choices = (track.id, cloud.id)
    activities = [as_chosen(each, choices) for each in roadmap.activities if each.id not in left_out]
    milestones = [as_chosen(each, choices) for each in roadmap.milestones]
    positions = _positions(roadmap)
    estimates = estimates_of(roadmap.phases, activities, reference)
    return Plan(
        facts=PlanFacts(
            id=answers.plan_id,
            title=answers.title.strip() or roadmap.plan_title,
            start=answers.start,
            status_date=answers.start,
            most_hours_a_week=most,
            reference_week_hours=reference,
            reference_week_reason=_reference_week_reason(roadmap, reference),
            roadmap=roadmap.id,
            roadmap_version=roadmap.version,
            background=background.id,
            track=track.id,
            cloud=cloud.id,
            window=background.window,
            finish=MilestoneId(roadmap.finish),
            paper=answers.paper,
            week_start=answers.week_start,
        ),
        calendar=StudyCalendar(weekly=(week,), exceptions=answers.days_off),
        phases={PhaseId(each.id): _phase(each, number) for number, each in enumerate(roadmap.phases)},
        activities={
            ActivityId(each.id): _activity(each, positions[each.id], estimates[each.id])
            for each in activities
        },
        milestones={MilestoneId(each.id): _milestone(each, positions[each.id]) for each in milestones},
        checklist={
            ChecklistItemId(item.id): _item(as_chosen(item, choices), each, position, left_out)
            for each in milestones
            for position, item in enumerate(each.checklist)
        },
        dependencies=_dependencies([*activities, *milestones], left_out),
    )


def as_chosen(template: _Varies, choices: Sequence[str]) -> _Varies:
    """A template as it reads for a track and a cloud, by their ids."""
    for choice in choices:
        variant = template.variants.get(choice)
        if variant is not None:
            template = replace(template, **_said(variant))
    return template


def _chosen(kind: str, offered: Sequence[_HasId], wanted: str) -> _HasId:
    for each in offered:
        if each.id == wanted:
            return each
    names = ", ".join(each.id for each in offered)
    raise InvalidValue(f"This roadmap has no {kind} “{wanted}”. It has: {names}.")


def _reference_week(roadmap: Roadmap, answers: Answers) -> float:
    hours = answers.reference_week_hours
    if hours is None:
        return roadmap.reference_week_hours
    if not LEAST_REFERENCE_WEEK_HOURS <= hours <= MOST_REFERENCE_WEEK_HOURS:
        raise InvalidValue(
            f"The reference week has from {number_text(LEAST_REFERENCE_WEEK_HOURS)} to "
            f"{number_text(MOST_REFERENCE_WEEK_HOURS)} hours."
        )
    return hours


def _reference_week_reason(roadmap: Roadmap, hours: float) -> str:
    if hours == roadmap.reference_week_hours:
        return roadmap.reference_week_reason
    return (
        f"You read the source's months as {number_text(hours)} h a week, in place of the suggested "
        f"{number_text(roadmap.reference_week_hours)} h. {roadmap.reference_week_reason}"
    )


def _left_out(roadmap: Roadmap, background: Background, answers: Answers) -> Mapping[str, tuple[str, ...]]:
    """The prerequisites this learner does not need, each with what it would have followed."""
    met = background.met if answers.met is None else answers.met
    prerequisites = [each for each in roadmap.activities if each.prerequisite]
    unknown = met - {each.id for each in prerequisites}
    if unknown:
        raise InvalidValue(f"This roadmap has no prerequisite “{min(unknown)}”.")
    return {each.id: each.after for each in prerequisites if each.id not in background.asks or each.id in met}


def _said(variant: Variant) -> dict[str, Any]:
    return {
        name: value for name in Variant.__dataclass_fields__ if (value := getattr(variant, name)) is not None
    }


def _positions(roadmap: Roadmap) -> dict[str, int]:
    """Outline order: activities as in the roadmap, each milestone below the last activity it follows."""
    order = [each.id for each in roadmap.activities]
    phase_of = {each.id: each.phase for each in roadmap.activities}
    for milestone in roadmap.milestones:
        follows = [
            place
            for place, each in enumerate(order)
            if each in milestone.after and phase_of[each] == milestone.phase
        ]
        order.insert(max(follows, default=len(order) - 1) + 1, milestone.id)
        phase_of[milestone.id] = milestone.phase
    return {each: place for place, each in enumerate(order)}


def _dependencies(
    items: Sequence[ActivityTemplate | MilestoneTemplate], left_out: Mapping[str, tuple[str, ...]]
) -> dict[DependencyId, Dependency]:
    """Plain finish-to-start dependencies; what is left out is bridged by what it followed."""
    result: dict[DependencyId, Dependency] = {}
    for item in items:
        waiting = list(item.after)
        seen = set(waiting)
        for before in waiting:
            if before in left_out:
                fresh = [each for each in left_out[before] if each not in seen]
                seen.update(fresh)
                waiting += fresh
                continue
            key = DependencyId(f"{before}--{item.id}")
            result[key] = Dependency(id=key, before=ActivityId(before), after=ActivityId(item.id))
    return result


def _phase(template: PhaseTemplate, position: int) -> Phase:
    return Phase(
        id=PhaseId(template.id),
        title=template.title,
        position=position,
        colour=template.colour,
        months=template.months,
        about=template.about,
        warning=template.warning,
    )


def _activity(template: ActivityTemplate, position: int, effort: Estimate) -> Activity:
    return Activity(
        id=ActivityId(template.id),
        phase=PhaseId(template.phase),
        title=template.title,
        kind=template.kind,
        position=position,
        effort=effort,
        share=template.share,
        steps=template.steps,
        provider=template.provider,
        link=template.link,
        tools=template.tools,
        about=template.about,
        warning=template.warning,
        required=template.required,
        length_unknown=template.length_unknown,
        production=template.production,
    )


def _milestone(template: MilestoneTemplate, position: int) -> Milestone:
    return Milestone(
        id=MilestoneId(template.id),
        phase=PhaseId(template.phase),
        title=template.title,
        position=position,
        about=template.about,
        warning=template.warning,
    )


def _item(
    template: ItemTemplate,
    milestone: MilestoneTemplate,
    position: int,
    left_out: Mapping[str, tuple[str, ...]],
) -> ChecklistItem:
    produced_by = next((each for each in template.produced_by if each not in left_out), None)
    return ChecklistItem(
        id=ChecklistItemId(template.id),
        milestone=MilestoneId(milestone.id),
        kind=template.kind,
        title=template.title,
        position=position,
        hint=template.hint,
        required=template.required,
        needs_evidence=template.needs_evidence,
        produced_by=None if produced_by is None else ActivityId(produced_by),
    )
