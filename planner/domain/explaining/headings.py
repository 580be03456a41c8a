"""What stands over an explanation and over each of its steps."""

from planner.domain.explaining.clauses import titled
from planner.domain.explaining.reasons import Asked, Reason
from planner.domain.items import Activity, ActivityId, MilestoneId, PhaseId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import days_text, isolated, long_day_text


def question(plan: Plan, done: Schedule, asked: Asked) -> str:
    """Like “Why is “Regression” on 8 March – 3 April 2027?”; of the finish, why the plan finishes then.

    Raises `UnknownItem`.
    """
    if asked is None:
        return f"Why does the plan finish on {long_day_text(done.finish)}?"
    phase = plan.phases.get(PhaseId(asked))
    if phase is not None:
        span = done.phase_span(phase.id)
        when = "without dates" if span is None else f"on {days_text(*span)}"
        return f"Why is “{isolated(phase.title)}” {when}?"
    item = plan.node(ActivityId(asked))
    return f"Why is {titled(item)} on {_days(done, asked)}?"


def heading(plan: Plan, done: Schedule, first: Reason) -> str:
    """An item's title and days over a step that begins with a reason; empty over one about the whole plan."""
    if not first.about or PhaseId(first.about) in plan.phases:
        return ""
    return f"{isolated(plan.node(ActivityId(first.about)).title)}, {_days(done, first.about)}"


def _days(done: Schedule, node: str) -> str:
    """The days an activity takes; the day a milestone stands on."""
    if isinstance(done.plan.node(ActivityId(node)), Activity):
        key = ActivityId(node)
        return days_text(done.start_day(key), done.finish_day(key))
    return long_day_text(done.shown_day(MilestoneId(node)))
