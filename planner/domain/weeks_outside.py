"""outside_text(...): what to say before weeks are printed that lie outside the path. Pure."""

from datetime import date

from planner.domain.calendar import week_of
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text


def outside_text(plan: Plan, schedule: Schedule, first_day: date, count: int) -> str:
    """What to say where weeks from the one with `first_day` lie before the path's first or after its last.

    Like “Your path finishes on 15 Jun 2028: 19 of these 104 weeks lie after it, with nothing planned.” Empty
    where all of them lie within.
    """
    week_start = plan.facts.week_start
    first = week_of(first_day, week_start)
    first_week = week_of(plan.facts.start, week_start)
    last_week = week_of(max(schedule.finish, plan.facts.start), week_start)
    before = _within((first_week - first).days // 7, count)
    after = _within(count - (last_week - first).days // 7 - 1, count)
    sentences = []
    if before:
        begins = f"Your path begins on {day_text(plan.facts.start)}"
        sentences.append(f"{begins}: {_lying(before, count)} before it, with nothing planned.")
    if after:
        finishes = f"Your path finishes on {day_text(schedule.finish)}"
        sentences.append(f"{finishes}: {_lying(after, count)} after it, with nothing planned.")
    return " ".join(sentences)


def _within(weeks: int, count: int) -> int:
    return max(min(weeks, count), 0)


def _lying(some: int, count: int) -> str:
    """Like “2 of these 4 weeks lie”."""
    if count == 1:
        return "this week lies"
    if some == count:
        return f"all of these {count} weeks lie"
    return f"{some} of these {count} weeks {'lies' if some == 1 else 'lie'}"
