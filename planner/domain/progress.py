"""What is done: hours logged, steps and ticks turned into parts of the whole."""

from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.items import Activity, ActivityId, MilestoneId, PhaseId
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Count:
    """So many of so many."""

    done: int
    total: int


def logged_hours(plan: Plan, activity: Activity) -> float:
    """Hours the learner logged for an activity."""
    return sum(each.minutes for each in plan.sessions_of_activity.get(activity.id, ())) / 60


def hours_left(plan: Plan, activity: Activity) -> float:
    """Hours of an activity that are left now: its effort less the logged hours, 0 once it is finished."""
    logged = logged_hours(plan, activity)
    if activity.finished_on is not None or not logged:
        return activity.remaining
    return max(activity.effort.likely - logged, 0.0)


def done_share(plan: Plan, activity: Activity) -> float:
    """How much of an activity is done, 0 to 1: its steps where some are ticked, else its logged hours.

    Only *finished* is the whole: hours alone fill a bar to 99 %, as work is done when the learner says.
    """
    if activity.finished_on is not None:
        return 1.0
    parts = sum(each.part for each in activity.steps)
    ticked = sum(each.part for each in activity.steps if each.done)
    logged = logged_hours(plan, activity) / activity.effort.likely
    if activity.remaining_hours is not None:
        logged = max(logged, 1 - activity.remaining_hours / activity.effort.likely)
    return min(max(ticked / parts if parts else 0.0, logged, 0.0), 0.99)


def phase_done_share(plan: Plan, phase: PhaseId) -> float:
    """How much of a phase and the groups within it is done, 0 to 1, weighted by likely hours."""
    activities = [each for each in plan.items_within(phase) if isinstance(each, Activity)]
    hours = sum(each.effort.likely for each in activities)
    if not hours:
        return 0.0
    return sum(done_share(plan, each) * each.effort.likely for each in activities) / hours


def checklist_count(plan: Plan, milestone: MilestoneId) -> Count:
    """Checklist items ticked of all a milestone has."""
    items = plan.items_of_milestone[milestone]
    return Count(sum(each.done for each in items), len(items))


def required_left(plan: Plan, milestone: MilestoneId) -> int:
    """Required items still open: at 0 the milestone is reached."""
    return sum(each.required and not each.done for each in plan.items_of_milestone[milestone])


def unfinished_before(plan: Plan, milestone: MilestoneId) -> tuple[Activity, ...]:
    """The activities of the plan right before a milestone that are not finished."""
    before = [plan.active.get(ActivityId(each.before)) for each in plan.dependencies_of(milestone)]
    return tuple(each for each in before if each is not None and each.finished_on is None)


def plan_count(plan: Plan) -> Count:
    """Checklist items ticked of all in the plan."""
    return Count(sum(each.done for each in plan.checklist.values()), len(plan.checklist))


def logged_hours_between(plan: Plan, first: date, last: date) -> float:
    """Hours logged on the days from first to last, both included."""
    return sum(each.minutes for each in plan.sessions.values() if first <= each.day <= last) / 60


def week_logged_hours(plan: Plan, first_day: date) -> float:
    """Hours logged in the week that begins on a day."""
    return logged_hours_between(plan, first_day, first_day + timedelta(days=6))
