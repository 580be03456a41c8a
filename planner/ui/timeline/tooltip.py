"""What a mark says of itself under the pointer."""

from datetime import date
from html import escape

from planner.domain.evidence import ticked_without_evidence
from planner.domain.items import Activity, ActivityId, MilestoneId, PhaseId
from planner.domain.plan import Plan
from planner.domain.progress import checklist_count, done_share
from planner.domain.schedule import Schedule
from planner.domain.wording import (
    day_text,
    days_text,
    effort_number,
    effort_text,
    range_text,
    span_text,
    weekday_text,
    without_overrides,
)
from planner.ui.provenance import provenance_word
from planner.ui.timeline.rows import Row, RowKind
from planner.ui.timeline.words import no_date, translate


def description(plan: Plan, current: Schedule, row: Row) -> tuple[str, ...]:
    """Title, dates, size and where the size comes from, line by line; plain text."""
    if row.kind is RowKind.PHASE:
        return _phase(plan, current, PhaseId(row.id))
    if row.kind is RowKind.ACTIVITY:
        return _activity(plan, current, plan.activities[ActivityId(row.id)])
    return _milestone(plan, current, MilestoneId(row.id))


def rich_text(lines: tuple[str, ...]) -> str:
    """Lines for a `QToolTip`: the first bold, nothing in them read as markup."""
    first, *rest = (escape(without_overrides(line)) for line in lines)
    return "<br>".join([f"<b style='white-space:pre'>{first}</b>", *rest])


def _phase(plan: Plan, current: Schedule, phase_id: PhaseId) -> tuple[str, ...]:
    phase = plan.phase(phase_id)
    lines = [phase.title]
    span = current.phase_span(phase_id)
    if span is not None:
        lines.append(f"{day_text(span[0])} – {day_text(span[1])}")
    if phase.months is not None:
        months = translate("{range} months · {origin}").format(
            range=range_text(phase.months.low, phase.months.high),
            origin=provenance_word(phase.months.provenance),
        )
        lines += [months, *_reason(phase.months.reason)]
    return tuple(lines)


def _activity(plan: Plan, current: Schedule, activity: Activity) -> tuple[str, ...]:
    effort = activity.effort
    dates = f"{day_text(current.start_day(activity.id))} – {day_text(current.finish_day(activity.id))}"
    hours = translate("{likely} ({low}–{high} h) · {origin}").format(
        likely=effort_text(effort.likely),
        low=effort_number(effort.low),
        high=effort_number(effort.high),
        origin=provenance_word(effort.provenance),
    )
    if effort.low == effort.high:
        hours = f"{effort_text(effort.likely)} · {provenance_word(effort.provenance)}"
    lines = [activity.title, dates, hours, *_reason(effort.reason)]
    if activity.share < 1:
        lines.append(translate("takes {share} % of the week").format(share=round(activity.share * 100)))
    done = done_share(plan, activity)
    if activity.finished_on is not None:
        lines.append(translate("finished {day}").format(day=day_text(activity.finished_on)))
    elif done:
        lines.append(translate("{done} % done").format(done=round(done * 100)))
    if activity.not_before is not None and activity.started_on is None and activity.finished_on is None:
        lines.append(translate("not before {day}").format(day=day_text(activity.not_before)))
    pauses = (days_text(each.first, each.last) for each in activity.pauses)
    return *lines, *(translate("paused {days}").format(days=days) for days in pauses)


def _milestone(plan: Plan, current: Schedule, milestone_id: MilestoneId) -> tuple[str, ...]:
    milestone = plan.milestone(milestone_id)
    lands = current.work_lands(milestone_id)
    lines = [milestone.title]
    if milestone.reached_on is not None:
        lines.append(translate("reached {day}").format(day=day_text(milestone.reached_on)))
    elif milestone.target is None:
        lines.append(no_date() if lands is None else translate("lands {day}").format(day=weekday_text(lands)))
    else:
        lines.append(translate("target {day}").format(day=weekday_text(milestone.target)))
        if lands is not None:
            lines.append(_landing(lands, (milestone.target - lands).days))
        if milestone.holds:
            lines.append(translate("what follows waits for the target"))
        if milestone.fixed:
            lines.append(translate("a fixed date"))
    count = checklist_count(plan, milestone_id)
    if count.total:
        lines.append(translate("{done} of {total} done").format(done=count.done, total=count.total))
    if missing := ticked_without_evidence(plan, milestone_id):
        lines.append(translate("{count} without evidence").format(count=missing))
    return tuple(lines)


def _landing(lands: date, margin: int) -> str:
    """Where the work lands, and how far from the target."""
    form = translate("lands {day}, {span} behind") if margin < 0 else translate("lands {day}, {span} spare")
    form = form if margin else translate("lands {day}")
    return form.format(day=day_text(lands), span=span_text(margin))


def _reason(reason: str) -> list[str]:
    return [reason] if reason else []
