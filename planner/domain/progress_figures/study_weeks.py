"""Hours by week: what each asked for, and what was studied. The same figures as on the week page. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.calendar import week_of
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.week_asked import planned_minutes
from planner.domain.week_history import A_WEEK

WEEKS_BACK = 12
WEEKS_AHEAD = 4
"""How many weeks are shown before this one and after it."""

RECENT_WEEKS = 4
"""Over so many weeks that are over the usual week is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyWeek:
    """Hours a week asks for and hours logged in it; `over` once its last day lies behind."""

    first_day: date
    number: int
    planned: float
    logged: float
    over: bool
    current: bool

    @property
    def last_day(self) -> date:
        """The week's seventh day."""
        return self.first_day + timedelta(days=6)


@dataclass(frozen=True, slots=True)
class UsualWeek:
    """Hours a week, on average over some weeks that are over."""

    weeks: int
    planned: float
    logged: float


def study_weeks(plan: Plan, schedule: Schedule, today: date) -> tuple[StudyWeek, ...]:
    """This week with those before and after it, as far as they belong to the plan or hold logged hours."""
    week_start = plan.facts.week_start
    this_week = week_of(today, week_start)
    minutes: dict[date, int] = {}
    for each in plan.sessions.values():
        week = week_of(each.day, week_start)
        minutes[week] = minutes.get(week, 0) + each.minutes
    origin = week_of(plan.facts.start, week_start)
    begin = min(origin, *minutes) if minutes else origin
    end = max(week_of(schedule.finish, week_start), origin, *minutes)
    # Before the start the first weeks of the plan are what there is to see, after its end the last ones.
    middle = min(max(this_week, origin), end)
    first, last = max(middle - WEEKS_BACK * A_WEEK, begin), min(middle + WEEKS_AHEAD * A_WEEK, end)
    weeks = [first + each * A_WEEK for each in range((last - first).days // 7 + 1)]
    return tuple(
        StudyWeek(
            first_day=each,
            number=(each - origin).days // 7 + 1,
            planned=planned_minutes(plan, schedule, each, today) / 60,
            logged=minutes.get(each, 0) / 60,
            over=each < this_week,
            current=each == this_week,
        )
        for each in weeks
    )


def usual_week(weeks: tuple[StudyWeek, ...]) -> UsualWeek | None:
    """The average of the last weeks that are over; None before there is one."""
    over = [each for each in weeks if each.over and each.number > 0][-RECENT_WEEKS:]
    if not over:
        return None
    count = len(over)
    return UsualWeek(
        count, sum(each.planned for each in over) / count, sum(each.logged for each in over) / count
    )
