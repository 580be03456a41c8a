"""What the learner's hours mean: when the path ends, against the source's window, and on whose figures.

The wizard, the window and the command line all say it from here, so that they say the same.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.domain.calendar import WeeklyHours
from planner.domain.items import Activity, MonthRange, PhaseId, Provenance
from planner.domain.loose_ends import loose_ends_sentence
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import add_months, day_text, months_between, number_text, range_text, span_text


class Place(StrEnum):
    """Where the finish lies against the window."""

    EARLIER = "earlier"
    INSIDE = "inside"
    BEYOND = "beyond"
    OPEN = "open"
    """The plan has no window."""


class Origin(StrEnum):
    """Whose figures an activity's length rests on."""

    SOURCE = "source"
    SUGGESTED = "suggested"
    LEARNER = "learner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The path's length and what it rests on.

    Months are of 365.25 / 12 days, from the plan's first day to the finish, both included. They divide, by
    hours of work, into those whose lengths are the source's (its phases, and what it gives months for), our
    suggestions, and the learner's own; `origin_sentence` says so, and is empty for a plan without work.
    `buffer_days` lie between the finish and the window's last day, negative beyond it.
    """

    place: Place
    week_hours: float
    finish: date
    months: float
    window: MonthRange | None
    window_first: date | None
    window_last: date | None
    buffer_days: int | None
    source_months: float
    suggested_months: float
    learner_months: float
    origin_sentence: str
    sentences: tuple[str, ...]


def what_the_hours_mean(plan: Plan, schedule: Schedule, today: date | None = None) -> Outlook:
    """The outlook of a plan as it is scheduled, as figures and as plain sentences.

    The hours a week are those that hold today, unless said those of the status date.
    """
    finish = schedule.finish
    # All work may have been done before the plan began.
    months = max(months_between(plan.facts.start, finish + timedelta(days=1)), 0.0)
    week = plan.calendar.weekly_on(max(today or plan.facts.status_date, plan.facts.start))
    days = window_days(plan)
    first, last = days or (None, None)
    source, suggested, learner = (months * part for part in _parts(plan))
    place = _place(finish, days)
    buffer_days = None if last is None else (last - finish).days
    sentences = [_length_sentence(plan, place, week, months)]
    if days is not None and buffer_days is not None:
        sentences.append(_window_sentence(days, buffer_days))
    if loose := loose_ends_sentence(schedule):
        sentences.append(loose)
    origin_sentence = _origin_sentence(source, suggested, learner) if plan.active else ""
    if origin_sentence:
        sentences.append(origin_sentence)
    return Outlook(
        place=place,
        week_hours=week.total,
        finish=finish,
        months=months,
        window=plan.facts.window,
        window_first=first,
        window_last=last,
        buffer_days=buffer_days,
        source_months=source,
        suggested_months=suggested,
        learner_months=learner,
        origin_sentence=origin_sentence,
        sentences=tuple(sentences),
    )


def window_days(plan: Plan) -> tuple[date, date] | None:
    """The first and last day of the window to finish in, counted from the plan's start; None without one."""
    window = plan.facts.window
    if window is None:
        return None
    return add_months(plan.facts.start, window.low), add_months(plan.facts.start, window.high)


def origin_of(plan: Plan, activity: Activity) -> Origin:
    """Whose figure an activity's length is.

    A split or a known length inside a phase of the source's, also in a group within it, is part of the
    source's months.
    """
    provenance = activity.effort.provenance
    if provenance in (Provenance.LEARNER, Provenance.MEASURED):
        return Origin.LEARNER
    if any(each.months is not None for each in plan.groups_around(activity.phase)):
        return Origin.SOURCE
    return Origin.SUGGESTED if provenance is Provenance.SUGGESTION else Origin.SOURCE


def _place(finish: date, days: tuple[date, date] | None) -> Place:
    if days is None:
        return Place.OPEN
    if finish < days[0]:
        return Place.EARLIER
    return Place.INSIDE if finish <= days[1] else Place.BEYOND


def _parts(plan: Plan) -> tuple[float, float, float]:
    """How much of the likely hours rests on the source, on suggestions and on the learner; sum 1."""
    hours = dict.fromkeys(Origin, 0.0)
    # Of one group and provenance all activities have the same origin.
    origins: dict[tuple[PhaseId, Provenance], Origin] = {}
    for activity in plan.active.values():
        key = activity.phase, activity.effort.provenance
        if key not in origins:
            origins[key] = origin_of(plan, activity)
        hours[origins[key]] += activity.effort.likely
    total = sum(hours.values()) or 1.0
    return hours[Origin.SOURCE] / total, hours[Origin.SUGGESTED] / total, hours[Origin.LEARNER] / total


def _length_sentence(plan: Plan, place: Place, week: WeeklyHours, months: float) -> str:
    window = plan.facts.window
    hours = f"{number_text(week.total)} h a week{_hours_before(plan, week)}"
    begin = f"At {hours} this path takes about {_months_text(months, window)}"
    if window is None:
        return f"{begin}."
    usual = f"{range_text(window.low, window.high)} months"
    from_source = window.provenance is Provenance.SOURCE
    usual = f"the source's {usual}" if from_source else f"the {usual} derived from the source"
    reading = (
        f"steady study, about {number_text(plan.facts.reference_week_hours)} h a week by this plan's reading"
    )
    if place is Place.INSIDE:
        return f"{begin}, inside {usual}."
    if place is Place.EARLIER:
        return f"{begin}, sooner than {usual}, which assume {reading}."
    return f"{begin}; {usual} assume {reading}."


def _hours_before(plan: Plan, week: WeeklyHours) -> str:
    """Like “ (10 h before 5 Apr 2027)”: the path was laid out on these, too; empty where they are none."""
    earlier = {each.total for each in plan.calendar.weekly_before(week.valid_from, plan.facts.start)}
    if week.valid_from <= plan.facts.start or earlier <= {week.total}:
        return ""
    hours = f"{number_text(earlier.pop())} h" if len(earlier) == 1 else "other hours"
    return f" ({hours} before {day_text(week.valid_from)})"


def _window_sentence(days: tuple[date, date], buffer_days: int) -> str:
    window = f"The window runs from {day_text(days[0])} to {day_text(days[1])}"
    if buffer_days > 0:
        return f"{window}: {span_text(buffer_days)} of buffer after the finish."
    if buffer_days < 0:
        return f"{window}: the finish lies {span_text(buffer_days)} past its end."
    return f"{window}: the finish is its last day."


def _origin_sentence(source: float, suggested: float, learner: float) -> str:
    named = (
        (source, "on the source's own lengths"),
        (suggested, "on our suggestions"),
        (learner, "on your own figures"),
    )
    shown = [(round(months, 1), words) for months, words in named if round(months, 1)]
    if len(shown) < 2:
        return f"All of it rests {shown[0][1]}." if shown else "It is too short to divide."
    total = round(source + suggested + learner, 1)
    (first, words), *others, (_, last_words) = shown
    # The last is what is left, so that the rounded parts make up the rounded whole.
    last = total - first - sum(months for months, _ in others)
    middle = "".join(f", {number_text(months)} {words}" for months, words in others)
    return (
        f"Of these {number_text(total)} months, {number_text(first)} rest {words}{middle} "
        f"and {number_text(last)} {last_words}."
    )


def _months_text(months: float, window: MonthRange | None) -> str:
    """Whole months, or to the tenth where rounding would tell another story."""
    ends = () if window is None else (window.low, window.high)
    whole = round(months)
    tells_true = months >= 6 and all((whole > end) == (months > end) for end in ends)
    shown = str(whole) if tells_true else number_text(months)
    return f"{shown} month" if shown == "1" else f"{shown} months"
