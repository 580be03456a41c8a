"""What the inspector says about a plan's items, as pure functions of the plan."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.checklist_facts import ChecklistItem, ChecklistKind
from planner.domain.driving import hours_that_decide
from planner.domain.items import (
    Activity,
    ActivityKind,
    Milestone,
    MilestoneId,
    Phase,
)
from planner.domain.loose_ends import is_loose_end
from planner.domain.plan import Plan
from planner.domain.progress import checklist_count, done_share, hours_left, logged_hours, unfinished_before
from planner.domain.schedule import Schedule
from planner.domain.wording import (
    day_text,
    effort_number,
    effort_text,
    isolated,
    number_text,
    range_text,
    span_text,
)
from planner.ui.inspector.evidence_words import evidence_words, missing_words

_MOST_NAMED = 3
"""Activities named in a sentence."""


def short_phase(phase: Phase) -> str:
    """What a phase is called in passing: “Phase 3” for “Phase 3 · Production ML systems”."""
    return phase.title.split(" · ")[0]


def kind_word(kind: ActivityKind) -> str:
    """The kind of an activity as a heading."""
    return {
        ActivityKind.TOPIC: _tr("Topic"),
        ActivityKind.COURSE: _tr("Course"),
        ActivityKind.PROJECT: _tr("Project"),
        ActivityKind.CERTIFICATION: _tr("Certification"),
        ActivityKind.REVIEW: _tr("Review"),
        ActivityKind.JOB_SEARCH: _tr("Job search"),
    }[kind]


def checklist_word(kind: ChecklistKind) -> str:
    """The heading over items of a kind."""
    return {
        ChecklistKind.COURSE: _tr("Courses"),
        ChecklistKind.PORTFOLIO: _tr("Portfolio"),
        ChecklistKind.SKILL: _tr("Skills"),
    }[kind]


def milestone_line(plan: Plan, milestone: Milestone) -> str:
    """Like “Milestone · Phase 3 · 1 of 8 done · 1 without evidence”."""
    parts = [_tr("Milestone"), short_phase(plan.phase(milestone.phase))]
    count = checklist_count(plan, milestone.id)
    if count.total:
        parts.append(_tr("%1 of %2 done").replace("%1", str(count.done)).replace("%2", str(count.total)))
    return " · ".join(filter(None, (*parts, missing_words(plan, milestone.id))))


def activity_line(plan: Plan, activity: Activity) -> str:
    """Like “Course · Coursera · Phase 1”."""
    parts = [kind_word(activity.kind), activity.provider, short_phase(plan.phase(activity.phase))]
    if not activity.required:
        parts.append(_tr("optional"))
    return " · ".join(each for each in parts if each)


def margin_words(schedule: Schedule, milestone: MilestoneId) -> str:
    """The days between landing and target, as one would say it; empty without a target."""
    margin = schedule.margin_days(milestone)
    if margin is None:
        return ""
    if not margin:
        return _tr("lands on the day")
    words = _tr("%1 late") if margin < 0 else _tr("%1 to spare")
    return words.replace("%1", span_text(margin))


def stretch_words(first: date, last: date) -> str:
    """Like “22 Feb – 4 Mar 2027”, without saying a year twice."""
    if first == last:
        return day_text(first)
    begin = day_text(first)
    return f"{begin.rsplit(' ', 1)[0] if first.year == last.year else begin} – {day_text(last)}"


def float_words(schedule: Schedule, activity: Activity) -> str:
    """What an activity may slip before the finish does."""
    if activity.finished_on is not None:
        return _tr("finished")
    if is_loose_end(schedule, activity.id):
        return _tr("none: ends after the finish")
    if schedule.critical(activity.id):
        return _tr("critical: moves the finish")
    days = schedule.float_days(activity.id)
    if not days:
        return _tr("can slip some hours, less than a day")
    return _tr("can slip %1").replace("%1", span_text(days))


def progress_words(plan: Plan, activity: Activity) -> str:
    """Like “40 % · 2 of 5 steps · 12 h logged · 28 h left of 40 h”."""
    logged = logged_hours(plan, activity)
    parts = [f"{done_share(plan, activity):.0%}".replace("%", " %")]
    ticked = sum(each.done for each in activity.steps)
    if ticked and activity.finished_on is None:
        steps = _tr("%1 of %2 steps").replace("%1", str(ticked)).replace("%2", str(len(activity.steps)))
        parts.append(steps)
    if logged:
        parts.append(_tr("%1 h logged").replace("%1", effort_number(logged)))
    if activity.finished_on is not None:
        parts.append(_tr("finished on %1").replace("%1", day_text(activity.finished_on)))
    elif ticked and not logged:
        parts.append(_tr("none of %1 h logged").replace("%1", effort_number(activity.effort.likely)))
    else:
        parts.append(
            _tr("%1 h left of %2 h")
            .replace("%1", effort_number(hours_left(plan, activity)))
            .replace("%2", effort_number(activity.effort.likely))
        )
    return " · ".join(parts)


def item_line(item: ChecklistItem) -> str:
    """What stands under a checklist item: its hint while open, day and evidence once done."""
    if item.done_on is None:
        optional = "" if item.required or _tr("optional") in item.hint else _tr("optional")
        # The roadmap's hints say themselves what is asked for.
        asked = evidence_words(item) if item.evidence or not item.hint else ""
        parts = [item.hint, optional, asked]
    else:
        parts = [_tr("done %1").replace("%1", day_text(item.done_on)), evidence_words(item)]
    return " · ".join(each for each in parts if each)


def landing_words(schedule: Schedule, milestone: MilestoneId) -> str:
    """What decides the day a milestone lands: what it waits for, or the hours of all work before it."""
    hours = hours_that_decide(schedule, milestone)
    if hours is None:
        return _tr(
            "The day the work before it is done: all effort left, laid out on your hours a week, "
            "after everything it waits for."
        )
    words = _tr(
        "The day your hours a week cover all the work left before it, %1. What runs side by side shares "
        "those hours, so it cannot all be done by the day the last bar ends."
    )
    return words.replace("%1", effort_text(hours))


def unfinished_words(plan: Plan, milestone: MilestoneId) -> str:
    """Which activities right before a reached milestone still have hours, in one sentence; else empty."""
    still_open = unfinished_before(plan, milestone)
    if not still_open:
        return ""
    named = [
        _tr("%1 (%2 left)")
        .replace("%2", effort_text(hours_left(plan, each)))
        .replace("%1", isolated(each.title))
        for each in still_open[:_MOST_NAMED]
    ]
    more = len(still_open) - len(named)
    names = ", ".join(named) + (_tr(" and %1 more").replace("%1", str(more)) if more else "")
    return _tr("Not finished yet: %1. What follows runs beside it.").replace("%1", names)


def source_words(plan: Plan, phase: Phase) -> str:
    """Where a phase and what is in it come from: “roadmap, phase 3 (2–3 months)”."""
    origin = _tr("roadmap, %1") if plan.facts.roadmap else _tr("your plan, %1")
    name = short_phase(phase)
    text = origin.replace("%1", name[:1].lower() + name[1:])
    return f"{text} ({months_words(phase)})" if phase.months is not None else text


def months_words(phase: Phase) -> str:
    """The source's length of a phase: “2–3 months”; empty when it gives none."""
    if phase.months is None:
        return ""
    return _tr("%1 months").replace("%1", range_text(phase.months.low, phase.months.high))


def lateness(schedule: Schedule, milestone: MilestoneId, today: date) -> str:
    """The headline over a milestone that lands late: “Lands 3 weeks after your date at 10 h a week”; of a
    fixed date that it comes before its preparation ends.
    """
    found = schedule.plan.milestone(milestone)
    if found.fixed and found.target is not None:
        words = _tr("%1 comes before its preparation ends, %2")
        return words.replace("%1", day_text(found.target)).replace("%2", day_text(schedule.lands(milestone)))
    margin = schedule.margin_days(milestone) or 0
    hours = schedule.plan.calendar.weekly_on(max(today, schedule.plan.facts.start)).total
    words = _tr("Lands %1 after your date at %2 h a week")
    return words.replace("%1", span_text(margin)).replace("%2", number_text(hours))


def _tr(text: str) -> str:
    return QCoreApplication.translate("inspector", text)
