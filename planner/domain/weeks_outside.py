"""outside_text(...): what to say before weeks are printed that lie outside the path. Pure."""

from datetime import date

from planner.domain.calendar import week_of
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text


def outside_text(plan: Plan, schedule: Schedule, first_day: date, count: int) -> str:
    """A sentence where several weeks from the one with `first_day` go on after the path's last week.

    Like “Your path finishes on 15 Jun 2028: 19 of these 104 weeks lie after it, with nothing planned.” Empty
    for a single week, which says so itself.
    """
    week_start = plan.facts.week_start
    last_week = week_of(max(schedule.finish, plan.facts.start), week_start)
    within = (last_week - week_of(first_day, week_start)).days // 7 + 1
    after = min(count - within, count)
    if count == 1 or after < 1:
        return ""
    lie = f"all of these {count} weeks lie" if after == count else f"{after} of these {count} weeks lie"
    if after == 1:
        lie = f"1 of these {count} weeks lies"
    return f"Your path finishes on {day_text(schedule.finish)}: {lie} after it, with nothing planned."
