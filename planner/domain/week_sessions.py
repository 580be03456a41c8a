"""The work of one week laid into its days: which activity, and which of its steps, for how many minutes.

What is planned for a day is what lies between the day's ends on the axis of work hours, times each activity's
share. Nothing is planned for what is finished or archived, for days before the plan's status date, nor for an
activity within its pauses.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.domain.items import Activity, Step
from planner.domain.own_hours import OwnHours
from planner.domain.schedule import Schedule

STEP_MINUTES = 5
"""Planned minutes are said in fives."""

CRUMB_MINUTES = 7.5
"""Shorter pieces, which would be said as 5 minutes or less, join a neighbour of the same day; a day that has
no more than that gives it to its activity's day before in the week.
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some minutes of one activity, and of one of its steps where it has them."""

    activity: Activity
    step: Step | None
    minutes: float


def lay_days(schedule: Schedule, days: Sequence[date], today: date) -> list[list[Piece]]:
    """For each of the days the pieces planned for it, in the order they begin; minutes are not rounded."""
    axis = schedule.axis
    begins = [axis.begin(day) for day in days]
    ends = [axis.end(day) for day in days]
    settled = axis.begin(schedule.plan.facts.status_date)
    now = axis.begin(today)
    laid: list[list[tuple[float, int, Piece]]] = [[] for _ in days]
    spans = zip(schedule.plan.active.values(), schedule.starts, schedule.finishes, strict=False)
    for number, (activity, start, finish) in enumerate(spans):
        if finish <= begins[0] or start >= ends[-1] or activity.finished_on is not None:
            continue
        begin = max(start, settled)
        own = schedule.actual.own_hours.get(number)
        for first, last, step in _stretches_between_pauses(own, activity, begin, finish, now):
            for place, (dawn, dusk) in enumerate(zip(begins, ends, strict=True)):
                since, until = max(first, dawn), min(last, dusk)
                if until > since:
                    minutes = (until - since) * activity.share * 60
                    laid[place].append((since, activity.position, Piece(activity, step, minutes)))
    return _without_crumb_days(
        [[piece for _, _, piece in sorted(each, key=lambda one: one[:2])] for each in laid]
    )


def step_after(schedule: Schedule, activity: Activity, last_day: date, today: date) -> Step | None:
    """The step that an activity's work goes on with after a day; None where it has none or nothing is left.

    What is left of a step as a crumb is not gone on with.
    """
    axis = schedule.axis
    number = schedule.graph.index[activity.id]
    begin = max(float(schedule.starts[number]), axis.begin(schedule.plan.facts.status_date))
    finish, now = float(schedule.finishes[number]), axis.begin(today)
    own = schedule.actual.own_hours.get(number)
    since = axis.end(last_day) + CRUMB_MINUTES / 60 / activity.share
    stretches = _stretches_between_pauses(own, activity, begin, finish, now)
    return next((step for _, last, step in stretches if last > since), None)


def rounded(pieces: Sequence[Piece]) -> list[tuple[Piece, int]]:
    """A day's pieces with whole minutes, in fives where the day's total allows; the total is kept.

    What does not divide by five goes to the longest piece (method of the largest remainder).
    """
    kept = _without_crumbs(pieces)
    total = round(sum(each.minutes for each in kept))
    if total <= 0:
        return []
    minutes = [int(each.minutes // STEP_MINUTES) * STEP_MINUTES for each in kept]
    by_remainder = sorted(
        range(len(kept)), key=lambda place: kept[place].minutes - minutes[place], reverse=True
    )
    for place in by_remainder:
        if sum(minutes) + STEP_MINUTES <= total:
            minutes[place] += STEP_MINUTES
    longest = max(range(len(kept)), key=minutes.__getitem__)
    minutes[longest] += total - sum(minutes)
    return [(piece, each) for piece, each in zip(kept, minutes, strict=True) if each > 0]


def _stretches_between_pauses(
    own: OwnHours | None, activity: Activity, begin: float, finish: float, now: float
) -> Iterator[tuple[float, float, Step | None]]:
    """Like `_stretches`, cut by the activity's pauses, where it has any: its steps share its own hours."""
    if own is None:
        yield from _stretches(activity, begin, finish, now)
        return
    ends = (own.before(each) for each in (begin, finish, now))
    for first, last, step in _stretches(activity, *ends):
        for start, stop in own.stretches(own.start_at(first), own.finish_at(last)):
            yield start, stop, step


def _stretches(
    activity: Activity, begin: float, finish: float, now: float
) -> Iterator[tuple[float, float, Step | None]]:
    """The stretches of the axis that belong to each step: (from, to, step).

    Days gone by keep the steps as they were planned. From today on only open steps count, laid over the work
    ahead, so that the step of today is the one the learner is really at.
    """
    if begin < now:
        left = activity.remaining
        behind = max(activity.effort.likely - left, 0.0)
        origin = begin - behind / activity.share
        yield from _spread(activity.steps, origin, finish, begin, min(finish, now))
    if finish > now:
        still_open = [each for each in activity.steps if not each.done]
        yield from _spread(still_open, max(begin, now), finish, max(begin, now), finish)


def _spread(
    steps: Sequence[Step], origin: float, finish: float, first: float, last: float
) -> Iterator[tuple[float, float, Step | None]]:
    """The steps laid from the origin to the finish by their parts, cut to what lies from first to last."""
    if not steps:
        yield first, last, None
        return
    whole = sum(each.part for each in steps)
    done = 0.0
    for step in steps:
        start = origin + (finish - origin) * done / whole
        done += step.part
        stop = origin + (finish - origin) * done / whole
        if min(stop, last) > max(start, first):
            yield max(start, first), min(stop, last), step


def _without_crumb_days(laid: list[list[Piece]]) -> list[list[Piece]]:
    """The days, where none has a crumb alone that its activity's day before could take."""
    for place, pieces in enumerate(laid):
        if sum(each.minutes for each in pieces) >= CRUMB_MINUTES:
            continue
        for crumb in tuple(pieces):
            hosts = [
                (day, number)
                for day in laid[:place]
                for number, each in enumerate(day)
                if each.activity.id == crumb.activity.id
            ]
            if hosts:
                day, number = hosts[-1]
                day[number] = replace(day[number], minutes=day[number].minutes + crumb.minutes)
                pieces.remove(crumb)
    return laid


def _without_crumbs(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with every crumb added to a neighbour: of the same activity, else the day's longest."""
    kept = list(pieces)
    while len(kept) > 1:
        place = min(range(len(kept)), key=lambda each: kept[each].minutes)
        crumb = kept[place]
        if crumb.minutes >= CRUMB_MINUTES:
            break
        del kept[place]
        host = max(
            range(len(kept)),
            key=lambda each: (kept[each].activity.id == crumb.activity.id, kept[each].minutes),
        )
        kept[host] = replace(kept[host], minutes=kept[host].minutes + crumb.minutes)
    return kept
