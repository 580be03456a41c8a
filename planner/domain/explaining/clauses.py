"""The parts of an explanation's sentences, in plain words."""

from datetime import date

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS, CalendarException, StudyCalendar
from planner.domain.explaining.reasons import Point
from planner.domain.forward_pass import FROM_FINISH, INTO_START
from planner.domain.items import Activity, Dependency, DependencyKind, Milestone, NodeId, Pause
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import (
    day_text,
    days_text,
    effort_text,
    hours_text,
    isolated,
    number_text,
    weekday_text,
)

_NAMED = 2
_LEADS = {
    Point.START: "It starts on {}",
    Point.FINISH: "It finishes on {}",
    Point.LANDS: "It lands on {}",
    Point.STANDS: "It stands on {}",
}


def lead(point: Point, day: date) -> str:
    """Like “It starts on Mon 3 May 2027”."""
    return _LEADS[point].format(weekday_text(day))


def titled(item: Activity | Milestone) -> str:
    """An item's title in quotation marks."""
    return f"“{isolated(item.title)}”"


def after_clause(done: Schedule, link: Dependency, *, held: bool = False) -> str:
    """What an item waits for, like “after “Regression” finishes on Sat 1 May 2027”.

    With `held` the item before is a milestone that holds its followers: its own day is not what counts.
    """
    before = done.plan.node(link.before)
    if held and not link.lag_days:
        return f"after {titled(before)}"
    event = f"{titled(before)} {_event(done, link, before, held=held)}"
    days = _counted_days(link.lag_days)
    chained = link.kind is DependencyKind.FINISH_START
    if link.lag_days > 0:
        # Whole days lie between a finish and such a start; other lags count from the day itself.
        return f"{days.replace(' ', ' waiting ')} after {event}" if chained else f"{days} after {event}"
    if link.lag_days < 0:
        if chained:
            return f"{event}, and it may overlap that by {days}"
        return f"it may {'start' if link.kind in INTO_START else 'finish'} {days} before {event}"
    return f"after {event}" if chained else f"not before {event}"


def waiting_clause(done: Schedule, link: Dependency) -> str:
    """Like “3 waiting days lie after “Regression”.”"""
    verb = "lies" if link.lag_days == 1 else "lie"
    words = "waiting day" if link.lag_days == 1 else "waiting days"
    return f"{link.lag_days} {words} {verb} after {titled(done.plan.node(link.before))}."


def status_clause(plan: Plan, day: date, *, landing: bool) -> str:
    """Why what waits for nothing is where it is: the plan's beginning, or the day it is settled up to."""
    settled, start = plan.facts.status_date, plan.facts.start
    if landing:
        return f"no work is left before it, and the plan is settled up to {weekday_text(settled)}."
    if settled == start == day:
        return "that is the plan's first day."
    if settled == start:
        return f"the plan begins on {weekday_text(start)}."
    return f"the plan is settled up to {weekday_text(settled)}, and what is left starts from there."


def all_work_clause(hours: float, settled: date) -> str:
    """Rule 5: like “all work before it needs 130 h, counted from Mon 4 Jan 2027.”"""
    return f"all work before it needs {effort_text(hours)}, counted from {weekday_text(settled)}."


def effort_clause(activity: Activity, first: date) -> str:
    """Like “7 h of work from Wed 6 Jan 2027”; work that has begun has a rest."""
    if not activity.remaining:
        return "no work of it is left"
    left = "of work are left" if _in_part(activity) else "of work"
    return f"{effort_text(activity.remaining)} {left} from {weekday_text(first)}"


def logged_sentence(hours: float) -> str:
    """Like “The hours logged so far, 21 h, count once you catch up.”"""
    return f"The hours logged so far, {effort_text(hours)}, count once you catch up."


def hours_sentence(calendar: StudyCalendar, share: float, first: date, last: date) -> str:
    """The weekly hours in force from one day to another, and an activity's part of them.

    Like “Your hours are 12 h a week.” or “It gets 50 % of your 12 h a week, 8 h from 3 May 2027: 6 h, then
    4 h.”
    """
    begins = calendar.weekly_on(first)
    later = [each for each in calendar.weekly if first < each.valid_from <= last]
    said = f"{hours_text(begins.total)} a week"
    if later:
        said += "".join(
            f", {hours_text(each.total)} from {day_text(each.valid_from)}" for each in later[:_NAMED]
        )
    if more := len(later[_NAMED:]):
        said += f", and {more} more {'change' if more == 1 else 'changes'}"
    if share < 1:
        own = ", then ".join(hours_text(share * each.total) for each in (begins, *later[:_NAMED]))
        first_of_more = f"{hours_text(share * begins.total)} at first"
        own = first_of_more if more else own
        return f"It gets {number_text(share * 100)} % of your {said}: {own}."
    return f"Your hours are {said}."


def days_off_sentence(exceptions: tuple[CalendarException, ...], hours: float) -> str:
    """Like “Spring holiday, 5–18 April 2027, lies in between and takes 24 h.”; `hours` above 0 are taken."""
    listed, many = _listed(exceptions)
    s = "" if many else "s"
    change = f"take{s} {hours_text(hours)}" if hours > 0 else f"add{s} {hours_text(-hours)}"
    if abs(hours) <= INSTANT_TOLERANCE_HOURS:
        change = f"take{s} hours from some days and give{s} them to others"
    return f"{listed} {'lie' if many else 'lies'} in between and {change}."


def days_off_first_sentence(exceptions: tuple[CalendarException, ...]) -> str:
    """Like “Spring holiday, 5–18 April 2027, comes first.”: it moves a start."""
    listed, many = _listed(exceptions)
    return f"{listed} {'come' if many else 'comes'} first."


def pause_sentence(pause: Pause, *, inside: bool) -> str:
    """Like “Its own pause, 3–9 May 2027, lies in between.”"""
    days = days_text(pause.first, pause.last)
    return (
        f"Its own pause, {days}, lies in between." if inside else f"Its own pause, {days}, moves its start."
    )


def target_sentence(milestone: Milestone) -> str:
    """Whose date a milestone's target is."""
    assert milestone.target is not None
    whose = "a fixed date" if milestone.fixed else "the target you gave it"
    also = ", and what follows it waits for it" if milestone.holds else ""
    return f"{lead(Point.STANDS, milestone.target)}: {whose}{also}."


def share_of_work(activity: Activity) -> str:
    """Like “Regression” is 10 h of it."""
    return f"{titled(activity)} is {effort_text(activity.remaining)} of it."


def _event(done: Schedule, link: Dependency, before: Activity | Milestone, *, held: bool) -> str:
    """Like “finishes on Sat 1 May 2027”; what is over is said so."""
    node: NodeId = link.before
    if isinstance(before, Milestone):
        verb = "was reached" if before.reached_on is not None else "lands"
        day = before.target if held and before.target is not None else done.lands(before.id)
        return f"has its target on {weekday_text(day)}" if held else f"{verb} on {weekday_text(day)}"
    if link.kind in FROM_FINISH:
        verb = "finishes" if before.finished_on is None else "finished"
        return f"{verb} on {weekday_text(done.finish_day(node))}"
    begun = before.started_on is not None or before.finished_on is not None
    return f"{'started' if begun else 'starts'} on {weekday_text(done.start_day(node))}"


def _in_part(activity: Activity) -> bool:
    return activity.remaining_hours is not None or activity.started_on is not None


def _name(exception: CalendarException) -> str:
    if exception.name:
        return f"“{isolated(exception.name)}”"
    return "Days off" if exception.hours == 0 else "Days with other hours"


def _listed(exceptions: tuple[CalendarException, ...]) -> tuple[str, bool]:
    """Days off by their names, the only one with its days; and whether they are many in grammar."""
    if len(exceptions) == 1:
        only = exceptions[0]
        return f"{_name(only)}, {days_text(only.first, only.last)},", not only.name
    names = list(dict.fromkeys(_name(each) for each in exceptions))
    if len(names) == 1:
        return f"{names[0]} ({len(exceptions)} times)", True
    more = len(names) - _NAMED
    return f"{', '.join(names[:_NAMED])} and {more} more" if more > 0 else " and ".join(names), True


def _counted_days(days: int) -> str:
    number = abs(days)
    return f"{number} day" if number == 1 else f"{number} days"
