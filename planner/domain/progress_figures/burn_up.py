"""Hours studied over time: as planned, as logged, and as the forecast has them until the finish. Pure.

Hours count from the plan's start. The line of the plan begins at the status date with the hours logged before
it, and takes on what the schedule asks for: at the finish it stands at all that the path will have taken. The
weeks before the status date are over and settled; what they had asked for is a line of its own, which is what
the weeks kept of it, one after the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from planner.domain.calendar import week_of
from planner.domain.plan import Plan
from planner.domain.progress import hours_left
from planner.domain.progress_figures.foreseen import Foreseen
from planner.domain.schedule import Schedule
from planner.domain.week_asked import kept_minutes

MOST_POINTS = 160
"""A chart has no room for more; a longer path is told in steps of several weeks."""

PARTS = (0.1, 0.5, 0.8, 0.9)
"""So large a part of the samples is done by the days that the fan's lines lead to."""


@dataclass(frozen=True, slots=True)
class Point:
    """So many hours at the end of a day."""

    day: date
    hours: float


Line = tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fan:
    """How the path goes on from today, where the finish comes by P10, P50, P80 and P90.

    Each line ends on its day. All of them are told in the hours of study that the path takes where it is done
    by P50: a line is as far along that as its own path is, else those who need more hours and those who need
    longer would lie on one another.
    """

    p10: Line
    p50: Line
    p80: Line
    p90: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class BurnUp:
    """The lines of the chart, each by day.

    `studied` hours are logged by today and `due` were planned by its end; `total` is what is studied and what
    is left by the estimates together. `asked_before` is empty for a plan that was never settled anew.
    """

    asked_before: Line
    planned: Line
    logged: Line
    fan: Fan | None
    studied: float
    due: float
    total: float


def burn_up(plan: Plan, schedule: Schedule, today: date, forecast: Foreseen | None = None) -> BurnUp:
    """The lines up to the later of the planned and the forecast finish.

    A fan needs a finish that lies ahead: there is none for a path that is done.
    """
    finish = None if forecast is None else forecast.finish
    left = sum(hours_left(plan, each) for each in plan.active.values())
    studied = sum(each.minutes for each in plan.sessions.values() if each.day <= today) / 60
    last = max(schedule.finish, today, finish.p90 if finish is not None else today)
    planned = _planned(plan, schedule, [each for each in _days(plan, last) if each <= schedule.finish])
    total = studied + left
    fan = None
    if forecast is not None and left > 0 and forecast.finish.p10 > today:
        # Nothing is studied before a plan begins.
        now = max(today, plan.facts.start - timedelta(days=1))
        days = [each for each in _days(plan, last) if each > now]
        fan = _fan(forecast, days, Point(now, studied))
    return BurnUp(
        asked_before=_asked_before(plan),
        planned=planned,
        logged=_logged(plan, today),
        fan=fan,
        studied=studied,
        due=_due(plan, schedule, today),
        total=total,
    )


def hours_at(line: Line, day: date) -> float | None:
    """The hours of a line at the end of a day, straight between its points; None outside of them."""
    if not line or not line[0].day <= day <= line[-1].day:
        return None
    after = next(place for place, each in enumerate(line) if each.day >= day)
    right = line[after]
    if right.day == day:
        return right.hours
    left = line[after - 1]
    return left.hours + (right.hours - left.hours) * ((day - left.day) / (right.day - left.day))


def logged_by(line: Line, day: date) -> float | None:
    """The hours logged by the end of a day: between two points nothing was. None outside of the line."""
    if not line or not line[0].day <= day <= line[-1].day:
        return None
    return max(each.hours for each in line if each.day <= day)


def report_days(plan: Plan, found: BurnUp, today: date) -> tuple[date, ...]:
    """The days on which the lines are worth telling: the ends of weeks, today, and the last day of any."""
    last = max(found.planned[-1].day, today, found.fan.p90[-1].day if found.fan is not None else today)
    return tuple(sorted({*(each for each in _days(plan, last)), min(today, last)}))


def _days(plan: Plan, last: date) -> list[date]:
    """The last days of the weeks from the plan's first until one day, and that day; not too many of them."""
    first = week_of(plan.facts.start, plan.facts.week_start) + timedelta(days=6)
    weeks = max((last - first).days // 7 + 1, 0)
    step = 7 * (weeks // MOST_POINTS + 1)
    return [*(first + timedelta(days=each) for each in range(0, max((last - first).days, 0), step)), last]


def _planned(plan: Plan, schedule: Schedule, days: Sequence[date]) -> Line:
    """From the hours logged before the status date on, what the schedule asks for; up to the finish."""
    begin = plan.facts.status_date - timedelta(days=1)
    base = sum(each.minutes for each in plan.sessions.values() if each.day <= begin) / 60
    later = sorted({each for each in (*days, schedule.finish) if each > begin})
    asked = schedule.asked_by([begin, *later])
    return (
        Point(begin, base),
        *(Point(day, base + float(each - asked[0])) for day, each in zip(later, asked[1:], strict=True)),
    )


def _due(plan: Plan, schedule: Schedule, today: date) -> float:
    """The hours planned by the end of today."""
    before = plan.facts.status_date - timedelta(days=1)
    base = sum(each.minutes for each in plan.sessions.values() if each.day <= before) / 60
    if today <= before:
        return base
    asked = schedule.asked_by([before, today])
    return base + float(asked[1] - asked[0])


def _asked_before(plan: Plan) -> Line:
    """What the weeks before the status date had asked for, one after the other."""
    start, status = plan.facts.start, plan.facts.status_date
    if status <= start:
        return ()
    first_day = week_of(start, plan.facts.week_start)
    points = [Point(start - timedelta(days=1), 0.0)]
    while first_day < status:
        asked, last = (kept_minutes(plan, first_day) or 0) / 60, first_day + timedelta(days=6)
        if last >= status:
            # The rest of this week belongs to the plan as it is now.
            hours = [plan.calendar.hours_on(first_day + timedelta(days=each)) for each in range(7)]
            last = status - timedelta(days=1)
            asked *= sum(hours[: (status - first_day).days]) / (sum(hours) or 1.0)
        points.append(Point(last, points[-1].hours + asked))
        first_day += timedelta(days=7)
    return tuple(points)


def _logged(plan: Plan, today: date) -> Line:
    """The hours logged by each day that has some, from the first day to today."""
    minutes: dict[date, int] = {}
    for each in plan.sessions.values():
        if each.day <= today:
            minutes[each.day] = minutes.get(each.day, 0) + each.minutes
    if not minutes:
        return ()
    days = sorted(minutes)
    before = min(plan.facts.start, days[0]) - timedelta(days=1)
    sums = accumulate(minutes[each] for each in days)
    line = [Point(before, 0.0), *(Point(day, each / 60) for day, each in zip(days, sums, strict=True))]
    if days[-1] < today:
        line.append(Point(today, line[-1].hours))
    return tuple(line)


def _fan(forecast: Foreseen, days: Sequence[date], now: Point) -> Fan:
    """From now on as the work goes in the samples that finish about such a day, in the hours of P50's."""
    finish = forecast.finish
    courses = forecast.hours_by(days, PARTS)
    half = courses[PARTS.index(0.5)][1]
    lines = [
        (
            now,
            *(
                Point(day, now.hours + half * min(hours / in_all, 1.0))
                for day, hours in zip(days, done, strict=True)
                if day < end
            ),
            Point(end, now.hours + half),
        )
        for end, (done, in_all) in zip((finish.p10, finish.p50, finish.p80, finish.p90), courses, strict=True)
    ]
    return Fan(p10=lines[0], p50=lines[1], p80=lines[2], p90=lines[3])
