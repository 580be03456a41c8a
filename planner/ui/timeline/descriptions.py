"""A bar or diamond in one sentence, for screen readers: kind, name, dates, progress and lateness. Pure."""

from planner.domain.items import Activity, ActivityId, Milestone, MilestoneId, PhaseId
from planner.domain.plan import Plan
from planner.domain.progress import checklist_count, done_share, phase_done_share
from planner.domain.schedule import Schedule
from planner.domain.wording import long_day_text, range_text, span_text


def describe(plan: Plan, schedule: Schedule, item_id: str) -> str:
    """The sentence for a phase, activity or milestone; raises `UnknownItem`."""
    if item_id in plan.phases:
        return _phase(plan, schedule, PhaseId(item_id))
    node = plan.node(ActivityId(item_id))
    if isinstance(node, Activity):
        return _activity(plan, schedule, node)
    return _milestone(plan, schedule, node)


def _phase(plan: Plan, schedule: Schedule, phase_id: PhaseId) -> str:
    phase, span = plan.phase(phase_id), schedule.phase_span(phase_id)
    words = [phase.title if phase.title.startswith("Phase") else f"Phase {phase.title}"]
    if span is not None:
        words.append(f"{long_day_text(span[0])} to {long_day_text(span[1])}")
    if phase.months is not None:
        words.append(f"{range_text(phase.months.low, phase.months.high)} months by its source")
    words.append(_percent(phase_done_share(plan, phase_id)))
    return ", ".join(words)


def _activity(plan: Plan, schedule: Schedule, activity: Activity) -> str:
    first, last = schedule.start_day(activity.id), schedule.finish_day(activity.id)
    words = [f"Activity {activity.title}", str(activity.kind)]
    words.append(f"{long_day_text(first)} to {long_day_text(last)}")
    words.append("finished" if activity.finished_on is not None else _percent(done_share(plan, activity)))
    if schedule.critical(activity.id):
        words.append("moves the finish if it slips")
    return ", ".join(words)


def _milestone(plan: Plan, schedule: Schedule, milestone: Milestone) -> str:
    milestone_id = MilestoneId(milestone.id)
    count, margin = checklist_count(plan, milestone_id), schedule.margin_days(milestone_id)
    words = [f"Milestone {milestone.title}"]
    if milestone.target is not None:
        words.append(f"target {long_day_text(milestone.target)}")
    landing = long_day_text(schedule.lands(milestone_id))
    words.append(f"reached {landing}" if milestone.reached_on is not None else f"lands {landing}")
    words.append(f"{count.done} of {count.total} done")
    if margin is not None and margin < 0 and milestone.reached_on is None:
        words.append(f"{span_text(margin)} late")
    if milestone.holds:
        words.append("holds what follows")
    return ", ".join(words)


def _percent(share: float) -> str:
    return f"{round(share * 100)} % done"
