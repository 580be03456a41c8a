"""Ways to make room in weeks that are asked for too much: later starts, smaller shares, hours, less to do."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from math import floor

from planner.domain.edits import put_items
from planner.domain.frame import scale_weekly_hours
from planner.domain.impossible.lever import LeverKind, Way
from planner.domain.impossible.problems import most_hours
from planner.domain.impossible.target_ways import dropping
from planner.domain.items import Activity, ActivityId
from planner.domain.levelling import RedWeek, level, red_weeks, start_later
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.targets import HALF_HOURS, MOST_TRIED
from planner.domain.what_if.what_if import WhatIf, droppable, hours_now, with_what_if
from planner.domain.wording import isolated, number_text

LEAST_SHARE = 0.05
"""A smaller part of the week is no real work any more."""

_SHARE_STEPS = 20
"""Shares are rounded down to so many parts."""

_ROUNDING = 1e-6
"""A share that just fits is not rounded down by a step for the last bits of a division."""

_MOST_ALONE = 3
"""Activities of which each is tried to leave room alone, those with the largest shares."""

_MOST_PASSES = 12
"""Smaller shares make work longer, which may then meet other work: so many times that is looked at again."""

_MOST_HOURS_TRIED = 12


def ways_to_make_room(laid_out: Schedule, today: date, red: tuple[RedWeek, ...]) -> Iterator[Way]:
    """What may leave no week with too much; whether it does is for the caller to see."""
    yield from _levelling(laid_out, today)
    yield from _smaller_shares(laid_out, today, red)
    yield from _more_hours(laid_out, today)
    yield from _less_to_do(laid_out, today, red)


def _levelling(laid_out: Schedule, today: date) -> Iterator[Way]:
    levelled = level(laid_out.plan, today, laid_out)
    if levelled.starts and not levelled.red_after:
        count = len(levelled.starts)
        what = "1 activity" if count == 1 else f"{count:,} activities"
        days = {each.activity: each.after for each in levelled.starts}
        yield Way(
            kind=LeverKind.LEVEL,
            words=f"Level the load: {what} later",
            verb=partial(start_later, days=days),
        )


def _smaller_shares(laid_out: Schedule, today: date, red: tuple[RedWeek, ...]) -> Iterator[Way]:
    """Let one activity of the first week with too much leave room for the others, or let all share it; what
    leads to the earliest finish first, and of such the change of fewer activities.
    """
    largest_first = sorted(_running(laid_out, red[0]), key=lambda each: -each.share)
    tried = [_fitting(laid_out, today, only=each.id) for each in largest_first[:_MOST_ALONE]]
    tried.append(_fitting(laid_out, today))
    found = []
    for shares in filter(None, tried):
        after = schedule(with_shares(laid_out.plan, shares), laid_out.graph)
        found.append((after.finish, after.last_day, len(shares), shares))
    for *_, shares in sorted(found, key=lambda each: each[:3]):
        yield Way(
            kind=LeverKind.SMALLER_SHARE,
            words=_share_words(laid_out.plan, shares),
            verb=partial(with_shares, shares=shares),
        )


def _fitting(laid_out: Schedule, today: date, only: ActivityId | None = None) -> dict[ActivityId, float]:
    """Shares with which no week is asked for too much: of one activity, or of all in the same proportions as
    now. Empty where there are none.
    """
    shares: dict[ActivityId, float] = {}
    current = laid_out
    for _ in range(_MOST_PASSES):
        red = red_weeks(current, today)
        if not red:
            break
        running = [each for each in _running(current, red[0]) if only in (None, each.id)]
        asked = sum(_asked(current, each, red[0]) for each in running)
        left = asked - (red[0].asked_hours - red[0].available_hours)
        if not asked or left <= 0:
            return {}
        for each in running:
            shares[each.id] = floor(each.share * left / asked * _SHARE_STEPS + _ROUNDING) / _SHARE_STEPS
            if shares[each.id] < LEAST_SHARE:
                return {}
        current = schedule(with_shares(current.plan, shares), laid_out.graph)
    return shares


def _asked(laid_out: Schedule, activity: Activity, week: RedWeek) -> float:
    """The hours that an activity asks for in a week."""
    begin = laid_out.axis.begin(week.first_day)
    end = laid_out.axis.begin(week.first_day + timedelta(days=7))
    number = laid_out.graph.index[activity.id]
    overlap = min(laid_out.finishes[number], end) - max(laid_out.starts[number], begin)
    return activity.share * max(overlap, 0.0)


def with_shares(plan: Plan, shares: dict[ActivityId, float]) -> Plan:
    """The plan in which some activities get these parts of the week's hours."""
    return put_items(plan, [replace(plan.activity(key), share=share) for key, share in shares.items()])


def _share_words(plan: Plan, shares: dict[ActivityId, float]) -> str:
    if len(shares) > 2:
        return f"Smaller shares for {len(shares)} activities"
    named = (f"{isolated(plan.activity(key).title)} {share:.0%}" for key, share in shares.items())
    return f"Smaller shares: {', '.join(named).replace('%', ' %')}"


def _running(laid_out: Schedule, week: RedWeek) -> list[Activity]:
    """The activities that run in a week and are not finished."""
    last = week.first_day + timedelta(days=6)
    return [
        each
        for key, each in laid_out.plan.active.items()
        if each.finished_on is None
        and laid_out.start_day(key) <= last
        and laid_out.finish_day(key) >= week.first_day
    ]


def _more_hours(laid_out: Schedule, today: date) -> Iterator[Way]:
    """The fewest hours found that leave room; more hours help only where work then ends before other work.

    More than those may be too little again, so steps are tried from the fewest on, and the first that helps
    is looked at more closely.
    """
    plan = laid_out.plan
    first, last = floor(hours_now(plan, today) * HALF_HOURS) + 1, floor(most_hours(plan, today) * HALF_HOURS)
    step = max((last - first) // _MOST_HOURS_TRIED, 1)

    def studying(halves: int) -> Way:
        hours = halves / HALF_HOURS
        return Way(
            kind=LeverKind.MORE_HOURS,
            words=f"Study {number_text(hours)} h a week from today",
            verb=partial(scale_weekly_hours, total=hours, from_day=today, in_quarters=True),
        )

    def leaves_room(halves: int) -> bool:
        return not red_weeks(schedule(studying(halves).verb(plan), laid_out.graph), today)

    enough = next((each for each in range(first, last + 1, step) if leaves_room(each)), None)
    if enough is not None:
        closer = range(max(enough - step + 1, first), enough)
        yield studying(next((each for each in closer if leaves_room(each)), enough))


def _less_to_do(laid_out: Schedule, today: date, red: tuple[RedWeek, ...]) -> Iterator[Way]:
    """Without one optional activity of the first week with too much, else without all of those weeks."""
    plan = laid_out.plan
    running = {each.id for week in red[:MOST_TRIED] for each in _running(laid_out, week)}
    optional = [each for each in droppable(plan) if each.id in running]
    optional.sort(key=lambda each: (each.remaining, each.id))
    for each in optional[:MOST_TRIED]:
        tried = WhatIf(dropped=frozenset([each.id]))
        if not red_weeks(schedule(with_what_if(plan, tried, today)), today):
            yield dropping(optional, tried, today)
            return
    if len(optional) > 1:
        yield dropping(optional, WhatIf(dropped=frozenset(each.id for each in optional)), today)
