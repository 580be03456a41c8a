"""A week of another sum in the shape of the learner's own, for holding a target. Pure."""

from planner.domain import frame
from planner.domain.calendar import spread_week
from planner.domain.frame import DayHours
from planner.domain.items import MilestoneId
from planner.domain.schedule import schedule
from planner.ui.editor import Editor

_LONGEST_DAY_HOURS = 24.0


def scaled_week(hours: DayHours, total: float) -> DayHours:
    """Each day's hours by one factor, so that they sum to the total; a week of none gets a usual shape."""
    now = sum(hours)
    if not now:
        return spread_week(total)
    return _week([min(each * total / now, _LONGEST_DAY_HOURS) for each in hours])


def quarter_week(hours: DayHours, total: float) -> DayHours:
    """Like `scaled_week`, in whole quarter hours: the parts cut off go to the days that lost most."""
    exact = [each * 4 for each in scaled_week(hours, total)]
    whole = [int(each + 1e-9) for each in exact]
    by_loss = sorted(range(7), key=lambda day: (whole[day] - exact[day], day))
    for day in by_loss[: max(round(sum(exact)) - sum(whole), 0)]:
        whole[day] += 1
    return _week([each / 4 for each in whole])


def week_that_holds(editor: Editor, milestone: MilestoneId, total: float) -> DayHours:
    """So many hours a week in the learner's shape: in quarter hours where these are in time, else exact."""
    plan = editor.plan
    hours = plan.calendar.weekly_on(max(editor.today, plan.facts.start)).hours
    rounded = quarter_week(hours, total)
    tried = schedule(frame.set_weekly_hours(plan, rounded, editor.today), editor.schedule.graph)
    in_time = (tried.margin_days(milestone) or 0) >= 0
    return rounded if in_time else scaled_week(hours, total)


def _week(hours: list[float]) -> DayHours:
    monday, tuesday, wednesday, thursday, friday, saturday, sunday = hours
    return monday, tuesday, wednesday, thursday, friday, saturday, sunday
